package html

import (
	"math"
	"strconv"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
)

const (
	chartWidth = 440 // little more than a phone is wide, so that labels can be read there
	lineHeight = 17
	labelSize  = 9.5
)

var label = font.Font{Typeface: "Liberation", Variant: "Sans"} // as wide as Arial

// newPlot returns an empty plot in the manner of the page.
func newPlot() *plot.Plot {
	p := plot.New()
	p.BackgroundColor = nil
	for _, a := range []*plot.Axis{&p.X, &p.Y} {
		a.LineStyle.Width, a.Tick.LineStyle.Width, a.Tick.Length = 0, 0, 0
		a.Padding = vg.Points(5)
		a.Tick.Label.Font, a.Tick.Label.Color = label, class("soft")
		a.Tick.Label.Font.Size = labelSize
	}
	return p
}

// A series is a row of bars of one colour.
type series struct {
	class  class
	stack  int // series of one stack stand end to end
	values []float64
}

// bars draws horizontal bars, the first label at the top. Bars of different
// stacks stand below each other; two stacks of opposite signs share a line when
// beside is set.
func (w *writer) bars(title string, labels []string, list []series, beside bool) {
	n := len(labels)
	p := newPlot()
	names := make([]string, n)
	for i, l := range labels {
		names[n-1-i] = shorten(l)
	}
	stacks := 1
	for _, s := range list {
		stacks = max(stacks, s.stack+1)
	}
	thick := vg.Points(11)
	step := vg.Length(lineHeight)
	if stacks > 1 && !beside {
		thick, step = vg.Points(7), lineHeight+5
	}
	grid := plotter.NewGrid()
	grid.Horizontal.Width = 0
	grid.Vertical.Color = class("line")
	p.Add(grid)
	below := make([]*plotter.BarChart, stacks)
	for _, s := range list {
		values := make(plotter.Values, n)
		for i, v := range s.values {
			values[n-1-i] = v
		}
		bar, err := plotter.NewBarChart(values, thick)
		if err != nil {
			panic(err) // only for no values at all
		}
		bar.Horizontal, bar.Color, bar.LineStyle.Width = true, s.class, 0
		if stacks > 1 && !beside {
			bar.Offset = (vg.Length(stacks-1)/2 - vg.Length(s.stack)) * (thick + 1)
		}
		if below[s.stack] != nil {
			bar.StackOn(below[s.stack])
		}
		below[s.stack] = bar
		p.Add(bar)
	}
	p.NominalY(names...)
	p.Y.Tick.Label.Color = class("ink")
	p.Y.Padding, p.Y.Tick.Length, p.Y.LineStyle.Width = vg.Points(6), 0, 0
	p.Y.Min, p.Y.Max = -0.6, float64(n)-0.4
	p.X.Min = min(0, p.X.Min)
	p.X.Max = max(1, p.X.Max)
	p.X.Tick.Marker = plot.TickerFunc(wholes)
	w.picture(p, title, chartWidth, step*vg.Length(n)+28)
}

// wholes puts marks at about five round whole numbers.
func wholes(low, high float64) []plot.Tick {
	step := 1.0
	for _, s := range []float64{1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000} {
		if step = s; (high-low)/s <= 6 {
			break
		}
	}
	var list []plot.Tick
	for v := math.Ceil(low/step) * step; v <= high; v += step {
		list = append(list, plot.Tick{Value: v, Label: strconv.Itoa(int(math.Abs(v)))})
	}
	return list
}

// longest is how many letters of a label fit beside a bar.
const longest = 26

func shorten(s string) string {
	if r := []rune(s); len(r) > longest {
		return string(r[:longest-1]) + "…"
	}
	return s
}
