package markdown

import (
	"strings"
	"unicode/utf8"
	"unsafe"

	"github.com/draftdiff/draftdiff/pkg/source"
	"github.com/draftdiff/draftdiff/pkg/text"
)

// Format is the name of the format in a [source.Document].
const Format = "markdown"

// Read turns b into a document. It never fails: what it does not know is text.
// The document keeps b, which must not change afterwards.
func Read(b []byte) *source.Document {
	r := &reader{
		src: unsafe.String(unsafe.SliceData(b), len(b)), // the text of most blocks is a part of it
		doc: &source.Document{Format: Format, Raw: b, File: text.NewFile("", b)},
	}
	r.link = -1
	r.doc.Blocks = make([]source.Block, 0, len(b)/256+8)
	r.read()
	if !utf8.Valid(b) {
		r.doc.Notes = append(r.doc.Notes, source.InvalidUTF8(b))
	}
	return r.doc
}

// reader walks the lines of src and hands runs of them to block.
type reader struct {
	src    string
	doc    *source.Document
	buf    strings.Builder // text of blocks that are not a plain slice of src
	runs   []text.Run
	marks  []text.Mark
	struck bool // a strike that the last block left open
	link   int  // where the next "](" stands, that is behind what was read
}

// line is a line of the source without its ending.
type line struct {
	start, end int // of the line
	text       int // where its words begin: behind indentation, quote and list markers
	layout     source.Layout
	level      int
	opens      bool // begins a block of its own, whatever stands before
	dash       bool // by a list marker, which may be a dash of the text
}

func (r *reader) read() {
	pos := r.skipPreface()
	start := -1 // of the run of lines that makes the present block
	var first line
	var end int
	flush := func() {
		if start >= 0 {
			r.block(first, end)
			start = -1
		}
	}
	for pos < len(r.src) {
		next := len(r.src)
		eol := next
		if i := strings.IndexByte(r.src[pos:], '\n'); i >= 0 {
			eol, next = pos+i, pos+i+1
		}
		if eol > pos && r.src[eol-1] == '\r' {
			eol--
		}
		l := r.line(pos, eol)
		pos = next
		switch {
		case l.text >= l.end:
			flush()
			continue
		case l.layout == source.LayoutFurniture:
			flush()
			r.furniture(l)
			continue
		case l.opens && !(start >= 0 && l.dash && r.goesOn(end, l)) || start >= 0 && first.layout == source.LayoutHeading && !r.hardBreak(end):
			flush()
		}
		if start < 0 {
			start, first = l.start, l
		}
		end = l.end
	}
	flush()
}

// hardBreak reports whether the line that ends at end asks for a line break
// inside its block: two spaces or a backslash.
func (r *reader) hardBreak(end int) bool {
	s := r.src[:end]
	return strings.HasSuffix(s, "  ") || strings.HasSuffix(s, "\\")
}

// goesOn reports whether the line that ends at end breaks off in mid-sentence
// and the dash before next is a dash of the text, not a list marker:
// "against\n- EU & mS".
func (r *reader) goesOn(end int, next line) bool {
	c, n := r.src[end-1], r.src[next.text]
	return (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z') && n >= 'A' && n <= 'Z'
}

// skipPreface makes furniture of a byte order mark and of front matter between
// two lines of three dashes, and returns where the text begins.
func (r *reader) skipPreface() int {
	pos := 0
	if strings.HasPrefix(r.src, "\ufeff") {
		pos = 3
	}
	rest := r.src[pos:]
	if !strings.HasPrefix(rest, "---\n") && !strings.HasPrefix(rest, "---\r\n") {
		return pos
	}
	for _, closer := range []string{"\n---\n", "\n---\r\n"} {
		if i := strings.Index(rest[3:], closer); i >= 0 {
			end := pos + 3 + i + 4
			r.furniture(line{start: pos, text: pos, end: end})
			return end
		}
	}
	return pos
}

// line finds the markers of a line.
func (r *reader) line(start, end int) line {
	l := line{start: start, end: end, text: start}
	indent := r.blanks(&l)
	for l.text < end && r.src[l.text] == '>' {
		l.text++
		r.blanks(&l)
	}
	s := r.src[l.text:end]
	if s == "" {
		return l
	}
	switch c := s[0]; {
	case c == '#':
		n := len(s) - len(strings.TrimLeft(s, "#"))
		if n <= 6 && (n == len(s) || s[n] == ' ' || s[n] == '\t') {
			l.text += n
			r.blanks(&l)
			l.layout, l.level, l.opens = source.LayoutHeading, n, true
		}
	case isRule(s), strings.HasPrefix(s, "{:"), c == '[' && isLinkTarget(s):
		l.layout = source.LayoutFurniture
	case (c == '-' || c == '*' || c == '+') && len(s) > 1 && (s[1] == ' ' || s[1] == '\t'):
		l.text++
		r.blanks(&l)
		l.layout, l.level, l.opens, l.dash = source.LayoutItem, 1+indent/2, true, true
	case c >= '0' && c <= '9' && isNumber(s):
		l.layout, l.level, l.opens = source.LayoutItem, 1+indent/2, true
	}
	return l
}

// blanks moves l.text over spaces and tabs and returns how many columns they
// take.
func (r *reader) blanks(l *line) int {
	n := 0
	for ; l.text < l.end; l.text++ {
		switch r.src[l.text] {
		case ' ':
			n++
		case '\t':
			n += 4
		default:
			return n
		}
	}
	return n
}

// isRule reports whether a line is a thematic break: three or more of one of
// "-*_", blanks allowed.
func isRule(s string) bool {
	c := s[0]
	if c != '-' && c != '*' && c != '_' {
		return false
	}
	n := 0
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case c:
			n++
		case ' ', '\t':
		default:
			return false
		}
	}
	return n >= 3
}

// isLinkTarget reports whether a line says where the links of a name lead,
// "[un]: https://un.org/a", which a page does not show.
func isLinkTarget(s string) bool {
	name, target, ok := strings.Cut(s[1:], "]: ")
	target = strings.TrimSpace(target)
	return ok && name != "" && !strings.ContainsAny(name, "[]") && !strings.ContainsAny(target, " \t") &&
		(strings.Contains(target, "://") || strings.HasPrefix(target, "/") || strings.HasPrefix(target, "#"))
}

// isNumber reports whether a line begins with a list number: up to three
// digits, a full stop or a parenthesis, a blank.
func isNumber(s string) bool {
	i := 0
	for i < len(s) && s[i] >= '0' && s[i] <= '9' {
		i++
	}
	return i <= 3 && i+1 < len(s) && (s[i] == '.' || s[i] == ')') && (s[i+1] == ' ' || s[i+1] == '\t')
}

func (r *reader) furniture(l line) {
	r.doc.Blocks = append(r.doc.Blocks, source.Block{
		Marked: text.Marked{Text: r.src[l.text:l.end], Runs: r.run(0, l.text)},
		Span:   text.Span{Start: l.start, End: l.end},
		Layout: source.LayoutFurniture,
	})
}

// run returns a slice of one run, from the reader's store.
func (r *reader) run(at, src int) []text.Run {
	n := len(r.runs)
	r.runs = append(r.runs, text.Run{At: at, Source: src})
	return r.runs[n:len(r.runs):len(r.runs)]
}
