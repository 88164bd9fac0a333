package check

import (
	"strings"

	"github.com/draftdiff/draftdiff/pkg/diff"
	"github.com/draftdiff/draftdiff/pkg/snapshot"
)

var struckDeleted = &Rule{
	Code: "DD034", Name: "strike-became-deletion", Class: Silent, Severity: Warning,
	Title: "Words that somebody wanted deleted are gone.",
	Explanation: `A struck word still stands: its deletion is a proposal. Once it is gone, those who wanted it can no longer
see that it was there. Where the deletion was agreed, accept it with a reason; where somebody had asked for retention,
the finding is an error.`,
	Wrong: "shall [~~promptly~~: CN] report → shall report",
	Right: "shall [~~promptly~~: CN] report → shall [~~promptly~~: CN] report",
	Run: func(p *Pass) {
		for i := range p.Diff.Events {
			e := &p.Diff.Events[i]
			o := p.Diff.OldProposal(e)
			if e.Type != diff.Adopted || o.Action != snapshot.Delete && o.Action != snapshot.DeleteUnit {
				continue
			}
			at, what := p.goneAt(e.OldUnit), quote(o.Old)
			switch {
			case o.Action == snapshot.DeleteUnit:
				what = p.Old.describe(e.OldUnit)
			case e.NewUnit >= 0:
				at = p.locateChange(e.NewUnit, "", o.At.Start)
			}
			from := " from " + p.citeEvent(e)
			if o.Action == snapshot.DeleteUnit {
				from = ""
			}
			f := p.report(at, what+", which "+list(o.Sponsors)+" wanted deleted, is gone"+from+" as if that had been agreed")
			f.Hint = "put it back with its strike, or accept the deletion with a reason in draftdiff.yaml"
			if o.Action == snapshot.DeleteUnit {
				f.Hint = "put it back with " + deletion(p.Old.Snapshot.Units[e.OldUnit].Kind, strings.Join(o.Sponsors, ", ")) + ", or accept the deletion with a reason in draftdiff.yaml"
			}
			f.Words = plain(o.Old)
			p.opposed(f, o)
			p.ofUnit(f, e)
			f.Related = append(f.Related, asItWas(o))
		}
	},
}
