package snapshot

import (
	"github.com/draftdiff/draftdiff/pkg/notation"
	"github.com/draftdiff/draftdiff/pkg/source"
	"github.com/draftdiff/draftdiff/pkg/text"
)

// pending is a unit whose bracket is not closed in its block: who proposes it, if
// anybody does, is said where it ends.
type pending struct {
	unit   int
	level  level
	claim  claim
	label  notation.LabelText
	before path // where it stands
	grace  bool // one unit of the same level has come since
}

// outlive ends the pending units that cannot go on past a unit of level l. A
// paragraph whose bracket is open may go on through the paragraph that follows
// it ("[8. … 9. …: SG]").
func (b *builder) outlive(l level, closes bool) {
	for n := len(b.pending); n > 0; n = len(b.pending) {
		p := &b.pending[n-1]
		if p.level < l {
			return
		}
		if closes || p.level == levelParagraph && l == levelParagraph && !p.grace {
			p.grace = true
			return
		}
		b.pending = b.pending[:n-1]
	}
}

// closeOpen ends the innermost of the first n pending units, those that began in
// earlier blocks, if the block ends with a bracket that closes it and nobody's
// name: it is an open alternative of the base. A bracket in a unit with bis or
// alt may close earlier than the unit ends.
func (b *builder) closeOpen(n int) {
	if n == 0 || n != len(b.pending) || b.pending[n-1].label.Proposed() {
		return
	}
	t := b.present.tree
	c := t.Nodes[0].Last
	for c != notation.None && t.Nodes[c].Kind == notation.Text && !hasWord(t.Text(c)) {
		c = t.Nodes[c].Prev
	}
	if c != notation.None && t.Nodes[c].Kind == notation.Bad && t.Text(c) == "]" {
		b.pending = b.pending[:n-1]
	}
}

// closePending gives the innermost pending unit the attribution that ends it,
// and returns the place where that unit stands.
func (b *builder) closePending(clauses []notation.Clause, blk *block, src *source.Block) path {
	n := len(b.pending) - 1
	p := b.pending[n]
	b.pending = b.pending[:n]
	c := p.claim
	c.clauses, c.certain = clauses, true
	c.span = text.Span{End: len(blk.src.Text)}
	u := &b.snap.Units[p.unit]
	st := &b.states[p.unit]
	b.decide(&c, p.label, b.stands(st.parent, st.step) > 1)
	b.setOrigin(p.unit, c.origin)
	if u.Kind == KindChapter && c.origin == OriginProposed {
		b.identifyArticles(p.unit)
	}
	i := b.proposeUnit(p.unit, c, blk, src)
	st.proposal = i
	pr := &b.snap.Proposals[i]
	end := pr.Source
	pr.Source = Place{Line: u.Source.Line, EndLine: end.EndLine, Offset: u.Source.Offset, EndOffset: end.EndOffset}
	if c.origin != OriginProposed {
		return noPath
	}
	return p.before
}

// setOrigin gives a unit and everything in it an origin, if it has another one.
func (b *builder) setOrigin(unit int, o Origin) {
	if b.snap.Units[unit].Origin == o {
		return
	}
	b.snap.Units[unit].Origin = o
	for i := unit + 1; i < len(b.snap.Units); i++ {
		for p := b.states[i].parent; p >= unit; p = b.states[p].parent {
			if p == unit {
				b.snap.Units[i].Origin = o
				break
			}
		}
	}
}
