package check

import (
	"strings"

	"github.com/draftdiff/draftdiff/pkg/text"
)

var gluedWords = &Rule{
	Code: "DD018", Name: "glued-words", Class: Notation, Severity: Warning,
	Title: "Two words are run together.",
	Explanation: `A conversion lost the space between two words. No search finds them, and a comparison with another text
reports a change that is none. The rule knows no dictionary: it takes apart what stands once or twice in the text and is
made of another word of it and a short one.`,
	Wrong: "measures to preventand combat cybercrime",
	Right: "measures to prevent and combat cybercrime",
	Run: func(p *Pass) {
		count := map[string]int{}
		for i := range p.New.blocks {
			eachWord(p.New.blocks[i].src.Text, func(s text.Span) { count[p.New.blocks[i].words(s)]++ })
		}
		for i := range p.New.blocks {
			b := &p.New.blocks[i]
			eachWord(b.src.Text, func(s text.Span) {
				if count[b.words(s)] > 2 {
					return
				}
				if first, second := unglue(b.words(s), count); first != "" && !b.boundary(s) {
					f := p.report(b.span(s), quote(b.words(s))+" is two words run together")
					f.Hint = "write “" + first + " " + second + "”"
				}
			})
		}
	},
}

// boundary reports whether a strike begins or ends within a span: the two words
// are then the old and the new reading.
func (b *block) boundary(s text.Span) bool {
	for _, m := range b.struckFrom(s.Start) {
		if m.Start >= s.End {
			break
		}
		if m.Start > s.Start && m.Start < s.End || m.End > s.Start && m.End < s.End {
			return true
		}
	}
	return false
}

// eachWord calls f for each word of lower-case letters that has room for two.
func eachWord(s string, f func(text.Span)) {
	for i := 0; i < len(s); {
		start := i
		for i < len(s) && (isLetter(s[i]) || s[i] >= 0xC3 || s[i] == '-' || s[i] == '\'') {
			i++
		}
		if w := s[start:i]; len(w) > 2 && strings.ToLower(w) == w && !strings.ContainsAny(w, "-'") {
			f(text.Span{Start: start, End: i})
		}
		i = max(i, start+1)
	}
}

// Short words that are run together with others, and those of the English
// language that only look so.
var (
	gluedBehind = []string{"and", "the", "shall", "with", "which", "that", "of", "for"}
	gluedBefore = []string{"the", "and", "of", "with"}
	notGlued    = " thereof whereof hereof herewith therewith forthwith wherewith proof waterproof thereafter theme themselves offset offspring offshore withhold withheld withdraw withdrawn withdrawal withdrawing withstand without within withdraws withholding therefore therefor heretofore theretofore hitherto "
)

// unglue takes a word apart, if one of its parts is a word of the text, of four
// letters or more that stand there at least three times, and the other a
// short one.
func unglue(w string, count map[string]int) (first, second string) {
	if len(w) < 6 || strings.Contains(notGlued, " "+w+" ") {
		return "", ""
	}
	known := func(s string) bool { return len(s) >= 4 && count[s] >= 3 }
	for _, short := range gluedBehind {
		if rest, ok := strings.CutSuffix(w, short); ok && known(rest) {
			return rest, short
		}
	}
	for _, short := range gluedBefore {
		if rest, ok := strings.CutPrefix(w, short); ok && known(rest) {
			return short, rest
		}
	}
	return "", ""
}
