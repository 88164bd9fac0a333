package report

import (
	"strings"

	"github.com/draftdiff/draftdiff/pkg/align"
	"github.com/draftdiff/draftdiff/pkg/diff"
	"github.com/draftdiff/draftdiff/pkg/snapshot"
)

// A Page is a report laid out to be read at length: every article of both
// texts, unit by unit, with the full wording where something happened.
type Page struct {
	*Report
	Silent  []*Row // the units whose words changed and nobody had proposed it
	Parts   []Part // in the order of the new text
	Actors  []Actor
	Kept    [][]int // the sponsors of each proposal to which nothing happened; indexes in Actors
	Changes int     // items on the page
	// Named: the texts say who proposed what. Where they never do, a change of
	// the text is no silent edit.
	Named bool
}

// A Part is an article, the preamble or another part with a heading.
type Part struct {
	Section
	ID     string // identifier of its unit
	Cite   string // its title without the heading
	Rows   []*Row // all its units, those that left it included
	Counts Tally  // of the items in Rows, and of silent edits in it
}

// Quiet reports whether nothing happened in the part, and its number is the same.
func (p *Part) Quiet() bool { return p.Counts.Sum() == 0 && len(p.Renumbered) == 0 && p.Was == "" }

// Note reports whether the part is a note of the secretariat, or a line of the
// title page.
func (p *Part) Note() bool { return strings.HasPrefix(p.ID, "note") }

// A Row is one unit as it stands in both texts.
type Row struct {
	ID       string // unique on the page
	Part     int
	Cite     string
	Was      string // its citation in the old text, if that differs; within the part if it stood there
	Within   string // Cite without that of its part, "" for the part itself
	Change   align.Change
	Proposed bool // no base text on either side
	Wording  []Piece
	Old, New []Piece // what stands on each side, with the proposals in brackets
	Items    []*Item
	Reason   string // why both sides are held to be the same unit
	GoneTo   *Row   // where the unit went; the row then has an old side alone
	Gone     []Departure

	pair  int     // index in Diff.Units
	loads [2]Load // of the old text and of the new one

	OldPlace, NewPlace snapshot.Place
}

// An Item is an entry with what a page shows besides.
type Item struct {
	*Entry
	N       int // counts from 1 in the order of the page
	Type    ItemType
	Against []string // the parties that are against the proposal, in the newer text
	Retain  []string // and those for retention
	Parties []int    // every party that the entry concerns; indexes in Page.Actors
	Owners  []int    // those of them that sponsor the proposal, in either text
	Reason  string   // why two proposals are held to be the same one
	From    *Row     // where the proposal stood before, if it moved
	Spelled bool     // the wording of the row has its words already
}

// An ItemType is a type of event, or [UnitType] for a change of a whole unit.
type ItemType int

// UnitType is the type of an item about a unit as a whole.
const UnitType = ItemType(len(eventWords))

// ItemTypes are all types, in the order in which pages count them.
var ItemTypes = [...]ItemType{ItemType(diff.Added), ItemType(diff.Withdrawn), ItemType(diff.Responsored), ItemType(diff.Stances), ItemType(diff.Reworded), ItemType(diff.Moved), ItemType(diff.Adopted), ItemType(diff.Text), UnitType}

// Name is the name of the type in the diff format, or "unit".
func (t ItemType) Name() string {
	if t == UnitType {
		return "unit"
	}
	return diff.EventType(t).String()
}

// Word says in a word or two what an item of a type is.
func (p *Page) Word(t ItemType) string {
	switch {
	case t == UnitType:
		return "whole unit"
	case t == ItemType(diff.Text) && p.Named:
		return "silent edit"
	case t == ItemType(diff.Text):
		return "text changed"
	}
	return eventWords[t]
}

// Words says what n items of a type are.
func (p *Page) Words(t ItemType, n int) string {
	switch {
	case n == 1:
	case t == ItemType(diff.Text) && p.Named:
		return "silent edits"
	case t == ItemType(diff.Text):
		return "text changes"
	case t == ItemType(diff.Stances):
		return "changes of side"
	}
	return p.Word(t)
}

// A Tally is how many items there are of each type.
type Tally [UnitType + 1]int

// Sum is the number of all items.
func (t *Tally) Sum() int {
	sum := 0
	for _, n := range t {
		sum += n
	}
	return sum
}

// NewPage lays out r.
func NewPage(r *Report) *Page {
	b := &pager{
		Page: &Page{Report: r, Named: len(r.Diff.Old.Parties)+len(r.Diff.New.Parties) > 0},
		builder: builder{
			Report:   &Report{Diff: r.Diff, tellsUnits: r.tellsUnits, old: r.old, new: r.new},
			sections: map[[2]int]int{},
		},
		rows: make([]*Row, len(r.Diff.Units)),
		on:   [2][][]int32{proposalsOn(r.Diff.Old), proposalsOn(r.Diff.New)},
	}
	b.gatherActors()
	b.touch()
	b.gatherKept()
	b.layRows()
	b.fill(r.Silent, true)
	for i := range r.Sections {
		b.fill(r.Sections[i].Entries, false)
	}
	b.leaveTraces()
	b.finish()
	return b.Page
}

// pager fills a page.
type pager struct {
	*Page
	builder
	rows   []*Row // by pair, nil where the report leaves it out
	actors map[string]int
	// Of the old text and of the new one: proposals by unit, and what happened
	// to each proposal.
	on      [2][][]int32
	touched [2][]diff.Op
}

// pairOf is the index of the pair that an entry is about.
func (b *pager) pairOf(e *Entry) int {
	switch {
	case e.Event != nil:
		return e.Event.Pair
	case len(e.Unit.New) > 0:
		return int(b.Page.Diff.Alignment.OfNew[e.Unit.New[0]])
	}
	return int(b.Page.Diff.Alignment.OfOld[e.Unit.Old[0]])
}

// fill puts entries into the rows of their units; silent edits into rows of
// their own.
func (b *pager) fill(entries []Entry, silent bool) {
	for i := range entries {
		e := &entries[i]
		pair := b.pairOf(e)
		row := b.row(pair)
		item := b.item(e)
		b.Parts[row.Part].Counts[item.Type]++
		if silent {
			if n := len(b.Page.Silent); n == 0 || b.Page.Silent[n-1].ID != "s"+row.ID {
				own := *row
				own.ID, own.Items = "s"+row.ID, nil
				b.Page.Silent = append(b.Page.Silent, &own)
			}
			row = b.Page.Silent[len(b.Page.Silent)-1]
		}
		row.Items = append(row.Items, item)
	}
}

// row returns the row of a pair; an event may stand under one that the report
// leaves out.
func (b *pager) row(pair int) *Row {
	if b.rows[pair] == nil {
		kept := b.Page.Units
		b.Page.Units = []int{pair}
		b.layRows()
		b.Page.Units = kept
	}
	return b.rows[pair]
}

// finish writes the wordings and numbers the items.
func (b *pager) finish() {
	number := func(row *Row) {
		for _, item := range row.Items {
			b.Changes++
			item.N = b.Changes
		}
	}
	for _, row := range b.Page.Silent {
		number(row)
		b.spell(row)
	}
	for i := range b.Parts {
		for _, row := range b.Parts[i].Rows {
			number(row)
			b.spell(row)
		}
	}
}
