package notation

import (
	"strings"

	"github.com/draftdiff/draftdiff/pkg/text"
)

// LabelClass is the form of a label. The zero class is invalid.
type LabelClass uint8

// The classes.
const (
	NoLabel  LabelClass = iota
	Chapter             // "Chapter V alt", "PART II"
	Cluster             // "CLUSTER 1"
	Article             // "Article 56 alt"
	Option              // "Option 1 alt"
	Number              // "2 bis.", "3.1"
	Letter              // "(a)", "(d bis)", "(iv)": letter or Roman numeral, the sequence decides
	Suffix              // "bis", "alt.", "quinquies.": the number is the preceding unit's
	Misread             // "€": a letter that a scan misread
	Preamble            // "Preamble"
)

// LabelText is a label as it stands and what it says.
type LabelText struct {
	Class  LabelClass
	Span   text.Span
	Number string // "56", "a", "iv", "V", "3.1"; "" of a Suffix or Misread
	Latin  string // "bis", "ter", "bis ante", …, corrected
	Alt    bool   // it says alt
	Word   string // "Article", "Part": the word before the number, capitalised
	Noisy  bool   // misspelt or damaged
}

// Proposed reports whether the label says that the unit is an addition or an
// alternative.
func (l LabelText) Proposed() bool { return l.Latin != "" || l.Alt }

// numeral returns the Latin numeral of an interpolated unit that a word is,
// perhaps misspelt; "" if it is none.
func numeral(word string) string {
	switch word { // each by itself, so that word need not be kept
	case "bis":
		return "bis"
	case "ter":
		return "ter"
	case "quater", "quarter", "quaterquarter", "quat":
		return "quater"
	case "quinquies", "quinques", "quinquis":
		return "quinquies"
	case "sexies":
		return "sexies"
	case "septies":
		return "septies"
	case "octies":
		return "octies"
	case "novies", "nonies":
		return "novies"
	case "decies":
		return "decies"
	case "undecies":
		return "undecies"
	case "duodecies":
		return "duodecies"
	case "ante":
		return "ante"
	}
	return ""
}

// classOf returns the class of heading that a word makes of the number behind it.
func classOf(word string) LabelClass {
	switch word {
	case "article", "art":
		return Article
	case "chapter", "part", "title", "section", "annex":
		return Chapter
	case "cluster":
		return Cluster
	case "option":
		return Option
	}
	return NoLabel
}

// isAlpha reports whether c is a letter of ASCII.
func isAlpha(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// blank reports whether the byte at i is white space or conversion noise.
func blank(s string, i int) int {
	switch c := s[i]; {
	case c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '_':
		return 1
	case c == 0xC2 && i+1 < len(s) && (s[i+1] == 0xA0 || s[i+1] == 0xAD):
		return 2
	}
	return 0
}

// dash returns the length of the dash at i, 0 if there is none.
func dash(s string, i int) int {
	if s[i] == '-' {
		return 1
	}
	if s[i] == 0xE2 && i+2 < len(s) && s[i+1] == 0x80 && s[i+2] >= 0x90 && s[i+2] <= 0x95 {
		return 3
	}
	return 0
}

// skipBlank moves over white space, and over dashes too if dashes.
func skipBlank(s string, i int, dashes bool) int {
	for i < len(s) {
		n := blank(s, i)
		if n == 0 && dashes {
			n = dash(s, i)
		}
		if n == 0 {
			break
		}
		i += n
	}
	return i
}

// ScanLabel reads the label at the beginning of s, behind white space, dashes
// and underscores; Class is NoLabel if there is none. The span of the label
// takes in the punctuation behind it.
func ScanLabel(s string) LabelText {
	i := skipBlank(s, 0, true)
	if i >= len(s) {
		return LabelText{}
	}
	switch c := s[i]; {
	case c >= '0' && c <= '9':
		return scanNumber(s, i)
	case c == '(':
		return scanLetter(s, i)
	case c == 0xE2 && strings.HasPrefix(s[i:], "€ "):
		return LabelText{Class: Misread, Span: text.Span{Start: i, End: i + len("€")}, Noisy: true}
	case isAlpha(c):
		return scanWord(s, i)
	}
	return LabelText{}
}

// scanNumber reads "2", "2 bis.", "3.1", "2bis.", "2. alt", "130r".
func scanNumber(s string, start int) LabelText {
	i := digits(s, start)
	if i-start > 3 {
		return LabelText{}
	}
	for i+1 < len(s) && s[i] == '.' && s[i+1] >= '0' && s[i+1] <= '9' {
		i = digits(s, i+1)
	}
	l := LabelText{Class: Number, Number: s[start:i]}
	end := l.suffixes(s, i)
	dotted := end < len(s) && (s[end] == '.' || s[end] == ')')
	if dotted {
		end++
		if !l.Proposed() {
			// "2. alt Each State Party": the suffix behind the full stop
			if e := l.suffixes(s, end); e > end && l.Proposed() {
				end = skipDots(s, e)
			}
		}
	}
	closed := end < len(s) && s[end] == ']' // "[3] Concerned about": a recital
	if !dotted && !closed && !l.Proposed() && !strings.Contains(l.Number, ".") {
		return LabelText{}
	}
	if end < len(s) && blank(s, end) == 0 && s[end] != '(' && s[end] != '[' && s[end] != ']' && s[end] != ':' && dash(s, end) == 0 && (!l.Proposed() || wordByte(s[end])) && !dotted {
		return LabelText{}
	}
	l.Span = text.Span{Start: start, End: end}
	return l
}

func digits(s string, i int) int {
	for i < len(s) && s[i] >= '0' && s[i] <= '9' {
		i++
	}
	return i
}

func wordByte(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c >= 0x80
}

// suffixes reads Latin numerals and "alt" behind position i into l, and
// returns where they end.
func (l *LabelText) suffixes(s string, i int) int {
	for {
		j := skipBlank(s, i, false)
		k := j
		for k < len(s) && isAlpha(s[k]) {
			k++
		}
		if k == j || k-j > 13 {
			return i
		}
		var buf [13]byte
		word := fold(buf[:0], s[j:k])
		switch latin := numeral(string(word)); {
		case string(word) == "alt":
			l.Alt = true
		case latin != "":
			l.Noisy = l.Noisy || latin != string(word)
			if l.Latin != "" && l.Latin != latin {
				latin = l.Latin + " " + latin // "bis ante": before the bis
			}
			l.Latin = latin
		default:
			return i
		}
		i = k
	}
}

// lower folds ASCII capitals; it allocates only if there are any.
func lower(s string) string {
	for i := 0; i < len(s); i++ {
		if s[i] >= 'A' && s[i] <= 'Z' {
			return strings.ToLower(s)
		}
	}
	return s
}

// fold appends s to b with its ASCII letters in lower case.
func fold(b []byte, s string) []byte {
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= 'A' && c <= 'Z' {
			c |= 0x20
		}
		b = append(b, c)
	}
	return b
}

