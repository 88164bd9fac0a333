package check

import (
	"slices"

	"github.com/draftdiff/draftdiff/pkg/diff"
	"github.com/draftdiff/draftdiff/pkg/snapshot"
)

var droppedSponsor = &Rule{
	Code: "DD033", Name: "dropped-sponsor", Class: Silent, Severity: Warning,
	Title: "A sponsor is gone while its proposal stayed.",
	Explanation: `A delegation that withdraws says so. One that is merely missing from a list of parties was lost in editing,
and its proposal looks weaker than it is. A party whose group joined in its place, or that now stands on the other side,
is not reported. Accept a withdrawal with its reason.`,
	Wrong: "[promptly: MX, CL] → [promptly: MX]",
	Right: "[promptly: MX, CL] → [promptly: MX, CL]",
	Run: func(p *Pass) {
		for i := range p.Diff.Events {
			e := &p.Diff.Events[i]
			o := p.Diff.OldProposal(e)
			switch {
			case e.Type == diff.Responsored:
				p.dropped(e, o, p.Diff.NewProposal(e))
			case e.Type == diff.Adopted && puts(o.Action) && p.stillOpen(e, o):
				f := p.report(p.locateChange(e.NewUnit, o.New, 0), list(o.Sponsors)+" no longer stand behind "+quote(o.New)+" in "+p.citeEvent(e)+", which stayed in brackets")
				f.Hint = "put the parties back, or accept the edit with a reason in draftdiff.yaml"
				f.Words = plain(o.New)
				p.ofUnit(f, e)
				f.Related = append(f.Related, asItWas(o))
			}
		}
	},
}

func (p *Pass) dropped(e *diff.Event, o, n *snapshot.Proposal) {
	gone := slices.DeleteFunc(slices.Clone(e.Left), func(id string) bool {
		return slices.Contains(n.Against, id) || slices.Contains(n.Retain, id) ||
			slices.ContainsFunc(n.Sponsors, func(group string) bool { return p.member(group, id) })
	})
	if len(gone) == 0 {
		return
	}
	verb := " is"
	if len(gone) > 1 {
		verb = " are"
	}
	f := p.report(spanOf(n), list(gone)+verb+" no longer among the sponsors of "+quote(n.Old+" "+n.New+" "+n.Target)+" in "+p.citeEvent(e))
	f.Hint = "put " + list(gone) + " back, or accept the withdrawal with a reason in draftdiff.yaml"
	f.Words = plain(n.Old + " " + n.New)
	p.ofUnit(f, e)
	f.Related = append(f.Related, asItWas(o))
}
