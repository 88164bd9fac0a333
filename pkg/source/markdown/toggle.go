package markdown

import (
	"sort"
	"strings"

	"github.com/draftdiff/draftdiff/internal/byteset"
	"github.com/draftdiff/draftdiff/pkg/text"
)

// toggles are the bytes that toggle strikes and emphasis, and the one that makes
// text of them.
var toggles = byteset.Of("\\~*")

// count finds how many toggles of each kind the block has from i on, so that the
// last of an odd number can be told from a pair.
func (in *inline) count(i int) {
	s := in.s
	for i = toggles.Index(s, i); i < len(s); i = toggles.Index(s, i) {
		switch s[i] {
		case '\\':
			i += 2
		case '~':
			n := repeat(s[i:], '~')
			if n >= 2 {
				in.strikes++
			}
			i += n
		case '*':
			n := repeat(s[i:], '*')
			if n <= 3 && in.delimits(i, n) {
				in.stars[n]++
			}
			i += n
		}
	}
}

// delimits reports whether the n bytes at i touch a word: blanks on both sides
// make them text. At the end of the block they may end what began in it, for a
// conversion leaves a blank before them.
func (in *inline) delimits(i, n int) bool {
	before := i > 0 && !isBlank(in.s[i-1])
	after := i+n < len(in.s) && !isBlank(in.s[i+n])
	return before || after || i+n == len(in.s)
}

func isBlank(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }

// toggleStrike begins or ends a strike. The last of an odd number is an opener
// that the block leaves open if a word follows it, and else a mark without a
// partner, which strikes nothing.
func (in *inline) toggleStrike(i, n int) {
	in.strikes--
	in.skip(i, i+n)
	if in.strike >= 0 {
		in.addMark(text.Mark{Kind: text.MarkStruck}, in.strike)
		in.strike = -1
		return
	}
	if in.strikes == 0 && (i+n >= len(in.s) || isBlank(in.s[i+n])) {
		return
	}
	in.strike = in.at
}

// stars is what emphasis of so many stars means.
var stars = [...]text.Emphasis{1: text.Italic, 2: text.Bold, 3: text.Bold | text.Italic}

// toggleStars begins or ends emphasis of n stars; the last of an odd number is
// a star of the text.
func (in *inline) toggleStars(i, n int) {
	if n > 3 || !in.delimits(i, n) {
		return
	}
	in.stars[n]--
	switch {
	case in.open[n] >= 0:
		in.skip(i, i+n)
		in.addMark(text.Mark{Kind: text.MarkEmphasis, Emphasis: stars[n]}, in.open[n])
		in.open[n] = -1
	case in.stars[n] > 0:
		in.skip(i, i+n)
		in.open[n] = in.at
	}
}

// addMark marks the text from start to here, in order of start.
func (in *inline) addMark(m text.Mark, start int) {
	if start == in.at {
		return
	}
	m.Span = text.Span{Start: start, End: in.at}
	in.marks = append(in.marks, m)
	for k := len(in.marks) - 1; k > in.mark0 && in.marks[k-1].Span.Start > start; k-- {
		in.marks[k], in.marks[k-1] = in.marks[k-1], m
	}
}

// finish ends what the block leaves open. A strike goes on into the next block
// only where that block has the odd toggle that ends it.
func (in *inline) finish() {
	in.struck = false
	if in.strike >= 0 {
		in.addMark(text.Mark{Kind: text.MarkStruck}, in.strike)
		in.struck = oddStrikes(nextParagraph(in.src[in.base+len(in.s):]))
	}
}

// nextParagraph returns the text up to the next blank line.
func nextParagraph(s string) string {
	s = strings.TrimLeft(s, " \t\r\n")
	if i := strings.Index(s, "\n\n"); i >= 0 {
		return s[:i]
	}
	return s
}

func oddStrikes(s string) bool {
	n := 0
	for {
		i := strings.Index(s, "~~")
		if i < 0 {
			return n%2 == 1
		}
		n++
		s = s[i+repeat(s[i:], '~'):]
	}
}

// maxAddress is how long the address of a link may be, in bytes.
const maxAddress = 2048

// findLinks finds the links of the block. The bracket of a link whose text
// names parties behind a colon is a group that the conversion took for a link:
// it is no link. So is one whose text holds an unescaped bracket.
func (in *inline) findLinks() {
	in.links = in.links[:0]
	s := in.s
	for pos := 0; ; {
		i := strings.Index(s[pos:], "](")
		if i < 0 {
			return
		}
		closer := pos + i
		pos = closer + 2
		if closer > 0 && s[closer-1] == '\\' && !(closer > 1 && s[closer-2] == '\\') {
			continue
		}
		end := strings.IndexAny(s[pos:min(len(s), pos+maxAddress)], ") \n")
		if end < 0 || s[pos+end] != ')' || !isAddress(s[pos:pos+end]) {
			continue
		}
		opener := openerOf(s[:closer])
		if opener < 0 {
			continue
		}
		if words := s[opener+1 : closer]; strings.Contains(words, ":") && !strings.HasPrefix(words, "\\[") && strings.HasPrefix(s[pos:], "#)") {
			continue
		}
		in.links = append(in.links, link{open: opener, close: closer, end: pos + end + 1})
	}
}

// isAddress tells the address of a link from a parenthesis behind a bracket.
func isAddress(s string) bool {
	return strings.HasPrefix(s, "#") || strings.Contains(s, "/") || strings.Contains(s, "@") || strings.Contains(s, ":")
}

// openerOf returns the last unescaped "[" of s, -1 if there is an unescaped
// "]" behind it.
func openerOf(s string) int {
	for i := len(s) - 1; i >= 0; i-- {
		if (s[i] == '[' || s[i] == ']') && (i == 0 || s[i-1] != '\\') {
			if s[i] == ']' {
				return -1
			}
			return i
		}
	}
	return -1
}

// linkAt returns the link that has i as the place that of tells. Links do not
// nest, so they are in order of either place.
func (in *inline) linkAt(i int, of func(link) int) *link {
	k := sort.Search(len(in.links), func(k int) bool { return of(in.links[k]) >= i })
	if k < len(in.links) && of(in.links[k]) == i {
		return &in.links[k]
	}
	return nil
}
