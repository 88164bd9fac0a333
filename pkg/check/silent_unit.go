package check

import (
	"github.com/draftdiff/draftdiff/pkg/align"
	"github.com/draftdiff/draftdiff/pkg/snapshot"
)

var silentUnit = &Rule{
	Code: "DD031", Name: "silent-unit", Class: Silent, Severity: Error,
	Title: "A whole unit of the base text came or went although nobody proposed it.",
	Explanation: `A paragraph that is gone without anybody having asked for its deletion, and one that stands in the text
although it never was a proposal, look agreed. What was adopted because it had been proposed is not reported here.`,
	Wrong: "3. The Secretariat shall report. → (nothing)",
	Right: "3. The Secretariat shall report. → [delete paragraph: RU] 3. The Secretariat shall report.",
	Run: func(p *Pass) {
		for i := range p.Diff.Units {
			u := &p.Diff.Units[i]
			switch {
			case !u.Silent:
			case u.Change == align.Removed && !p.silentAbove(p.Old, p.Diff.Alignment.OfOld, u.Old[0]):
				p.removedUnit(u.Old[0])
			case u.Change == align.Added && !p.silentAbove(p.New, p.Diff.Alignment.OfNew, u.New[0]):
				p.addedUnit(u.New[0])
			}
		}
	},
}

// silentAbove reports whether the unit above one came or went silently too, so
// that both are said at once; and whether the unit has nothing to say.
func (p *Pass) silentAbove(t *Text, pairs []int32, unit int) bool {
	if up := t.parent(unit); up >= 0 && p.Diff.Units[pairs[up]].Silent {
		return true
	}
	u := &t.Snapshot.Units[unit]
	return u.Text == "" && u.Heading == "" && u.Kind != snapshot.KindArticle
}

func (p *Pass) removedUnit(old int) {
	u := &p.Old.Snapshot.Units[old]
	f := p.report(p.goneAt(old), p.Old.cite(old)+" is gone, and nobody had proposed to delete it")
	f.Hint = "put it back with [delete paragraph: PARTY], or accept its deletion with a reason in draftdiff.yaml"
	if u.Kind == snapshot.KindArticle {
		f.Hint = "put it back with [delete article: PARTY], or accept its deletion with a reason in draftdiff.yaml"
	}
	f.Unit, f.Words = u.ID, plain(u.Heading+" "+u.Text)
	f.Related = []Related{{Span: p.Old.unitSpan(old), Old: true, Message: "it stood here: " + quote(plain(u.Heading+" "+u.Text))}}
}

func (p *Pass) addedUnit(unit int) {
	u := &p.New.Snapshot.Units[unit]
	f := p.report(p.label(unit), p.New.cite(unit)+" is new, and stands there as if it had been agreed on")
	f.Hint = "put it in brackets, with the party that proposes it, or accept it with a reason in draftdiff.yaml"
	f.Unit, f.Words = u.ID, plain(u.Heading+" "+u.Text)
}
