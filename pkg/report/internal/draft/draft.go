package draft

import (
	"strings"

	"github.com/draftdiff/draftdiff/pkg/snapshot"
)

// Lay lays out a snapshot: what stood before the proposals, with every proposal
// as a tracked change whose author is its sponsors. Base is what rejecting all
// changes has to give.
func Lay(s *snapshot.Snapshot) (ps []Paragraph, base []string) {
	d := newDrafter(s)
	for i := range s.Units {
		d.unit(i)
	}
	return d.out, d.base
}

// drafter lays out a snapshot, unit by unit.
type drafter struct {
	s      *snapshot.Snapshot
	units  map[string]int
	on     [][]int          // proposals by unit, those in other proposals left out
	inside map[string][]int // proposals by the one that they stand in
	states []state
	merged int      // a heading that stands in the paragraph of its article
	base   []string // what rejecting everything has to give
	out    []Paragraph
}

// A state is what is proposed of a unit as a whole, by a proposal on it or on a
// unit around it.
type state struct {
	inserted, deleted *Change
}

func newDrafter(s *snapshot.Snapshot) *drafter {
	d := &drafter{
		s: s, units: s.ByID(), on: make([][]int, len(s.Units)),
		inside: map[string][]int{}, states: make([]state, len(s.Units)), merged: -1,
	}
	for i := range s.Proposals {
		p := &s.Proposals[i]
		if p.Within != "" {
			d.inside[p.Within] = append(d.inside[p.Within], i)
		} else if u, ok := d.units[p.Unit]; ok {
			d.on[u] = append(d.on[u], i)
		}
	}
	return d
}

// by is who proposes something.
func by(p *snapshot.Proposal) *Change {
	if len(p.Sponsors) == 0 {
		return &Change{Author: "no sponsor named"}
	}
	return &Change{Author: strings.Join(p.Sponsors, ", ")}
}

// settle finds the state of a unit: its own proposals before those around it.
func (d *drafter) settle(i int) []Comment {
	u := &d.s.Units[i]
	st := &d.states[i]
	if parent, ok := d.units[u.Parent]; ok {
		*st = d.states[parent]
	}
	if u.Origin == snapshot.OriginProposed && st.inserted == nil {
		st.inserted = &Change{Author: "no sponsor named"}
	}
	var said []Comment
	for _, k := range d.on[i] {
		p := &d.s.Proposals[k]
		switch {
		case p.Action.OfUnit():
			st.inserted = by(p)
		case p.Action == snapshot.DeleteUnit && st.deleted == nil && st.inserted == nil:
			st.deleted = by(p)
		case p.Action.OnUnit():
			said = append(said, Comment{by(p).Author, wish(p)})
		default:
			continue
		}
		said = append(said, positions(p)...)
	}
	if st.inserted != nil {
		st.deleted = nil // who wants an article deleted need not reject what others want in it
	}
	return said
}

// wish says what a proposal on a unit asks for.
func wish(p *snapshot.Proposal) string {
	s := strings.ReplaceAll(strings.TrimSuffix(p.Action.String(), "-unit"), "other", "asks")
	if p.Target != "" {
		s += ": " + p.Target
	}
	return s
}

// positions are what others say of a proposal.
func positions(p *snapshot.Proposal) []Comment {
	var said []Comment
	if len(p.Against) > 0 {
		said = append(said, Comment{strings.Join(p.Against, ", "), "against this proposal by " + by(p).Author})
	}
	if len(p.Retain) > 0 {
		said = append(said, Comment{strings.Join(p.Retain, ", "), "retain the text, against the proposal by " + by(p).Author})
	}
	return said
}

// unit writes the paragraph of a unit.
func (d *drafter) unit(i int) {
	u := &d.s.Units[i]
	said := d.settle(i)
	if i == d.merged {
		return
	}
	st := d.states[i]
	p := Paragraph{Unit: i, Inserted: st.inserted, Deleted: st.deleted, Note: u.Kind == snapshot.KindNote, Heading: headingOfUnit(u.Kind), Level: levels[u.Kind]}
	label := labelOf(u)
	words, on, owner := u.Text, d.on[i], i
	if next := i + 1; p.Heading > 0 && u.Kind != snapshot.KindHeading && u.Text == "" && next < len(d.s.Units) && d.s.Units[next].Kind == snapshot.KindHeading && d.s.Units[next].Parent == u.ID {
		d.merged, owner = next, next
		said = append(said, d.settle(next)...)
		words, on = d.s.Units[next].Text, d.on[next]
	}
	if label != "" && words != "" {
		label += " "
	}
	p.Label = label
	if label != "" {
		p.Runs = append(p.Runs, Run{Words: label, Inserted: st.inserted, Deleted: st.deleted})
	}
	p.Runs = append(p.Runs, d.layout(words, d.states[owner], on)...)
	if len(p.Runs) == 0 {
		return
	}
	p.Runs[0].Comments = append(said, p.Runs[0].Comments...)
	d.out = append(d.out, p)
	if st.inserted == nil {
		d.base = append(d.base, label+words)
	}
}

// headingOfUnit is the level of the heading that a unit begins with, 0 for none.
func headingOfUnit(k snapshot.UnitKind) int {
	switch k {
	case snapshot.KindChapter:
		return 1
	case snapshot.KindCluster:
		return 2
	case snapshot.KindArticle, snapshot.KindPreamble:
		return 3
	case snapshot.KindHeading, snapshot.KindOption:
		return 4
	}
	return 0
}

// levels is how deep units stand in their article.
var levels = map[snapshot.UnitKind]int{snapshot.KindSubparagraph: 1, snapshot.KindItem: 2}

// labelOf is the label of a unit as it stands in front of its words.
func labelOf(u *snapshot.Unit) string {
	switch {
	case u.Kind == snapshot.KindPreamble:
		return "Preamble"
	case u.Label == "", u.Kind == snapshot.KindNote:
		return ""
	case strings.HasSuffix(u.Label, ")"), u.Kind == snapshot.KindOption:
		return u.Label
	}
	return u.Label + "."
}
