package plain

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/draftdiff/draftdiff/pkg/source"
	"github.com/draftdiff/draftdiff/pkg/text"
)

// Format is the name of the format in a [source.Document].
const Format = "plain"

// wrapped is the shortest line, in bytes, that a line break in mid-sentence is
// looked for behind. Drafts are set in 60 to 120 characters a line.
const wrapped = 60

// Read turns b into a document. It never fails.
func Read(b []byte) *source.Document {
	r := &reader{
		src: string(b),
		doc: &source.Document{Format: Format, Raw: b, File: text.NewFile("", b)},
	}
	r.read()
	if !utf8.Valid(b) {
		r.doc.Notes = append(r.doc.Notes, source.InvalidUTF8(b))
	}
	return r.doc
}

type reader struct {
	src  string
	doc  *source.Document
	buf  strings.Builder
	runs []text.Run
}

// line is a line without its ending and without blanks around its words.
type line struct {
	start, end int
	words      string
	at         int // offset of words
	layout     source.Layout
	level      int
}

func (r *reader) read() {
	var block []line
	pos := 0
	if strings.HasPrefix(r.src, "\ufeff") {
		pos = 3
	}
	flush := func() {
		if len(block) > 0 {
			r.block(block)
			block = block[:0]
		}
	}
	for pos < len(r.src) {
		end, next := lineEnd(r.src, pos)
		l := r.line(pos, end)
		pos = next
		switch {
		case l.words == "":
			flush()
			continue
		case l.layout == source.LayoutFurniture:
			flush()
			block = append(block, l)
			flush()
			continue
		case len(block) > 0 && !joins(block[len(block)-1], l):
			flush()
		}
		block = append(block, l)
	}
	flush()
}

// lineEnd returns where the line at pos ends and where the next begins. A form
// feed ends a line too.
func lineEnd(s string, pos int) (end, next int) {
	i := strings.IndexAny(s[pos:], "\n\r\f")
	if i < 0 {
		return len(s), len(s)
	}
	end = pos + i
	next = end + 1
	if s[end] == '\r' && next < len(s) && s[next] == '\n' {
		next++
	}
	return end, next
}

func (r *reader) line(start, end int) line {
	l := line{start: start, end: end}
	s := r.src[start:end]
	l.at = start + len(s) - len(strings.TrimLeftFunc(s, unicode.IsSpace))
	l.words = strings.TrimSpace(s)
	if n := len(l.words) - len(strings.TrimLeft(l.words, "#")); n > 0 && n <= 6 && n < len(l.words) && l.words[n] == ' ' {
		rest := strings.TrimLeft(l.words[n:], " ")
		l.at += len(l.words) - len(rest)
		l.words, l.layout, l.level = rest, source.LayoutHeading, n
	}
	if isFurniture(l.words) {
		l.layout = source.LayoutFurniture
	}
	return l
}

// joins reports whether b goes on with the sentence of a.
func joins(a, b line) bool {
	switch {
	case a.layout != b.layout || isHeading(a.words) || endsSentence(a.words) || endsRecital(a.words, b.words):
		return false
	case headed(b.words) && midSentence(a.words):
		return true
	case (enumerated(b.words) || headed(b.words)) && !refers(a.words, b.words):
		return false
	}
	first, _ := utf8.DecodeRuneInString(b.words)
	if unicode.IsLower(first) || first == '(' || strings.ContainsRune(",;:.)]", first) {
		return true
	}
	return a.layout == source.LayoutHeading || len(a.words) >= wrapped && len(a.words) < 3*wrapped
}

// endsSentence reports whether s ends as a paragraph ends.
func endsSentence(s string) bool {
	s = strings.TrimRight(s, "]) \t\u201d\"")
	return s == "" || strings.HasSuffix(s, ".") || strings.HasSuffix(s, ";") || strings.HasSuffix(s, ":") || strings.HasSuffix(s, "?")
}

func (r *reader) block(lines []line) {
	first, last := lines[0], lines[len(lines)-1]
	b := source.Block{
		Span:   text.Span{Start: first.start, End: last.end},
		Layout: first.layout,
		Level:  first.level,
	}
	run0, text0 := len(r.runs), r.buf.Len()
	if len(lines) == 1 {
		b.Text = first.words
		r.runs = append(r.runs, text.Run{Source: first.at})
	} else {
		for i, l := range lines {
			if i > 0 {
				r.joint(r.buf.Len()-text0, lines[i-1])
			}
			r.runs = append(r.runs, text.Run{At: r.buf.Len() - text0, Source: l.at})
			r.buf.WriteString(l.words)
		}
		b.Text = r.buf.String()[text0:]
	}
	b.Runs = r.runs[run0:len(r.runs):len(r.runs)]
	r.doc.Blocks = append(r.doc.Blocks, b)
}

// joint writes the newline that ends l, at byte at of the block's text. Blanks
// before it are no part of the text, so its place is one of its own.
func (r *reader) joint(at int, l line) {
	if l.at+len(l.words) < l.end {
		r.runs = append(r.runs, text.Run{At: at, Source: l.end})
	}
	r.buf.WriteByte('\n')
}
