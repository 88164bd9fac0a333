package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/draftdiff/draftdiff/pkg/diff"
	"github.com/draftdiff/draftdiff/pkg/report"
)

// The styles, as ANSI terminals know them. Each only repeats what words and
// signs say.
const (
	bold  = "\x1b[1m"
	faint = "\x1b[2m"
	green = "\x1b[32m"
	red   = "\x1b[31m"
	amber = "\x1b[33m"
	blue  = "\x1b[34m"
	reset = "\x1b[0m"
)

func (p *printer) start(style string) string {
	if !p.o.Color {
		return ""
	}
	return style
}

func (p *printer) end() string { return p.start(reset) }

func (p *printer) style(style, s string) string { return p.start(style) + s + p.end() }

func eventStyle(e *report.Entry) string {
	switch {
	case e.Event == nil:
		return blue
	case e.Event.Type == diff.Text:
		return amber
	case e.Event.Type == diff.Withdrawn:
		return red
	case e.Event.Type == diff.Added, e.Event.Type == diff.Adopted:
		return green
	}
	return blue
}

// paragraph is a piece of text to be broken into lines.
type paragraph struct {
	first  string // stands before the first line
	indent int    // of the lines after it
	pieces []piece
}

type piece struct{ text, start, end string }

func (q *paragraph) begin(first string, indent int) {
	q.first, q.indent, q.pieces = first, indent, q.pieces[:0]
}

// add appends a stretch of words between two escape sequences, which take no
// room.
func (q *paragraph) add(text, start, end string) {
	if text != "" {
		q.pieces = append(q.pieces, piece{clean(text), start, end})
	}
}

// clean keeps words from a document from speaking to the terminal: control
// characters, with which escape sequences begin, are replaced, and line breaks
// become blanks.
func clean(s string) string {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c < ' ' || c == 0x7f || c == 0xc2 && i+1 < len(s) && s[i+1] < 0xa0 {
			return strings.Map(harmless, s)
		}
	}
	return s
}

func harmless(r rune) rune {
	switch {
	case r == '\n' || r == '\r' || r == '\t':
		return ' '
	case unicode.IsControl(r):
		return unicode.ReplacementChar
	}
	return r
}

// paragraph writes p.par, broken into lines between words.
func (p *printer) paragraph() {
	p.b = append(p.b, p.par.first...)
	if p.o.Width <= 0 {
		for _, s := range p.par.pieces {
			p.b = append(p.b, s.start...)
			p.b = append(p.b, s.text...)
			p.b = append(p.b, s.end...)
		}
		p.b = append(p.b, '\n')
		return
	}
	column := utf8.RuneCountInString(p.par.first)
	atStart := true
	breakAt, breakColumn := -1, 0 // the last blank of the line, in p.b
	for _, s := range p.par.pieces {
		p.b = append(p.b, s.start...)
		for text := s.text; text != ""; {
			n := strings.IndexByte(text, ' ')
			if n < 0 {
				n = len(text)
			}
			p.b = append(p.b, text[:n]...)
			column += utf8.RuneCountInString(text[:n])
			if column > p.o.Width && breakAt >= 0 {
				p.breakLine(breakAt)
				column += p.par.indent - breakColumn
				breakAt = -1
			}
			atStart = atStart && n == 0
			if text = text[n:]; text == "" {
				break
			}
			text = text[1:]
			if !atStart {
				breakAt, breakColumn = len(p.b), column+1
			}
			p.b = append(p.b, ' ')
			column++
		}
		p.b = append(p.b, s.end...)
	}
	p.b = append(p.b, '\n')
}

// breakLine puts the end of a line in the place of the blank at offset at.
func (p *printer) breakLine(at int) {
	n := p.par.indent
	for range n {
		p.b = append(p.b, ' ')
	}
	copy(p.b[at+1+n:], p.b[at+1:len(p.b)-n])
	p.b[at] = '\n'
	for i := range n {
		p.b[at+1+i] = ' '
	}
}
