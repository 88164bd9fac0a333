package docx_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/draftdiff/draftdiff/pkg/source"
	"github.com/draftdiff/draftdiff/pkg/source/docx"
	"github.com/draftdiff/draftdiff/pkg/text"
)

func fixture(t testing.TB, name string) []byte {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("..", "..", "..", "fixtures", "formats", name))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// run is a stretch of a truth file with one style.
type run struct {
	T   string `json:"t"`
	S   bool   `json:"s"`
	Ins string `json:"ins"`
	Del string `json:"del"`
}

// truth returns the paragraphs of a truth file, each as runs by characters.
func truth(t *testing.T, name string) [][]run {
	t.Helper()
	var blocks []struct{ Runs []run }
	if err := json.Unmarshal(fixture(t, name), &blocks); err != nil {
		t.Fatal(err)
	}
	var out [][]run
	for _, b := range blocks {
		b.Runs[0].T = strings.TrimLeft(b.Runs[0].T, " ")
		out = append(out, merge(b.Runs))
	}
	return out
}

// merge joins neighbours of the same style.
func merge(in []run) []run {
	var out []run
	for _, r := range in {
		if n := len(out); n > 0 && out[n-1].S == r.S && out[n-1].Ins == r.Ins && out[n-1].Del == r.Del {
			out[n-1].T += r.T
		} else if r.T != "" {
			out = append(out, r)
		}
	}
	return out
}

// runsOf cuts a block where a mark begins or ends.
func runsOf(b *source.Block) []run {
	var out []run
	for i := 0; i < len(b.Text); i++ {
		r := run{T: b.Text[i : i+1]}
		for _, m := range b.Marks {
			if i < m.Span.Start || i >= m.Span.End {
				continue
			}
			switch m.Kind {
			case text.MarkStruck:
				r.S = true
			case text.MarkInserted:
				r.Ins = m.Author
			case text.MarkDeleted:
				r.Del = m.Author
			}
		}
		out = append(out, r)
	}
	return merge(out)
}

func TestReadTruth(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ file, truth string }{
		{"excerpt.docx", "excerpt.truth.json"},
		{"excerpt-autonum-lo.docx", "excerpt.truth.json"},
		{"excerpt-hard.docx", "excerpt.truth.json"},
		{"excerpt-tracked.docx", "excerpt-tracked.truth.json"},
	} {
		doc, err := docx.Read(fixture(t, c.file), source.Limits{})
		if err != nil {
			t.Fatal(err)
		}
		var got [][]run
		for i := range doc.Blocks {
			if b := &doc.Blocks[i]; b.Layout != source.LayoutNote || strings.Contains(c.file, "tracked") {
				got = append(got, runsOf(b))
			}
		}
		want := truth(t, c.truth)
		for i := range min(len(want), len(got)) {
			if diff := cmp.Diff(want[i], got[i]); diff != "" {
				t.Errorf("%s, paragraph %d (-want +got):\n%s", c.file, i, diff)
			}
		}
		if len(want) != len(got) {
			t.Errorf("%s has %d paragraphs, want %d", c.file, len(got), len(want))
		}
	}
}
