package check

import (
	"slices"
	"sort"
	"strings"

	"github.com/draftdiff/draftdiff/pkg/diff"
	"github.com/draftdiff/draftdiff/pkg/notation"
	"github.com/draftdiff/draftdiff/pkg/snapshot"
)

var vanishedBracket = &Rule{
	Code: "DD032", Name: "vanished-bracket", Class: Silent, Severity: Warning,
	Title: "Brackets are gone while their words stayed.",
	Explanation: `What stood in brackets was open: somebody's proposal, or a choice for all. Without them it reads as agreed.
Where it was agreed, accept it with a reason, so that the history says who agreed; where somebody had spoken against it,
the finding is an error.`,
	Wrong: "shall [promptly: MX] report → shall promptly report",
	Right: "shall [promptly: MX] report → shall [promptly: MX] report",
	Run: func(p *Pass) {
		for i := range p.Diff.Events {
			e := &p.Diff.Events[i]
			if o := p.Diff.OldProposal(e); e.Type == diff.Adopted && puts(o.Action) && !p.stillOpen(e, o) {
				p.adopted(e, o)
			}
		}
		p.openBrackets()
	},
}

// puts reports whether an action puts words into the text.
func puts(a snapshot.Action) bool {
	return a == snapshot.Insert || a == snapshot.Replace || a.OfUnit()
}

func (p *Pass) adopted(e *diff.Event, o *snapshot.Proposal) {
	at := p.goneAt(e.OldUnit)
	if e.NewUnit >= 0 {
		at = p.locateChange(e.NewUnit, o.New, 0)
	}
	f := p.report(at, "the brackets around "+quote(o.New)+", proposed by "+list(o.Sponsors)+", are gone and the words stand in "+p.citeEvent(e)+" as if agreed")
	f.Hint = "put the brackets back, or accept the edit with a reason in draftdiff.yaml"
	f.Words = plain(o.Old + " " + o.New)
	p.opposed(f, o)
	p.ofUnit(f, e)
	f.Related = append(f.Related, asItWas(o))
}

// opposed makes an error of what somebody had spoken against.
func (p *Pass) opposed(f *Finding, o *snapshot.Proposal) {
	if o.Action == snapshot.Delete || o.Action == snapshot.DeleteUnit {
		if len(o.Retain) > 0 {
			f.Severity = Error
			f.Message += "; " + list(o.Retain) + " wanted it retained"
		}
		return
	}
	if len(o.Against) > 0 {
		f.Severity = Error
		f.Message += "; " + list(o.Against) + " had spoken against it"
	}
}

// stillOpen reports whether the words of an adopted proposal stand in brackets
// that are nobody's: not the brackets are gone, but the parties.
func (p *Pass) stillOpen(e *diff.Event, o *snapshot.Proposal) bool {
	if e.NewUnit < 0 || p.New.Document == nil {
		return false
	}
	x, want := p.New.wordsOf(e.NewUnit), tokens(o.New)
	return slices.ContainsFunc(x.source.find(want), func(k int) bool {
		opens, closes := x.bracketed(k, len(want))
		return opens && closes
	})
}

// openBrackets reports choices left open whose brackets are gone. The words of
// the text are the same with and without, so that no event tells of it.
func (p *Pass) openBrackets() {
	if p.Old.Document == nil || p.New.Document == nil {
		return
	}
	for i := range p.Old.groups {
		g := &p.Old.groups[i]
		if !g.isOpen() {
			continue
		}
		words := strings.Trim(g.words(g.node().Span), "[]")
		want := tokens(words)
		old := p.Old.unitAt(g.src.Source(g.node().Span.Start))
		if len(want) == 0 || old < 0 || g.inner() || p.Old.Snapshot.Units[old].Kind == snapshot.KindNote {
			continue
		}
		unit := p.newUnit(old)
		if unit < 0 || p.Old.at(p.Old.unitSpan(old)) == p.New.at(p.New.unitSpan(unit)) {
			continue
		}
		was, now := p.Old.wordsOf(old), p.New.wordsOf(unit)
		found := now.source.find(want)
		stillMarked := slices.ContainsFunc(found, func(k int) bool {
			opens, closes := now.bracketed(k, len(want))
			return opens || closes
		})
		// Words that stand less often went with their brackets and are elsewhere.
		stands := len(now.text.find(want))
		if stillMarked || len(found) == 0 || stands == 0 || stands < len(was.text.find(want)) {
			continue
		}
		nth := sort.Search(len(was.source.find(want)), func(i int) bool {
			return was.span(was.source.find(want)[i], len(want)).Start >= g.span(g.node().Span).Start
		})
		f := p.report(now.span(found[min(nth, len(found)-1)], len(want)), "the brackets around "+quote(words)+" are gone and the words stand in "+p.New.cite(unit)+" as if agreed")
		f.Hint = "put the brackets back, or accept the edit with a reason in draftdiff.yaml"
		f.Words, f.Unit = plain(words), p.New.Snapshot.Units[unit].ID
		f.Related = []Related{{Span: g.span(g.node().Span), Old: true, Message: "the brackets as they were"}}
	}
}

// inner reports whether a group stands in another one or has one in it: what
// became of it is then told with the other.
func (g *group) inner() bool {
	return g.node().Parent != 0 || g.child(notation.Group) != notation.None || g.child(notation.Label) != notation.None
}
