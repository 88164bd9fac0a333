package markdown

import (
	"strings"

	"github.com/draftdiff/draftdiff/internal/byteset"
	"github.com/draftdiff/draftdiff/pkg/source"
	"github.com/draftdiff/draftdiff/pkg/text"
)

// special are the bytes that may be markup inside a block, and those that may
// be only where it has links.
var (
	special     = byteset.Of("\\~*&\n<")
	specialLink = byteset.Of("\\~*&\n<][!")
)

// block makes a block of the lines from first to end.
func (r *reader) block(first line, end int) {
	for end > first.text && (r.src[end-1] == ' ' || r.src[end-1] == '\t') {
		end--
	}
	b := source.Block{
		Span:   text.Span{Start: first.start, End: end},
		Layout: first.layout,
		Level:  first.level,
	}
	s := r.src[first.text:end]
	in := inline{reader: r, s: s, base: first.text}
	i := special.Index(s, 0)
	links := r.linkIn(first.text, end)
	if i == len(s) && !links {
		b.Text, b.Runs = s, r.run(0, first.text)
	} else {
		b.Marked = in.read(i, links)
	}
	if b.Text != "" {
		r.doc.Blocks = append(r.doc.Blocks, b)
	}
}

// linkIn reports whether "](" stands in src[from:to], which is looked for once
// in the whole file: from and to only grow.
func (r *reader) linkIn(from, to int) bool {
	if r.link < from {
		r.link = len(r.src)
		if i := strings.Index(r.src[from:], "]("); i >= 0 {
			r.link = from + i
		}
	}
	return r.link+1 < to
}

// inline takes the markup out of one block.
type inline struct {
	*reader
	s    string // the block as written
	base int    // offset of s in the source

	from    int // start of the stretch of s that is not yet written
	at      int // length of the text so far
	mark0   int // where the block's marks begin in reader.marks
	run0    int
	text0   int // where the block's text begins in buf
	strikes int // "~~" still to come
	stars   [4]int
	open    [4]int // where the emphasis of n stars began, -1 if none
	strike  int    // where the open strike began, -1 if none
	links   []link
}

// link is a link of the form [text](address).
type link struct {
	open, close, end int // "[", "]" and behind ")"
}

// read reads a block whose first special byte stands at i.
func (in *inline) read(i int, links bool) text.Marked {
	in.mark0, in.run0, in.text0 = len(in.marks), len(in.runs), in.buf.Len()
	in.strike, in.open = -1, [4]int{-1, -1, -1, -1}
	if in.struck {
		in.strike = 0
	}
	in.count(i)
	in.reserve()
	markup := special
	if links {
		in.findLinks()
		markup, i = specialLink, 0
	}
	for i = markup.Index(in.s, i); i < len(in.s); i = markup.Index(in.s, i) {
		i = in.markup(i)
	}
	in.flush(len(in.s))
	in.finish()
	return text.Marked{
		Text:  in.buf.String()[in.text0:],
		Marks: in.marks[in.mark0:len(in.marks):len(in.marks)],
		Runs:  in.runs[in.run0:len(in.runs):len(in.runs)],
	}
}

// The reader asks for room for so many runs and marks at a time, and for so many
// bytes of text.
const (
	store = 1024
	words = 1 << 15
)

// reserve makes room for the text, the marks and runs of a block, so that those of
// the blocks before it need not be copied when there are more.
func (in *inline) reserve() {
	if in.buf.Cap()-in.buf.Len() < len(in.s) { // no mark-up is shorter than what it stands for
		in.buf = strings.Builder{}
		in.buf.Grow(max(words, len(in.s)))
		in.text0 = 0
	}
	if marks := in.strikes + in.stars[1] + in.stars[2] + in.stars[3]; cap(in.marks)-len(in.marks) < marks {
		in.marks, in.mark0 = make([]text.Mark, 0, max(store, marks)), 0
	}
	if cap(in.runs)-len(in.runs) < store/16 {
		in.runs, in.run0 = make([]text.Run, 0, store), 0
	}
}

// markup reads what stands at i, a special byte, and returns where to go on.
func (in *inline) markup(i int) int {
	s := in.s
	switch s[i] {
	case '\\':
		if i+1 < len(s) && isPunct(s[i+1]) {
			in.flush(i)
			in.from = i + 1
			return i + 2
		}
		if i+1 < len(s) && s[i+1] == '\n' {
			return in.skip(i, i+1)
		}
	case '~':
		n := repeat(s[i:], '~')
		if n >= 2 {
			in.toggleStrike(i, n)
		}
		return i + n
	case '*':
		n := repeat(s[i:], '*')
		in.toggleStars(i, n)
		return i + n
	case '\n':
		j := i + 1
		for j < len(s) && (s[j] == ' ' || s[j] == '\t' || s[j] == '>') {
			j++
		}
		if j > i+1 {
			in.flush(i + 1)
			in.from = j
		}
		return j
	case '&':
		return in.entity(i)
	case '<':
		if strings.HasPrefix(s[i:], "<br") {
			if j := strings.IndexByte(s[i:], '>'); j > 0 && j < 6 {
				return in.replace(i, i+j+1, "\n")
			}
		}
	case '[', '!':
		if l := in.linkAt(i, func(l link) int { return l.open }); l != nil {
			return in.skip(i, i+1)
		}
		if s[i] == '!' && i+1 < len(s) && in.linkAt(i+1, func(l link) int { return l.open }) != nil {
			return in.skip(i, i+2)
		}
	case ']':
		if l := in.linkAt(i, func(l link) int { return l.close }); l != nil {
			return in.skip(i, l.end)
		}
		// The brackets of a dead link around a group are the group's own.
		if i+3 < len(s) && s[i+1:i+4] == "(#)" {
			in.flush(i + 1)
			in.from = i + 4
			return i + 4
		}
	}
	return i + 1
}

// flush writes the stretch up to i.
func (in *inline) flush(i int) {
	if i <= in.from {
		return
	}
	in.runs = append(in.runs, text.Run{At: in.at, Source: in.base + in.from})
	in.buf.WriteString(in.s[in.from:i])
	in.at += i - in.from
	in.from = i
}

// skip leaves s[i:j] out of the text.
func (in *inline) skip(i, j int) int {
	in.flush(i)
	in.from = j
	return j
}

// replace writes with in the place of s[i:j].
func (in *inline) replace(i, j int, with string) int {
	in.flush(i)
	in.runs = append(in.runs, text.Run{At: in.at, Source: in.base + i})
	in.buf.WriteString(with)
	in.at += len(with)
	in.from = j
	return j
}

var entities = []struct{ name, char string }{{"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", `"`}, {"&nbsp;", "\u00a0"}}

func (in *inline) entity(i int) int {
	for _, e := range entities {
		if strings.HasPrefix(in.s[i:], e.name) {
			return in.replace(i, i+len(e.name), e.char)
		}
	}
	return i + 1
}

func repeat(s string, c byte) int {
	n := 0
	for n < len(s) && s[n] == c {
		n++
	}
	return n
}

func isPunct(c byte) bool {
	return c > ' ' && c < 0x7f && !(c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z')
}
