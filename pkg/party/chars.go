package party

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// wordEnd is the end of the run of letters and digits that begins at s[p].
func wordEnd(s string, p int) int {
	for p < len(s) {
		c := s[p]
		if c < utf8.RuneSelf {
			if !isLetter(c) && !isDigit(c) {
				break
			}
			p++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[p:])
		if !unicode.IsLetter(r) && !unicode.IsMark(r) {
			break
		}
		p += n
	}
	return p
}

// spaceLen is the length of the white space character at s[p], or 0. All that
// Unicode calls white space counts, and the invisible characters that
// word processors leave between words.
func spaceLen(s string, p int) int {
	if c := s[p]; c < utf8.RuneSelf {
		if c == ' ' || '\t' <= c && c <= '\r' {
			return 1
		}
		return 0
	}
	r, n := utf8.DecodeRuneInString(s[p:])
	if isBlank(r) {
		return n
	}
	return 0
}

func isBlank(r rune) bool {
	const zeroWidth, wordJoiner, byteOrderMark = '\u200b', '\u2060', '\ufeff'
	return unicode.IsSpace(r) || r == zeroWidth || r == wordJoiner || r == byteOrderMark
}

func skipSpaces(s string, p int) int {
	for p < len(s) {
		n := spaceLen(s, p)
		if n == 0 {
			break
		}
		p += n
	}
	return p
}

// skipLight skips what may stand around a list as well as inside it: spaces
// and commas, and in a tolerant list full stops and the marks of Markdown,
// escapes included.
func skipLight(s string, p int, tol Tolerance) int {
	for p < len(s) {
		switch c := s[p]; {
		case c == ' ', c == ',':
			p++
		case tol == Tolerant && (c == '.' || c == '*' || c == '~' || c == '_' || c == '\\'):
			p++
		default:
			n := spaceLen(s, p)
			if n == 0 {
				return p
			}
			p += n
		}
	}
	return p
}

// skipSeparators skips what may stand before a list.
func skipSeparators(s string, p int, tol Tolerance) int {
	for {
		p = skipLight(s, p, tol)
		if tol != Tolerant || p == len(s) || s[p] != ':' {
			return p
		}
		p++
	}
}

// skipJoiners skips what stands between two parties. Unlike light separators,
// a joiner belongs to the list only if a party follows.
func skipJoiners(s string, p int, tol Tolerance) int {
	for p = skipSeparators(s, p, tol); p < len(s); p = skipSeparators(s, p, tol) {
		switch {
		case s[p] == '&', s[p] == '/' && tol == Tolerant:
			p++
		case strings.HasPrefix(s[p:], "and") && wordEnd(s, p) == p+len("and"):
			p += len("and")
		default:
			return p
		}
	}
	return p
}

// matchForm is the end of form in s at p, or -1. A space of the form stands for
// any white space, and the form must end where a word does.
func matchForm(s string, p int, form string) int {
	for i := range len(form) {
		if form[i] == ' ' {
			next := skipSpaces(s, p)
			if next == p {
				return -1
			}
			p = next
			continue
		}
		if p >= len(s) || s[p] != form[i] {
			return -1
		}
		p++
	}
	if last := form[len(form)-1]; last != '.' && last != ')' && wordEnd(s, p) != p {
		return -1
	}
	return p
}

// singleSpaced gives s with one space between its words. It copies only where
// there is anything to change.
func singleSpaced(s string) string {
	for p := 0; p < len(s); p++ {
		if n := spaceLen(s, p); n > 1 || n == 1 && (s[p] != ' ' || spaceLen(s, p+1) > 0) {
			return strings.Join(strings.FieldsFunc(s, isBlank), " ")
		}
	}
	return s
}
