package markdown

import (
	"io"
	"strconv"
	"strings"

	"github.com/draftdiff/draftdiff/pkg/report"
)

// Table writes the negotiator's table as Markdown, a table for each section.
func Table(w io.Writer, t *report.Table) error {
	p := &printer{w: w}
	if t.Document.Title != "" {
		p.add("# ", escape(t.Document.Title), "\n\n")
	}
	for i := range t.Sections {
		s := &t.Sections[i]
		p.add("## ", escape(s.Title), "\n\n| Provision | Base text | Proposals | Against | Retain |\n|---|---|---|---|---|\n")
		for k := range s.Rows {
			p.provision(&s.Rows[k])
		}
		p.add("\n")
		if len(p.b) > 64<<10 {
			_ = p.flush() // the error is kept
		}
	}
	return p.flush()
}

// provision writes a row. Several proposals on one provision are numbered, so
// that those who are against one can be told apart.
func (p *printer) provision(v *report.Provision) {
	number := func(i int) string {
		if len(v.Proposals) == 1 {
			return ""
		}
		return strconv.Itoa(i+1) + ". "
	}
	p.add("| ", escape(v.Cite), " | ", escape(v.Base), " | ")
	for i, w := range v.Proposals {
		if i > 0 {
			p.add("<br>")
		}
		p.add(number(i), escape(w.Words))
		if len(w.Sponsors) > 0 {
			p.add(" – ", escape(strings.Join(w.Sponsors, ", ")))
		}
	}
	for _, side := range []func(*report.Wish) []string{
		func(w *report.Wish) []string { return w.Against },
		func(w *report.Wish) []string { return w.Retain },
	} {
		p.add(" | ")
		sep := ""
		for i := range v.Proposals {
			if list := side(&v.Proposals[i]); len(list) > 0 {
				p.add(sep, number(i), escape(strings.Join(list, ", ")))
				sep = "<br>"
			}
		}
	}
	p.add(" |\n")
}