// scanLetter reads "(a)", "(d bis)", "(iv)", "(b) alt", "(bis)", "(2)".
func scanLetter(s string, start int) LabelText {
	i := skipBlank(s, start+1, false)
	j := i
	for j < len(s) && (isAlpha(s[j]) || s[j] >= '0' && s[j] <= '9') {
		j++
	}
	l := LabelText{Class: Letter, Number: s[i:j]}
	if w := lower(l.Number); w == "alt" || numeral(w) != "" {
		l.Class, l.Number, j = Suffix, "", i
	}
	if j-i > 5 || j == i && l.Class == Letter {
		return LabelText{}
	}
	if l.Class == Letter && !enumerator(l.Number) {
		return LabelText{}
	}
	for {
		before := j
		if j = skipDots(s, l.suffixes(s, j)); j == before {
			break // "(b bis)", "(b.bis.)"
		}
	}
	j = skipBlank(s, j, false)
	if j >= len(s) {
		return LabelText{}
	}
	if s[j] != ')' {
		// "(d Each State": the closing parenthesis was lost
		if blank(s, j-1) == 0 || s[j] < 'A' || s[j] > 'Z' || l.Class != Letter || l.Number[0] < 'a' {
			return LabelText{}
		}
		l.Number, l.Noisy, l.Span = lower(l.Number), true, text.Span{Start: start, End: j}
		return l
	}
	j++
	before := l
	if e := l.suffixes(s, j); e > j {
		rest := skipBlank(s, e, false)
		if rest < len(s) && wordByte(s[rest]) && s[rest]|0x20 == s[rest] && l.Latin == "" {
			l = before // "(b) alternative" is prose
		} else {
			j = e
		}
	}
	l.Number = lower(l.Number)
	l.Span = text.Span{Start: start, End: skipDots(s, j)}
	return l
}

func skipDots(s string, i int) int {
	for i < len(s) && s[i] == '.' {
		i++
	}
	return i
}

// enumerator tells a letter, a Roman numeral or a digit from a word.
func enumerator(s string) bool {
	if len(s) == 1 {
		return true
	}
	if len(s) == 2 && s[0] == s[1] {
		return true
	}
	for i := 0; i < len(s); i++ {
		switch s[i] | 0x20 {
		case 'i', 'v', 'x', 'l':
		default:
			return false
		}
	}
	return true
}

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
	if k-start <= maxLetters {
		if l := scanOpenLetter(s, start); l.Class != NoLabel {
			return l
		}
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
	class := classOf(string(word))
	if class == NoLabel {
		return LabelText{}
	}
	return scanHeading(s, start, k, class)
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
