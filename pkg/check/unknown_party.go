package check

import (
	"strings"

	"github.com/draftdiff/draftdiff/pkg/party"
)

var unknownParty = &Rule{
	Code: "DD003", Name: "unknown-party", Class: Notation, Severity: Warning,
	Title: "A code in a list of parties is nobody's.",
	Explanation: `Parties are written with the two letters of ISO 3166-1, with what the document's own legend declares, or
with the name of a negotiating group. Whoever is meant by another code is lost to every report. Declare parties of this
negotiation in draftdiff.yaml.`,
	Wrong: "[without undue delay: EY, CH]",
	Right: "[without undue delay: EG, CH]",
	Run: func(p *Pass) {
		suggestions := map[string][]string{}
		p.parties(func(g *group, it party.Item) {
			if it.Known {
				return
			}
			f := p.report(g.span(it.Span), quote(g.words(it.Span))+" is no party known here")
			near, ok := suggestions[it.ID]
			if !ok {
				near = p.New.registry.Suggest(it.ID)
				suggestions[it.ID] = near
			}
			f.Hint = "declare it in draftdiff.yaml if it is one"
			if len(near) > 0 {
				f.Hint = "is " + or(near) + " meant? Else declare it in draftdiff.yaml"
			}
		})
	},
}

// parties calls f for each party of each attribution.
func (p *Pass) parties(f func(*group, party.Item)) {
	for i := range p.New.groups {
		g := &p.New.groups[i]
		for _, c := range g.clauses {
			for _, it := range g.tree.PartiesOf(c) {
				f(g, it)
			}
		}
	}
}

// or joins names: "A, B or C".
func or(names []string) string {
	if n := len(names); n > 1 {
		return strings.Join(names[:n-1], ", ") + " or " + names[n-1]
	}
	return list(names)
}
