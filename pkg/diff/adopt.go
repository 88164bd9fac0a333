package diff

import (
	"slices"

	"github.com/draftdiff/draftdiff/pkg/align"
	"github.com/draftdiff/draftdiff/pkg/diff/internal/redline"
	"github.com/draftdiff/draftdiff/pkg/snapshot"
)

// hunks compares the base texts of two passages. The result is valid until the
// next comparison.
func (c *comparer) hunks(old, new *passage) []redline.Hunk {
	if slices.Equal(old.ids, new.ids) {
		return nil
	}
	return c.differ.Hunks(old.ids, new.ids, c.lexicon.Compare(old.ids, new.ids) > 0)
}

// adopt finds the proposals without a partner whose change is in the base text
// of the other side, and carries them out, so that what then still differs is
// what nobody proposed:
//
//	old base ── adopted proposals carried out ──▶ ┐
//	                                              ├─ differ: silent edits
//	new base ── new proposals carried out ──────▶ ┘
//
// On the new side that undoes what was base text and is now only proposed: the
// mirror of an adoption, and no silent edit. It also catches a group whose lost
// strike was read as an insertion in one text and as a deletion in the other.
func (c *comparer) adopt(hunks []redline.Hunk) []redline.Hunk {
	// Where changes touch, the first one carried out may decide on the next. The
	// texts themselves say which side begins, not which one is called old.
	begin := 0
	if c.lexicon.Compare(c.sides[0].ids, c.sides[1].ids) > 0 {
		begin = 1
	}
	steps := 0
	for n := range c.sides {
		turn := n ^ begin
		here, there := &c.sides[turn].passage, &c.sides[1-turn].passage
		for k := range here.props {
			if len(hunks) == 0 || steps > adoptSteps {
				return hunks
			}
			p := &here.props[k]
			if !p.Action.OnWords() || p.Action == snapshot.Retain || p.Within != "" && !here.proposed || !loose(p, there) {
				continue
			}
			change := *p
			proven, words := c.proves(&change, here, there, hunks, turn == 1)
			if !proven && change.asWritten() {
				var more int
				proven, more = c.proves(&change, here, there, hunks, turn == 1)
				words += more
			}
			steps += len(hunks) + words
			if !proven {
				continue
			}
			steps += len(here.words) + len(there.words)
			if turn == 0 && p.partner < 0 {
				p.state = adopted
			}
			here.carryOut(c, &change)
			hunks = c.hunks(&c.sides[0].passage, &c.sides[1].passage)
		}
	}
	return hunks
}

// explained settles the proposed units whose words differ only by what was
// proposed within them and is in their words now: nobody reworded them.
func (c *comparer) explained(k int, hunks []redline.Hunk) {
	old, new := &c.sides[0].passage, &c.sides[1].passage
	c.clear[k] = len(hunks) == 0
	if len(hunks) > 0 || !old.proposed || !new.proposed {
		return
	}
	for j := range new.props {
		n := &new.props[j]
		if n.Action.OfUnit() && n.partner >= 0 && !hasBelow(c.d.New, new.units[n.unit]) && !hasBelow(c.d.Old, old.units[0]) {
			n.state = settled
		}
	}
}

// whole does the same for those that have sub-units: their words are explained
// if those of every sub-unit are.
func (c *comparer) whole() {
	c.d.Events = slices.DeleteFunc(c.d.Events, func(e Event) bool {
		if e.Type != Reworded || !e.Action.OfUnit() || !c.clear[e.Pair] || !hasBelow(c.d.Old, e.OldUnit) && !hasBelow(c.d.New, e.NewUnit) {
			return false
		}
		oldEnd, newEnd := behind(c.d.Old, e.OldUnit), behind(c.d.New, e.NewUnit)
		within := func(pair int32) bool {
			k, u := int(pair), &c.d.Units[pair]
			if !c.clear[k] || k != e.Pair && u.Change != align.Same && u.Change != align.Reworded {
				return false
			}
			i, j := u.Old[0], u.New[0]
			return e.OldUnit <= i && i < oldEnd && e.NewUnit <= j && j < newEnd && c.d.Old.Units[i].Heading == c.d.New.Units[j].Heading
		}
		return !slices.ContainsFunc(c.al.OfOld[e.OldUnit:oldEnd], func(k int32) bool { return !within(k) }) &&
			!slices.ContainsFunc(c.al.OfNew[e.NewUnit:newEnd], func(k int32) bool { return !within(k) })
	})
}

// behind is the first unit behind those that are below a unit.
func behind(s *snapshot.Snapshot, unit int) int {
	for end := unit + 1; end < len(s.Units); end++ {
		parent, p := s.Units[end].Parent, end-1
		if parent == s.Units[unit].ID {
			continue
		}
		for p > unit && s.Units[p].ID != parent {
			p--
		}
		if p == unit {
			return end
		}
	}
	return len(s.Units)
}

