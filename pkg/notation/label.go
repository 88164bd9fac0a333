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
	Section             // "B. Definitions": a capital letter before a heading
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

// numerals are the Latin numerals of interpolated units and their misspellings.
var numerals = map[string]string{
	"bis": "bis", "ter": "ter", "quater": "quater", "quarter": "quater", "quaterquarter": "quater", "quat": "quater",
	"quinquies": "quinquies", "quinques": "quinquies", "quinquis": "quinquies", "sexies": "sexies", "septies": "septies",
	"octies": "octies", "novies": "novies", "nonies": "novies", "decies": "decies", "undecies": "undecies", "duodecies": "duodecies", "ante": "ante",
}

// numeral returns the Latin numeral that a word is, perhaps misspelt; "" if it is
// none.
func numeral(word string) string {
	if word == "" || !labelWords.MayHave(word[0], len(word)) {
		return ""
	}
	return numerals[word]
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
