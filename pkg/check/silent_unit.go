package check

import (
	"strings"

	"github.com/draftdiff/draftdiff/pkg/align"
	"github.com/draftdiff/draftdiff/pkg/snapshot"
	"github.com/draftdiff/draftdiff/pkg/text"
)

var silentUnit = &Rule{
	Code: "DD031", Name: "silent-unit", Class: Silent, Severity: Error,
	Title: "A whole unit of the base text came or went although nobody proposed it.",
	Explanation: `A paragraph that is gone without anybody having asked for its deletion, and one that stands in the text
although it never was a proposal, look agreed. What was adopted because it had been proposed is not reported here; what
was left open in brackets that name no party is a warning when it is gone.`,
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
	message := p.Old.describe(old)
	open := p.Old.leftOpen(p.Old.trimmed(old))
	if open {
		message += ", which was left open in brackets,"
	}
	f := p.report(p.goneAt(old), message+" is gone, and nobody had proposed to delete it")
	if open {
		f.Severity = Warning
	}
	f.Hint = "put it back with " + deletion(u.Kind, "PARTY") + ", or accept its deletion with a reason in draftdiff.yaml"
	f.Unit, f.Words = u.ID, plain(u.Heading+" "+u.Text)
	f.Related = []Related{{Span: p.Old.unitSpan(old), Old: true, Message: "it stood here: " + quote(plain(u.Heading+" "+u.Text))}}
}

func (p *Pass) addedUnit(unit int) {
	u := &p.New.Snapshot.Units[unit]
	message, hint := " is new, and stands there as if it had been agreed on", "put it in brackets, with the party that proposes it"
	if p.New.leftOpen(p.New.trimmed(unit)) {
		message, hint = " is new, in brackets that name no party", "name the party that proposes it"
	}
	f := p.report(p.label(unit), p.New.describe(unit)+message)
	f.Hint = hint + ", or accept it with a reason in draftdiff.yaml"
	f.Unit, f.Words = u.ID, plain(u.Heading+" "+u.Text)
}

// deletion is how the deletion of a unit is proposed.
func deletion(kind snapshot.UnitKind, parties string) string {
	switch kind {
	case snapshot.KindArticle, snapshot.KindChapter, snapshot.KindSubparagraph:
		return "[delete " + kind.String() + ": " + parties + "]"
	case snapshot.KindHeading:
		return "its words struck: [~~…~~: " + parties + "]"
	}
	return "[delete paragraph: " + parties + "]"
}

// trimmed is the place of a unit in the file without white space around it.
func (t *Text) trimmed(unit int) text.Span {
	sp := t.unitSpan(unit)
	s := t.at(sp)
	left := strings.TrimLeft(s, " \r\n\t")
	sp.Start += len(s) - len(left)
	sp.End -= len(left) - len(strings.TrimRight(left, " \r\n\t"))
	return sp
}
