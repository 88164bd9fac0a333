package check

import (
	"strings"

	"github.com/draftdiff/draftdiff/pkg/notation"
	"github.com/draftdiff/draftdiff/pkg/text"
)

var misplacedCloser = &Rule{
	Code: "DD010", Name: "misplaced-closer", Class: Notation, Severity: Warning,
	Title: "A bracket closes before the proposal ends.",
	Explanation: `The parties are the last thing before the bracket that closes a proposal. Where it closes before them, or
in the middle of the words, the rest of the proposal reads like agreed text.`,
	Wrong: "[delete paragraph:]NI]",
	Right: "[delete paragraph: NI]",
	Run: func(p *Pass) {
		for i := range p.New.groups {
			g := &p.New.groups[i]
			switch flags := g.node().Flags; {
			case flags&notation.Trailing != 0:
				p.trailing(g)
			case flags&notation.Reopened != 0:
				p.reopened(g)
			}
		}
	},
}

// trailing reports parties behind the closer of their group. The closer moves
// behind them, unless one stands there already.
func (p *Pass) trailing(g *group) {
	closer := g.last(notation.Close)
	if closer == notation.None {
		return
	}
	early := g.span(g.tree.Nodes[closer].Span)
	f := p.report(early, "this bracket closes before the parties")
	f.Hint = "move it behind the parties"
	last := &g.tree.Nodes[g.node().Last]
	end := g.src.SourceEnd(len(strings.TrimRight(g.src.Text[:g.node().Span.End], " ")))
	f.Fixes = []Edit{{Span: early}}
	if last.Kind != notation.Bad {
		f.Fixes = append(f.Fixes, Edit{Span: text.Span{Start: end, End: end}, New: "]"})
	}
	if g.node().Bracket != '[' {
		f.Fixes = nil
	}
}

// reopened reports a closer in the middle of a proposal.
func (p *Pass) reopened(g *group) {
	t := g.tree
	for c := t.Nodes[g.id].First; c != notation.None; c = t.Nodes[c].Next {
		if t.Nodes[c].Kind != notation.Bad || strings.IndexByte("])}", g.src.Text[t.Nodes[c].Span.Start]) < 0 {
			continue
		}
		f := p.report(g.span(t.Nodes[c].Span), "this bracket closes before the proposal ends")
		f.Hint = "take it out: the parties stand further on"
		if a := g.attribution; a != notation.None {
			f.Related = []Related{{Span: g.span(t.Nodes[a].Span), Message: "the parties stand here"}}
		}
		return
	}
}
