package report

import (
	"slices"
	"strings"

	"github.com/draftdiff/draftdiff/pkg/align"
	"github.com/draftdiff/draftdiff/pkg/diff"
	"github.com/draftdiff/draftdiff/pkg/snapshot"
)

// snapshotOf is the old text for side 0 and the new one for side 1.
func (b *pager) snapshotOf(side int) *snapshot.Snapshot {
	if side == 0 {
		return b.Page.Diff.Old
	}
	return b.Page.Diff.New
}

// anchor is where a proposal stands in the joined text of units; its End is -1
// where that is not known.
func (b *pager) anchor(side, proposal int, units []int) snapshot.Anchor {
	s, shift := b.snapshotOf(side), 0
	p := &s.Proposals[proposal]
	for _, u := range units {
		unit := &s.Units[u]
		if unit.ID != p.Unit {
			shift += len(unit.Text) + 1
			continue
		}
		at := p.At
		if p.Within != "" {
			outer := b.outer(side, u, p.Within)
			if outer < 0 {
				break
			}
			if !s.Proposals[outer].Action.OfUnit() {
				end := b.anchor(side, outer, units).End
				return snapshot.Anchor{Start: end, End: end}
			}
			if start := strings.Index(s.Proposals[outer].New, unit.Text); start > 0 {
				at.Start, at.End = at.Start-start, at.End-start
			}
		}
		if at.Start < 0 || at.End > len(unit.Text) {
			break
		}
		return snapshot.Anchor{Start: at.Start + shift, End: at.End + shift}
	}
	return snapshot.Anchor{End: -1}
}

// outer finds the proposal in whose words another one on the unit stands: on
// the unit itself, or on one above it.
func (b *pager) outer(side, unit int, id string) int {
	s, c := b.snapshotOf(side), b.builder.old
	if side == 1 {
		c = b.builder.new
	}
	for u := unit; u >= 0; u = c.Parent(u) {
		for _, i := range b.on[side][u] {
			if s.Proposals[i].ID == id {
				return int(i)
			}
		}
	}
	return -1
}

// brackets are the proposals on units, as marks in their joined text. Those to
// which something happened bear the operation of their side.
func (b *pager) brackets(side int, units []int) []mark {
	var marks []mark
	s, end := b.snapshotOf(side), -1
	for _, u := range units {
		end += len(s.Units[u].Text) + 1
		for _, i := range b.on[side][u] {
			p := &s.Proposals[i]
			at := b.anchor(side, int(i), units)
			if at.End < 0 {
				at = snapshot.Anchor{Start: end, End: end}
			}
			op := b.touched[side][i]
			put := func(at int, text string) {
				marks = append(marks, mark{at, Piece{Op: op, Text: text, Bracket: true}})
			}
			switch {
			case p.Within != "" && p.Action.OnWords() && b.inWords(side, u, p.Within):
				// part of the words of another one
			case p.Action == snapshot.Insert:
				put(at.End, "["+p.New+positionsOf(p, "")+"]")
			case p.Action.OnWords():
				put(at.Start, "[")
				close := positionsOf(p, verbs[p.Action])
				if p.Action == snapshot.Replace {
					close = " → " + p.New + positionsOf(p, "")
				}
				put(at.End, close+"]")
			case p.Action.OfUnit():
				put(end, "["+verbs[p.Action]+positionsOf(p, "")+"]")
			default:
				put(end, "["+strings.TrimSpace(verbs[p.Action]+" "+p.Target)+positionsOf(p, "")+"]")
			}
		}
	}
	return marks
}

// inWords reports whether a proposal is about words, not about a unit.
func (b *pager) inWords(side, unit int, id string) bool {
	i := b.outer(side, unit, id)
	return i >= 0 && b.snapshotOf(side).Proposals[i].Action.OnWords()
}

// positionsOf says behind a colon who wants what.
func positionsOf(p *snapshot.Proposal, verb string) string {
	if verb == "" && len(p.Sponsors)+len(p.Against)+len(p.Retain) == 0 {
		return ""
	}
	b := make([]byte, 0, 64)
	b = append(append(b, ": "...), verb...)
	if verb != "" && len(p.Sponsors) > 0 {
		b = append(b, " – "...)
	}
	b = appendList(b, p.Sponsors)
	if len(p.Against) > 0 {
		b = appendList(append(b, "; against – "...), p.Against)
	}
	if len(p.Retain) > 0 {
		b = appendList(append(b, "; retain – "...), p.Retain)
	}
	return string(b)
}

func appendList(b []byte, list []string) []byte {
	for i, s := range list {
		if i > 0 {
			b = append(b, ", "...)
		}
		b = append(b, s...)
	}
	return b
}

// touch notes the proposals to which something happened.
func (b *pager) touch() {
	b.touched[0] = make([]diff.Op, len(b.Page.Diff.Old.Proposals))
	b.touched[1] = make([]diff.Op, len(b.Page.Diff.New.Proposals))
	for side := range b.touched {
		for i := range b.touched[side] {
			b.touched[side][i] = diff.Equal
		}
	}
	for _, i := range b.Page.Events {
		e := &b.Page.Diff.Events[i]
		if e.Old >= 0 {
			b.touched[0][e.Old] = diff.Delete
		}
		if e.New >= 0 {
			b.touched[1][e.New] = diff.Insert
		}
	}
}

// leaveTraces marks the places that units and proposals have left.
func (b *pager) leaveTraces() {
	d := b.Page.Diff
	for _, i := range b.Page.Units {
		u, row := &d.Units[i], b.rows[i]
		if u.Change != align.Moved || u.Old[0] == 0 {
			continue
		}
		before := b.rows[d.Alignment.OfOld[u.Old[0]-1]]
		if before == nil {
			continue
		}
		trace := &Row{
			ID: "o" + row.ID, pair: i, Part: before.Part, Cite: b.builder.old.Cite(u.Old[0]), GoneTo: row,
			OldPlace: row.OldPlace, Proposed: row.Proposed,
		}
		part := &b.Parts[before.Part]
		trace.Within = within(trace.Cite, part.Cite)
		part.Rows = slices.Insert(part.Rows, slices.Index(part.Rows, before)+1, trace)
	}
	for i := range b.Parts {
		for _, row := range b.Parts[i].Rows {
			for _, item := range row.Items {
				if item.From != nil {
					item.From.Gone = append(item.From.Gone, Departure{item, row})
				}
			}
		}
	}
}

// A Departure is a proposal that moved to another row.
type Departure struct {
	Item *Item
	To   *Row
}
