package check

import (
	"github.com/draftdiff/draftdiff/pkg/notation"
	"github.com/draftdiff/draftdiff/pkg/text"
)

var crossedMarks = &Rule{
	Code: "DD002", Name: "crossed-marks", Class: Notation, Severity: Warning,
	Title: "A strike and a bracket cross.",
	Explanation: `A strike that begins inside a bracket and ends outside it, or the other way round, strikes words of two
proposals at once, or of a proposal and of the text that nobody touched. Most often a mark slipped by a few characters;
where it only slipped over the bracket itself, that is merely mentioned.`,
	Wrong: "protected ~~from [accidental loss~~ or destruction: PS]",
	Right: "protected from [~~accidental loss~~ or destruction: PS]",
	Run: func(p *Pass) {
		for i := range p.New.groups {
			g := &p.New.groups[i]
			open, closer := g.child(notation.Open), g.last(notation.Close)
			if len(g.strikes) == 0 || open == notation.None || closer == notation.None || g.node().Flags&notation.Reopened != 0 {
				continue
			}
			inside := text.Span{Start: g.tree.Nodes[open].Span.End, End: g.tree.Nodes[closer].Span.Start}
			outside := g.node().Span
			for _, bracket := range []text.Span{g.tree.Nodes[open].Span, g.tree.Nodes[closer].Span} {
				if s, ok := g.strikeOver(bracket); ok && p.crossing(g, s, inside, outside) {
					break
				}
			}
		}
	},
}

// crossing reports a strike that covers words on both sides of one bracket of a
// group and not of the other.
func (p *Pass) crossing(g *group, s, inside, outside text.Span) bool {
	if s.Overlap(inside) == 0 || !hasLetter(g.words(overlap(s, inside))) {
		return false
	}
	before := s.Start < outside.Start && hasLetter(g.words(text.Span{Start: s.Start, End: outside.Start}))
	after := s.End > outside.End && hasLetter(g.words(text.Span{Start: outside.End, End: s.End}))
	cutsEnd := s.End < inside.End && hasLetter(g.words(text.Span{Start: s.End, End: inside.End}))
	cutsStart := s.Start > inside.Start && hasLetter(g.words(text.Span{Start: inside.Start, End: s.Start}))
	var bracket text.Span
	slips := false // nothing but the bracket is struck on its other side
	switch {
	case before && cutsEnd:
		bracket = text.Span{Start: outside.Start, End: inside.Start}
	case after && cutsStart:
		bracket = text.Span{Start: inside.End, End: outside.End}
	case s.End >= outside.End && cutsStart && s.Start < g.wordsEnd():
		bracket, slips = text.Span{Start: inside.End, End: outside.End}, true
	default:
		return false
	}
	f := p.report(g.span(s), "the strike over "+quote(g.words(s))+" crosses a bracket")
	f.Hint = "end the strike before the bracket, or begin it behind: struck words belong to one proposal"
	if slips {
		f.Severity = Info
	}
	f.Related = append(f.Related, Related{Span: g.span(bracket), Message: "the bracket that it crosses"})
	return true
}

// wordsEnd is where the words of a group end and its parties begin.
func (g *group) wordsEnd() int {
	if g.attribution == notation.None {
		return g.node().Span.End
	}
	return g.tree.Nodes[g.attribution].Span.Start
}

// overlap is what two spans share.
func overlap(a, b text.Span) text.Span {
	return text.Span{Start: max(a.Start, b.Start), End: min(a.End, b.End)}
}
