package check

import (
	"slices"

	"github.com/draftdiff/draftdiff/pkg/diff"
)

var droppedObjection = &Rule{
	Code: "DD036", Name: "dropped-objection", Class: Silent, Severity: Warning,
	Title: "A party that spoke against a proposal, or for retention, is gone from it.",
	Explanation: `Without its objection a proposal looks as if nobody minded. A delegation that no longer objects says so;
accept that with its reason. A party whose group speaks in its place, or that changed side, is not reported.`,
	Wrong: "[promptly: MX; against – RU, IN] → [promptly: MX; against – IN]",
	Right: "[promptly: MX; against – RU, IN] → [promptly: MX; against – RU, IN]",
	Run: func(p *Pass) {
		for i := range p.Diff.Events {
			if e := &p.Diff.Events[i]; e.Type == diff.Stances {
				p.objections(e)
			}
		}
	},
}

func (p *Pass) objections(e *diff.Event) {
	o, n := p.Diff.OldProposal(e), p.Diff.NewProposal(e)
	var gone []string
	for _, s := range e.Stances {
		objected := s.From == diff.SideAgainst || s.From == diff.SideRetain
		byGroup := func(group string) bool { return p.member(group, s.Party) }
		if objected && s.To == diff.SideNone && !slices.ContainsFunc(n.Against, byGroup) && !slices.ContainsFunc(n.Retain, byGroup) {
			gone = append(gone, s.Party)
		}
	}
	if len(gone) == 0 {
		return
	}
	verb := " no longer objects to "
	if len(gone) > 1 {
		verb = " no longer object to "
	}
	f := p.report(spanOf(n), list(gone)+verb+quote(n.Old+" "+n.New+" "+n.Target)+" in "+p.citeEvent(e))
	f.Hint = "put " + list(gone) + " back, or accept the change with a reason in draftdiff.yaml"
	f.Words = plain(n.Old + " " + n.New)
	p.ofUnit(f, e)
	f.Related = append(f.Related, asItWas(o))
}
