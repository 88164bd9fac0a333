package format

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/draftdiff/draftdiff/pkg/check"
	"github.com/draftdiff/draftdiff/pkg/text"
)

// TextOptions say how a report for people looks.
type TextOptions struct {
	Width int // of a line; 0 means 100
	Color bool
}

// Text writes a report for people: of each finding where it is, what is wrong,
// the line with the place marked, and what to do.
//
//	draft.md:12:34: warning DD003 “EY” is no party known here
//	  | … without undue delay: EY, CH] as well as
//	  |                        ^^
//	  hint: is EG meant?
func Text(w io.Writer, r *Report, opt TextOptions) error {
	if opt.Width <= 0 {
		opt.Width = 100
	}
	p := &printer{w: bufio.NewWriter(w), opt: opt}
	for i := range r.Files {
		f := &r.Files[i]
		for j := range f.Findings {
			p.finding(f, &f.Findings[j])
		}
	}
	p.summary(r)
	return p.w.Flush() // which also gives the first error of all writes
}

type printer struct {
	w   *bufio.Writer
	opt TextOptions
}

// The colours of severities; the words say the same.
var colors = [...]string{check.Info: "36", check.Warning: "33", check.Error: "31"}

func (p *printer) paint(color, s string) string {
	if !p.opt.Color {
		return s
	}
	return "\x1b[" + color + "m" + s + "\x1b[0m"
}

func (p *printer) finding(file *File, f *check.Finding) {
	fmt.Fprintf(p.w, "%s: %s %s %s\n", place(file.Name, f.Place.Line, f.Column), p.paint(colors[f.Severity], f.Severity.String()), f.Rule.Code, f.Message)
	p.excerpt(file.Text, f.Span, f.Place.Line)
	if f.Hint != "" {
		fmt.Fprintf(p.w, "  hint: %s\n", f.Hint)
	}
	if len(f.Fixes) > 0 {
		fmt.Fprintf(p.w, "  --fix puts this right\n")
	}
	for _, r := range f.Related {
		name, t := file.Name, file.Text
		if r.Old {
			name, t = file.OldName, file.Old
		}
		fmt.Fprintf(p.w, "  %s: %s\n", place(name, r.Place.Line, r.Column), r.Message)
		if r.Old {
			p.excerpt(t, r.Span, r.Place.Line)
		}
	}
	fmt.Fprintln(p.w)
}

func place(name string, line, column int) string {
	if column == 0 {
		return fmt.Sprintf("%s:%d", name, line)
	}
	return fmt.Sprintf("%s:%d:%d", name, line, column)
}

// excerpt prints the line that a span begins in, cut around the span, and marks
// the span below it. Not by colour alone: a copy of the report loses it.
func (p *printer) excerpt(t *check.Text, sp text.Span, line int) {
	if t == nil || t.Document == nil || line < 1 || line > t.Document.File.Lines() {
		return
	}
	f := t.Document.File
	all := f.LineSpan(line)
	start, end := min(max(sp.Start, all.Start), all.End), min(max(sp.End, sp.Start), all.End)
	room := p.opt.Width - 4
	before := clean(string(f.Bytes[all.Start:start]))
	marked := clean(string(f.Bytes[start:max(start, end)]))
	after := clean(string(f.Bytes[max(start, end):all.End]))
	marked = cut(marked, room*2/3)
	left := max(room/3, room-length(marked)-length(after))
	if length(before) > left {
		before = "… " + tail(before, left-2)
	}
	right := max(0, room-length(before)-length(marked))
	if length(after) > right {
		after = head(after, max(0, right-2)) + " …"
	}
	fmt.Fprintf(p.w, "  | %s%s%s\n", before, marked, strings.TrimRight(after, " "))
	fmt.Fprintf(p.w, "  | %s%s\n", strings.Repeat(" ", length(before)), p.paint("1", strings.Repeat("^", max(1, length(marked)))))
}

// clean makes one column of each character.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\u00ad' || r == '\u200b':
			return -1
		case r < ' ' || r == 0x7f || r == utf8.RuneError:
			return ' '
		}
		return r
	}, s)
}

func length(s string) int { return utf8.RuneCountInString(s) }

// cut takes the middle out of what is longer than most characters.
func cut(s string, most int) string {
	if length(s) <= most {
		return s
	}
	return head(s, most*2/3) + " … " + tail(s, most/3-3)
}

func head(s string, n int) string { return string([]rune(s)[:min(n, length(s))]) }

func tail(s string, n int) string {
	r := []rune(s)
	return string(r[len(r)-min(max(n, 0), len(r)):])
}

func (p *printer) summary(r *Report) {
	var parts []string
	for s := check.Error; s >= check.Info; s-- {
		if n := r.Count(s); n > 0 {
			parts = append(parts, plural(n, s.String(), s != check.Info))
		}
	}
	accepted, known := 0, 0
	for i := range r.Files {
		accepted, known = accepted+r.Files[i].Accepted, known+r.Files[i].Known
	}
	if len(parts) > 0 {
		fmt.Fprintf(p.w, "%s in %s\n", strings.Join(parts, ", "), plural(len(r.Files), "text", true))
	}
	if accepted > 0 {
		fmt.Fprintf(p.w, "%s accepted with a reason\n", plural(accepted, "silent edit", true))
	}
	if known > 0 {
		fmt.Fprintf(p.w, "%s that the older text has too not listed; --all lists them\n", plural(known, "finding", true))
	}
}

func plural(n int, s string, countable bool) string {
	if n != 1 && countable {
		s += "s"
	}
	return fmt.Sprintf("%d %s", n, s)
}
