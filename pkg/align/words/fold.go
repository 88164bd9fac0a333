package words

import (
	"unicode"
	"unicode/utf8"
)

// What a character outside ASCII can be besides the classes of ASCII.
const (
	part    = 4 // a letter or digit of a word
	nothing = 5 // is not there at all
)

// folded is what a character outside ASCII means to the scanner.
type folded struct {
	is byte
	n  uint8
	as [3]rune // the first n are the letters that it stands for
}

func foldAt(s string, i int) (folded, int) {
	r, n := utf8.DecodeRuneInString(s[i:])
	switch {
	case r >= 'ﬀ' && r <= 'ﬄ':
		return ligatures[r-'ﬀ'], n
	case unicode.IsLetter(r):
		return folded{is: part, n: 1, as: [3]rune{unicode.ToLower(r)}}, n
	case unicode.IsDigit(r), unicode.IsMark(r):
		return folded{is: part, n: 1, as: [3]rune{r}}, n
	case r == 0x00AD, r >= 0x200B && r <= 0x200D, r == 0x2060, r == 0xFEFF:
		return folded{is: nothing}, n
	case r == '’', r == 'ʼ':
		return folded{is: quote}, n
	case unicode.IsSymbol(r):
		return folded{is: symbol, n: 1, as: [3]rune{r}}, n
	}
	return folded{is: between}, n
}

// ligatures start at U+FB00.
var ligatures = [...]folded{
	{part, 2, [3]rune{'f', 'f'}},
	{part, 2, [3]rune{'f', 'i'}},
	{part, 2, [3]rune{'f', 'l'}},
	{part, 3, [3]rune{'f', 'f', 'i'}},
	{part, 3, [3]rune{'f', 'f', 'l'}},
}
