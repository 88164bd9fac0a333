package snapshot

import (
	"github.com/draftdiff/draftdiff/pkg/notation"
	"github.com/draftdiff/draftdiff/pkg/source"
	"github.com/draftdiff/draftdiff/pkg/text"
)

// labelled reads a block that begins with the label of a paragraph, a
// subparagraph, an item, a recital or an option.
func (b *builder) labelled(blk *block, src *source.Block, l lead) {
	r := b.resolve(l.label)
	if b.path[levelParagraph] >= 0 && !b.preamble && l.label.Class == notation.Number && (src.Level > 2 || b.numbersAgain(l.label)) {
		r.level, r.kind, r.step = levelSubparagraph, KindSubparagraph, b.step("subpara", r.cited)
	}
	if l.label.Class == notation.Option && b.path[levelParagraph] >= 0 && b.optionOfParagraph(blk, l) {
		r.level = levelSubparagraph
		if l.second.Class == notation.Letter || b.path[levelWording] >= 0 {
			r.level = levelWording
		} else if sub := b.path[levelSubparagraph]; sub >= 0 && notation.ScanLabel(b.snap.Units[sub].Text).Class == notation.Option {
			r.level = levelItem // "(c) Option 1: …" has the first one in its words
		}
	}
	claim := b.claimOf(blk, l, r)
	b.outlive(r.level, claim.closes)
	unit := b.newUnit(r, claim.origin, src.SourceSpan(text.Span{End: len(blk.src.Text)}))
	b.plainID(unit, l)
	last := b.path
	b.path.enter(r.level, unit)
	level, after := r.level, noPath
	if claim.closes {
		level = b.pending[len(b.pending)-1].level
		after = b.closePending(claim.clauses, blk, src)
	} else if claim.action != ActionInvalid {
		b.states[unit].proposal = b.proposeUnit(unit, claim, blk, src)
	}
	if claim.pends {
		b.pending = append(b.pending, pending{unit: unit, level: r.level, claim: claim, label: l.label, before: last})
	}
	target := unit
	if l.second.Class != notation.NoLabel {
		r2 := b.resolve(l.second)
		target = b.newUnit(r2, claim.origin, src.SourceSpan(text.Span{End: len(blk.src.Text)}))
		b.path.enter(r2.level, target)
	}
	b.contents(blk, l, target, claim)
	if claim.ended() {
		after = last
	}
	b.leave(level, after)
}

// leave goes back to the place where a proposed unit stood, once it has ended:
// into the unit of its level that stood there before, if there is one, or behind
// the articles of a chapter or cluster.
func (b *builder) leave(l level, before path) {
	switch {
	case before == noPath:
	case l < levelArticle:
		b.path = before
		b.path.enter(l, before[l])
	case l >= levelParagraph && before[l] >= 0:
		b.path = before
	}
}

// optionOfParagraph reports whether an option is a wording of the paragraph
// that stands, and not a heading over paragraphs of its own: its words follow
// on the same line.
func (b *builder) optionOfParagraph(blk *block, l lead) bool {
	if l.group != notation.None && blk.tree.Attribution(l.group) != notation.None {
		return false
	}
	return hasWord(blk.src.Text[l.label.Span.End:])
}

// newUnit adds a unit at the present place.
func (b *builder) newUnit(r resolved, origin Origin, sp text.Span) int {
	parent := b.path.above(r.level)
	if origin == OriginInvalid {
		origin = OriginBase
	}
	if parent >= 0 && b.snap.Units[parent].Origin == OriginProposed {
		origin = OriginProposed
	}
	u := Unit{
		ID:     b.id(parent, r.step),
		Kind:   r.kind,
		Label:  r.cited,
		Origin: origin,
		Source: b.place(sp),
	}
	if parent >= 0 {
		u.Parent = b.snap.Units[parent].ID
	}
	b.snap.Units = append(b.snap.Units, u)
	b.states = append(b.states, unitState{level: r.level, parent: parent, number: r.plain, latin: r.latin, step: r.step, proposal: -1})
	return len(b.snap.Units) - 1
}

// contents reads the words of a block into a unit: everything but the label.
func (b *builder) contents(blk *block, l lead, unit int, c claim) {
	b.main.begin()
	sc := scope{
		block: blk, unit: unit, w: &b.main, within: -1,
		own:    b.snap.Units[unit].Origin == OriginProposed,
		struck: c.struck,
	}
	sc.closer = c.closer
	b.rest(sc, l, blk.tree.Nodes[0].First)
	b.setText(unit, b.main.text())
}

// rest reads nodes from c on, stepping into groups that only hold the label.
func (b *builder) rest(sc scope, l lead, c notation.ID) {
	for ; c != notation.None; c = sc.tree.Nodes[c].Next {
		switch {
		case c == l.node:
		case sc.tree.Nodes[c].Span.End <= l.label.Span.Start && sc.tree.Nodes[c].Kind != notation.Group:
		case sc.tree.Nodes[c].Kind == notation.Group && (c == sc.closer || holds(sc.tree, c, l.node)):
			b.rest(sc, l, sc.tree.Nodes[c].First)
		case sc.tree.Nodes[c].Kind == notation.Label && l.node == notation.None: // no label, but words
			b.plain(sc, sc.tree.Nodes[c].Span)
		case sc.tree.Nodes[c].Kind == notation.Label:
		default:
			b.node(sc, c)
		}
	}
}

// holds reports whether node is in the subtree of g.
func holds(t *notation.Tree, g, node notation.ID) bool {
	for n := node; n != notation.None; n = t.Nodes[n].Parent {
		if n == g {
			return true
		}
	}
	return false
}

func (b *builder) setText(unit int, s string) {
	if u := &b.snap.Units[unit]; u.Text == "" {
		u.Text = s
	} else if s != "" {
		u.Text += " " + s
	}
}

// unitFor returns the id of the unit that a directive is about: the one its
// words name, or else the one it stands in.
func (b *builder) unitFor(unit int, c notation.Clause) string {
	u := unit
	want := KindInvalid
	switch c.Object {
	case notation.ArticleUnit:
		want = KindArticle
	case notation.ClusterUnit:
		want = KindCluster
	}
	if want != KindInvalid {
		for p := u; p >= 0; p = b.states[p].parent {
			if b.snap.Units[p].Kind == want {
				return b.snap.Units[p].ID
			}
		}
	}
	if b.snap.Units[u].Kind == KindHeading && c.Object != notation.Original && b.states[u].parent >= 0 {
		u = b.states[u].parent
	}
	return b.snap.Units[u].ID
}
