package check

import (
	"strings"

	"github.com/draftdiff/draftdiff/pkg/snapshot"
	"github.com/draftdiff/draftdiff/pkg/text"
)

var bothAlternatives = &Rule{
	Code: "DD006", Name: "both-alternatives", Class: Notation, Severity: Warning,
	Title: "A party is for both of two alternatives that exclude each other.",
	Explanation: `Two replacements of the same words, two options of the same article or two alternatives of the same
paragraph cannot both become text. A party may rank its wishes, but then the text should say so.`,
	Wrong: "[may: CA, US; shall: US, MX]",
	Right: "[may: CA, US; shall: MX]",
	Run: func(p *Pass) {
		s := p.New.Snapshot
		first := map[string]int{} // by what excludes each other and the party
		for i := range s.Proposals {
			q := &s.Proposals[i]
			key := p.exclusive(q)
			if key == "" {
				continue
			}
			for _, id := range q.Sponsors {
				k, ok := first[key+id]
				if !ok {
					first[key+id] = i
					continue
				}
				o := &s.Proposals[k]
				if o.Unit == q.Unit && plain(o.New) == plain(q.New) {
					continue // said twice; there is a rule for that
				}
				f := p.report(spanOf(q), id+" is for two alternatives that exclude each other")
				f.Hint = "keep it at the one that it prefers"
				f.Related = []Related{{Span: spanOf(o), Message: "the other alternative"}}
			}
		}
	},
}

// exclusive names what can become text only once: the words that a replacement
// is for, the place of an option.
func (p *Pass) exclusive(q *snapshot.Proposal) string {
	switch q.Action {
	case snapshot.Insert:
		return "readings\x00" + itoa(q.Source.Offset) + "\x00" + itoa(q.Source.EndOffset) + "\x00" // of one group
	case snapshot.Replace:
		if q.Old == "" || q.At.Start == q.At.End {
			return ""
		}
		return strings.Join([]string{"replace", q.Unit, q.Within, itoa(q.At.Start), itoa(q.At.End), ""}, "\x00")
	case snapshot.SupportUnit:
		if u, ok := p.New.byID[q.Unit]; ok && p.New.Snapshot.Units[u].Kind == snapshot.KindOption {
			return "option\x00" + p.New.Snapshot.Units[u].Parent + "\x00"
		}
	case snapshot.Alternative:
		if u, ok := p.New.byID[q.Unit]; ok {
			unit := &p.New.Snapshot.Units[u]
			return "alternative\x00" + unit.Parent + "\x00" + unit.Label + "\x00"
		}
	}
	return ""
}

func spanOf(q *snapshot.Proposal) text.Span {
	return text.Span{Start: q.Source.Offset, End: q.Source.EndOffset}
}
