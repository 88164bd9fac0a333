package text

import (
	"io"
	"strconv"
	"unicode/utf8"

	"github.com/draftdiff/draftdiff/pkg/report"
)

// Options say how a report looks.
type Options struct {
	Width int  // of a line, in characters; 0 does not break lines
	Color bool // add colour to the signs
	Full  bool // do not shorten long wordings
}

// How many bytes of one wording are shown, unless all are asked for: of one that
// is news, and of one that stands as it stood.
const (
	longest    = 600
	longestOld = 200
	slack      = 80 // not worth a cut
)

// Render writes r for reading.
func Render(w io.Writer, r *report.Report, o Options) error {
	p := &printer{w: w, o: o}
	p.head(r)
	if len(r.Silent) > 0 {
		p.section("Changed silently: these words changed, and nobody had proposed it", "")
		p.entries(r.Silent)
	}
	for i := range r.Sections {
		p.section(r.Sections[i].Title, r.Sections[i].Was)
		p.renumbered(r.Sections[i].Renumbered)
		p.entries(r.Sections[i].Entries)
	}
	return p.flush()
}

// printer appends lines to a buffer and passes it on.
type printer struct {
	w   io.Writer
	o   Options
	b   []byte
	err error

	par  paragraph
	room int // how many bytes of a wording are shown
}

func (p *printer) flush() error {
	if p.err == nil && len(p.b) > 0 {
		_, p.err = p.w.Write(p.b)
	}
	p.b = p.b[:0]
	return p.err
}

func (p *printer) line(s ...string) {
	for _, s := range s {
		p.b = append(p.b, s...)
	}
	p.b = append(p.b, '\n')
}

func (p *printer) title(s string) {
	p.par.begin("", 0)
	p.par.add(s, p.start(bold), p.end())
	p.paragraph()
}

func (p *printer) section(title, was string) {
	if len(p.b) > 64<<10 {
		_ = p.flush() // the error is kept
	}
	if was != "" {
		title += " (was " + was + ")"
	}
	title = clean(title)
	p.line()
	p.title(title)
	n := utf8.RuneCountInString(title)
	if p.o.Width > 0 {
		n = min(n, p.o.Width)
	}
	for range n {
		p.b = append(p.b, "─"...)
	}
	p.b = append(p.b, '\n')
}

func (p *printer) renumbered(list []report.Renumbering) {
	if len(list) == 0 {
		return
	}
	p.par.begin("  Renumbered: ", 4)
	for i, r := range list {
		if i > 0 {
			p.par.add("; ", "", "")
		}
		p.par.add(r.Was+" → "+r.Now, "", "")
	}
	p.paragraph()
}

func (p *printer) entries(list []report.Entry) {
	for i := range list {
		p.entry(&list[i])
	}
}

func (p *printer) entry(e *report.Entry) {
	p.par.begin("  ", 4)
	p.par.add(e.Cite, p.start(bold), p.end())
	if e.Was != "" {
		p.par.add(" (was "+e.Was+")", "", "")
	}
	p.par.add(": ", "", "")
	p.par.add(e.What, p.start(eventStyle(e)), p.end())
	p.paragraph()
	p.words(e)
	p.sponsors(e)
	for _, s := range e.Stances {
		p.par.begin("    ", 6)
		p.par.add(s.Party+": "+s.From+" → "+s.To, "", "")
		p.paragraph()
	}
	p.modal(e)
	p.places(e)
}

func (p *printer) sponsors(e *report.Entry) {
	if len(e.Sponsors) == 0 {
		return
	}
	p.par.begin("    by ", 7)
	for i, s := range e.Sponsors {
		if i > 0 {
			p.par.add(", ", "", "")
		}
		switch s.Move {
		case report.Joined:
			p.par.add("+"+s.Party, p.start(green), p.end())
		case report.Left:
			p.par.add("−"+s.Party, p.start(red), p.end())
		default:
			p.par.add(s.Party, "", "")
		}
	}
	p.paragraph()
}

func (p *printer) modal(e *report.Entry) {
	for _, m := range e.Modal {
		p.par.begin("    ", 6)
		p.par.add("obligation "+m.Effect.String()+": "+quote(m.Old)+" → "+quote(m.New), "", "")
		p.paragraph()
	}
}

func quote(s string) string {
	if s == "" {
		return "nothing"
	}
	return "“" + s + "”"
}

func (p *printer) places(e *report.Entry) {
	old, new := e.OldPlace.Line, e.NewPlace.Line
	p.b = append(p.b, "    "...)
	p.b = append(p.b, p.start(faint)...)
	switch {
	case old > 0 && new > 0:
		p.b = append(p.b, "line "...)
		p.b = strconv.AppendInt(p.b, int64(old), 10)
		p.b = append(p.b, " → "...)
		p.b = strconv.AppendInt(p.b, int64(new), 10)
	case old > 0:
		p.b = append(p.b, "line "...)
		p.b = strconv.AppendInt(p.b, int64(old), 10)
		p.b = append(p.b, " of the old text"...)
	default:
		p.b = append(p.b, "line "...)
		p.b = strconv.AppendInt(p.b, int64(new), 10)
		p.b = append(p.b, " of the new text"...)
	}
	p.b = append(p.b, p.end()...)
	p.b = append(p.b, '\n')
}
