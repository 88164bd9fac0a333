package html

import (
	"strings"

	"github.com/draftdiff/draftdiff/pkg/diff"
	"github.com/draftdiff/draftdiff/pkg/report"
)

// pieces writes a wording with its marks.
func (w *writer) pieces(list []report.Piece) {
	for i := range list {
		p := &list[i]
		if p.Mark != nil {
			w.mark(p.Mark)
			continue
		}
		open, close := tags(p.Op)
		if p.Bracket {
			open, close = bracketTags(p)
		}
		w.raw(open)
		w.text(p.Text)
		w.raw(close)
	}
}

func tags(op diff.Op) (open, close string) {
	switch op {
	case diff.Insert:
		return "<ins>", "</ins>"
	case diff.Delete:
		return "<del>", "</del>"
	}
	return "", ""
}

// bracketTags are those of what stands in brackets: whole, or one end around
// words of the text.
func bracketTags(p *report.Piece) (open, close string) {
	whole := strings.HasPrefix(p.Text, "[") && strings.HasSuffix(p.Text, "]")
	switch {
	case p.Op == diff.Insert && whole:
		return `<b class="n i">`, "</b>"
	case p.Op == diff.Insert:
		return `<b class="n">`, "</b>"
	case p.Op == diff.Delete && whole:
		return `<b class="g i">`, "</b>"
	case p.Op == diff.Delete:
		return `<b class="g">`, "</b>"
	case whole:
		return `<b class="i">`, "</b>"
	}
	return "<b>", "</b>"
}

// mark links a place in a wording to the change that is about it.
func (w *writer) mark(item *report.Item) {
	w.raw(`<a class="m" href="#e`)
	w.int(item.N)
	w.raw(`"><span class="sr">change </span>`)
	w.int(item.N)
	w.raw("</a>")
}

// abreast writes all units of a part, the old text left and the new one right.
func (w *writer) abreast(p *report.Part) {
	w.raw(`<details class="abreast"><summary>Old and new side by side</summary><table><caption class="sr">Old and new text of `)
	w.text(p.Title)
	w.raw(`</caption><thead><tr><th scope="col">Old text</th><th scope="col">New text</th></tr></thead><tbody>`)
	for _, row := range p.Rows {
		if len(row.Old) == 0 && len(row.New) == 0 {
			continue
		}
		w.raw(`<tr><td>`)
		w.side(row, row.Old, true)
		w.raw(`</td><td>`)
		w.side(row, row.New, false)
		w.raw("</td></tr>\n")
	}
	w.raw("</tbody></table></details>\n")
}

func (w *writer) side(row *report.Row, pieces []report.Piece, old bool) {
	if len(pieces) == 0 {
		if row.GoneTo != nil {
			w.raw(`<p class="trace">`)
			w.moved("Moved to ", row.GoneTo)
			w.raw("</p>")
			return
		}
		w.raw(`<span class="sr">nothing</span>`)
		return
	}
	cite := row.Within
	if old && row.Was != "" {
		cite = row.Was
	}
	if cite != "" {
		w.raw(`<span class="at">`)
		w.name(cite)
		w.raw("</span>")
	}
	w.raw(`<p class="w" dir="auto">`)
	w.pieces(pieces)
	w.raw("</p>")
}
