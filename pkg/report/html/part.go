package html

import (
	"slices"
	"strings"

	"github.com/draftdiff/draftdiff/pkg/report"
	"github.com/draftdiff/draftdiff/pkg/snapshot"
)

// parts writes every article with what happened in it. Those in a row in which
// nothing did are folded into one line.
func (w *writer) parts(p *report.Page) {
	for i := 0; i < len(p.Parts); {
		end := i
		for end < len(p.Parts) && p.Parts[end].Quiet() {
			end++
		}
		if end == i {
			w.part(&p.Parts[i])
			i++
			continue
		}
		w.raw(`<details class="calm"><summary>`)
		w.calm(p.Parts[i:end])
		w.raw("</summary>\n")
		for ; i < end; i++ {
			w.part(&p.Parts[i])
		}
		w.raw("</details>\n")
	}
}

// calm names parts in which nothing happened; notes have no name worth saying.
func (w *writer) calm(parts []report.Part) {
	named := slices.DeleteFunc(slices.Clone(parts), func(p report.Part) bool { return p.Note() })
	n := len(named)
	if n == 0 {
		w.raw("No change in the notes")
		return
	}
	w.raw("No change in ")
	w.name(named[0].Cite)
	if n == 1 {
		return
	}
	if n == 2 {
		w.raw(" and ")
	} else {
		w.raw(" to ")
	}
	w.name(named[n-1].Cite)
	if n > 2 {
		w.raw(" (")
		w.int(n)
		w.raw(")")
	}
}

func (w *writer) part(part *report.Part) {
	class := "part"
	if part.Quiet() {
		class = "part quiet"
	}
	w.raw(`<section class="`, class, `"`)
	w.attr("id", partID(part))
	w.raw(`><h3 tabindex="-1">`)
	w.name(part.Title)
	if part.Was != "" {
		w.raw(` <small>was `)
		w.name(part.Was)
		w.raw(`</small>`)
	}
	w.raw("</h3>\n")
	if !part.Quiet() && part.Counts.Sum() == 0 && len(part.Renumbered) == 0 {
		w.raw(`<p class="note">It only bears another number.</p>`)
	}
	w.renumbered(part.Renumbered)
	for _, row := range part.Rows {
		w.row(row, "")
	}
	w.abreast(part)
	w.raw("</section>\n")
}

func partID(p *report.Part) string { return "a-" + p.ID }

// renumbered lists new numbers; what sort of unit they are of is said once in a
// row.
func (w *writer) renumbered(list []report.Renumbering) {
	if len(list) == 0 {
		return
	}
	w.raw(`<p class="note renumbered">Renumbered: `)
	said := ""
	for i, r := range list {
		sort, was, _ := strings.Cut(r.Was, " ")
		now, same := strings.CutPrefix(r.Now, sort+" ")
		if !same || was == "" {
			sort, was, now = "", r.Was, r.Now
		}
		again := sort != "" && sort == said
		switch said = sort; {
		case again:
			w.raw(", ")
		case i > 0:
			w.raw("; ")
		}
		if !again && sort != "" {
			w.name(sort)
			w.raw(" ")
		}
		w.name(was)
		w.raw(" → ")
		w.name(now)
	}
	w.raw(".</p>\n")
}

// row writes a unit if something happened to it; away is the part of one that
// stands outside its part.
func (w *writer) row(row *report.Row, away string) {
	if len(row.Items) == 0 && len(row.Gone) == 0 && row.GoneTo == nil {
		return
	}
	class := "row"
	if row.Proposed {
		class = "row proposed"
	}
	w.raw(`<article class="`, class, `"`)
	w.attr("id", row.ID)
	if away != "" {
		w.attr("data-a", away)
	}
	tag := "h4"
	if away != "" {
		tag = "h3"
	}
	w.raw("><header><", tag, ">")
	w.heading(row, away != "")
	w.raw("</", tag, ">")
	w.places(row.OldPlace, row.NewPlace)
	w.raw("</header>\n")
	if row.GoneTo != nil {
		w.raw(`<p class="trace">`)
		w.moved("Moved from here to ", row.GoneTo)
		w.raw("</p>\n<p class=\"w\" dir=\"auto\"><del>")
		for _, piece := range row.Old {
			if !piece.Bracket {
				w.text(piece.Text)
			}
		}
		w.raw("</del></p>\n")
	}
	if len(row.Wording) > 0 {
		w.raw(`<p class="w" dir="auto">`)
		w.pieces(row.Wording)
		w.raw("</p>\n")
	}
	if len(row.Items) > 0 {
		w.raw(`<ol class="items">`)
		for _, item := range row.Items {
			w.item(row, item)
		}
		w.raw("</ol>\n")
	}
	for _, d := range row.Gone {
		w.raw(`<p class="trace"><a href="#e`)
		w.int(d.Item.N)
		w.raw(`">A proposal</a> `)
		w.moved("moved from here to ", d.To)
		w.raw("</p>\n")
	}
	w.why(row)
	w.raw("</article>\n")
}

// heading cites the unit as far as the heading of its part does not.
func (w *writer) heading(row *report.Row, away bool) {
	switch {
	case away:
		w.name(row.Cite)
	case row.Within == "":
		w.raw("As a whole")
	default:
		w.name(row.Within)
	}
	if row.Was != "" {
		w.raw(` <small>was `)
		w.name(row.Was)
		w.raw(`</small>`)
	}
}

// moved links one end of a move to the other.
func (w *writer) moved(words string, to *report.Row) {
	w.raw(words, `<a`)
	w.attr("href", "#"+to.ID)
	w.raw(`>`)
	w.name(to.Cite)
	w.raw(`</a>.`)
}

// places says where a thing stands in the sources.
func (w *writer) places(old, new snapshot.Place) {
	if old.Line == 0 && new.Line == 0 {
		return
	}
	w.raw(`<span class="at">`)
	switch {
	case new.Line == 0:
		w.raw("old text, line ")
		w.int(old.Line)
	case old.Line == 0:
		w.raw("new text, line ")
		w.int(new.Line)
	default:
		w.raw("line ")
		w.int(old.Line)
		w.raw(` <span class="sr">of the old text, </span><span aria-hidden="true">→</span> `)
		w.int(new.Line)
		w.raw(`<span class="sr"> of the new text</span>`)
	}
	w.raw("</span>")
}

// why writes the reasons of the pairing, to be opened.
func (w *writer) why(row *report.Row) {
	if row.Reason == "" {
		return
	}
	w.raw(`<details class="why"><summary>Why<span class="sr"> this pairing</span></summary><p>`)
	w.text(row.Reason)
	w.raw("</p>")
	for _, item := range row.Items {
		if item.Reason != "" {
			w.raw(`<p>Change `)
			w.int(item.N)
			w.raw(": ")
			w.text(item.Reason)
			w.raw("</p>")
		}
	}
	w.raw("</details>\n")
}
