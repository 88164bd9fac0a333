package check

import (
	"strings"

	"github.com/draftdiff/draftdiff/pkg/notation"
	"github.com/draftdiff/draftdiff/pkg/text"
)

var misspeltNumeral = &Rule{
	Code: "DD011", Name: "misspelt-numeral", Class: Notation, Severity: Warning,
	Title: "The Latin numeral of an inserted unit is misspelt.",
	Explanation: `Inserted paragraphs and articles are numbered bis, ter, quater, quinquies, sexies, septies, octies, novies,
decies. A “quarter” is found by no search and cited wrongly ever after.`,
	Wrong: "[4 quarter. States Parties may cooperate.: US]",
	Right: "[4 quater. States Parties may cooperate.: US]",
	Run: func(p *Pass) {
		for i := range p.New.blocks {
			b := &p.New.blocks[i]
			for _, l := range b.tree.Labels {
				if l.Noisy && l.Latin != "" {
					p.misspelt(b, l)
				}
			}
		}
	},
}

func (p *Pass) misspelt(b *block, l notation.LabelText) {
	for at := l.Span.Start; at < l.Span.End; {
		end := at
		for end < l.Span.End && isLetter(b.src.Text[end]) {
			end++
		}
		word := text.Span{Start: at, End: end}
		at = end + 1
		got := strings.ToLower(b.words(word))
		// "quat" is an abbreviation of nothing else; what else begins alike is another word.
		if got == l.Latin || len(got) < 4 || got[:2] != l.Latin[:2] || got == strings.ToLower(l.Word) {
			continue
		}
		f := p.report(b.span(word), quote(b.words(word))+" is no numeral")
		f.Hint = "write “" + l.Latin + "”"
		if sp := b.span(word); sp.Len() == word.Len() && b.struckIn(word) == 0 {
			f.Fixes = []Edit{{Span: sp, New: l.Latin}}
		}
		return
	}
}

func isLetter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }
