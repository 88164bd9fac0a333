package markdown

import (
	"io"
	"strconv"
	"strings"

	"github.com/draftdiff/draftdiff/pkg/diff"
	"github.com/draftdiff/draftdiff/pkg/report"
)

// Render writes r as Markdown.
func Render(w io.Writer, r *report.Report) error {
	p := &printer{w: w}
	p.head(r)
	if len(r.Silent) > 0 {
		p.add("\n## Changed silently\n\nThese words changed, and nobody had proposed it.\n\n")
		p.entries(r.Silent)
	}
	for i := range r.Sections {
		s := &r.Sections[i]
		p.add("\n## ", escape(s.Title))
		if s.Was != "" {
			p.add(" (was ", escape(s.Was), ")")
		}
		p.add("\n\n")
		p.renumbered(s.Renumbered)
		p.entries(s.Entries)
	}
	return p.flush()
}

type printer struct {
	w   io.Writer
	b   []byte
	err error
}

func (p *printer) add(list ...string) {
	for _, s := range list {
		p.b = append(p.b, s...)
	}
}

func (p *printer) flush() error {
	if p.err == nil {
		_, p.err = p.w.Write(p.b)
	}
	p.b = p.b[:0]
	return p.err
}

func (p *printer) head(r *report.Report) {
	p.add("# ", escape(r.Title()), "\n\n")
	if r.Filter != "" {
		p.add("Shown: ", escape(r.Filter), "\n\n")
	}
	if r.Empty() {
		p.add("No change.\n")
		return
	}
	p.add("| | |\n|---|---|\n")
	p.fact("Events", counts(r.Head.Events))
	p.fact("Units", counts(r.Head.Units))
	p.fact("Moved most", counts(r.Head.Parties))
	p.fact("In motion", counts(r.Head.Sections))
	p.fact("Understood", "old text "+r.Head.OldRead.String()+"; new text "+r.Head.NewRead.String())
}

func (p *printer) fact(name, words string) {
	if words != "" {
		p.add("| ", name, " | ", words, " |\n")
	}
}

func counts(list []diff.Count) string {
	parts := make([]string, len(list))
	for i, c := range list {
		parts[i] = escape(c.Name) + " " + strconv.Itoa(c.N)
	}
	return strings.Join(parts, " · ")
}

func (p *printer) renumbered(list []report.Renumbering) {
	for i, r := range list {
		sep := "; "
		if i == 0 {
			sep = "Renumbered: "
		}
		p.add(sep, escape(r.Was), " → ", escape(r.Now))
	}
	if len(list) > 0 {
		p.add("\n\n")
	}
}

func (p *printer) entries(list []report.Entry) {
	for i := range list {
		p.entry(&list[i])
		if len(p.b) > 64<<10 {
			_ = p.flush() // the error is kept
		}
	}
}

func (p *printer) entry(e *report.Entry) {
	p.add("- **", escape(e.Cite), "**")
	if e.Was != "" {
		p.add(" (was ", escape(e.Was), ")")
	}
	p.add(": ", escape(e.What))
	if e.Verb != "" || len(e.Words) > 0 {
		p.add(" — ", e.Verb)
		p.words(e)
	}
	p.sponsors(e)
	for _, s := range e.Stances {
		p.add("; ", escape(s.Party), ": ", s.From, " → ", s.To)
	}
	for _, m := range e.Modal {
		p.add("; obligation ", m.Effect.String(), ": ", quote(m.Old), " → ", quote(m.New))
	}
	p.places(e)
	p.add("\n")
}

func (p *printer) words(e *report.Entry) {
	if len(e.Words) > 0 {
		if e.Verb != "" {
			p.add(" ")
		}
		p.add("“", escape(e.Before))
		p.segments(e.Words)
		p.add(escape(e.After), "”")
	}
	if len(e.Replacement) > 0 {
		p.add(" by “")
		p.segments(e.Replacement)
		p.add("”")
	}
}

func (p *printer) segments(list []diff.Segment) {
	for _, s := range list {
		sign := ""
		switch s.Op {
		case diff.Insert:
			sign = "**"
		case diff.Delete:
			sign = "~~"
		}
		words := strings.TrimSpace(s.Text)
		i := strings.Index(s.Text, words)
		if words == "" {
			sign = ""
		}
		p.add(s.Text[:i], sign, escape(words), sign, s.Text[i+len(words):])
	}
}

func (p *printer) sponsors(e *report.Entry) {
	for i, s := range e.Sponsors {
		sep := ", "
		if i == 0 {
			sep = " — by "
		}
		sign := ""
		switch s.Move {
		case report.Joined:
			sign = "+"
		case report.Left:
			sign = "−"
		}
		p.add(sep, sign, escape(s.Party))
	}
}

func quote(s string) string {
	if s == "" {
		return "nothing"
	}
	return "“" + escape(s) + "”"
}

func (p *printer) places(e *report.Entry) {
	old, new := e.OldPlace.Line, e.NewPlace.Line
	switch {
	case old > 0 && new > 0:
		p.add(" (line ", strconv.Itoa(old), " → ", strconv.Itoa(new), ")")
	case old > 0:
		p.add(" (line ", strconv.Itoa(old), " of the old text)")
	case new > 0:
		p.add(" (line ", strconv.Itoa(new), " of the new text)")
	}
}

// special are the characters that Markdown, or HTML in it, could take for
// markup.
const special = "\\`*_[]<>&#|~!{}"

// escape makes a text mean itself, on one line.
func escape(s string) string {
	if !strings.ContainsAny(s, special+"\n\r") {
		return s
	}
	var b strings.Builder
	b.Grow(len(s) + 8)
	for i := range len(s) {
		switch c := s[i]; {
		case c == '\n' || c == '\r':
			b.WriteByte(' ')
		case strings.IndexByte(special, c) >= 0:
			b.WriteByte('\\')
			fallthrough
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}
