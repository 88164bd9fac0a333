package snapshot

import (
	"strings"
	"unicode/utf8"

	"github.com/draftdiff/draftdiff/internal/wordset"
	"github.com/draftdiff/draftdiff/pkg/text"
)

// A writer puts words together into plain text: single spaces, no soft
// hyphens, no space before the punctuation that follows something left out.
// The texts of all units share its store.
type writer struct {
	buf   strings.Builder
	start int
	gap   bool // white space was met since the last word
	cut   bool // something was left out since the last word
}

// begin starts a new text.
func (w *writer) begin() {
	if w.buf.Cap()-w.buf.Len() < 1<<12 {
		next := min(1<<16, max(1<<13, 2*w.buf.Cap()))
		w.buf = strings.Builder{}
		w.buf.Grow(next)
	}
	w.start, w.gap, w.cut = w.buf.Len(), false, false
}

// len is the length of the text so far.
func (w *writer) len() int { return w.buf.Len() - w.start }

// text returns the text; it stays valid when the writer goes on.
func (w *writer) text() string { return w.buf.String()[w.start:] }

// space asks for a space before the next word.
func (w *writer) space() { w.gap = true }

// leaveOut notes that something stood here that is not part of the text.
func (w *writer) leaveOut() { w.cut = true }

// write appends s, whose white space it folds.
func (w *writer) write(s string) {
	for i := 0; i < len(s); {
		c := s[i]
		if c <= ' ' {
			w.gap = true
			i++
			continue
		}
		if c >= 0xC2 {
			if n, soft := oddSpace(s, i); n > 0 {
				w.gap = w.gap || !soft
				i += n
				continue
			}
		}
		j := i + 1
		for {
			j += singleSpacedASCII(s[j:])
			for j < len(s) && inWord[s[j]] {
				j++
			}
			if j+1 >= len(s) || s[j] != ' ' || !inWord[s[j+1]] {
				break
			}
			j += 2
		}
		w.words(s[i:j])
		i = j
	}
}

// singleSpacedASCII returns the length of a beginning of s that is words of
// ASCII with single spaces between them. It looks at eight bytes at a time, in
// which it finds what it looks for by the top bit of each byte.
func singleSpacedASCII(s string) int {
	const top, low7 = 0x8080808080808080, 0x7F7F7F7F7F7F7F7F
	i, afterSpace := 0, uint64(0)
	for ; i+8 <= len(s); i += 8 {
		b := s[i : i+8]
		w := uint64(b[0]) | uint64(b[1])<<8 | uint64(b[2])<<16 | uint64(b[3])<<24 |
			uint64(b[4])<<32 | uint64(b[5])<<40 | uint64(b[6])<<48 | uint64(b[7])<<56
		notControl := w&low7 + 0x6060606060606060
		notSpace := (w^0x2020202020202020)&low7 + low7
		spaces := ^notSpace & top
		if (w|^notControl)&top != 0 || spaces&(spaces<<8|afterSpace) != 0 {
			break
		}
		afterSpace = spaces >> 56
	}
	if i > 0 && s[i-1] == ' ' {
		i--
	}
	return i
}

// inWord are the bytes that surely belong to a word: no white space, and not
// the first byte of white space beyond ASCII.
var inWord = func() (in [256]bool) {
	for c := ' ' + 1; c < 256; c++ {
		in[c] = c != 0xC2 && c != 0xE2
	}
	return in
}()

// words appends words with single spaces between them.
func (w *writer) words(s string) {
	if w.gap && w.len() > 0 && !(w.cut && closesUp(s[0])) {
		w.buf.WriteByte(' ')
	}
	w.gap, w.cut = false, false
	w.buf.WriteString(s)
}

// closesUp reports whether no space stands before c in print.
func closesUp(c byte) bool {
	switch c {
	case ',', '.', ';', ':', ')', ']':
		return true
	}
	return false
}

