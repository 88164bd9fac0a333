package diff

import (
	"github.com/draftdiff/draftdiff/pkg/align"
	"github.com/draftdiff/draftdiff/pkg/align/words"
	"github.com/draftdiff/draftdiff/pkg/snapshot"
)

// elsewhere finds the proposals that went from one unit and came to another,
// not aligned one. Only a proposal with enough words, which only one unit lost
// and only one gained, is known again; anything less is withdrawn and added.
func (c *comparer) elsewhere() {
	type key struct {
		action   snapshot.Action
		old, new uint64
	}
	type meeting struct {
		lost, gained int // event, plus one
		several      bool
	}
	var found map[key]*meeting
	for i := range c.d.Events {
		e := &c.d.Events[i]
		p := c.d.OldProposal(e)
		if e.Type == Added {
			p = c.d.NewProposal(e)
		} else if e.Type != Withdrawn {
			continue
		}
		if p.Action.OfUnit() || c.length(p) < movedWords {
			continue
		}
		if found == nil {
			found = map[key]*meeting{}
		}
		k := key{p.Action, words.Hash(p.Old) ^ words.Hash(p.Target)<<1, words.Hash(p.New)}
		m := found[k]
		if m == nil {
			m = &meeting{}
			found[k] = m
		}
		at := &m.lost
		if e.Type == Added {
			at = &m.gained
		}
		m.several = m.several || *at != 0
		*at = i + 1
	}
	move := map[int]int{} // from the event that gained to the one that lost
	gone := map[int]bool{}
	for _, m := range found {
		if m.several || m.lost == 0 || m.gained == 0 {
			continue
		}
		o, n := c.d.OldProposal(&c.d.Events[m.lost-1]), c.d.NewProposal(&c.d.Events[m.gained-1])
		if overlap(o.Sponsors, n.Sponsors) >= halfSponsors {
			move[m.gained-1], gone[m.lost-1] = m.lost-1, true
		}
	}
	if len(move) > 0 {
		c.move(move, gone)
	}
}

func (c *comparer) length(p *snapshot.Proposal) int {
	c.ids = c.lexicon.IDs(c.lexicon.IDs(c.ids[:0], p.Old), p.New)
	return len(c.ids)
}

// move writes the events again, with the moves in the place of what was added.
func (c *comparer) move(move map[int]int, gone map[int]bool) {
	before := c.d.Events
	c.events = make([]Event, 0, len(before))
	for i, e := range before {
		if gone[i] {
			continue
		}
		if from, ok := move[i]; ok {
			e.Type, e.Old, e.OldUnit = Moved, before[from].Old, before[from].OldUnit
			e.Match = Match{MatchElsewhere, 1}
			o := &proposal{Proposal: c.d.OldProposal(&e)}
			n := &proposal{Proposal: c.d.NewProposal(&e)}
			c.events = append(c.events, e)
			c.late = c.late[:0]
			c.sponsors(0, e, o, n)
			c.flush(e.Pair)
			continue
		}
		c.events = append(c.events, e)
	}
	c.d.Events = c.events
}

// silent marks the base units that came or went although no adopted proposal
// asked for it.
func (c *comparer) silent() {
	asked := map[string]bool{} // old units, by identifier
	for i := range c.d.Events {
		e := &c.d.Events[i]
		if e.Type != Adopted {
			continue
		}
		switch {
		case e.NewUnit < 0:
			asked[c.d.Old.Units[e.OldUnit].ID] = true
		case e.Action == snapshot.Alternative || e.Action == snapshot.Rewrite:
			// What it was the alternative to went for it.
			asked[c.d.New.Units[e.NewUnit].ID] = true
		}
	}
	for k := range c.d.Units {
		u := &c.d.Units[k]
		switch u.Change {
		case align.Removed:
			unit := &c.d.Old.Units[u.Old[0]]
			if asked[unit.Parent] {
				asked[unit.ID] = true
			}
			u.Silent = isText(unit) && !asked[unit.ID]
		case align.Added:
			u.Silent = isText(&c.d.New.Units[u.New[0]])
		}
	}
}

// isText reports whether a unit is agreed text: neither proposed nor a note of
// the secretariat.
func isText(u *snapshot.Unit) bool {
	return u.Origin == snapshot.OriginBase && u.Kind != snapshot.KindNote
}
