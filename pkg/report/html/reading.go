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
	Contents, Body               template.HTML
}

func (p *plain) write(out io.Writer, style string) error {
	p.shell = newShell(p.Eyebrow+": "+p.Heading, style, "")
	return shells().ExecuteTemplate(out, "plain.html", p)
}

// Readings writes readings of one text, one behind the other.
func Readings(out io.Writer, d *snapshot.Document, list []*report.Reading) error {
	w, o := &writer{}, &outline{}
	for _, r := range list {
		if len(list) > 1 {
			w.raw(`<h2 class="as" id="`, o.add("As "+r.As, 0), `">As `)
			w.name(r.As)
			w.raw("</h2>\n")
		}
		for i := range r.Lines {
			l := &r.Lines[i]
			label := l.Label
			if l.Kind <= snapshot.KindOption {
				w.headline(l.Kind, o.add(title(l), 0), title(l))
				label = ""
			} else if l.Heading != "" {
				w.headline(snapshot.KindOption, "", l.Heading)
			}
			if l.Text != "" {
				w.lead(l.Depth, false, label, "")
				w.text(l.Text)
				w.raw("</p>\n")
			}
		}
	}
	p := &plain{Eyebrow: "Reading", Heading: heading(d), Lead: d.Title, Contents: o.folded(), Body: w.take()}
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
	w, o := &writer{}, &outline{}
	for i := range r.Lines {
		l := &r.Lines[i]
		if l.Title != "" {
			tag := headlineTag(l.Kind)
			w.raw("<", tag)
			if n := changedUnder(r.Lines[i:]); n > 0 {
				w.attr("id", o.add(l.Title, n))
			}
			w.raw(` dir="auto">`)
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
		w.lead(l.Depth, l.Differs(), l.Label, l.Was)
		w.redline(l.Words)
		w.raw("</p>\n")
	}
	note := "No change."
	if !r.Empty() {
		note = strconv.Itoa(r.Changed) + " of " + strconv.Itoa(len(r.Lines)) + " units differ. Underlined: in the new reading only; struck: in the old one only."
	}
	p := &plain{Eyebrow: "Reading", Heading: heading(r.Old) + " → " + heading(r.New) + ", as " + r.As, Lead: r.New.Title, Note: note, Contents: o.open("Where it differs"), Body: w.take()}
	return p.write(out, "")
}

// changedUnder counts the lines that differ, from a title to the next one.
func changedUnder(lines []report.SideLine) int {
	n := 0
	for i := range lines {
		if i > 0 && lines[i].Title != "" {
			break
		}
		if lines[i].Differs() {
			n++
		}
	}
	return n
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

func (w *writer) headline(kind snapshot.UnitKind, id, words string) {
	tag := headlineTag(kind)
	w.raw("<", tag)
	if id != "" {
		w.attr("id", id)
	}
	w.raw(` dir="auto">`)
	w.text(words)
	w.raw("</", tag, ">\n")
}

// deepest is how far units are set in at most.
const deepest = 4

// lead begins the words of a unit with its number.
func (w *writer) lead(depth int, differs bool, label, was string) {
	w.raw(`<p class="w d`, strconv.Itoa(max(0, min(depth-1, deepest))))
	if differs {
		w.raw(" differs")
	}
	w.raw(`" dir="auto">`)
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
