// Package plot draws how a text converges: brackets, proposals and open
// alternatives by session, and the share of clean text.
//
// [Draw] writes SVG or PNG with gonum.org/v1/plot. The lines differ by their
// dashes and marks, not by colour alone. It computes nothing: what it draws is in
// the measures of the sessions.
package plot

import (
	"fmt"
	"image/color"
	"io"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"github.com/draftdiff/draftdiff/pkg/history"
)

// A line is one measure of all sessions.
type line struct {
	name  string
	of    func(history.Measure) float64
	color color.RGBA
	dash  []vg.Length
	mark  draw.GlyphDrawer
}

// The colours are those of Okabe and Ito, which people who see colours
// differently can tell apart.
var lines = []line{
	{"brackets", func(m history.Measure) float64 { return float64(m.Brackets) }, color.RGBA{0, 114, 178, 255}, nil, draw.CircleGlyph{}},
	{"proposals", func(m history.Measure) float64 { return float64(m.Proposals) }, color.RGBA{213, 94, 0, 255}, []vg.Length{6, 3}, draw.BoxGlyph{}},
	{"alternatives", func(m history.Measure) float64 { return float64(m.Alternatives) }, color.RGBA{0, 158, 115, 255}, []vg.Length{2, 2}, draw.TriangleGlyph{}},
	{"clean text, %", func(m history.Measure) float64 { return 100 * m.Clean() }, color.RGBA{0, 0, 0, 255}, []vg.Length{8, 2, 2, 2}, draw.CrossGlyph{}},
}

// roomForLegend keeps the lines from running through the legend.
const roomForLegend = 1.3

// Draw draws the sessions in a format, "svg" or "png".
func Draw(w io.Writer, format string, sessions []history.Session) error {
	p := plot.New()
	p.Title.Text = "What is open, by session"
	p.Y.Min = 0
	p.Legend.Top, p.Legend.Padding, p.Legend.ThumbnailWidth = true, vg.Points(4), vg.Points(34)
	for _, f := range []*font.Font{&p.Title.TextStyle.Font, &p.Legend.TextStyle.Font, &p.X.Tick.Label.Font, &p.Y.Tick.Label.Font} {
		f.Variant = "Sans"
	}
	p.Add(plotter.NewGrid())
	totals := make([]history.Measure, len(sessions))
	ticks := make(plot.ConstantTicks, len(sessions))
	for i := range sessions {
		totals[i] = sessions[i].Total()
		ticks[i] = plot.Tick{Value: float64(sessions[i].Number), Label: fmt.Sprintf("@%d", sessions[i].Number)}
	}
	p.X.Tick.Marker = thin(ticks)
	most := 1.0
	for _, l := range lines {
		points := make(plotter.XYs, len(sessions))
		for i := range sessions {
			points[i].X, points[i].Y = float64(sessions[i].Number), l.of(totals[i])
			most = max(most, points[i].Y)
		}
		drawn, marks, err := plotter.NewLinePoints(points)
		if err != nil {
			return fmt.Errorf("drawing %s: %w", l.name, err)
		}
		drawn.Color, drawn.Dashes, drawn.Width = l.color, l.dash, vg.Points(1.5)
		marks.Color, marks.Shape = l.color, l.mark
		p.Add(drawn, marks)
		p.Legend.Add(l.name, drawn, marks)
	}
	p.Y.Max = most * roomForLegend
	to, err := p.WriterTo(22*vg.Centimeter, 13*vg.Centimeter, format)
	if err != nil {
		return fmt.Errorf("drawing: %w", err)
	}
	_, err = to.WriteTo(w)
	return err
}

// mostLabels is how many sessions are named under a plot.
const mostLabels = 20

// thin leaves out the names of sessions that have no room.
func thin(ticks plot.ConstantTicks) plot.ConstantTicks {
	every := (len(ticks) + mostLabels - 1) / mostLabels
	for i := range ticks {
		if every > 0 && i%every != 0 {
			ticks[i].Label = ""
		}
	}
	return ticks
}
