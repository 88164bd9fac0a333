package check

import (
	"strings"

	"github.com/draftdiff/draftdiff/pkg/party"
	"github.com/draftdiff/draftdiff/pkg/text"
)

var repeatedParty = &Rule{
	Code: "DD004", Name: "repeated-party", Class: Notation, Severity: Warning,
	Title: "A party stands twice in one list.",
	Explanation: `A party counts once, however often it is written. A repeated code often stands where another one was
meant, so that a delegation may be missing from the list.`,
	Wrong: "[relevant: CA, US, CA]",
	Right: "[relevant: CA, US]",
	Run: func(p *Pass) {
		for i := range p.New.groups {
			g := &p.New.groups[i]
			for _, c := range g.clauses {
				p.repeated(g, g.tree.PartiesOf(c))
			}
		}
	},
}

func (p *Pass) repeated(g *group, items []party.Item) {
	seen := make(map[string]text.Span, len(items))
	for k, it := range items {
		first, twice := seen[it.ID]
		if !twice {
			seen[it.ID] = it.Span
			continue
		}
		f := p.report(g.span(it.Span), it.ID+" stands twice in this list")
		f.Hint = "take one out, or put in the party that was meant"
		f.Related = []Related{{Span: g.span(first), Message: "it stands here already"}}
		f.Fixes = g.without(items[k-1].Span.End, it.Span)
	}
}

// without takes a party out of a list together with the comma before it, where
// nothing else stands between it and the party before.
func (g *group) without(from int, item text.Span) []Edit {
	between := g.src.Text[from:item.Start]
	cut := g.span(text.Span{Start: from, End: item.End})
	if strings.Trim(between, ", ") != "" || strings.Count(between, ",") != 1 || cut.Len() != item.End-from {
		return nil // markup or a conjunction stands between: a person has to look
	}
	return []Edit{{Span: cut}}
}
