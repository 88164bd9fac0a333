package check

import (
	"strings"

	"github.com/draftdiff/draftdiff/pkg/snapshot"
)

var deleteAndRetain = &Rule{
	Code: "DD016", Name: "delete-and-retain", Class: Notation, Severity: Warning,
	Title: "A party wants the same text deleted and retained.",
	Explanation: `In two brackets about the same words or the same paragraph a party asks for their deletion and for their
retention. One of the entries is out of date or belongs to somebody else.`,
	Wrong: "[delete paragraph: EG, US] [retain original: EG]",
	Right: "[delete paragraph: US] [retain original: EG]",
	Run: func(p *Pass) {
		s := p.New.Snapshot
		wants := map[string]int{} // by text, wish and party
		for i := range s.Proposals {
			q := &s.Proposals[i]
			for _, w := range wishes(q) {
				for _, id := range w.parties {
					other := "retain"
					if w.wish == "retain" {
						other = "delete"
					}
					if _, ok := wants[w.text+w.wish+id]; !ok {
						wants[w.text+w.wish+id] = i
					}
					k, ok := wants[w.text+other+id]
					if !ok || k == i {
						continue // within one bracket another rule looks
					}
					f := p.report(spanOf(q), id+" wants this deleted and retained")
					f.Hint = "keep the wish that the delegation confirms"
					f.Related = []Related{{Span: spanOf(&s.Proposals[k]), Message: "here it wants to " + other + " it"}}
				}
			}
		}
	},
}

// A wish is what some parties want done with a text.
type wish struct {
	text, wish string
	parties    []string
}

func wishes(q *snapshot.Proposal) []wish {
	unit := q.Unit + "\x00"
	words := strings.Join([]string{q.Unit, q.Within, itoa(q.At.Start), itoa(q.At.End), ""}, "\x00")
	switch q.Action {
	case snapshot.DeleteUnit:
		return []wish{{unit, "delete", q.Sponsors}, {unit, "retain", q.Retain}}
	case snapshot.RetainUnit:
		return []wish{{unit, "retain", q.Sponsors}}
	case snapshot.Delete:
		return []wish{{words, "delete", q.Sponsors}, {words, "retain", q.Retain}}
	case snapshot.Retain:
		return []wish{{words, "retain", q.Sponsors}}
	}
	return nil
}
