package check

import "github.com/draftdiff/draftdiff/pkg/snapshot"

var lostStrike = &Rule{
	Code: "DD022", Name: "lost-strike", Class: Notation, Severity: Warning,
	Title: "Two readings stand side by side and nothing says which is the old one.",
	Explanation: `“[shall may: UK]” or “[shall—may: UK]” puts one word in the place of another, and the strike over the old one
was lost. draftdiff takes the first for the old one, and says in every report that it is not certain.`,
	Wrong: "States Parties [shall may: UK] cooperate.",
	Right: "States Parties [~~shall~~ may: UK] cooperate.",
	Run: func(p *Pass) {
		s := p.New.Snapshot
		spans := map[int]*group{}
		for i := range p.New.groups {
			g := &p.New.groups[i]
			spans[g.span(g.node().Span).Start] = g
		}
		for i := range s.Proposals {
			q := &s.Proposals[i]
			g := spans[q.Source.Offset]
			if q.Action != snapshot.Replace || q.Certain || q.Old == "" || g == nil || g.struckIn(g.node().Span) > 0 {
				continue
			}
			f := p.report(spanOf(q), "nothing says which of "+quote(q.Old)+" and "+quote(q.New)+" is the old reading")
			f.Hint = "strike the words that are to go: ~~" + short(q.Old) + "~~"
		}
	},
}
