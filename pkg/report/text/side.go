package text

import (
	"io"
	"strings"

	"github.com/draftdiff/draftdiff/pkg/diff"
	"github.com/draftdiff/draftdiff/pkg/report"
)

// Side writes a text as one side reads it, the new reading marked against the
// old one.
func Side(w io.Writer, r *report.SideReport, o Options) error {
	p := &printer{w: w, o: o}
	p.par.begin("As ", 2)
	p.par.add(r.As+": "+name(r.Old.Session, r.Old.Source.Name)+" → "+name(r.New.Session, r.New.Source.Name), p.start(bold), p.end())
	p.paragraph()
	if r.Empty() {
		p.line("No change.")
		return p.flush()
	}
	for i := range r.Lines {
		l := &r.Lines[i]
		p.line()
		if l.Title != "" {
			p.par.begin("", 0)
			p.par.add(l.Title, p.start(bold), p.end())
			if len(l.Heading) > 0 {
				p.par.add(". ", "", "")
			}
			p.redline(l.Heading)
			p.paragraph()
			if len(l.Words) == 0 {
				continue
			}
			p.line()
		}
		indent := strings.Repeat("  ", max(0, l.Depth-1))
		p.par.begin(indent, len(indent))
		if l.Label != "" {
			p.par.add(l.Label+" ", "", "")
		}
		if l.Was != "" {
			p.par.add("(was "+l.Was+") ", "", "")
		}
		p.redline(l.Words)
		p.paragraph()
		if len(p.b) > 64<<10 {
			_ = p.flush() // the error is kept
		}
	}
	return p.flush()
}

// redline adds words to the paragraph, with what came and went.
func (p *printer) redline(list []diff.Segment) {
	for _, s := range list {
		switch s.Op {
		case diff.Insert:
			p.par.add("{+"+s.Text+"+}", p.start(green), p.end())
		case diff.Delete:
			p.par.add("{-"+s.Text+"-}", p.start(red), p.end())
		default:
			p.par.add(s.Text, "", "")
		}
	}
}

// name tells one text from the other.
func name(session, file string) string {
	if session == "" {
		return file
	}
	return session + " (" + file + ")"
}
