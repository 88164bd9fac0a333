package snapshot

import (
	"github.com/draftdiff/draftdiff/pkg/notation"
	"github.com/draftdiff/draftdiff/pkg/source"
	"github.com/draftdiff/draftdiff/pkg/text"
)

// heading reads a block that begins a chapter, a cluster, an article or the
// preamble.
func (b *builder) heading(blk *block, src *source.Block, l lead) {
	r := b.headingOf(l.label)
	origin := OriginBase
	if l.label.Alt || l.label.Latin != "" && l.group != notation.None {
		origin = OriginProposed
	}
	if letter := blk.tree.Labels[blk.tree.Nodes[l.node].Label.Start]; letter.Class == notation.Section {
		b.section = letter.Number
	}
	b.preamble = l.label.Class == notation.Preamble
	for n := len(b.pending); n > 0 && b.pending[n-1].level >= r.level; n-- {
		b.pending = b.pending[:n-1]
	}
	sp := src.SourceSpan(text.Span{End: len(blk.src.Text)})
	unit, before := b.newUnit(r, origin, sp), b.path
	b.plainID(unit, l)
	b.path.enter(r.level, unit)
	c := claim{origin: origin, certain: true, closer: notation.None}
	if l.group != notation.None {
		n := blk.tree.Nodes[l.group]
		c.span, c.struck = n.Span, blk.strikes.whole(blk.words(l.group))
		if a := blk.tree.Attribution(l.group); a != notation.None && n.Span.Start <= l.label.Span.Start {
			c.clauses = blk.tree.ClausesOf(a)
			b.decide(&c, l.label, b.stands(b.states[unit].parent, r.step) > 1)
			b.setOrigin(unit, c.origin)
			b.states[unit].proposal = b.proposeUnit(unit, c, blk, src)
		}
	}
	if b.states[unit].proposal < 0 && (origin == OriginProposed || l.opens(blk.tree)) {
		b.pending = append(b.pending, pending{unit: unit, level: r.level, claim: c, label: l.label, before: before})
	}
	b.headingWords(blk, l, unit, c, sp)
}

// headingOf resolves the label of a heading.
func (b *builder) headingOf(l notation.LabelText) resolved {
	number := cite(l.Number, l.Latin, alt(l.Alt))
	r := resolved{cited: l.Word + " " + number, plain: l.Number}
	switch l.Class {
	case notation.Article:
		r.level, r.kind, r.step, r.cited = levelArticle, KindArticle, b.step("art", number), "Article "+number
	case notation.Chapter:
		r.level, r.kind, r.step = levelChapter, KindChapter, b.step(chapterPrefix(l.Word), number)
	case notation.Section:
		r.level, r.kind, r.step = levelChapter, KindChapter, b.step("sec", number)
	case notation.Cluster:
		r.level, r.kind, r.step = levelCluster, KindCluster, b.step("cluster", number)
	default:
		r.level, r.kind, r.step, r.cited = levelArticle, KindPreamble, "preamble", ""
	}
	return r
}

// chapterPrefix is the prefix of the Akoma Ntoso Naming Convention for the
// divisions above the article.
func chapterPrefix(word string) string {
	switch word {
	case "Part":
		return "part"
	case "Title":
		return "title"
	case "Section":
		return "sec"
	case "Annex":
		return "annex"
	}
	return "chp"
}

// headingWords reads the words of a heading, which are a unit of their own.
func (b *builder) headingWords(blk *block, l lead, unit int, c claim, sp text.Span) {
	if l.group != notation.None || l.label.Class != notation.Preamble && hasWord(blk.src.Text[l.label.Span.End:]) {
		if !hasWord(blk.src.Text[l.label.Span.End:]) {
			return
		}
		h := b.addHeading(unit, sp)
		b.contents(blk, l, h, c)
		b.snap.Units[unit].Heading = b.snap.Units[h].Text
	}
}

// addHeading adds the unit of a heading's words.
func (b *builder) addHeading(of int, sp text.Span) int {
	id := "heading"
	origin := OriginBase
	parent := ""
	if of >= 0 {
		parent = b.snap.Units[of].ID
		id = parent + "__heading"
		origin = b.snap.Units[of].Origin
	}
	id = b.id(-1, id)
	b.snap.Units = append(b.snap.Units, Unit{ID: id, Kind: KindHeading, Parent: parent, Origin: origin, Source: b.place(sp)})
	b.states = append(b.states, unitState{level: levels, parent: of, step: "heading", proposal: -1})
	return len(b.snap.Units) - 1
}
