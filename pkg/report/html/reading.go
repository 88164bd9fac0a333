package html

import (
	"html/template"
	"io"
	"strconv"

	"github.com/draftdiff/draftdiff/pkg/report"
	"github.com/draftdiff/draftdiff/pkg/snapshot"
)

// plain is what the template of a page without a script is given.
type plain struct {
	shell
	Eyebrow, Heading, Lead, Note string
	Body                         template.HTML
}

func (p *plain) write(out io.Writer, style string) error {
	p.shell = newShell(p.Eyebrow+": "+p.Heading, style, "")
	return shells().ExecuteTemplate(out, "plain.html", p)
}

// Readings writes readings of one text, one behind the other.
func Readings(out io.Writer, d *snapshot.Document, list []*report.Reading) error {
	w := &writer{}
	for _, r := range list {
		if len(list) > 1 {
			w.raw(`<h2 class="as">As `)
			w.name(r.As)
			w.raw("</h2>\n")
		}
		for i := range r.Lines {
			l := &r.Lines[i]
			label := l.Label
			if l.Kind <= snapshot.KindOption {
				w.headline(l.Kind, title(l))
				label = ""
			} else if l.Heading != "" {
				w.headline(snapshot.KindOption, l.Heading)
			}
			if l.Text != "" {
				w.lead(l.Depth, label, "")
				w.text(l.Text)
				w.raw("</p>\n")
			}
		}
	}
	p := &plain{Eyebrow: "Reading", Heading: heading(d), Lead: d.Title, Body: w.take()}
	if len(list) == 1 {
		p.Heading += ", as " + list[0].As
	}
	return p.write(out, "")
}

// title is what stands above the words of an article or a larger part.
func title(l *report.ReadingLine) string {
	switch {
	case l.Label == "" && l.Heading == "":
		return "Preamble" // the one that may go without
	case l.Label == "" || l.Heading == "":
		return l.Label + l.Heading
	}
	return l.Label + ". " + l.Heading
}

// Side writes a text as one side reads it, the new reading marked against the
// old one.
func Side(out io.Writer, r *report.SideReport) error {
	w := &writer{}
	for i := range r.Lines {
		l := &r.Lines[i]
		if l.Title != "" {
			tag := headlineTag(l.Kind)
			w.raw("<", tag, ` dir="auto">`)
			w.text(l.Title)
			if len(l.Heading) > 0 {
				w.raw(". ")
			}
			w.redline(l.Heading)
			w.raw("</", tag, ">\n")
		}
		if len(l.Words) == 0 {
			continue
		}
		w.lead(l.Depth, l.Label, l.Was)
		w.redline(l.Words)
		w.raw("</p>\n")
	}
	note := "No change."
	if !r.Empty() {
		note = strconv.Itoa(r.Changed) + " of " + strconv.Itoa(len(r.Lines)) + " units differ. Underlined: in the new reading only; struck: in the old one only."
	}
	p := &plain{Eyebrow: "Reading", Heading: heading(r.Old) + " → " + heading(r.New) + ", as " + r.As, Lead: r.New.Title, Note: note, Body: w.take()}
	return p.write(out, "")
}

// headlineTag is the rank of a heading; articles stand below chapters.
func headlineTag(kind snapshot.UnitKind) string {
	switch kind {
	case snapshot.KindPreamble, snapshot.KindChapter:
		return "h2"
	case snapshot.KindCluster, snapshot.KindArticle:
		return "h3"
	}
	return "h4"
}

func (w *writer) headline(kind snapshot.UnitKind, words string) {
	tag := headlineTag(kind)
	w.raw("<", tag, ` dir="auto">`)
	w.text(words)
	w.raw("</", tag, ">\n")
}

// deepest is how far units are set in at most.
const deepest = 4

// lead begins the words of a unit with its number.
func (w *writer) lead(depth int, label, was string) {
	w.raw(`<p class="w d`, strconv.Itoa(max(0, min(depth-1, deepest))), `" dir="auto">`)
	if label != "" {
		w.raw(`<b class="label">`)
		w.name(label)
		w.raw("</b> ")
	}
	if was != "" {
		w.raw("<small>was ")
		w.name(was)
		w.raw("</small> ")
	}
}
