package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/draftdiff/draftdiff/pkg/report/docx"
	"github.com/draftdiff/draftdiff/pkg/snapshot"
	"github.com/draftdiff/draftdiff/pkg/source"
	"github.com/draftdiff/draftdiff/pkg/source/markdown"
	"github.com/draftdiff/draftdiff/pkg/source/open"
	"github.com/draftdiff/draftdiff/pkg/source/pdf"
	"github.com/draftdiff/draftdiff/pkg/source/pdf/pdfium"
)

// TestFormats checks that a text is the same in every format: no event, and no
// unit but the notes and the table that two of the files add.
func TestFormats(t *testing.T) {
	t.Parallel()
	folder := filepath.Join("..", "..", "fixtures", "formats")
	truth := filepath.Join(folder, "excerpt.truth.md")
	for name, none := range map[string]bool{
		"excerpt.docx": true, "excerpt-autonum-lo.docx": true, "excerpt.html": true, "excerpt-gdocs.html": true, "excerpt.akn.xml": true,
		"excerpt.pdf": true, "excerpt-wordlike.pdf": true, "excerpt-chromium.pdf": true, "excerpt-hard.docx": false, "excerpt-hard.pdf": false,
	} {
		if testing.Short() && strings.HasSuffix(name, ".pdf") {
			continue
		}
		var out, stderr bytes.Buffer
		run(t.Context(), []string{"draftdiff", "diff", truth, filepath.Join(folder, name)}, nil, &out, &stderr)
		want := "Events:       no event\n"
		if none {
			want = "No change.\n"
		}
		if !strings.Contains(out.String(), want) {
			t.Errorf("%s: %s%.800s", name, stderr.String(), out.String())
		}
	}
}

// TestWord writes Word documents, which prove themselves, and reads them back:
// the same bytes each time, and each proposal by its sponsors.
func TestWord(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	draftdiff := func(args ...string) (int, string) {
		var out, stderr bytes.Buffer
		code := run(t.Context(), append([]string{"draftdiff"}, args...), nil, &out, &stderr)
		return code, out.String() + stderr.String()
	}
	redline := filepath.Join(folder, "redline.docx")
	if code, out := draftdiff("diff", fifth, sixth, "--format", "docx", "-o", redline); code != exitChanges {
		t.Fatalf("redline: exit code %d, %s", code, out)
	}
	if code, out := draftdiff("diff", fifth, fifth, "--format", "docx", "-o", redline); code != exitFine {
		t.Errorf("redline of a text against itself: exit code %d, %s", code, out)
	}
	_, first := draftdiff("show", fifth, "--format", "docx")
	if code, second := draftdiff("show", fifth, "--format", "docx"); code != exitFine || first != second || !strings.HasPrefix(first, "PK") {
		t.Errorf("session: exit code %d, %d and %d bytes", code, len(first), len(second))
	}
	session := filepath.Join(folder, "session.docx")
	if code, out := draftdiff("show", fifth, "--format", "docx", "-o", session); code != exitFine {
		t.Fatalf("session: exit code %d, %s", code, out)
	}
	if code, out := draftdiff("snapshot", session, "--format", "text"); code != exitFine || !strings.Contains(out, "RU  Russian Federation") {
		t.Errorf("reading it back: exit code %d, %.500s", code, out)
	}
}

// TestAuthors reads tracked changes as proposals or not, as the flags say.
func TestAuthors(t *testing.T) {
	t.Parallel()
	file := filepath.Join("..", "..", "fixtures", "formats", "excerpt-tracked.docx")
	for arg, want := range map[string]bool{"--quiet": true, "--authors-are-parties": true, "--authors-are-parties=false": false} {
		var out, stderr bytes.Buffer
		if code := run(t.Context(), []string{"draftdiff", "snapshot", arg, file}, nil, &out, &stderr); code != exitFine {
			t.Fatalf("%s: %s", arg, stderr.String())
		}
		if got := strings.Contains(out.String(), `"new": "the enjoyment of",`); got != want {
			t.Errorf("%s: read as a proposal: %t, want %t", arg, got, want)
		}
	}
}

// BenchmarkFormats reads the whole document as Markdown and as Word side by side,
// and tells how many times as long the Word file takes, from bytes to snapshot; and
// how long a page of a PDF takes once the reader has started.
func BenchmarkFormats(b *testing.B) {
	md, err := os.ReadFile(fifth)
	if err != nil {
		b.Fatal(err)
	}
	var word bytes.Buffer
	doc := markdown.Read(md)
	if err := docx.Redline(&word, doc, doc, docx.Change{}); err != nil {
		b.Fatal(err)
	}
	b.Run("word", func(b *testing.B) {
		least := [2]time.Duration{time.Hour, time.Hour}
		for b.Loop() {
			for i, file := range [][]byte{md, word.Bytes()} {
				start := time.Now()
				doc, err := open.Read("draft.md", file, open.Limits{})
				if err != nil {
					b.Fatal(err)
				}
				snapshot.Build(doc, "draft")
				least[i] = min(least[i], time.Since(start))
			}
		}
		b.ReportMetric(float64(least[0].Microseconds())/1000, "ms/markdown")
		b.ReportMetric(float64(least[1].Microseconds())/1000, "ms/word")
		b.ReportMetric(float64(least[1])/float64(least[0]), "times-markdown")
	})
	b.Run("pdf", func(b *testing.B) {
		file, err := os.ReadFile(filepath.Join("..", "..", "fixtures", "formats", "excerpt.pdf"))
		if err != nil {
			b.Fatal(err)
		}
		r, err := pdfium.Start(source.Limits{})
		if err != nil {
			b.Fatal(err)
		}
		defer r.Close()
		layout := time.Hour
		var pages []pdf.Page
		var least []time.Duration // by page: what else runs takes time from some of them
		for b.Loop() {
			pages = pages[:0]
			start := time.Now()
			if err := r.Extract(file, func(p *pdf.Page, _ int) error {
				took := time.Since(start)
				if n := len(pages); n == len(least) {
					least = append(least, took)
				} else {
					least[n] = min(least[n], took)
				}
				pages = append(pages, *p)
				start = time.Now()
				return nil
			}); err != nil {
				b.Fatal(err)
			}
			start = time.Now()
			if _, err := pdf.Understand(pages, file); err != nil {
				b.Fatal(err)
			}
			layout = min(layout, time.Since(start))
		}
		for _, one := range least {
			layout += one
		}
		b.ReportMetric(float64(layout.Microseconds())/1000/float64(len(pages)), "ms/page")
	})
}
