package snapshot

import (
	"strings"

	"github.com/draftdiff/draftdiff/pkg/notation"
	"github.com/draftdiff/draftdiff/pkg/source"
	"github.com/draftdiff/draftdiff/pkg/text"
)

// A claim is what the bracket around a unit says of the unit as a whole:
// section 5 of the notation.
type claim struct {
	action  Action
	origin  Origin
	clauses []notation.Clause
	span    text.Span // of the group
	certain bool
	struck  bool // the unit is struck as a whole
	dashed  bool // nothing but the dashes around its label says that it is struck
	goesOn  bool // its paragraphs follow
	pends   bool // the bracket is open: its end stands in a later block
	closes  bool // the attribution ends a unit that an earlier block began
	closer  notation.ID
}

// closer returns the group at the end of a block whose attribution ends a unit
// that an earlier block began: its opener is not in the block. None if there is
// no such group or no such unit.
func (b *builder) closer(blk *block) notation.ID {
	if len(b.pending) == 0 {
		return notation.None
	}
	t := blk.tree
	c := t.Nodes[0].Last
	for c != notation.None && (t.Nodes[c].Kind == notation.Text && !hasWord(t.Text(c)) || t.Nodes[c].Kind == notation.Group && onlyDirective(t, c)) {
		c = t.Nodes[c].Prev
	}
	if c == notation.None || t.Nodes[c].Kind != notation.Group || t.Nodes[c].Flags&notation.Unopened == 0 || t.Attribution(c) == notation.None {
		return notation.None
	}
	return c
}

// dashed reports whether dashes stand around a label, or a dash behind a
// number: what is left of a strike over the label and the tab behind it.
func dashed(s string, label text.Span) bool {
	after := strings.TrimLeft(s[label.End:], " \u00a0")
	before := strings.TrimRight(s[:label.Start], " \u00a0")
	long := func(s string) bool { return strings.HasPrefix(s, "—") || strings.HasPrefix(s, "–") }
	return long(after) && (strings.HasSuffix(before, "—") || strings.HasSuffix(before, "–") || s[label.End-1] == '.')
}

// words is the span of a group without its brackets and its attribution.
func (blk *block) words(g notation.ID) text.Span {
	sp := blk.tree.Nodes[g].Span
	if a := blk.tree.Attribution(g); a != notation.None {
		sp.End = min(sp.End, blk.tree.Nodes[a].Span.Start)
	}
	return sp
}

// struckFrom reports whether a strike begins over a label and goes on over the
// words behind it.
func (blk *block) struckFrom(label text.Span) bool {
	for _, m := range blk.strikes.From(label.Start) {
		if m.Start <= label.Start && m.End > label.End+full/2 {
			return true
		}
	}
	return false
}

// ended reports whether the unit is a proposal that ends in its own block: what
// follows belongs to the unit that stood before it.
func (c *claim) ended() bool {
	return c.origin == OriginProposed && c.action.OfUnit() && !c.pends && !c.goesOn
}

// claimOf reads the claim of the group that a labelled block begins with.
func (b *builder) claimOf(blk *block, l lead, r resolved) claim {
	c := claim{origin: OriginBase, certain: true, closer: notation.None}
	if l.label.Alt {
		c.origin = OriginProposed
	}
	if end := b.closer(blk); end != notation.None && !l.label.Proposed() {
		c.closes, c.closer = true, end
		c.clauses = blk.tree.ClausesOf(blk.tree.Attribution(end))
		return c
	}
	if l.group == notation.None {
		return c
	}
	t := blk.tree
	n := &t.Nodes[l.group]
	c.span = n.Span
	c.struck = blk.strikes.whole(blk.words(l.group)) || l.label.Proposed() && blk.struckFrom(l.label.Span)
	if !c.struck && dashed(blk.src.Text, l.label.Span) {
		c.struck, c.dashed = true, true
	}
	if l.alone && n.Flags&notation.Unclosed == 0 && t.Attribution(l.group) == notation.None {
		c.struck = false
		if l.label.Proposed() { // "[2 alt] In two cases:", and the end is to come
			c.origin, c.pends = OriginProposed, true
		}
		return c
	}
	a := t.Attribution(l.group)
	if a == notation.None {
		c.pends = n.Flags&notation.Unclosed != 0
		if l.label.Proposed() { // its end is to come, though a bracket may close earlier
			c.origin, c.pends = OriginProposed, true
		}
		if c.pends && lostList(blk.src.Text) {
			c.pends, c.certain = false, false
			c.action = proposedBy(l.label)
			if c.action == ActionInvalid {
				c.action = Add
			}
			c.origin = OriginProposed
		}
		return c
	}
	c.clauses = t.ClausesOf(a)
	b.decide(&c, l.label, b.stands(b.path.above(r.level), r.step) > 0)
	return c
}

