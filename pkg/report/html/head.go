package html

import (
	"encoding/json"
	"html/template"
	"strconv"
	"strings"

	"github.com/draftdiff/draftdiff/pkg/diff"
	"github.com/draftdiff/draftdiff/pkg/report"
)

// barWidth is the width of the longest bar in the contents.
const barWidth = 56

// contents lists the articles with a bar for what happened in each.
func (w *writer) contents(p *report.Page) {
	most := 1
	for i := range p.Parts {
		most = max(most, p.Parts[i].Counts.Sum())
	}
	quiet := 0
	w.raw("<ol>")
	for i := range p.Parts {
		if part := &p.Parts[i]; part.Quiet() {
			quiet++
		} else {
			w.entry(part, most, p.Named)
		}
	}
	w.raw("</ol>")
	if quiet == 0 {
		return
	}
	w.raw(`<details class="rest"><summary>`)
	w.int(quiet)
	w.raw(` without a change</summary><ol>`)
	for i := range p.Parts {
		if part := &p.Parts[i]; part.Quiet() {
			w.entry(part, most, p.Named)
		}
	}
	w.raw("</ol></details>")
}

// entry is a line of the contents.
func (w *writer) entry(part *report.Part, most int, named bool) {
	w.raw(`<li><a`)
	w.attr("href", "#"+partID(part))
	w.attr("title", part.Title)
	w.raw(`><span class="name">`)
	w.name(part.Title)
	w.raw(`</span>`)
	if n := part.Counts.Sum(); n > 0 {
		w.bar(&part.Counts, n, most, named)
	}
	w.raw("</a></li>\n")
}

// bar draws how much happened; silent edits stand out at its end.
func (w *writer) bar(counts *report.Tally, n, most int, named bool) {
	silent := 0
	if named {
		silent = counts[diff.Text]
	}
	width := func(n int) string { return strconv.Itoa((n*barWidth + most - 1) / most) }
	w.raw(`<svg class="bar" width="`, strconv.Itoa(barWidth), `" height="8" aria-hidden="true"><rect width="`, width(n), `" height="8"/>`)
	if silent > 0 {
		w.raw(`<rect class="silent" x="`, width(n-silent), `" width="`, width(silent), `" height="8"/>`)
	}
	w.raw(`</svg><span class="n">`)
	w.int(n)
	w.raw(`<span class="sr"> changes</span></span>`)
}

// delegations lists those to choose from.
func (w *writer) delegations(list []report.Actor) {
	for _, a := range list {
		w.raw("<option")
		w.attr("value", a.ID)
		w.raw(">")
		w.text(a.ID)
		if a.Name != a.ID {
			w.raw(" – ")
			w.text(a.Name)
		}
		w.raw("</option>")
	}
}

// data is what the script has to know: who belongs to whom, and who sponsors
// what stands unchanged.
func data(p *report.Page) (template.JS, error) {
	type actor struct {
		ID      string `json:"id"`
		Related []int  `json:"related,omitempty"`
	}
	known := struct {
		Actors []actor `json:"actors"`
		Kept   [][]int `json:"kept"`
	}{make([]actor, len(p.Actors)), p.Kept}
	for i, a := range p.Actors {
		known.Actors[i] = actor{a.ID, a.Related}
	}
	b, err := json.Marshal(known) // escapes <, > and &
	return template.JS(b), err
}

// runningHead is the rule that puts the title at the head of each printed page.
func runningHead(title string) string {
	var b strings.Builder
	b.WriteString("@page{@top-left{content:\"")
	for _, r := range title {
		if r < 0x20 || r == 0x7f {
			r = ' '
		}
		if r < 0x80 && !('a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9') {
			b.WriteString(`\` + strconv.FormatInt(int64(r), 16) + " ")
			continue
		}
		b.WriteRune(r)
	}
	b.WriteString("\"}}\n")
	return b.String()
}
