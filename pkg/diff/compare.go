package diff

import (
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
	c.sides[0].index(al.Old)
	c.sides[1].index(al.New)
	for k := range al.Pairs {
		d.Units[k].Pair = al.Pairs[k]
		c.pair(k)
	}
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
	d     *Diff
	al    *align.Alignment
	sides [2]side // old and new

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
	passage
}

// index sorts the proposals by their units. Both are in document order, so that
// the unit of a proposal is nearly always that of the one before or soon after.
func (s *side) index(snap *snapshot.Snapshot) {
	s.s = snap
	n := len(snap.Units)
	s.start, s.list = make([]int32, n+2), make([]int32, len(snap.Proposals))
	at := make([]int32, len(snap.Proposals))
	var byID map[string]int
	u := 0
	for i := range snap.Proposals {
		id := snap.Proposals[i].Unit
		v := u
		for v < min(n, u+soon) && snap.Units[v].ID != id {
			v++
		}
		if v == min(n, u+soon) {
			if byID == nil {
				byID = make(map[string]int, n)
				for k := range snap.Units {
					byID[snap.Units[k].ID] = k
				}
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
	for u, p := range align.Parents(snap) {
		if p >= 0 && s.covered[p] {
			s.covered[u] = true
		}
	}
}

// soon is how many units further the next proposal is looked for before all
// units are indexed by name.
const soon = 64

// of returns the proposals of a unit.
func (s *side) of(unit int) []int32 { return s.list[s.start[unit]:s.start[unit+1]] }

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
