package html

import (
	"cmp"
	"html/template"
	"slices"

	"github.com/draftdiff/draftdiff/pkg/report"
)

// inChart is how many lines a bar chart has at most; its table has all.
const inChart = 48

// kinds are the colours of the types of changes, in the order of
// [report.ItemTypes].
var kinds = [len(report.ItemTypes)]class{"k1", "k2", "k3", "k4", "k5", "k6", "k7", "k8", "k9"}

// drawCharts draws the bar charts of a page, with the numbers of each in a table.
func drawCharts(p *report.Page) template.HTML {
	w := &writer{b: make([]byte, 0, 1<<17)}
	w.movement(p)
	w.burdens(p)
	w.turnovers(p)
	return w.take()
}

// figure writes what stands above and below a picture.
func (w *writer) figure(title, words string, draw, table func()) {
	w.raw("<figure><figcaption><b>", title, "</b><span>", words, "</span></figcaption>\n")
	draw()
	w.raw(`<details><summary>The numbers</summary><div class="scroll" tabindex="0" role="region" aria-label="`, title, `"><table>`)
	table()
	w.raw("</table></div></details></figure>\n")
}

// legend explains the colours of a picture.
func (w *writer) legend(classes []class, words []string) {
	w.raw(`<p class="legend">`)
	for i, c := range classes {
		w.raw(`<span><svg viewBox="0 0 8 8" aria-hidden="true"><rect class="`, string(c), `" width="8" height="8"/></svg>`, words[i], "</span>")
	}
	w.raw("</p>\n")
}

// headRow and line write the rows of a table of numbers.
func (w *writer) headRow(first string, columns ...string) {
	w.raw(`<thead><tr><th scope="col">`, first, "</th>")
	for _, c := range columns {
		w.raw(`<th scope="col" class="num">`, c, "</th>")
	}
	w.raw("</tr></thead>\n")
}

func (w *writer) line(name string, numbers ...int) {
	w.raw(`<tr><th scope="row">`)
	w.name(name)
	w.raw("</th>")
	for _, n := range numbers {
		w.raw(`<td class="num">`)
		w.int(n)
		w.raw("</td>")
	}
	w.raw("</tr>\n")
}

// most keeps the elements of a list for which by is largest, in their order.
func most[T any](list []T, n int, by func(T) int) []T {
	if len(list) <= n {
		return list
	}
	sizes := make([]int, len(list))
	for i, e := range list {
		sizes[i] = by(e)
	}
	slices.SortFunc(sizes, func(a, b int) int { return cmp.Compare(b, a) })
	least, spare := sizes[n-1], n
	for _, e := range list {
		if by(e) > least {
			spare--
		}
	}
	var kept []T
	for _, e := range list {
		if size := by(e); size > least || size == least && spare > 0 {
			if size == least {
				spare--
			}
			kept = append(kept, e)
		}
	}
	return kept
}

func (w *writer) movement(p *report.Page) {
	var parts []*report.Part
	var sum report.Tally
	for i := range p.Parts {
		if p.Parts[i].Counts.Sum() > 0 {
			parts = append(parts, &p.Parts[i])
		}
		for t, n := range p.Parts[i].Counts {
			sum[t] += n
		}
	}
	if len(parts) == 0 {
		return
	}
	shown := most(parts, inChart, func(p *report.Part) int { return p.Counts.Sum() })
	var list []series
	var classes []class
	var words []string
	for k, t := range report.ItemTypes {
		if sum[t] == 0 {
			continue
		}
		s := series{class: kinds[k]}
		for _, part := range shown {
			s.values = append(s.values, float64(part.Counts[t]))
		}
		list, classes, words = append(list, s), append(classes, s.class), append(words, p.Word(t))
	}
	w.figure("Movement by article", "How much happened where, by type of change.", func() {
		w.legend(classes, words)
		w.bars("Bar chart of the changes in each article; the table below has the numbers", cites(shown), list, false)
	}, func() {
		var columns []string
		for _, t := range report.ItemTypes {
			columns = append(columns, p.Word(t))
		}
		w.headRow("Article", columns...)
		for _, part := range parts {
			var numbers []int
			for _, t := range report.ItemTypes {
				numbers = append(numbers, part.Counts[t])
			}
			w.line(part.Cite, numbers...)
		}
	})
}

func cites(parts []*report.Part) []string {
	list := make([]string, len(parts))
	for i, p := range parts {
		list[i] = p.Cite
	}
	return list
}

func (w *writer) burdens(p *report.Page) {
	all := p.Burdens()
	if len(all) == 0 {
		return
	}
	shown := most(all, inChart, func(b report.Burden) int { return b.Old.Words + b.Old.Units + b.New.Words + b.New.Units })
	list := []series{{class: "m3"}, {class: "m1"}, {class: "m5", stack: 1}, {class: "m2", stack: 1}}
	labels := make([]string, len(shown))
	for i, b := range shown {
		labels[i] = b.Part.Cite
		for k, n := range []int{b.Old.Words, b.Old.Units, b.New.Words, b.New.Units} {
			list[k].values = append(list[k].values, float64(n))
		}
	}
	w.figure("Brackets and proposals by article", "What is still open: the old text above, the new one below. Brackets are proposals on words.", func() {
		w.legend([]class{"m3", "m1", "m5", "m2"}, []string{"old: brackets", "old: proposals on whole units", "new: brackets", "new: proposals on whole units"})
		w.bars("Bar chart of the open brackets and proposals of each article, old against new; the table below has the numbers", labels, list, false)
	}, func() {
		w.headRow("Article", "brackets, old", "new", "proposals on whole units, old", "new")
		for _, b := range all {
			w.line(b.Part.Cite, b.Old.Words, b.New.Words, b.Old.Units, b.New.Units)
		}
	})
}

func (w *writer) turnovers(p *report.Page) {
	all := p.Turnovers()
	if len(all) == 0 {
		return
	}
	shown := all[:min(inChart/2, len(all))]
	list := []series{{class: "k7"}, {class: "k3"}, {class: "k1"}, {class: "k2", stack: 1}, {class: "k8", stack: 1}}
	labels := make([]string, len(shown))
	for i, t := range shown {
		labels[i] = t.Party
		for k, n := range []int{t.Adopted, t.Joined, t.Added, -t.Withdrawn, -t.Left} {
			list[k].values = append(list[k].values, float64(n))
		}
	}
	w.figure("Sponsorships won and lost by delegation", "To the right what a delegation gained, to the left what it gave up.", func() {
		w.legend([]class{"k7", "k3", "k1", "k2", "k8"}, []string{"adopted", "joined", "new proposals", "withdrawn", "left"})
		w.bars("Bar chart of the sponsorships that each delegation gained and lost; the table below has the numbers", labels, list, true)
	}, func() {
		w.headRow("Delegation", "new proposals", "joined", "withdrawn", "left", "adopted")
		for _, t := range all {
			w.line(t.Party, t.Added, t.Joined, t.Withdrawn, t.Left, t.Adopted)
		}
	})
}
