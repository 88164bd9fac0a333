package report

import (
	"slices"

	"github.com/draftdiff/draftdiff/pkg/align"
	"github.com/draftdiff/draftdiff/pkg/citation"
	"github.com/draftdiff/draftdiff/pkg/diff"
	"github.com/draftdiff/draftdiff/pkg/snapshot"
)

// A Report is a diff as people read it.
type Report struct {
	Diff *diff.Diff
	Head Head
	// Silent are the changes to the base text that nobody has proposed; they
	// are in no section.
	Silent   []Entry
	Sections []Section // in the order of the new text
	// Events and Units index those of Diff that the options keep, in order.
	Events, Units []int
	// Summary counts what the options keep.
	Summary diff.Summary
	// Filter says in words what the options keep, "" if everything.
	Filter string

	tellsUnits bool            // changes of whole units are told too
	old, new   *citation.Citer // of the two texts
}

// A Section is an article, the preamble or another part with a heading.
type Section struct {
	Title   string // "Article 57. Scope"
	Cite    string // "Article 57"
	Was     string // its citation in the old text, if that differs
	Entries []Entry
	// Renumbered are the units of the section that only bear another number.
	Renumbered []Renumbering
}

// A Renumbering cites a unit within its section by its old and its new number.
type Renumbering struct {
	Was, Now           string
	OldPlace, NewPlace snapshot.Place
}

// An Entry is one thing that happened, to a proposal, to the words of a unit or
// to a unit as a whole.
type Entry struct {
	Event *diff.Event      // nil where a unit as a whole changed
	Unit  *diff.UnitChange // nil where a proposal or words changed

	Cite string // of the unit in the new text, or in the old one if it is gone
	Was  string // its citation in the old text, if that differs
	What string // what happened, in a word or two: "withdrawn", "renumbered"

	Verb        string         // what a proposal does with its words: "insert"
	Words       []diff.Segment // empty if the words say nothing
	Replacement []diff.Segment // of a replacement: the words in the place of Words
	Before      string         // of a text event: the words of the unit around the change
	After       string

	Sponsors []Position // of the proposal, with those that joined and left
	Stances  []Stance
	Modal    []diff.ModalChange

	OldPlace, NewPlace snapshot.Place // zero where there is none
}

// A Position is a party in a list of sponsors.
type Position struct {
	Party string
	Move  Move
}

// Move is what a sponsor did. The zero move is none.
type Move uint8

// The moves.
const (
	Stayed Move = iota
	Joined
	Left
)

// A Stance is a party's change of side, in words.
type Stance struct {
	Party, From, To string
}

// New makes the report of d that the options ask for.
func New(d *diff.Diff, opt Options) (*Report, error) {
	f, err := newFilter(d, opt)
	if err != nil {
		return nil, err
	}
	b := &builder{
		Report:   &Report{Diff: d, Filter: f.String(), tellsUnits: f.tellsUnits(), old: citation.New(d.Old), new: citation.New(d.New)},
		filter:   f,
		sections: map[[2]int]int{},
	}
	b.named = len(d.Old.Parties)+len(d.New.Parties) > 0
	b.walk()
	b.spell()
	b.Summary = d.Summary
	if b.Filter != "" {
		b.Summary = b.summarize()
	}
	b.Head = b.head()
	return b.Report, nil
}

// Empty reports whether nothing happened that the options keep.
func (r *Report) Empty() bool {
	if len(r.Events) > 0 || !r.tellsUnits {
		return len(r.Events) == 0
	}
	return !slices.ContainsFunc(r.Units, func(i int) bool {
		return r.Diff.Units[i].Change != align.Same
	})
}

// Title names both texts.
func (r *Report) Title() string {
	return name(&r.Diff.Old.Document) + " → " + name(&r.Diff.New.Document)
}

// name tells one text from the other.
func name(d *snapshot.Document) string {
	if d.Session != "" {
		return d.Session + " (" + d.Source.Name + ")"
	}
	return d.Source.Name
}

// builder fills a report.
type builder struct {
	*Report
	filter   *filter
	sections map[[2]int]int // index in Sections by the unit of the old and new text

	// named: the texts say who proposed what. Where they never do, no change is
	// more silent than another.
	named bool
}

// walk goes through units and events together, in the order of the text.
func (b *builder) walk() {
	d := b.Diff
	of := b.eventsByUnit()
	for i := range d.Units {
		u := &d.Units[i]
		if b.filter.unit(u) {
			b.Units = append(b.Units, i)
			switch {
			case !b.worthTelling(u):
			case u.Change == align.Renumbered:
				b.renumbered(u)
			default:
				b.add(u, b.unitEntry(u), u.Silent && b.named)
			}
		}
		for ; len(of) > 0 && d.Events[of[0]].Pair == i; of = of[1:] {
			if e := &d.Events[of[0]]; b.filter.event(e) {
				b.Events = append(b.Events, of[0])
				b.add(u, b.eventEntry(e), e.Type == diff.Text && b.named)
			}
		}
	}
}

// eventsByUnit gives the indexes of the events in the order of the units.
func (b *builder) eventsByUnit() []int {
	list := make([]int, len(b.Diff.Events))
	for i := range list {
		list[i] = i
	}
	slices.SortStableFunc(list, func(i, k int) int { return b.Diff.Events[i].Pair - b.Diff.Events[k].Pair })
	return list
}

// worthTelling reports whether a change of a unit is told in an entry of its
// own: not where the words of an event tell it, and not for what follows from
// the same change of the unit above.
func (b *builder) worthTelling(u *diff.UnitChange) bool {
	if !b.tellsUnits {
		return false
	}
	switch u.Change {
	case align.Same, align.Reworded:
		return false
	case align.Added:
		unit := u.New[0]
		return b.Diff.New.Units[unit].Origin == snapshot.OriginBase && !b.above(b.new, unit, b.Diff.Alignment.OfNew, u.Change)
	case align.Removed:
		unit := u.Old[0]
		return b.Diff.Old.Units[unit].Origin == snapshot.OriginBase && !b.above(b.old, unit, b.Diff.Alignment.OfOld, u.Change)
	}
	return true
}

// above reports whether the parent of a unit came or went with it.
func (b *builder) above(c *citation.Citer, unit int, pairs []int32, change align.Change) bool {
	p := c.Parent(unit)
	return p >= 0 && b.Diff.Units[pairs[p]].Change == change
}

// differing returns was unless it is what is.
func differing(was, is string) string {
	if was == is {
		return ""
	}
	return was
}
