package text

import (
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/draftdiff/draftdiff/pkg/report"
)

// The widths of an overview, and of the first column of its outline.
const (
	overviewWidth = 96
	titleWidth    = 64
)

// Overview writes o as a summary and an outline.
func Overview(w io.Writer, o *report.Overview) error {
	p := &page{printer{w: w, o: Options{Width: overviewWidth}}}
	p.document(o)
	p.units(o)
	p.proposals(o)
	p.parties(o)
	p.understood(o)
	p.outline(o)
	return p.flush()
}

// page is a printer that knows columns.
type page struct{ printer }

func (p *page) wrapped(s string) {
	p.par.begin("", 0)
	p.par.add(s, "", "")
	p.paragraph()
}

// row writes a name and numbers in columns; 0 is written as a dash.
func (p *page) row(name string, numbers ...int) {
	p.left(name, 30)
	for _, n := range numbers {
		s := strconv.Itoa(n)
		if n == 0 {
			s = "–"
		}
		p.right(s, 11)
	}
	p.b = append(p.b, '\n')
}

func (p *page) left(s string, width int) {
	s = clean(s)
	p.b = append(p.b, s...)
	p.pad(width - utf8.RuneCountInString(s))
}

func (p *page) right(s string, width int) {
	p.pad(width - utf8.RuneCountInString(s))
	p.b = append(p.b, s...)
}

func (p *page) pad(n int) {
	for range n {
		p.b = append(p.b, ' ')
	}
}

func (p *page) header(name string, columns ...string) {
	p.b = append(p.b, '\n')
	p.left(name, 30)
	for _, c := range columns {
		p.right(c, 11)
	}
	p.b = append(p.b, '\n')
}

func (p *page) document(o *report.Overview) {
	d := &o.Document
	title := d.Title
	if title == "" {
		title = d.Source.Name
	}
	p.wrapped(title)
	about := []string{d.Body, d.Session, d.Place, d.Dates}
	if d.Status != "" {
		about = append(about, "status as of "+strings.TrimPrefix(d.Status, "Status as of "))
	}
	if s := joinNonEmpty(about, ", "); s != "" {
		p.wrapped(s)
	}
	p.wrapped(d.Source.Name + ", " + d.Source.Format + ", " + grouped(d.Source.Bytes) + " bytes")
}

func (p *page) units(o *report.Overview) {
	base, proposed := 0, 0
	for _, k := range o.Units {
		base, proposed = base+k.Base, proposed+k.Proposed
	}
	p.header("Units", "base", "proposed")
	for _, k := range o.Units {
		p.row("  "+k.Kind.String(), k.Base, k.Proposed)
	}
	p.row("  together", base, proposed)
}

func (p *page) proposals(o *report.Overview) {
	n, uncertain := 0, 0
	p.header("Proposals", "all", "uncertain")
	for _, a := range o.Actions {
		p.row("  "+a.Action.String(), a.N, a.Uncertain)
		n, uncertain = n+a.N, uncertain+a.Uncertain
	}
	p.row("  together", n, uncertain)
}

func (p *page) parties(o *report.Overview) {
	if len(o.Parties) == 0 {
		return
	}
	p.header("Most active of "+strconv.Itoa(o.AllParties)+" parties", "sponsor", "against", "retain")
	for i := range o.Parties {
		a := &o.Parties[i]
		name := "  " + a.Party.ID
		if a.Party.Name != a.Party.ID && len(a.Party.Name) < 20 {
			name += "  " + a.Party.Name
		}
		p.row(name, a.Sponsor, a.Against, a.Retain)
	}
}

func (p *page) understood(o *report.Overview) {
	p.line()
	u := o.Understood
	p.line("Understood: the reading of ", strconv.Itoa(u.CertainPercent()), " % of the proposals is certain; ",
		strconv.Itoa(u.ClearPercent()), " % of the text is free of errors and warnings.")
	if len(o.Diagnostics) == 0 {
		return
	}
	p.header("Diagnostics", "")
	for _, d := range o.Diagnostics {
		p.row("  "+d.Severity+": "+d.Rule, d.N)
	}
}

func (p *page) outline(o *report.Overview) {
	p.line()
	p.left("Outline", titleWidth)
	p.line("  units  proposals  uncertain")
	for _, e := range o.Outline {
		title := strings.Repeat("  ", e.Depth) + e.Title
		if e.Proposed {
			title += " (proposed)"
		}
		if e.Units+e.Proposals == 0 {
			p.line(clean(title))
			continue
		}
		p.left(shorten(title, titleWidth), titleWidth)
		for i, n := range []int{e.Units, e.Proposals, e.Uncertain} {
			p.right(strconv.Itoa(n), []int{7, 11, 11}[i])
		}
		p.b = append(p.b, '\n')
	}
}

// shorten cuts s to a width, and says so with an ellipsis.
func shorten(s string, width int) string {
	if utf8.RuneCountInString(s) <= width {
		return s
	}
	r := []rune(s)
	return strings.TrimRight(string(r[:width-1]), " ") + "…"
}

func joinNonEmpty(list []string, sep string) string {
	var b strings.Builder
	for _, s := range list {
		if s != "" {
			if b.Len() > 0 {
				b.WriteString(sep)
			}
			b.WriteString(s)
		}
	}
	return b.String()
}

// grouped writes a number with commas between its thousands.
func grouped(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
