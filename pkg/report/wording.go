package report

import (
	"cmp"
	"slices"
	"strings"

	"github.com/draftdiff/draftdiff/pkg/align"
	"github.com/draftdiff/draftdiff/pkg/diff"
	"github.com/draftdiff/draftdiff/pkg/snapshot"
)

// A Piece is a stretch of a wording.
type Piece struct {
	Op   diff.Op
	Text string
	// Bracket marks what is not text but a proposal on it: "[with each other: CARICOM]".
	Bracket bool
	// Mark is the item that the words are about, nil for most.
	Mark *Item
}

// A mark is a piece to be put into a text at a byte.
type mark struct {
	at    int
	piece Piece
}

// proposalsOn lists the proposals on each unit, in order.
func proposalsOn(s *snapshot.Snapshot) [][]int32 {
	index := s.ByID()
	on := make([][]int32, len(s.Units))
	for i := range s.Proposals {
		if u, ok := index[s.Proposals[i].Unit]; ok {
			on[u] = append(on[u], int32(i))
		}
	}
	return on
}

// spell writes the wordings of a row.
func (b *pager) spell(row *Row) {
	old, new := b.sides(row)
	row.loads = [2]Load{b.load(0, old), b.load(1, new)}
	texts := [2]string{joined(b.Page.Diff.Old, old), joined(b.Page.Diff.New, new)}
	segments := diff.Redline(texts[0], texts[1])
	row.Old = lay(segments, diff.Insert, b.brackets(0, old), nil)
	row.New = lay(segments, diff.Delete, nil, b.brackets(1, new))
	if row.GoneTo != nil || len(row.Items)+len(row.Gone) > 0 {
		row.Reason = pairReason(&b.Page.Diff.Units[row.pair].Pair)
	}
	if len(row.Items) == 0 {
		return
	}
	if row.Wording = whole(row); row.Wording != nil {
		return
	}
	var marks [2][]mark
	for _, item := range row.Items {
		if item.Event == nil || !item.Event.Action.OnWords() {
			continue
		}
		for side, i := range [2]int{item.Event.Old, item.Event.New} {
			if i < 0 || side == 0 && item.Event.New >= 0 {
				continue
			}
			if at := b.anchor(side, i, [2][]int{old, new}[side]); at.End >= 0 {
				marks[side] = append(marks[side], mark{at.End, Piece{Op: diff.Equal, Mark: item}})
			}
		}
	}
	row.Wording = lay(segments, 0, marks[0], marks[1])
}

// sides are the units of a row.
func (b *pager) sides(row *Row) (old, new []int) {
	if row.GoneTo != nil {
		return b.Page.Diff.Units[row.pair].Old, nil
	}
	u := &b.Page.Diff.Units[row.pair]
	return u.Old, u.New
}

// joined is the text of units one behind the other.
func joined(s *snapshot.Snapshot, units []int) string {
	if len(units) == 1 {
		return s.Units[units[0]].Text
	}
	texts := make([]string, len(units))
	for i, u := range units {
		texts[i] = s.Units[u].Text
	}
	return strings.Join(texts, " ")
}

// whole is the wording of a row about a unit as a whole: with the units under
// it, as the entry spells them.
func whole(row *Row) []Piece {
	for _, item := range row.Items {
		op := diff.Equal
		switch {
		case item.Unit != nil && (item.Unit.Change == align.Added || item.Unit.Change == align.Removed):
		case item.Event == nil || !item.Event.Action.OfUnit():
			continue
		case item.Event.Type == diff.Added:
			op = diff.Insert
		case item.Event.Type == diff.Withdrawn:
			op = diff.Delete
		}
		pieces := make([]Piece, 0, len(item.Words))
		for _, s := range item.Words {
			if s.Op == diff.Equal {
				s.Op = op
			}
			pieces = append(pieces, Piece{Op: s.Op, Text: s.Text})
		}
		for _, other := range row.Items {
			other.Spelled = other.Unit != nil || other.Event.Action.OfUnit()
		}
		return pieces
	}
	return nil
}

// lay puts marks into the segments of a redline, but for those of one
// operation. Marks count in the old text and in the new one.
func lay(segments []diff.Segment, without diff.Op, old, new []mark) []Piece {
	byPlace := func(a, b mark) int { return cmp.Compare(a.at, b.at) }
	slices.SortStableFunc(old, byPlace)
	slices.SortStableFunc(new, byPlace)
	pieces := make([]Piece, 0, len(segments)+2*len(old)+2*len(new))
	var i, j int // in the old text and in the new one
	for _, s := range segments {
		if s.Op == without {
			continue
		}
		for text := s.Text; ; {
			cut := len(text)
			if s.Op != diff.Insert && len(old) > 0 {
				cut = min(cut, max(0, old[0].at-i))
			}
			if s.Op != diff.Delete && len(new) > 0 {
				cut = min(cut, max(0, new[0].at-j))
			}
			if cut > 0 {
				pieces = append(pieces, Piece{Op: s.Op, Text: text[:cut]})
			}
			text = text[cut:]
			if s.Op != diff.Insert {
				i += cut
			}
			if s.Op != diff.Delete {
				j += cut
			}
			if text == "" {
				break
			}
			for ; s.Op != diff.Insert && len(old) > 0 && old[0].at <= i; old = old[1:] {
				pieces = append(pieces, old[0].piece)
			}
			for ; s.Op != diff.Delete && len(new) > 0 && new[0].at <= j; new = new[1:] {
				pieces = append(pieces, new[0].piece)
			}
		}
	}
	for _, m := range append(old, new...) {
		pieces = append(pieces, m.piece)
	}
	return pieces
}
