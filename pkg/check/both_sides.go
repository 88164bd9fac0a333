package check

import (
	"github.com/draftdiff/draftdiff/pkg/notation"
	"github.com/draftdiff/draftdiff/pkg/party"
)

var bothSides = &Rule{
	Code: "DD005", Name: "both-sides", Class: Notation, Severity: Warning,
	Title: "A party stands on both sides of one proposal.",
	Explanation: `Nobody sponsors what it opposes, or wants words deleted and retained. One of the two entries belongs to
another delegation or to an earlier session.`,
	Wrong: "[without delay: EG, US; against – EG]",
	Right: "[without delay: US; against – EG]",
	Run: func(p *Pass) {
		for i := range p.New.groups {
			g := &p.New.groups[i]
			for k := 1; k < min(len(g.clauses), mostClauses); k++ {
				for j := range k {
					if opposite(g.clauses[j], g.clauses[k], j == 0) {
						p.sameParty(g, g.clauses[j], g.clauses[k])
					}
				}
			}
		}
	},
}

// mostClauses is how many clauses of an attribution are compared with each
// other; real ones have up to four.
const mostClauses = 32

// opposite reports whether nobody can want both clauses; first says that x is
// the first clause, in which "delete" is the proposal itself.
func opposite(x, y notation.Clause, first bool) bool {
	side := func(c notation.Clause, first bool) int {
		switch c.Verb {
		case notation.For, notation.Support:
			return 1
		case notation.Delete:
			if first {
				return 1
			}
			return 2
		case notation.Against, notation.Retain:
			return 2
		}
		return 0
	}
	a, b := side(x, first), side(y, false)
	if x.Object != y.Object && x.Object != notation.NoObject && y.Object != notation.NoObject {
		return x.Verb == notation.Delete && y.Verb == notation.Retain || x.Verb == notation.Retain && y.Verb == notation.Delete
	}
	return a*b == 2 || x.Verb == notation.Retain && y.Verb == notation.Delete && !first
}

func (p *Pass) sameParty(g *group, x, y notation.Clause) {
	have := map[string]party.Item{}
	for _, it := range g.tree.PartiesOf(x) {
		have[it.ID] = it
	}
	for _, it := range g.tree.PartiesOf(y) {
		other, ok := have[it.ID]
		if !ok {
			continue
		}
		f := p.report(g.span(it.Span), it.ID+" stands on both sides of this proposal")
		f.Hint = "keep the entry that the delegation confirms"
		f.Related = []Related{{Span: g.span(other.Span), Message: "here it stands on the other side"}}
	}
}
