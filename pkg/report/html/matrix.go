package html

import (
	"html/template"
	"math"
	"strconv"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"github.com/draftdiff/draftdiff/pkg/report"
)

// drawCoalitions draws who stands with whom, before and after.
func drawCoalitions(r *report.Report) template.HTML {
	c, w := r.Coalitions(), &writer{b: make([]byte, 0, 1<<17)}
	n := len(c.Parties)
	if n < 2 {
		return ""
	}
	old := matrix{names: c.Parties, above: c.Old.Together, below: c.Old.Against, starts: c.Starts}
	for i := range n {
		for j := range n {
			if i != j {
				old.mostAbove = max(old.mostAbove, c.Old.Together[i][j], c.New.Together[i][j])
				old.most = max(old.most, c.Old.Against[i][j]+c.Old.Against[j][i], c.New.Against[i][j]+c.New.Against[j][i])
			}
		}
	}
	new := old
	new.above, new.below, new.before = c.New.Together, c.New.Against, &c.Old
	words := "Those who act together stand side by side; a frame holds a coalition. Above the diagonal: proposals that both sponsor. Below: how often one is against a proposal of the other, or for retaining what it wants out. A dot in the new text: not as it was."
	if c.All > n {
		words += " Drawn are the " + strconv.Itoa(n) + " busiest of " + strconv.Itoa(c.All) + " parties; the table has " + strconv.Itoa(len(c.Ties)) + "."
	}
	w.figure("Who stands with whom", words, func() {
		w.legend([]class{"m1", "m5", "a1", "a5"}, []string{"one together", strconv.Itoa(old.mostAbove) + " together", "one against", strconv.Itoa(old.most) + " against"})
		w.raw(`<div class="pair"><div><h3>Old text</h3>`)
		old.draw(w, "Matrix of delegations in the old text; the table below has the numbers")
		w.raw(`</div><div><h3>New text</h3>`)
		new.draw(w, "Matrix of delegations in the new text; the table below has the numbers")
		w.raw("</div></div>")
	}, func() {
		w.raw(`<thead><tr><th scope="col">Delegation</th><th scope="col">Proposals</th><th scope="col">Together with</th><th scope="col">Against those of</th><th scope="col">Opposed by</th></tr></thead>`, "\n")
		for i := range c.Ties {
			t := &c.Ties[i]
			w.raw(`<tr><th scope="row">`)
			w.name(t.Party)
			w.raw("</th><td>")
			w.grown(t.Old, t.New)
			for _, list := range [][]report.Tie{t.With, t.Against, t.OpposedBy} {
				w.raw(`</td><td class="ties">`)
				w.ties(list)
			}
			w.raw("</td></tr>\n")
		}
	})
	return w.take()
}

// ties lists parties with how often, before and after where that differs.
func (w *writer) ties(list []report.Tie) {
	for i, t := range list {
		if i > 0 {
			w.raw(", ")
		}
		w.name(t.Party)
		w.raw(" ")
		w.grown(t.Old, t.New)
	}
}

// grown is a number, and what it was in the old text if that differs.
func (w *writer) grown(old, new int) {
	if old != new {
		w.int(old)
		w.raw(" → ")
	}
	w.int(new)
}

// A matrix is a picture of the relations among parties: above the diagonal who
// acts together, below who opposes whom.
type matrix struct {
	names           []string
	above, below    [][]int
	before          *report.Relations // those of the old text, for the new one
	starts          []int             // of the groups that get a frame
	mostAbove, most int
}

// levels is how many shades a matrix has.
const levels = 5

// level is the shade of a number, 0 for none. Small numbers get more shades.
func level(n, most int) int {
	if n <= 0 || most <= 0 {
		return 0
	}
	return max(1, int(math.Ceil(levels*math.Sqrt(float64(n)/float64(most)))))
}

// Plot draws the cells of each shade as one path, and the frames.
func (m *matrix) Plot(c draw.Canvas, p *plot.Plot) {
	x, y := p.Transforms(&c)
	n := len(m.names)
	var paths [2][levels + 1]vg.Path
	var dots vg.Path
	for i := range n {
		for j := range n {
			kind, k := 0, level(m.above[i][j], m.mostAbove)
			if j < i {
				kind, k = 1, level(m.below[i][j]+m.below[j][i], m.most)
			}
			if i != j && k > 0 {
				paths[kind][k] = box(paths[kind][k], x(float64(j)-.5), y(float64(n-1-i)-.5), x(float64(j)+.5), y(float64(n-1-i)+.5), .5)
			}
			if m.changed(i, j) {
				dots = box(dots, x(float64(j)-.15), y(float64(n-1-i)-.15), x(float64(j)+.15), y(float64(n-1-i)+.15), 0)
			}
		}
	}
	for kind, letter := range []string{"m", "a"} {
		for k := 1; k <= levels; k++ {
			if len(paths[kind][k]) > 0 {
				c.SetColor(class(letter + strconv.Itoa(k)))
				c.Fill(paths[kind][k])
			}
		}
	}
	if len(dots) > 0 {
		c.SetColor(class("ink"))
		c.Fill(dots)
	}
	c.SetLineWidth(1)
	c.SetColor(class("line"))
	c.Stroke(box(nil, x(-.5), y(-.5), x(float64(n)-.5), y(float64(n)-.5), 0))
	c.SetColor(class("frame"))
	for k, from := range m.starts {
		to := n
		if k+1 < len(m.starts) {
			to = m.starts[k+1]
		}
		if to-from > 1 {
			c.Stroke(box(nil, x(float64(from)-.5), y(float64(n-from)-.5), x(float64(to)-.5), y(float64(n-to)-.5), 0))
		}
	}
}

// changed reports whether the number of a cell is not the one of the old text.
func (m *matrix) changed(i, j int) bool {
	switch {
	case m.before == nil || i == j:
		return false
	case j > i:
		return m.above[i][j] != m.before.Together[i][j]
	}
	return m.below[i][j]+m.below[j][i] != m.before.Against[i][j]+m.before.Against[j][i]
}

// box adds a rectangle to a path, smaller by a margin on each side.
func box(p vg.Path, x0, y0, x1, y1, margin vg.Length) vg.Path {
	p.Move(vg.Point{X: x0 + margin, Y: y0 + margin})
	p.Line(vg.Point{X: x1 - margin, Y: y0 + margin})
	p.Line(vg.Point{X: x1 - margin, Y: y1 - margin})
	p.Line(vg.Point{X: x0 + margin, Y: y1 - margin})
	p.Close()
	return p
}

// draw writes the matrix.
func (m *matrix) draw(w *writer, title string) {
	n := len(m.names)
	p := newPlot()
	p.Add(m)
	reversed, short := make([]string, n), make([]string, n)
	for i, name := range m.names {
		short[i] = shorten(name)
		reversed[n-1-i] = short[i]
	}
	p.NominalX(short...)
	p.NominalY(reversed...)
	for _, a := range []*plot.Axis{&p.X, &p.Y} {
		a.LineStyle.Width, a.Tick.Length, a.Padding = 0, 0, vg.Points(2)
		a.Min, a.Max = -.5, float64(n)-.5
		a.Tick.Label.Color, a.Tick.Label.Font.Size = class("ink"), 9
	}
	p.X.Tick.Label.Rotation = math.Pi / 2
	p.X.Tick.Label.XAlign, p.X.Tick.Label.YAlign = draw.XRight, draw.YCenter
	w.picture(p, title, 480, 480)
}