// hasBelow reports whether a unit has sub-units, the words of which are in its
// proposal too.
func hasBelow(s *snapshot.Snapshot, unit int) bool {
	return unit+1 < len(s.Units) && s.Units[unit+1].Parent == s.Units[unit].ID
}

// asWritten makes of two readings that were only taken to be run together an
// insertion behind the first: so they stand in a text whose brackets were just
// taken off, "[seeking requesting: NI]".
func (p *proposal) asWritten() bool {
	if p.Action != snapshot.Replace || p.Certain {
		return false
	}
	insertion := *p.Proposal
	insertion.Action = snapshot.Insert
	p.Proposal, p.at = &insertion, p.end
	return true
}

// loose reports whether a proposal has no partner, or one that was read as
// another action.
func loose(p *proposal, there *passage) bool {
	return p.partner < 0 || there.props[p.partner].Action != p.Action
}

// proves reports whether the change that p proposes is what happened where it
// stands: whether carrying it out brings the two texts nearer to each other by
// nearly as much as it changes. It says how many words it went through.
func (c *comparer) proves(p *proposal, here, there *passage, hunks []redline.Hunk, turned bool) (proven bool, words int) {
	gone, come := int(p.end-p.at), len(p.new)
	if p.Action == snapshot.Insert {
		gone = 0
	} else if p.Action == snapshot.Delete {
		come = 0
	}
	if gone+come == 0 {
		return false, 0
	}
	r, ok := region(int(p.at), int(p.at)+gone, here.ids, there.ids, hunks, turned)
	if !ok {
		return false, 0
	}
	a, b := here.ids[r.A0:r.A1], there.ids[r.B0:r.B1]
	before := c.distance(a, b)
	at := int(p.at) - r.A0
	c.ids = append(append(c.ids[:0], a[:at]...), p.new[:come]...)
	c.ids = append(c.ids, a[at+gone:]...)
	after := c.distance(c.ids, b)
	return 1000*(before-after) >= adoptedLeast*(gone+come), len(a) + len(b)
}

// region is the stretch of both passages that [from, to) and the hunks at it
// take up together; false if there is no hunk at it. A hunk that only inserts or
// only deletes could as well stand earlier where the same words repeat.
func region(from, to int, here, there []uint32, hunks []redline.Hunk, turned bool) (redline.Hunk, bool) {
	var r redline.Hunk
	found := false
	for _, h := range hunks {
		if turned {
			h = redline.Hunk{A0: h.B0, A1: h.B1, B0: h.A0, B1: h.A1}
		}
		slack := slack(h, here, there)
		if h.A0-slack > to || h.A1 < from {
			continue
		}
		if !found {
			r.A0 = min(from, h.A0-slack)
			r.B0 = r.A0 + h.B0 - h.A0
			found = true
		}
		r.A1 = max(to, h.A1)
		r.B1 = r.A1 + h.B1 - h.A1
	}
	return r, found
}

// slack is how far to the front a hunk could slide.
func slack(h redline.Hunk, a, b []uint32) int {
	n := 0
	switch {
	case h.A0 == h.A1:
		for n < min(h.A0, h.B0) && b[h.B0-n-1] == b[h.B1-n-1] {
			n++
		}
	case h.B0 == h.B1:
		for n < min(h.A0, h.B0) && a[h.A0-n-1] == a[h.A1-n-1] {
			n++
		}
	}
	return n
}

// distance is how many words must go and come to make the one from the other.
func (c *comparer) distance(a, b []uint32) int {
	n := 0
	for _, h := range c.inner.Hunks(a, b, c.lexicon.Compare(a, b) > 0) {
		n += h.A1 - h.A0 + h.B1 - h.B0
	}
	return n
}

// carryOut makes the change that p proposes in the words of the passage.
func (s *passage) carryOut(c *comparer, p *proposal) {
	at, end := p.at, p.end
	if p.Action == snapshot.Insert {
		end = at
	}
	var fresh []word
	if p.Action != snapshot.Delete {
		source := int32(len(s.sources))
		s.sources = append(s.sources, p.New)
		for _, w := range c.lexicon.Words(nil, p.New) {
			fresh = append(fresh, word{w.ID, source, w.Start, w.End})
		}
	}
	s.words = slices.Replace(s.words, int(at), int(end), fresh...)
	s.ids = s.ids[:0]
	for _, w := range s.words {
		s.ids = append(s.ids, w.id)
	}
	shift := int32(len(fresh)) - (end - at)
	moved := func(x int32, later bool) int32 {
		switch {
		case x >= end && (x > at || later):
			return x + shift
		case x > at:
			return at
		}
		return x
	}
	for k := range s.props {
		q := &s.props[k]
		q.at, q.end = moved(q.at, q.index > p.index), moved(q.end, q.index > p.index)
	}
}
