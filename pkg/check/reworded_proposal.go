package check

import (
	"github.com/draftdiff/draftdiff/pkg/diff"
	"github.com/draftdiff/draftdiff/pkg/text"
)

var rewordedProposal = &Rule{
	Code: "DD035", Name: "reworded-proposal", Class: Silent, Severity: Warning,
	Title: "The words of a proposal changed while its sponsors stayed.",
	Explanation: `Sponsors reword their proposals all the time, and nothing in the text shows it. The finding is
there for the sponsors to confirm; it is a warning only where the proposal is a text of several paragraphs, in which
nobody would see it.`,
	Wrong: "[in good faith: MX] → [in good time: MX]",
	Right: "[in good faith: MX] → [in good faith: MX]",
	Run: func(p *Pass) {
		for i := range p.Diff.Events {
			e := &p.Diff.Events[i]
			if e.Type != diff.Reworded || len(p.Diff.NewProposal(e).Sponsors) == 0 {
				continue
			}
			for _, c := range p.reworded(e) {
				f := p.report(c.at, changed(c.old, c.new)+" in a proposal of "+list(p.Diff.NewProposal(e).Sponsors)+" in "+p.citeEvent(e))
				if !p.long(e) {
					f.Severity = Info
				}
				f.Hint = "have its sponsors confirm it, and accept it with a reason in draftdiff.yaml"
				f.Words = plain(c.old + " " + c.new)
				p.ofUnit(f, e)
				f.Related = append(f.Related, asItWas(p.Diff.OldProposal(e)))
			}
		}
	},
}

// long reports whether the proposal of an event is a unit with units in it.
func (p *Pass) long(e *diff.Event) bool {
	s := p.New.Snapshot
	n := p.Diff.NewProposal(e)
	u, ok := p.New.byID[n.Unit]
	return ok && n.Action.OfUnit() && u+1 < len(s.Units) && s.Units[u+1].Parent == n.Unit
}

// A rewording is one stretch of a proposal that has other words now.
type rewording struct {
	old, new string
	at       text.Span
}

// reworded lists the stretches that changed in a proposal.
func (p *Pass) reworded(e *diff.Event) []rewording {
	o, n := p.Diff.OldProposal(e), p.Diff.NewProposal(e)
	place := spanOf(n)
	source := newWords(tokens(p.New.at(place)))
	var found []rewording
	for _, pair := range [...][2]string{{o.Old, n.Old}, {o.New, n.New}} {
		words := newWords(tokens(pair[1]))
		var c rewording
		at := 0 // in the new words
		flush := func() {
			if fold(c.old) != fold(c.new) {
				c.at = place
				want := tokens(c.new)
				if k, here := words.before(want, at), source.find(want); k < len(here) {
					c.at = text.Span{Start: place.Start + source.tokens[here[k]].at, End: place.Start + source.tokens[here[k]+len(want)-1].end()}
				}
				found = append(found, c)
			}
			at += len(c.new)
			c = rewording{}
		}
		for _, s := range diff.Redline(pair[0], pair[1]) {
			switch s.Op {
			case diff.Delete:
				c.old += s.Text
			case diff.Insert:
				c.new += s.Text
			default:
				flush()
				at += len(s.Text)
			}
		}
		flush()
	}
	return found
}

// changed says what became of words.
func changed(old, new string) string {
	switch {
	case plain(new) == "":
		return quote(old) + " was taken out"
	case plain(old) == "":
		return quote(new) + " was put in"
	}
	return quote(old) + " became " + quote(new)
}
