package check

import (
	"strings"

	"github.com/draftdiff/draftdiff/pkg/notation"
	"github.com/draftdiff/draftdiff/pkg/text"
)

var missingColon = &Rule{
	Code: "DD009", Name: "missing-colon", Class: Notation, Severity: Warning,
	Title: "The colon before a list of parties is missing.",
	Explanation: `A colon ends the words of a proposal and begins the list of those who want it. Without it, or with a
semicolon in its place, the codes can be taken for words and the words for codes.`,
	Wrong: "[by means of communication technologies. PK]",
	Right: "[by means of communication technologies.: PK]",
	Run: func(p *Pass) {
		for i := range p.New.groups {
			g := &p.New.groups[i]
			if len(g.clauses) == 0 || g.clauses[0].Verb != notation.For || g.clauses[0].Parties.Len() == 0 || g.abbreviation() {
				continue
			}
			at := g.tree.Nodes[g.attribution].Span
			first := g.tree.PartiesOf(g.clauses[0])[0].Span
			switch sep := strings.TrimSpace(g.src.Text[at.Start:max(at.Start, first.Start)]); {
			case g.node().Flags&notation.NoColon != 0 && sep == "":
				p.noColon(g, at.Start, first)
			case sep == ";":
				p.semicolon(g, text.Span{Start: at.Start, End: first.Start})
			}
		}
	},
}

// noColon reports a list that begins at a party without any separator.
func (p *Pass) noColon(g *group, from int, first text.Span) {
	f := p.report(g.span(first), "there is no colon before this list of parties")
	end := len(strings.TrimRight(g.src.Text[:from], " "))
	before := g.src.SourceEnd(end)
	if end > g.node().Span.Start+1 && before <= g.src.Source(first.Start) && before > 0 {
		f.Hint = "put a colon before it"
		f.Fixes = []Edit{{Span: text.Span{Start: before, End: before}, New: ":"}}
	}
}

func (p *Pass) semicolon(g *group, sep text.Span) {
	k := sep.Start + strings.IndexByte(g.words(sep), ';')
	at := g.span(text.Span{Start: k, End: k + 1})
	f := p.report(at, "a semicolon stands where the colon before the list of parties belongs")
	f.Hint = "write a colon"
	f.Fixes = []Edit{{Span: at, New: ":"}}
}
