package text

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/draftdiff/draftdiff/pkg/diff"
	"github.com/draftdiff/draftdiff/pkg/report"
)

// words writes the wording, with what came and went marked.
func (p *printer) words(e *report.Entry) {
	if e.Verb == "" && len(e.Words) == 0 {
		return
	}
	p.room = longest
	if e.Event != nil && (e.Event.Type == diff.Responsored || e.Event.Type == diff.Stances || e.Event.Type == diff.Moved) {
		p.room = longestOld
	}
	p.par.begin("    ", 6)
	p.par.add(e.Verb, "", "")
	switch {
	case e.Before != "" || e.After != "":
		p.par.add("“"+e.Before, "", "")
		p.segments(e.Words)
		p.par.add(e.After+"”", "", "")
	case len(e.Words) > 0:
		if e.Verb != "" {
			p.par.add(" ", "", "")
		}
		p.quoted(e.Words)
	}
	if len(e.Replacement) > 0 {
		p.par.add(" by ", "", "")
		p.quoted(e.Replacement)
	}
	p.paragraph()
}

func (p *printer) quoted(list []diff.Segment) {
	p.par.add("“", "", "")
	p.segments(list)
	p.par.add("”", "", "")
}

// segments writes words, as far as there is room for them.
func (p *printer) segments(list []diff.Segment) {
	left := p.room
	for i, s := range list {
		if n := len(s.Text); n > left+slack && !p.o.Full {
			shown := cut(s.Text, max(0, left))
			p.segment(s.Op, shown)
			more := utf8.RuneCountInString(s.Text[len(shown):])
			for _, s := range list[i+1:] {
				more += utf8.RuneCountInString(s.Text)
			}
			p.par.add(" … ("+strconv.Itoa(more)+" characters more)", "", "")
			return
		}
		left -= len(s.Text)
		p.segment(s.Op, s.Text)
	}
}

func (p *printer) segment(op diff.Op, text string) {
	switch op {
	case diff.Insert:
		p.marked("{+", text, "+}", green)
	case diff.Delete:
		p.marked("{-", text, "-}", red)
	default:
		p.par.add(text, "", "")
	}
}

// marked puts signs around words; blanks at the ends stay outside.
func (p *printer) marked(open, text, shut, style string) {
	words := strings.TrimSpace(text)
	if words == "" {
		p.par.add(text, "", "")
		return
	}
	i := strings.Index(text, words)
	p.par.add(text[:i], "", "")
	p.par.add(open+words+shut, p.start(style), p.end())
	p.par.add(text[i+len(words):], "", "")
}

// cut shortens s to about n bytes, at a blank.
func cut(s string, n int) string {
	for !utf8.RuneStart(s[n]) {
		n--
	}
	if i := strings.LastIndexByte(s[:n], ' '); i > n/2 {
		n = i
	}
	return s[:n]
}
