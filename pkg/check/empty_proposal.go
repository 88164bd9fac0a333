package check

import (
	"strings"

	"github.com/draftdiff/draftdiff/pkg/notation"
)

var emptyProposal = &Rule{
	Code: "DD008", Name: "empty-proposal", Class: Notation, Severity: Warning,
	Title: "A proposal has parties and no words.",
	Explanation: `Brackets with nothing but a number, dots or blanks before the parties ask for nothing. The words were lost,
or they are still to come; nobody can tell which.`,
	Wrong: "[15 bis] ....: PE]",
	Right: "[15 bis. The requested State Party shall bear the costs.: PE]",
	Run: func(p *Pass) {
		for i := range p.New.groups {
			g := &p.New.groups[i]
			if len(g.clauses) == 0 || g.clauses[0].Verb != notation.For || !g.empty() || g.abbreviation() {
				continue
			}
			f := p.report(g.span(g.node().Span), "this proposal has parties and no words")
			f.Hint = "put the words in, or take the brackets out"
		}
	},
}

// abbreviation reports whether a group is nothing but a code in parentheses, as
// prose writes abbreviations: "certified units (CU)".
func (g *group) abbreviation() bool {
	return g.node().Bracket == '(' && g.empty() && !strings.ContainsAny(g.words(g.node().Span), ":;,")
}

// empty reports whether a group holds nothing but its label, punctuation and
// its attribution.
func (g *group) empty() bool {
	empty, closed := true, false
	g.tree.Walk(g.id, func(id notation.ID) bool {
		switch g.tree.Nodes[id].Kind {
		case notation.Text:
			words := strings.TrimSpace(g.tree.Text(id))
			empty = empty && !hasLetter(words) && len(words) != 1 // one mark is a mark to put in
		case notation.Label:
			empty = empty && g.tree.Labels[g.tree.Nodes[id].Label.Start].Class != notation.Option // supports it
			closed = true
		case notation.Attribution:
			empty = empty && g.tree.Nodes[id].Parent == g.id
		}
		return empty
	})
	flags := g.node().Flags
	if flags&(notation.Unopened|notation.Unclosed) != 0 && !closed {
		return false // its words may stand where its bracket was lost
	}
	return empty
}
