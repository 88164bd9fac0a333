package check

import (
	"github.com/draftdiff/draftdiff/pkg/diff"
	"github.com/draftdiff/draftdiff/pkg/text"
)

var silentWords = &Rule{
	Code: "DD030", Name: "silent-words", Class: Silent, Severity: Error,
	Title: "Words of the base text changed although nobody proposed it.",
	Explanation: `Text outside brackets is what stands until somebody proposes otherwise. Where it changes without brackets,
strike and party, the change looks agreed, and nobody can object to what nobody can see. Write the change as a proposal,
or, if it was agreed on, accept it with a reason in draftdiff.yaml or in a line “Draftdiff-Accept:” of the commit
message. A choice in brackets that name no party is a warning when it is gone; citations that only have the new numbers
of articles that were renumbered are merely mentioned.`,
	Wrong: "shall cooperate in good faith → shall cooperate",
	Right: "shall cooperate in good faith → shall cooperate [~~in good faith~~: RU]",
	Run: func(p *Pass) {
		p.renewed = map[int]*renewal{}
		for i := range p.Diff.Events {
			switch e := &p.Diff.Events[i]; {
			case e.Type == diff.Text:
				p.silentWords(e)
			case e.Type == diff.Reworded && len(p.Diff.NewProposal(e).Sponsors) == 0:
				p.nobodysWords(e)
			}
		}
	},
}

func (p *Pass) silentWords(e *diff.Event) {
	old, now := plain(e.Text.Old), plain(e.Text.New)
	var at text.Span
	switch {
	case e.NewUnit < 0:
		at = p.goneAt(e.OldUnit)
	case e.Text.InHeading:
		at, _ = p.New.locate(e.NewUnit, now, 0)
		if now == "" {
			at = p.label(e.NewUnit)
		}
	default:
		at = p.locateChange(e.NewUnit, now, e.Text.NewSpan.Start)
	}
	if p.followsRenumbering(e, at) {
		p.mentionRenumbering(e, at)
		return
	}
	var was text.Span // of the words in the older text
	known, open := false, false
	if e.OldUnit >= 0 {
		was, known = p.Old.locate(e.OldUnit, old, e.Text.OldSpan.Start)
		if now == "" && !e.Text.InHeading {
			was, old, open = p.Old.openWords(e.OldUnit, e.Text.OldSpan, was, old)
		}
	}
	where := p.citeEvent(e)
	brackets, propose := " without brackets", "put it in brackets, with the party that proposes it: "
	if e.NewUnit >= 0 && !e.Text.InHeading && now != "" {
		var unnamed bool
		if at, now, unnamed = p.New.openWords(e.NewUnit, e.Text.NewSpan, at, now); unnamed {
			brackets, propose = " in brackets that name no party", "name the party that proposes it: "
		}
	}
	var f *Finding
	switch {
	case open:
		f = p.report(at, quote(old)+", which was left open in brackets, is gone from "+where+", and nobody had proposed to delete it")
		f.Severity = Warning
		f.Hint = "put it back in its brackets"
	case now == "":
		f = p.report(at, quote(old)+" was deleted from "+where+" without strikethrough, and nobody had proposed it")
		f.Hint = "put it back and strike it, with the party that wants it deleted: [~~" + short(old) + "~~: PARTY]"
	case old == "":
		f = p.report(at, quote(now)+" was put into "+where+brackets+", and nobody had proposed it")
		f.Hint = propose + "[" + short(now) + ": PARTY]"
	default:
		f = p.report(at, quote(old)+" became "+quote(now)+" in "+where+brackets+", and nobody had proposed it")
		f.Hint = "write it as a proposal: [~~" + short(old) + "~~ " + short(now) + ": PARTY]"
	}
	f.Hint += "; or, if it was agreed on, accept it with a reason in draftdiff.yaml"
	f.Words = plain(old + " " + now)
	p.ofUnit(f, e)
	if known {
		f.Related = []Related{{Span: was, Old: true, Message: "so it was"}}
	}
}

// nobodysWords reports the words that changed in a proposal that has no sponsor,
// such as an option whose parties are lost: nobody has reworded it.
func (p *Pass) nobodysWords(e *diff.Event) {
	for _, c := range p.reworded(e) {
		f := p.report(c.at, changed(c.old, c.new)+" in "+p.citeEvent(e)+", and nobody stands behind these words")
		f.Hint = "write it as a proposal, with the party that wants it, or accept it with a reason in draftdiff.yaml"
		f.Words = plain(c.old + " " + c.new)
		p.ofUnit(f, e)
	}
}

// citeEvent cites the unit of an event, as the new text has it if it is there.
func (p *Pass) citeEvent(e *diff.Event) string {
	if e.NewUnit >= 0 {
		return p.New.cite(e.NewUnit)
	}
	return p.Old.cite(e.OldUnit)
}

// ofUnit names the unit of a finding as the new text does, or as the old one if
// it is gone.
func (p *Pass) ofUnit(f *Finding, e *diff.Event) {
	if e.NewUnit >= 0 {
		f.Unit = p.New.Snapshot.Units[e.NewUnit].ID
	} else if e.OldUnit >= 0 {
		f.Unit = p.Old.Snapshot.Units[e.OldUnit].ID
	}
}
