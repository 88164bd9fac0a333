package docx

import (
	"strings"

	"github.com/draftdiff/draftdiff/pkg/source"
	"github.com/draftdiff/draftdiff/pkg/text"
)

// Resolve returns the paragraphs of a Word document with all its tracked changes
// accepted or rejected: a paragraph whose mark is gone goes on into the next one.
// Comments and footnotes are left out, and so are paragraphs without words.
func Resolve(b []byte, accept bool, lim source.Limits) ([]string, error) {
	r, err := read(b, lim)
	if err != nil {
		return nil, err
	}
	doc := r.out.Document(Format, b)
	gone := text.MarkInserted
	if accept {
		gone = text.MarkDeleted
	}
	var out []string
	var line strings.Builder
	flush := func() {
		if s := strings.Trim(line.String(), " \n\u00a0"); s != "" {
			out = append(out, s)
		}
		line.Reset()
	}
	for i := range doc.Blocks {
		blk := &doc.Blocks[i]
		if blk.Layout == source.LayoutNote {
			continue
		}
		at := 0
		for _, m := range blk.Marks {
			if m.Kind == gone {
				line.WriteString(blk.Text[at:max(at, m.Span.Start)])
				at = max(at, m.Span.End)
			}
		}
		line.WriteString(blk.Text[at:])
		if end := r.ends[i]; accept && end.deleted || !accept && end.inserted {
			continue
		}
		flush()
	}
	flush()
	return out, nil
}
