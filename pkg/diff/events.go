package diff

import (
	"cmp"
	"slices"
	"strings"

	"github.com/draftdiff/draftdiff/pkg/align"
	"github.com/draftdiff/draftdiff/pkg/align/words"
	"github.com/draftdiff/draftdiff/pkg/diff/internal/redline"
	"github.com/draftdiff/draftdiff/pkg/snapshot"
)

// A timed event waits for its place among those of its pair.
type timed struct {
	Event
	at int32
}

// emit adds an event of the pair at hand, at a word of the new passage.
func (c *comparer) emit(at int32, e Event) { c.late = append(c.late, timed{e, at}) }

// flush writes the events of the pair down in the order of the text.
func (c *comparer) flush(k int) {
	slices.SortStableFunc(c.late, func(x, y timed) int { return cmp.Compare(x.at, y.at) })
	for i := range c.late {
		e := &c.late[i].Event
		e.Pair = k
		c.events = append(c.events, *e)
	}
}

// about returns an event on the old proposal o and the new one n; one may be nil.
func (c *comparer) about(t EventType, o, n *proposal) Event {
	e := Event{Type: t, OldUnit: -1, NewUnit: -1, Old: -1, New: -1}
	old, new := &c.sides[0].passage, &c.sides[1].passage
	if len(old.units) > 0 {
		e.OldUnit = old.units[0]
	}
	if len(new.units) > 0 {
		e.NewUnit = new.units[0]
	}
	if o != nil {
		e.Action, e.Old, e.OldUnit = o.Action, int(o.index), old.units[o.unit]
	}
	if n != nil {
		e.Action, e.New, e.NewUnit = n.Action, int(n.index), new.units[n.unit]
	}
	return e
}

// matched reports what changed about the proposals that both texts have.
func (c *comparer) matched(k int) {
	old, new := &c.sides[0].passage, &c.sides[1].passage
	for j := range new.props {
		n := &new.props[j]
		if n.partner < 0 {
			continue
		}
		o := &old.props[n.partner]
		if c.reworded(o, n) {
			c.emit(n.order, c.with(o, n, Reworded))
		}
		if n.Action.OfUnit() && c.d.Units[k].Elsewhere {
			c.emit(n.order, c.with(o, n, Moved))
		}
		c.sponsors(n.order, c.with(o, n, Responsored), o, n)
	}
}

func (c *comparer) with(o, n *proposal, t EventType) Event {
	e := c.about(t, o, n)
	e.Match = n.match
	return e
}

// sponsors reports who came, went and changed side; e is the event to fill in.
func (c *comparer) sponsors(at int32, e Event, o, n *proposal) {
	if !equalLists(o.Sponsors, n.Sponsors) {
		joined, left := without(n.Sponsors, o.Sponsors), without(o.Sponsors, n.Sponsors)
		if len(joined)+len(left) > 0 {
			e.Type, e.Joined, e.Left = Responsored, joined, left
			c.emit(at, e)
		}
	}
	if list := stances(o, n); list != nil {
		e.Type, e.Joined, e.Left, e.Stances = Stances, nil, nil, list
		c.emit(at, e)
	}
}

// reworded reports whether a proposal has other words now. What was only read
// as another action, because its marks were lost, has not.
func (c *comparer) reworded(o, n *proposal) bool {
	if slices.Equal(o.old, n.old) && slices.Equal(o.new, n.new) {
		return false
	}
	if o.Action.OfUnit() {
		return n.state != settled
	}
	if o.Action == n.Action {
		return !words.SameLetters(o.Old, n.Old) || !words.SameLetters(o.New, n.New)
	}
	return c.alike(o, n) < 1000
}

// unmatched reports the proposals that only one text has.
func (c *comparer) unmatched(k int) {
	old, new := &c.sides[0].passage, &c.sides[1].passage
	for i := range old.props {
		o := &old.props[i]
		if o.partner >= 0 {
			continue
		}
		t := Withdrawn
		if o.state == adopted || c.carriedOut(k, o) {
			t = Adopted
		}
		c.emit(o.order, c.about(t, o, nil))
	}
	for j := range new.props {
		if n := &new.props[j]; n.partner < 0 {
			c.emit(n.order, c.about(Added, nil, n))
		}
	}
}

// carriedOut reports whether what the proposal wants done with its unit is what
// happened to the unit.
func (c *comparer) carriedOut(k int, o *proposal) bool {
	change := c.d.Units[k].Change
	old, new := &c.sides[0].passage, &c.sides[1].passage
	switch {
	case o.Action.OfUnit():
		return len(new.units) > 0 && !new.proposed
	case o.Action == snapshot.DeleteUnit:
		return change == align.Removed && !old.proposed
	case o.Action == snapshot.Delete: // of all that the unit says
		return change == align.Removed && !old.proposed && o.Within == "" && 1000*int(o.end-o.at) >= adoptedLeast*len(old.words)
	case o.Action == snapshot.MoveUnit:
		return change == align.Moved
	case o.Action == snapshot.MergeUnit:
		return change == align.Merged
	}
	return false
}

