package check

import "github.com/draftdiff/draftdiff/pkg/party"

var againstOwnGroup = &Rule{
	Code: "DD007", Name: "against-own-group", Class: Notation, Severity: Info,
	Title: "A member speaks against its own group.",
	Explanation: `A delegation may break with its group, and that is news; more often a code was misread. Who belongs to a
group is public knowledge of a given day: groups of this negotiation can be declared in draftdiff.yaml.`,
	Wrong: "[without delay: CARICOM; against – JM]",
	Right: "[without delay: CARICOM; against – JP]",
	Run: func(p *Pass) {
		for i := range p.New.groups {
			g := &p.New.groups[i]
			for k := 1; k < min(len(g.clauses), mostClauses); k++ {
				if opposite(g.clauses[0], g.clauses[k], true) {
					p.ownGroup(g, g.tree.PartiesOf(g.clauses[0]), g.tree.PartiesOf(g.clauses[k]))
				}
			}
		}
	},
}

func (p *Pass) ownGroup(g *group, ours, theirs []party.Item) {
	for _, x := range distinct(ours) {
		for _, y := range distinct(theirs) {
			own, other := x, y
			if p.member(y.ID, x.ID) {
				own, other = y, x
			} else if !p.member(x.ID, y.ID) {
				continue
			}
			f := p.report(g.span(other.Span), other.ID+" speaks against its own group, "+own.ID)
			f.Related = []Related{{Span: g.span(own.Span), Message: "the group stands here"}}
		}
	}
}

// distinct are the known parties of a list, each once.
func distinct(items []party.Item) []party.Item {
	seen := make(map[string]bool, len(items))
	var list []party.Item
	for _, it := range items {
		if it.Known && !seen[it.ID] {
			seen[it.ID] = true
			list = append(list, it)
		}
	}
	return list
}
