package main

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"
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