// text reports the hunks of base text that no proposal accounts for.
func (c *comparer) text(hunks []redline.Hunk) {
	old, new := &c.sides[0].passage, &c.sides[1].passage
	hunks = slices.DeleteFunc(hunks, func(h redline.Hunk) bool { return old.doubts(h.A0, h.A1) && new.doubts(h.B0, h.B1) })
	for _, h := range c.together(hunks) {
		e := c.about(Text, nil, nil)
		t := &TextChange{}
		t.Old, t.OldSpan, e.OldUnit = old.stretch(h.A0, h.A1)
		t.New, t.NewSpan, e.NewUnit = new.stretch(h.B0, h.B1)
		if words.SameLetters(t.Old, t.New) {
			continue // a conversion parted a word or ran two together
		}
		e.Text = t
		c.emit(int32(h.B0), e)
	}
}

// doubts reports whether the words [from, to) of a passage are base text only by
// a reading of a proposal that is not certain, "[cooperation-assistance: RU]",
// so that whatever happened to them is told by what happened to the proposal.
func (s *passage) doubts(from, to int) bool {
	for k := range s.props {
		if p := &s.props[k]; p.state == open && p.Action == snapshot.Replace && !p.Certain && p.Within == "" && int(p.at) <= from && to <= int(p.end) {
			return true
		}
	}
	return from == to
}

// together makes one hunk of two that both replace words when so little stayed
// between them that it is in both texts by chance: "the {-rate-}{+sharing+} of
// {-payments-}{+benefits+}" is one change to a reader.
func (c *comparer) together(hunks []redline.Hunk) []redline.Hunk {
	n := 0
	for _, h := range hunks {
		if n > 0 && c.byChance(hunks[n-1], h) {
			hunks[n-1].A1, hunks[n-1].B1 = h.A1, h.B1
			continue
		}
		hunks[n] = h
		n++
	}
	return hunks[:n]
}

// byChance reports whether what stayed between two hunks means nothing.
func (c *comparer) byChance(g, h redline.Hunk) bool {
	size := func(h redline.Hunk) int { return max(h.A1-h.A0, h.B1-h.B0) }
	replaces := func(h redline.Hunk) bool { return h.A0 < h.A1 && h.B0 < h.B1 }
	if !replaces(g) || !replaces(h) || h.A0-g.A1 > min(size(g), size(h)) {
		return false
	}
	short := func(list []word) bool {
		first, last := list[0], list[len(list)-1]
		return first.source == last.source && last.end-first.start <= chanceBytes
	}
	return short(c.sides[0].words[g.A1:h.A0]) && short(c.sides[1].words[g.B1:h.B0])
}

// stretch returns the words [from, to) of a passage as they are written, with
// their place in the text of their unit. The words of adopted proposals among
// them have no place there.
func (s *passage) stretch(from, to int) (string, Span, int) {
	var b strings.Builder
	for from < to {
		end := from + 1
		for end < to && s.words[end].source == s.words[from].source {
			end++
		}
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		w := s.words[from]
		source := s.sources[w.source]
		span := enclosed(source, Span{int(w.start), int(s.words[end-1].end)})
		if end == to && b.Len() == 0 && int(w.source) < len(s.units) {
			return source[span.Start:span.End], span, s.units[w.source]
		}
		b.WriteString(source[span.Start:span.End])
		from = end
	}
	// Nothing stands here, or not only base text: the place is behind the base
	// word before it.
	for k := from - 1; k >= 0; k-- {
		if w := s.words[k]; int(w.source) < len(s.units) {
			return b.String(), Span{int(w.end), int(w.end)}, s.units[w.source]
		}
	}
	return b.String(), Span{}, s.units[0]
}

// enclosed takes into a span of words the parentheses right before and behind it
// whose partners are in it, or are each other's: "b)(i" in "4(b)(i)", "a" in "(a)".
func enclosed(s string, span Span) Span {
	open, lost := 0, 0 // without a partner so far
	for _, c := range []byte(s[span.Start:span.End]) {
		switch {
		case c == '(':
			open++
		case c == ')' && open > 0:
			open--
		case c == ')':
			lost++
		}
	}
	for ; lost > 0 && span.Start > 0 && s[span.Start-1] == '('; lost-- {
		span.Start--
	}
	for ; open > 0 && span.End < len(s) && s[span.End] == ')'; open-- {
		span.End++
	}
	if span.Start > 0 && span.End < len(s) && s[span.Start-1] == '(' && s[span.End] == ')' {
		return Span{span.Start - 1, span.End + 1}
	}
	return span
}
