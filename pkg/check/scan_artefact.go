package check

import (
	"strings"

	"github.com/draftdiff/draftdiff/pkg/notation"
	"github.com/draftdiff/draftdiff/pkg/snapshot"
	"github.com/draftdiff/draftdiff/pkg/text"
)

var scanArtefact = &Rule{
	Code: "DD017", Name: "scan-artefact", Class: Notation, Severity: Warning,
	Title: "A letter in brackets was misread in scanning.",
	Explanation: `What a scan makes of “(c)” is “€” or “(2)”. The subparagraph then has no letter, and what follows is
numbered wrongly. The rule has the right letter from those before it.`,
	Wrong: "(a) to search;\n\n(b) to seize;\n\n€ to copy.",
	Right: "(a) to search;\n\n(b) to seize;\n\n(c) to copy.",
	Run: func(p *Pass) {
		for i := range p.New.blocks {
			b := &p.New.blocks[i]
			for _, l := range b.tree.Labels {
				misread := l.Class == notation.Misread || l.Class == notation.Letter && len(l.Number) == 1 && l.Number[0] <= '9'
				if misread && !strings.HasPrefix(strings.TrimLeft(b.src.Text[l.Span.End:], " "), "0") {
					p.misread(b, l)
				}
			}
		}
	},
}

// misread reports a label if the snapshot has read it as a letter.
func (p *Pass) misread(b *block, l notation.LabelText) {
	at := text.Span{Start: l.Span.Start, End: l.Span.Start + len("€")}
	if l.Class == notation.Letter {
		at.End = l.Span.Start + strings.IndexByte(b.words(l.Span), ')') + 1
	}
	sp := b.span(at)
	if l.Class == notation.Misread {
		if next := strings.TrimLeft(b.src.Text[l.Span.End:], " "); next != "" && next[0] >= '0' && next[0] <= '9' {
			return // an amount in euros
		}
	}
	u := p.New.unitAt(sp.Start)
	if u < 0 {
		return
	}
	unit := &p.New.Snapshot.Units[u]
	number, _, _ := splitLabel(unit.Label)
	if unit.Kind != snapshot.KindSubparagraph || number == "" || !isLetter(number[0]) {
		return
	}
	right := "(" + number + ")"
	f := p.report(sp, quote(b.words(at))+" stands where "+quote(right)+" belongs")
	f.Hint = "write " + right
	if sp.Len() == at.Len() {
		f.Fixes = []Edit{{Span: sp, New: right}}
	}
}