// decide tells the action of a claim from its clauses, its label, and whether
// a unit of that label stands already.
func (b *builder) decide(c *claim, label notation.LabelText, stands bool) {
	switch c.clauses[0].Verb {
	case notation.Delete:
		c.action, c.origin = DeleteUnit, OriginBase
		return
	case notation.Retain:
		c.action, c.origin = RetainUnit, OriginBase
		return
	case notation.For, notation.Against:
	default:
		c.action = directiveAction[c.clauses[0].Verb]
		return
	}
	switch {
	case label.Class == notation.Option:
		c.action, c.origin, c.goesOn = SupportUnit, OriginBase, true
		if label.Alt {
			c.action, c.origin = Alternative, OriginProposed
		}
	case label.Proposed():
		c.action, c.origin, c.certain = proposedBy(label), OriginProposed, !c.struck
	case c.struck:
		c.action, c.origin, c.certain = DeleteUnit, OriginBase, !c.dashed
	case retains(c.clauses):
		c.action, c.origin, c.certain = DeleteUnit, OriginBase, false
	case stands:
		c.action, c.origin = Rewrite, OriginProposed
	default:
		c.action, c.origin = Add, OriginProposed
	}
}

// proposedBy is the action that a label with bis or alt stands for.
func proposedBy(label notation.LabelText) Action {
	switch {
	case label.Alt:
		return Alternative
	case label.Latin != "":
		return Add
	}
	return ActionInvalid
}

// lostList reports whether a block ends with the colon of an attribution whose
// parties and closer were lost: a colon behind the text's own full stop.
func lostList(s string) bool {
	s = strings.TrimRight(s, " \n\t")
	return len(s) > 1 && s[len(s)-1] == ':' && strings.IndexByte(".;,", s[len(s)-2]) >= 0
}

func retains(cs []notation.Clause) bool {
	for _, c := range cs[1:] {
		if c.Verb == notation.Retain {
			return true
		}
	}
	return false
}

// stands reports how many units with that last step of an id stand in parent.
func (b *builder) stands(parent int, step string) int {
	var buf [64]byte
	id := buf[:0]
	if p := b.identifier(parent, step); p >= 0 {
		id = append(append(id, b.snap.Units[p].ID...), "__"...)
	}
	return b.ids[string(append(id, step...))]
}

// proposeUnit adds the proposal that a claim makes.
func (b *builder) proposeUnit(unit int, c claim, blk *block, src *source.Block) int {
	p := Proposal{
		Unit:    b.snap.Units[unit].ID,
		Action:  c.action,
		Certain: c.certain,
		Source:  b.place(src.SourceSpan(c.span)),
	}
	sc := scope{block: blk, unit: unit, w: &b.aside, within: -1}
	b.aside.begin()
	b.stances(&p, sc, c.clauses)
	if c.action == MoveUnit || c.action == MergeUnit || c.action == AlignUnit {
		p.Sponsors = b.add(nil, sc, c.clauses[0])
		p.Target = b.target(sc, c.clauses[0])
	}
	i := b.propose(p, -1)
	for k, cl := range c.clauses {
		if k > 0 && cl.Verb >= notation.Move {
			b.directive(sc, 0, []notation.Clause{cl})
		}
	}
	return i
}
