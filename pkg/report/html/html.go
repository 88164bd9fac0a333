package html

import (
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"html/template"
	"io"
	"slices"
	"sync"

	"github.com/draftdiff/draftdiff/pkg/diff"
	"github.com/draftdiff/draftdiff/pkg/report"
	"github.com/draftdiff/draftdiff/pkg/snapshot"
)

//go:embed assets
var assets embed.FS

// asset returns a file that is part of the program.
func asset(name string) string {
	b, err := assets.ReadFile("assets/" + name)
	if err != nil {
		panic(err) // the file was there when the program was built
	}
	return string(b)
}

var shells = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("").Funcs(template.FuncMap{"last": last, "id": partID}).ParseFS(assets, "assets/*.html"))
})

// A shell is what every page has.
type shell struct {
	Title  string
	Policy string
	Style  template.CSS
	Script template.JS
}

// newShell prepares a page with the style, what it has besides of its own, and
// the script, if there is one.
func newShell(title, style, script string) shell {
	s := shell{Title: title, Style: template.CSS(asset("page.css") + style + runningHead(title))}
	s.Policy = "default-src 'none'; base-uri 'none'; form-action 'none'; style-src " + hash(string(s.Style))
	if script != "" {
		s.Script = template.JS(asset(script))
		s.Policy += "; script-src " + hash(string(s.Script))
	}
	return s
}

// hash names a style or a script in a policy.
func hash(s string) string {
	sum := sha256.Sum256([]byte(s))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// change is what the template of a change report is given.
type change struct {
	shell
	*report.Page
	Old, New         *snapshot.Document
	Heading          string
	Figures          []choice // the numbers in the head, which lead to what they count
	Busiest          []*report.Part
	Contents, Silent template.HTML
	Body             template.HTML
	Charts           template.HTML
	Coalitions       template.HTML
	Choices          []choice
	Delegations      template.HTML
	Data             template.JS
	OldRead, NewRead string
}

// A choice is a type of change that the page can be narrowed to.
type choice struct {
	Type, Word string
	N          int
	Silent     bool // a figure that leads to the silent edits, not to a filter
}

// Render writes r as a page.
func Render(out io.Writer, r *report.Report) error {
	// Half of the work is drawing, and needs nothing of the rest.
	coalitions, charts := make(chan template.HTML, 1), make(chan template.HTML, 1)
	go func() { coalitions <- drawCoalitions(r) }()
	p := report.NewPage(r)
	go func() { charts <- drawCharts(p) }()
	w := &writer{b: make([]byte, 0, 1<<21)}
	c := change{
		shell: newShell(r.Title(), "", "page.js"), Page: p,
		Old: &r.Diff.Old.Document, New: &r.Diff.New.Document,
		OldRead: r.Head.OldRead.String(), NewRead: r.Head.NewRead.String(),
		Heading: heading(&r.Diff.Old.Document) + " → " + heading(&r.Diff.New.Document),
	}
	c.count()
	var err error
	if c.Data, err = data(p); err != nil {
		return err
	}
	w.delegations(p.Actors)
	c.Delegations = w.take()
	w.contents(p)
	c.Contents = w.take()
	for _, row := range p.Silent {
		w.row(row, partID(&p.Parts[row.Part]))
	}
	c.Silent = w.take()
	w.parts(p)
	c.Body, c.Charts, c.Coalitions = w.take(), <-charts, <-coalitions
	return shells().ExecuteTemplate(out, "change.html", c)
}

// heading names a text in large letters.
func heading(d *snapshot.Document) string {
	if d.Session != "" {
		return d.Session
	}
	return d.Source.Name
}

// inHead is how many articles the head names.
const inHead = 5

// count lists the types of changes that the page has, and the articles with
// most of them. Changes of whole units are no events, so they are no figures in
// the head. Silent edits stand first there, those of whole units too, and that
// there are none is told.
func (c *change) count() {
	const silent = report.ItemType(diff.Text)
	var sum report.Tally
	for i := range c.Parts {
		for t, n := range c.Parts[i].Counts {
			sum[t] += n
		}
		if c.Parts[i].Counts.Sum() > 0 {
			c.Busiest = append(c.Busiest, &c.Parts[i])
		}
	}
	slices.SortStableFunc(c.Busiest, func(a, b *report.Part) int { return b.Counts.Sum() - a.Counts.Sum() })
	c.Busiest = c.Busiest[:min(inHead, len(c.Busiest))]
	switch n := c.Head.Silent; {
	case n > 0 || c.Named && c.Filter == "":
		c.Figures = append(c.Figures, choice{silent.Name(), c.Words(silent, n), n, true})
	case sum[silent] > 0: // texts that name nobody
		c.Figures = append(c.Figures, choice{silent.Name(), c.Words(silent, sum[silent]), sum[silent], false})
	}
	for _, t := range report.ItemTypes {
		if sum[t] == 0 {
			continue
		}
		c.Choices = append(c.Choices, choice{Type: t.Name(), Word: c.Word(t), N: sum[t]})
		if t != silent && t != report.UnitType {
			c.Figures = append(c.Figures, choice{t.Name(), c.Words(t, sum[t]), sum[t], false})
		}
	}
}

// last reports whether i is the last index of a list with n elements.
func last(i, n int) bool { return i == n-1 }