// oddSpace returns the length of a space at i that is not ASCII, or of a soft
// hyphen or zero-width character, which are soft: they separate nothing.
func oddSpace(s string, i int) (n int, soft bool) {
	switch s[i] {
	case 0xC2:
		if i+1 < len(s) {
			switch s[i+1] {
			case 0xA0, 0x85:
				return 2, false
			case 0xAD:
				return 2, true
			}
		}
	case 0xE2:
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case r >= 0x2000 && r <= 0x200A || r == 0x2028 || r == 0x2029 || r == 0x202F || r == 0x205F:
			return n, false
		case r >= 0x200B && r <= 0x200D || r == 0x2060:
			return n, true
		}
	}
	return 0, false
}

// strikes tell which words of a block are struck.
type strikes struct{ text.Strikes }

// whole reports whether a strike covers sp but for its ends, where strikes are
// smeared.
func (st strikes) whole(sp text.Span) bool {
	n := st.In(sp)
	return n > 0 && sp.Len()-n <= 8+sp.Len()/20
}

// cuts calls f for each stretch of sp that is struck as a whole or not at all,
// words taken as a whole: a word is struck if more than half of its letters
// are. Only where a strike begins or ends inside a word with a word of its own
// on both sides are these two words run together.
func (st strikes) cuts(s string, sp text.Span, f func(part text.Span, struck bool)) {
	n := st.In(sp)
	if n == 0 {
		f(sp, false)
		return
	}
	if n == sp.Len() {
		f(sp, true)
		return
	}
	st.Strikes = st.From(sp.Start)
	for i := sp.Start; i < sp.End; {
		j := i
		for j < sp.End && s[j] <= ' ' {
			j++
		}
		k := j
		for k < sp.End && s[k] > ' ' {
			k++
		}
		st.token(s, text.Span{Start: i, End: j}, text.Span{Start: j, End: k}, f)
		i = k
	}
}

// token reports the white space sp and the token tok behind it.
func (st strikes) token(s string, sp, tok text.Span, f func(text.Span, bool)) {
	n := st.In(tok)
	if n == 0 || n == tok.Len() {
		f(text.Span{Start: sp.Start, End: tok.End}, n > 0)
		return
	}
	if at := st.boundary(tok); at > 0 && isWord(s[tok.Start:at]) && isWord(s[at:tok.End]) {
		f(text.Span{Start: sp.Start, End: at}, st.In(text.Span{Start: tok.Start, End: at}) > 0)
		f(text.Span{Start: at, End: tok.End}, st.In(text.Span{Start: at, End: tok.End}) > 0)
		return
	}
	letters, struck := 0, 0
	for i := tok.Start; i < tok.End; i++ {
		if isLetter(s[i]) {
			letters++
			struck += st.In(text.Span{Start: i, End: i + 1})
		}
	}
	f(text.Span{Start: sp.Start, End: tok.End}, 2*struck > letters)
}

// boundary returns where the first strike begins or ends inside sp.
func (st strikes) boundary(sp text.Span) int {
	for _, s := range st.From(sp.Start) {
		switch {
		case s.Start >= sp.End:
			return 0
		case s.Start > sp.Start:
			return s.Start
		case s.End > sp.Start && s.End < sp.End:
			return s.End
		}
	}
	return 0
}

// shortWords are the words of one and two letters that a text runs together
// with others; other short stretches are smears of a strike.
var shortWords = wordset.Of("a an as at be by he in is it no of on or to we")

// isWord reports whether s may be a word of its own.
func isWord(s string) bool {
	s = strings.Trim(s, "-–—,.;:()[]'\"")
	n := 0
	for i := 0; i < len(s); i++ {
		if isLetter(s[i]) {
			n++
		}
	}
	return n >= 3 || n > 0 && shortWords.Has(strings.ToLower(s))
}

func isLetter(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c >= 0x80
}

// hasWord reports whether s has a letter or a digit.
func hasWord(s string) bool {
	for i := 0; i < len(s); i++ {
		if isLetter(s[i]) {
			if s[i] == 0xE2 && i+2 < len(s) && s[i+1] == 0x80 { // a dash or a quote
				i += 2
				continue
			}
			return true
		}
	}
	return false
}
