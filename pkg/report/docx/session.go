package docx

import (
	"io"

	"github.com/draftdiff/draftdiff/pkg/report/internal/draft"
	"github.com/draftdiff/draftdiff/pkg/snapshot"
	"github.com/draftdiff/draftdiff/pkg/source"
)

// Change says who made a tracked change, and when.
type Change = draft.Change

// Session writes one text: what stood before the proposals, with every proposal
// as a tracked change whose author is its sponsors. What the document that the
// snapshot was built from sets off is set off; it may be nil.
func Session(w io.Writer, s *snapshot.Snapshot, doc *source.Document) error {
	ps, base := draft.Lay(s)
	if doc != nil {
		emphasize(ps, s, doc)
	}
	b, err := proved(ended(ps), base, draft.Resolve(ps, true))
	if err != nil {
		return err
	}
	_, err = w.Write(b)
	return err
}

// ended adds an empty paragraph for the last one to go on into, if its mark may
// go.
func ended(ps []draft.Paragraph) []draft.Paragraph {
	if n := len(ps); n > 0 && (ps[n-1].Inserted != nil || ps[n-1].Deleted != nil) {
		return append(ps, draft.Paragraph{Unit: -1})
	}
	return ps
}
