package html

import (
	"io"

	"github.com/draftdiff/draftdiff/pkg/report"
)

// Table writes the negotiator's table: a row for each provision, with the base
// text, the proposals and who stands where.
func Table(out io.Writer, t *report.Table) error {
	w, o := &writer{}, &outline{}
	for i := range t.Sections {
		s := &t.Sections[i]
		// The title stands in the head, which each printed page repeats.
		w.raw(`<table class="provisions" id="`, o.add(s.Title, 0), `"><colgroup><col><col><col><col><col></colgroup><thead><tr><th colspan="5" scope="colgroup">`)
		w.name(s.Title)
		w.raw(`</th></tr><tr><th scope="col">Provision</th><th scope="col">Base text</th><th scope="col">Proposals</th><th scope="col">Against</th><th scope="col">Retain</th></tr></thead>`, "\n<tbody>\n")
		for k := range s.Rows {
			w.provision(&s.Rows[k])
		}
		w.raw("</tbody></table>\n")
	}
	p := &plain{Eyebrow: "Table of provisions", Heading: heading(t.Document), Lead: t.Document.Title, Contents: o.folded(), Body: w.take()}
	return p.write(out, "@page{size:A4 landscape;margin:14mm 12mm 13mm}\n")
}

// provision writes one row a proposal; the provision and its base text span
// them all.
func (w *writer) provision(v *report.Provision) {
	span := func(class string) {
		w.raw(` class="`, class, `"`)
		if n := len(v.Proposals); n > 1 {
			w.raw(` rowspan="`)
			w.int(n)
			w.raw(`"`)
		}
		w.raw(">")
	}
	w.raw("<tr><th scope=\"row\"")
	span("at")
	w.name(v.Cite)
	w.raw("</th><td")
	span("w")
	w.raw(`<div dir="auto">`)
	w.text(v.Base)
	w.raw("</div></td>")
	if len(v.Proposals) == 0 {
		w.raw("<td></td><td></td><td></td></tr>\n")
	}
	for i := range v.Proposals {
		p := &v.Proposals[i]
		if i > 0 {
			w.raw("<tr>")
		}
		w.raw(`<td><p class="w" dir="auto">`)
		w.text(p.Words)
		w.raw("</p>")
		w.chips(p.Sponsors)
		w.raw("</td><td>")
		w.chips(p.Against)
		w.raw("</td><td>")
		w.chips(p.Retain)
		w.raw("</td></tr>\n")
	}
}

func (w *writer) chips(list []string) {
	if len(list) == 0 {
		return
	}
	w.raw(`<p class="chips">`)
	for _, id := range list {
		w.chip("c", id, "")
	}
	w.raw("</p>")
}
