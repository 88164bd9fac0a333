package docx

import (
	"io"

	"github.com/draftdiff/draftdiff/pkg/report/internal/draft"
	"github.com/draftdiff/draftdiff/pkg/snapshot"
)

// Change says who made a tracked change, and when.
type Change = draft.Change

// Session writes one text: what stood before the proposals, with every proposal
// as a tracked change whose author is its sponsors.
func Session(w io.Writer, s *snapshot.Snapshot) error {
	ps, base := draft.Lay(s)
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
