package check

import (
	"strings"

	"github.com/draftdiff/draftdiff/pkg/snapshot"
)

var noEffect = &Rule{
	Code: "DD021", Name: "no-effect", Class: Notation, Severity: Warning,
	Title: "A proposal changes nothing.",
	Explanation: `The words that a proposal puts in are those that it takes out, or the paragraph that it proposes is the one
that stands. A mark was lost, or the text was agreed on since.`,
	Wrong: "[~~shall~~ shall: NZ]",
	Right: "[~~shall~~ may: NZ]",
	Run: func(p *Pass) {
		s := p.New.Snapshot
		for i := range s.Proposals {
			q := &s.Proposals[i]
			if !p.idle(q) {
				continue
			}
			f := p.report(spanOf(q), "this proposal of "+list(q.Sponsors)+" changes nothing")
			f.Hint = "look for a strike that was lost, or take the proposal out"
			if q.Action.OfUnit() {
				f.Message = "the unit that " + list(q.Sponsors) + " proposes is worded like the one that stands"
			}
		}
	},
}

func (p *Pass) idle(q *snapshot.Proposal) bool {
	switch q.Action {
	case snapshot.Replace:
		return fold(q.Old) != "" && fold(q.Old) == fold(q.New)
	case snapshot.Rewrite, snapshot.Alternative:
		u, ok := p.New.byID[q.Unit]
		if !ok || len(q.Sponsors) == 0 {
			return false
		}
		unit := &p.New.Snapshot.Units[u]
		number, numeral, _ := splitLabel(unit.Label)
		stands, ok := p.New.byID[unit.Parent+"__para_"+number+numeral]
		if !ok || stands == u || strings.TrimSpace(unit.Text) == "" {
			return false
		}
		base := &p.New.Snapshot.Units[stands]
		return base.Origin == snapshot.OriginBase && len(unit.Text) > 20 && fold(base.Text) == fold(unit.Text)
	}
	return false
}
