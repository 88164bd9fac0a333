package check

import (
	"sort"
	"strings"

	"github.com/draftdiff/draftdiff/pkg/notation"
	"github.com/draftdiff/draftdiff/pkg/text"
)

var strayStrike = &Rule{
	Code: "DD019", Name: "stray-strike", Class: Notation, Severity: Warning,
	Title: "A strike stands where nothing can be struck.",
	Explanation: `A strike over parties, a stance, a bracket or blanks deletes nothing; it only looks as if somebody had
withdrawn. A struck stance in mid-text has lost the brackets around the words that it speaks of. In Markdown a “~~” without a partner strikes nothing, or everything that follows.`,
	Wrong: "[disrupting: ~~delete – JP, RU~~]",
	Right: "[disrupting: delete – JP, RU]",
	Run: func(p *Pass) {
		for i := range p.New.blocks {
			b := &p.New.blocks[i]
			for _, s := range b.strikes {
				p.stray(b, s)
			}
		}
		if p.markdown() {
			p.partnerlessTildes()
		}
	},
}

func (p *Pass) markdown() bool {
	return p.New.Document != nil && p.New.Document.Format == "markdown"
}

// stray reports a strike that covers no word of a text or a proposal.
func (p *Pass) stray(b *block, s text.Span) {
	words := b.words(s)
	switch {
	case b.inAttribution(s):
		f := p.report(b.span(s), "the strike over "+quote(words)+" strikes parties, and no words")
		f.Hint = "take the strike out; a party that withdraws is taken off the list"
		f.Fixes = p.unstrike(b, s)
	case notation.BeginsDirective(words) && p.endsWithParties(words):
		f := p.report(b.span(s), quote(words)+" stands outside of any bracket")
		f.Hint = "put brackets around the words that it speaks of"
	case strings.Trim(words, " _\n\t.,;:-–—\u00a0[](){}") == "":
		f := p.report(b.span(s), "this strike strikes no words")
		f.Hint = "take it out"
		f.Fixes = p.unstrike(b, s)
	}
}

func (p *Pass) endsWithParties(s string) bool {
	items, _ := p.New.registry.ScanListBack(nil, s)
	return len(items) > 0
}

// inAttribution reports whether a span lies in one attribution, the brackets
// that close behind it aside.
func (b *block) inAttribution(s text.Span) bool {
	k := sort.Search(len(b.lists), func(i int) bool { return b.lists[i].Start > s.Start }) - 1
	if k < 0 || s.Start >= b.lists[k].End {
		return false
	}
	rest := b.words(text.Span{Start: min(b.lists[k].End, s.End), End: s.End})
	return strings.Trim(rest, " ])}.,;") == "" && hasLetter(b.words(s))
}

// unstrike takes the marks around a strike out, where they stand right at it.
func (p *Pass) unstrike(b *block, s text.Span) []Edit {
	if !p.markdown() {
		return nil
	}
	file := p.New.Document.File.Bytes
	sp := b.span(s)
	if sp.Start < 2 || sp.End+2 > len(file) || string(file[sp.Start-2:sp.Start]) != "~~" || string(file[sp.End:sp.End+2]) != "~~" {
		return nil
	}
	if sp.Start > 2 && file[sp.Start-3] == '~' || sp.End+2 < len(file) && file[sp.End+2] == '~' {
		return nil
	}
	return []Edit{{Span: text.Span{Start: sp.Start - 2, End: sp.Start}}, {Span: text.Span{Start: sp.End, End: sp.End + 2}}}
}

// partnerlessTildes reports blocks with an odd number of "~~" that the next
// block does not complete.
func (p *Pass) partnerlessTildes() {
	file := p.New.Document.File.Bytes
	odd := -1 // the last block with an odd number
	report := func(i int) {
		sp := p.New.blocks[i].src.Span
		at := sp.Start + strings.LastIndex(string(file[sp.Start:sp.End]), "~~")
		f := p.report(text.Span{Start: at, End: at + 2}, "this “~~” has no partner")
		f.Hint = "add the one that ends the strike, or take it out"
	}
	for i := range p.New.blocks {
		sp := p.New.blocks[i].src.Span
		isOdd := strings.Count(string(file[sp.Start:sp.End]), "~~")%2 == 1
		switch {
		case isOdd && odd == i-1 && odd >= 0:
			odd = -1
		case odd >= 0 && odd < i:
			report(odd)
			odd = -1
			if isOdd {
				odd = i
			}
		case isOdd:
			odd = i
		}
	}
	if odd >= 0 {
		report(odd)
	}
}
