package diff

import (
	"github.com/draftdiff/draftdiff/internal/both"
	"github.com/draftdiff/draftdiff/pkg/align"
	"github.com/draftdiff/draftdiff/pkg/align/assign"
	"github.com/draftdiff/draftdiff/pkg/align/words"
	"github.com/draftdiff/draftdiff/pkg/diff/internal/redline"
	"github.com/draftdiff/draftdiff/pkg/snapshot"
)

// Compare reports what happened between two texts.
func Compare(old, new *snapshot.Snapshot) *Diff {
	return Events(align.Align(old, new))
}

// Events reports what happened to the proposals and words of aligned units.
func Events(al *align.Alignment) *Diff {
	d := &Diff{Old: al.Old, New: al.New, Alignment: al, Units: make([]UnitChange, len(al.Pairs))}
	c := &comparer{d: d, al: al, clear: make([]bool, len(al.Pairs))}
	both.Run(func() { c.sides[0].side = newSide(al.Old) }, func() { c.sides[1].side = newSide(al.New) })
	second := &comparer{d: d, al: al, clear: c.clear}
	second.sides[0].side, second.sides[1].side = c.sides[0].side, c.sides[1].side
	half := len(al.Pairs) / 2
	both.Run(func() { c.pairs(0, half) }, func() { second.pairs(half, len(al.Pairs)) })
	d.Events = append(c.events, second.events...)
	c.whole()
	c.elsewhere()
	c.silent()
	c.modals()
	d.Summary = summarize(d)
	return d
}

// A comparer goes through the pairs of units. All buffers are kept from one
// pair to the next.
type comparer struct {
	d      *Diff
	al     *align.Alignment
	sides  [2]reading // old and new
	events []Event

	lexicon words.Lexicon
	differ  redline.Differ
	inner   redline.Differ // for distances, while the hunks of differ are in use
	solver  assign.Solver
	count   []int32 // of each word of the list at hand; zero between uses
	ids     []uint32
	edges   []assign.Edge
	matches []Match
	place   [2][]places
	late    []timed // events of the pair at hand, to be put in order
	clear   []bool  // pairs whose words differ by nothing but what was proposed
}

// A side is one of the texts, with its proposals by unit.
type side struct {
	s     *snapshot.Snapshot
	start []int32 // in list, of each unit; and the end of the last
	list  []int32 // proposals, in document order within each unit
	// covered units are proposed, or part of one that is: their words are those
	// of a proposal.
	covered []bool
	// title is how many units the title page has.
	title int
}

// A reading is one of the texts and the passage of it that is at hand.
type reading struct {
	*side
	passage
}

// newSide sorts the proposals by their units. Both are in document order, so that
// the unit of a proposal is nearly always that of the one before or soon after.
func newSide(snap *snapshot.Snapshot) *side {
	s := &side{s: snap}
	n := len(snap.Units)
	s.start, s.list = make([]int32, n+2), make([]int32, len(snap.Proposals))
	at := make([]int32, len(snap.Proposals))
	var byID map[string]int
	u := 0
	for i := range snap.Proposals {
		id := snap.Proposals[i].Unit
		v := near(snap.Units, u, id)
		if v < 0 {
			if byID == nil {
				byID = snap.ByID()
			}
			var ok bool
			if v, ok = byID[id]; !ok {
				v = u // a proposal on nothing: the decoder refuses it
			}
		}
		u = v
		at[i] = int32(u)
		if u < n {
			s.start[u+2]++
		}
	}
	for k := 2; k < len(s.start); k++ {
		s.start[k] += s.start[k-1]
	}
	for s.title < n && snap.Units[s.title].Kind == snapshot.KindNote && snap.Units[s.title].Parent == "" {
		s.title++
	}
	s.covered = make([]bool, n)
	for i, u := range at {
		s.list[s.start[u+1]] = int32(i)
		s.start[u+1]++
		if u < int32(n) && snap.Proposals[i].Action.OfUnit() {
			s.covered[u] = true
		}
	}
	for u, p := range snap.Parents() {
		if p >= 0 && s.covered[p] {
			s.covered[u] = true
		}
	}
	return s
}

// soon is how many units further or back the unit of the next proposal is looked
// for before all units are indexed by name.
const soon = 64

// near returns the unit with an identifier, at u or soon behind or before it; -1
// if there is none.
func near(units []snapshot.Unit, u int, id string) int {
	for v := u; v < min(len(units), u+soon); v++ {
		if units[v].ID == id {
			return v
		}
	}
	for v := u - 1; v >= max(0, u-soon); v-- {
		if units[v].ID == id {
			return v
		}
	}
	return -1
}

// of returns the proposals of a unit.
func (s *side) of(unit int) []int32 { return s.list[s.start[unit]:s.start[unit+1]] }

// pairs compares what stands in the units of the pairs from one on up to another.
func (c *comparer) pairs(from, to int) {
	for k := from; k < to; k++ {
		c.d.Units[k].Pair = c.al.Pairs[k]
		c.pair(k)
	}
}

// pair compares what stands in the units of pair k.
func (c *comparer) pair(k int) {
	p := &c.al.Pairs[k]
	if len(p.Old) == 1 && len(p.New) == 1 && c.untouched(p.Old[0], p.New[0]) {
		c.clear[k] = true
		return
	}
	c.sides[0].read(c, p.Old)
	c.sides[1].read(c, p.New)
	old, new := &c.sides[0].passage, &c.sides[1].passage
	c.late = c.late[:0]
	c.ofUnit(k)
	if len(p.Old) > 0 && len(p.New) > 0 {
		hunks := c.hunks(old, new)
		c.match(hunks)
		hunks = c.adopt(hunks)
		c.explained(k, hunks)
		if !(old.covered && new.covered) && !c.onTitlePage(p) {
			c.text(hunks)
		}
		c.headings(p.Old[0], p.New[0])
	}
	c.matched(k)
	c.unmatched(k)
	c.flush(k)
}

// onTitlePage reports whether both units say which text it is: the notes before
// the first unit of its structure. That they name another session is no edit.
func (c *comparer) onTitlePage(p *align.Pair) bool {
	return p.Old[0] < c.sides[0].title && p.New[0] < c.sides[1].title
}

// untouched reports whether two units have the same text and the same
// proposals, byte by byte, which most have.
func (c *comparer) untouched(i, j int) bool {
	u, v := &c.d.Old.Units[i], &c.d.New.Units[j]
	if u.Text != v.Text || u.Heading != v.Heading || u.Origin != v.Origin {
		return false
	}
	ps, qs := c.sides[0].of(i), c.sides[1].of(j)
	if len(ps) != len(qs) {
		return false
	}
	for k := range ps {
		p, q := &c.d.Old.Proposals[ps[k]], &c.d.New.Proposals[qs[k]]
		if p.Action.OfUnit() && p.Unit != q.Unit {
			return false // its label is in its words
		}
		if p.At != q.At || !identical(p, q) {
			return false
		}
	}
	return true
}

// identical reports whether two proposals are the same in every word and party.
func identical(p, q *snapshot.Proposal) bool {
	return p.Action == q.Action && p.Old == q.Old && p.New == q.New && p.Target == q.Target &&
		equalLists(p.Sponsors, q.Sponsors) && equalLists(p.Against, q.Against) && equalLists(p.Retain, q.Retain)
}

func equalLists(a, b []string) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}
