package docx_test

import (
	"testing"

	"github.com/draftdiff/draftdiff/pkg/source"
	"github.com/draftdiff/draftdiff/pkg/source/docx"
)

// FuzzRead checks that blocks stand in the extracted text where they say, and
// that marks lie in their blocks, whatever the file.
func FuzzRead(f *testing.F) {
	for _, name := range []string{"deep.docx", "laugh.docx", "xxe.docx", "excerpt-tracked.docx"} {
		f.Add(fixture(f, name))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		doc, err := docx.Read(b, source.Limits{Inflated: 4 << 20, Nodes: 100_000})
		if err != nil {
			return
		}
		check(t, doc)
	})
}

func check(t *testing.T, doc *source.Document) {
	t.Helper()
	end := 0
	for i := range doc.Blocks {
		b := &doc.Blocks[i]
		if b.Span.Start < end || b.Text == "" || string(doc.File.Bytes[b.Span.Start:b.Span.End]) != b.Text {
			t.Fatalf("block %d at %v, behind %d: %q", i, b.Span, end, b.Text)
		}
		end = b.Span.End
		start := 0
		for _, m := range b.Marks {
			if m.Span.Start < start || m.Span.Len() <= 0 || m.Span.End > len(b.Text) {
				t.Fatalf("mark %v on %q", m, b.Text)
			}
			start = m.Span.Start
		}
	}
}
