package check

import (
	"strconv"
	"strings"

	"github.com/draftdiff/draftdiff/pkg/snapshot"
)

var identicalProposals = &Rule{
	Code: "DD015", Name: "identical-proposals", Class: Notation, Severity: Info,
	Title: "Several proposals ask for the same thing.",
	Explanation: `Two brackets with the same words at the same place are one proposal with more sponsors. Merged, the text
is shorter and shows how much support there is.`,
	Wrong: "[in good faith: MX] [in good faith: CL]",
	Right: "[in good faith: MX, CL]",
	Run: func(p *Pass) {
		s := p.New.Snapshot
		first := map[string]int{}
		for i := range s.Proposals {
			q := &s.Proposals[i]
			key := same(s, p, q)
			if key == "" {
				continue
			}
			k, ok := first[key]
			if !ok {
				first[key] = i
				continue
			}
			o := &s.Proposals[k]
			f := p.report(spanOf(q), "this is the same as a proposal of "+list(o.Sponsors))
			f.Hint = "merge the two: one bracket with all sponsors"
			f.Related = []Related{{Span: spanOf(o), Message: "the other proposal"}}
		}
	},
}

// same names what a proposal asks for; "" if it cannot be compared.
func same(s *snapshot.Snapshot, p *Pass, q *snapshot.Proposal) string {
	if len(q.Sponsors) == 0 {
		return ""
	}
	unit := q.Unit
	switch {
	case q.Action.OfUnit():
		u, ok := p.New.byID[q.Unit]
		if !ok || len(q.New) < 20 {
			return ""
		}
		unit = s.Units[u].Parent + s.Units[u].Label
	case q.Old == "" && q.New == "" && q.Target == "" && !q.Action.OnUnit():
		return ""
	case q.Action == snapshot.SupportUnit || q.Action == snapshot.RetainUnit || q.Action == snapshot.Retain:
		return "" // everybody says that for himself
	}
	at := ""
	if q.Action.OnWords() {
		at = itoa(q.At.Start)
	}
	return strings.Join([]string{unit, q.Action.String(), q.Within, at, fold(q.Old), fold(q.New), fold(q.Target)}, "\x00")
}

func itoa(n int) string { return strconv.Itoa(n) }
