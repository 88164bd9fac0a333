package notation

import (
	"strings"

	"github.com/draftdiff/draftdiff/internal/wordset"
	"github.com/draftdiff/draftdiff/pkg/text"
)

// Labels that begin with a letter: headings, bare suffixes, letters without
// their opening parenthesis.

// classes are the words that make a heading of the number behind them.
var classes = map[string]LabelClass{
	"article": Article, "art": Article, "chapter": Chapter, "part": Chapter, "title": Chapter, "section": Chapter,
	"cluster": Cluster, "option": Option, "annex": Chapter,
}

// labelWords are all the words that a label may begin with.
var labelWords = func() *wordset.Set {
	set := wordset.Of("preamble alt")
	for w := range classes {
		set.Add(w)
	}
	for w := range numerals {
		set.Add(w)
	}
	return set
}()

// scanWord reads "Article 56 alt.", "Chapter V", "Option 1:", "bis If a State",
// "quater) Encourage".
func scanWord(s string, start int) LabelText {
	k := start
	for k < len(s) && isAlpha(s[k]) {
		k++
	}
	if k-start > 13 {
		return LabelText{}
	}
	if s[start] <= 'Z' && k-start == 1 {
		return scanSection(s, start)
	}
	if k-start <= maxLetters {
		if l := scanOpenLetter(s, start); l.Class != NoLabel {
			return l
		}
	}
	if !labelWords.MayHave(s[start]|0x20, k-start) {
		return LabelText{}
	}
	var buf [13]byte
	word := fold(buf[:0], s[start:k])
	if string(word) == "preamble" && strings.Trim(s[k:], " .:]\t\n") == "" {
		return LabelText{Class: Preamble, Span: text.Span{Start: start, End: k}, Word: "Preamble"}
	}
	if s[start] > 'Z' {
		if string(word) != "alt" && numeral(string(word)) == "" {
			return LabelText{}
		}
		var l LabelText
		end := l.suffixes(s, start)
		for end < len(s) && (s[end] == '.' || s[end] == ')') {
			end++
		}
		l.Class, l.Noisy, l.Span = Suffix, true, text.Span{Start: start, End: end}
		return l
	}
	class := classes[string(word)]
	if class == NoLabel {
		return LabelText{}
	}
	return scanHeading(s, start, k, class)
}

// scanSection reads "B." before words that begin with a capital, in brackets or
// not.
func scanSection(s string, start int) LabelText {
	end := start + len("B.")
	if end >= len(s) || s[end-1] != '.' || blank(s, end) == 0 {
		return LabelText{}
	}
	i := end
	for i < len(s) && (s[i] == '[' || blank(s, i) > 0) {
		i++
	}
	if i == len(s) || s[i] < 'A' || s[i] > 'Z' {
		return LabelText{}
	}
	return LabelText{Class: Section, Span: text.Span{Start: start, End: end}, Number: s[start : start+1], Word: "Section"}
}

// maxLetters is how many letters the Roman numeral of an item may have.
const maxLetters = 6

// scanOpenLetter reads "d)" and "f bis)", whose opening parenthesis was lost or
// never there.
func scanOpenLetter(s string, start int) LabelText {
	j := start
	for j < len(s) && s[j] >= 'a' && s[j] <= 'z' && j-start < maxLetters {
		j++
	}
	if j == start || !enumerator(s[start:j]) {
		return LabelText{}
	}
	l := LabelText{Class: Letter, Number: s[start:j]}
	j = l.suffixes(s, j)
	if j+1 >= len(s) || s[j] != ')' || blank(s, j+1) == 0 {
		return LabelText{}
	}
	l.Noisy, l.Span = true, text.Span{Start: start, End: j + 1}
	return l
}

// scanHeading reads the number behind a heading word.
func scanHeading(s string, start, k int, class LabelClass) LabelText {
	i := skipBlank(s, skipDots(s, k), false)
	j := i
	for j < len(s) && (s[j] >= '0' && s[j] <= '9' || s[j] == '.' && j > i && j+1 < len(s) && s[j+1] >= '0' && s[j+1] <= '9') {
		j++
	}
	switch {
	case j > i:
		if j < len(s) && s[j] >= 'a' && s[j] <= 'z' && (j+1 == len(s) || !wordByte(s[j+1])) {
			j++ // "Article 130r"
		}
	case class != Article:
		for j < len(s) && (s[j] == 'I' || s[j] == 'V' || s[j] == 'X' || s[j] == 'L') {
			j++
		}
		if j == i && j < len(s) && s[j] >= 'A' && s[j] <= 'Z' {
			j++ // "Annex A", "Option B"
			if j+1 < len(s) && s[j] == '.' && s[j+1] >= '0' && s[j+1] <= '9' {
				j = digits(s, j+1) // "Option B.1"
			}
		}
		if j == i && class == Option && j+2 < len(s) && s[j] == '(' && s[j+2] == ')' {
			j += 3
		}
	}
	if j == i || j < len(s) && (s[j] >= 'a' && s[j] <= 'z' || s[j] >= 'A' && s[j] <= 'Z') && latinAt(s, j) == "" {
		return LabelText{}
	}
	l := LabelText{Class: class, Number: strings.Trim(s[i:j], "()"), Word: strings.ToUpper(s[start:start+1]) + lower(s[start+1:k])}
	l.Span = text.Span{Start: start, End: skipDots(s, l.suffixes(s, j))}
	return l
}

// latinAt returns the Latin numeral or "alt" that begins at i.
func latinAt(s string, i int) string {
	k := i
	for k < len(s) && isAlpha(s[k]) {
		k++
	}
	if w := lower(s[i:k]); w == "alt" || numeral(w) != "" {
		return w
	}
	return ""
}
