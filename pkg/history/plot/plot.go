// Package plot draws how a text converges: brackets, proposals and open
// alternatives by session, and under them the share of clean text.
//
// [Draw] writes SVG or PNG with gonum.org/v1/plot. The lines differ by their
// dashes and marks, not by colour alone. It computes nothing: what it draws is in
// the measures of the sessions.
package plot

import (
	"errors"
	"fmt"
	"image/color"
	"io"
	"slices"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/vgimg"
	"gonum.org/v1/plot/vg/vgsvg"

	"github.com/draftdiff/draftdiff/pkg/history"
)

// A line is one measure of all sessions.
type line struct {
	name  string
	of    func(history.Measure) float64
	color color.RGBA
	width vg.Length // the first is wide, so that one that runs over it does not hide it
	dash  []vg.Length
	mark  draw.GlyphDrawer
}

// The colours are those of Okabe and Ito, which people who see colours
// differently can tell apart.
var counts = []line{
	{"brackets", func(m history.Measure) float64 { return float64(m.Brackets) }, color.RGBA{86, 180, 233, 255}, 3.5, nil, draw.CircleGlyph{}},
	{"proposals", func(m history.Measure) float64 { return float64(m.Proposals) }, color.RGBA{213, 94, 0, 255}, 1.25, []vg.Length{6, 3}, draw.BoxGlyph{}},
	{"alternatives", func(m history.Measure) float64 { return float64(m.Alternatives) }, color.RGBA{0, 120, 90, 255}, 1.25, []vg.Length{2, 2}, draw.TriangleGlyph{}},
}

var clean = line{"", func(m history.Measure) float64 { return 100 * m.Clean() }, color.RGBA{40, 40, 40, 255}, 1.25, nil, draw.CircleGlyph{}}

// The size of a drawing, how much of its height the counts have, and how many
// dots an inch has in PNG.
const (
	width, height = 16 * vg.Centimeter, 11 * vg.Centimeter
	countsShare   = 0.68
	margin        = 0.25 * vg.Centimeter
	roomForLegend = 1.2 // so that no line runs through the names of the lines
	dotsPerInch   = 200
)

// Draw draws the sessions in a format, "svg" or "png".
func Draw(w io.Writer, format string, sessions []history.Session) error {
	var canvas interface {
		vg.CanvasSizer
		io.WriterTo
	}
	switch format {
	case "svg":
		canvas = vgsvg.New(width, height)
	case "png":
		canvas = vgimg.PngCanvas{Canvas: vgimg.NewWith(vgimg.UseWH(width, height), vgimg.UseDPI(dotsPerInch))}
	default:
		return errors.New("a drawing is svg or png")
	}
	above, err := panel(sessions, counts)
	if err != nil {
		return err
	}
	below, err := panel(sessions, []line{clean})
	if err != nil {
		return err
	}
	above.Y.Label.Text = "open in the text"
	above.Y.Max = max(1, above.Y.Max)
	above.Y.Tick.Marker = upTo(above.Y.Max)
	above.Y.Max *= roomForLegend
	for i := range above.X.Tick.Marker.(plot.ConstantTicks) {
		above.X.Tick.Marker.(plot.ConstantTicks)[i].Label = "" // they stand under the panel below
	}
	below.Y.Label.Text = "clean text, %"
	below.Y.Max = 100
	below.Y.Tick.Marker = plot.ConstantTicks{{Value: 0, Label: "0"}, {Value: 50, Label: "50"}, {Value: 100, Label: "100"}}
	page := draw.Crop(draw.New(canvas), margin, -margin, margin, -margin)
	cut := page.Size().Y * (1 - countsShare)
	stack(above, draw.Crop(page, 0, 0, cut, 0), below, draw.Crop(page, 0, 0, 0, cut-page.Size().Y))
	if _, err := canvas.WriteTo(w); err != nil {
		return fmt.Errorf("drawing: %w", err)
	}
	return nil
}

// stack draws two panels whose axes stand under each other.
func stack(above *plot.Plot, upper draw.Canvas, below *plot.Plot, lower draw.Canvas) {
	a, b := above.DataCanvas(upper), below.DataCanvas(lower)
	left, right := max(a.Min.X, b.Min.X), min(a.Max.X, b.Max.X)
	above.Draw(draw.Crop(upper, left-a.Min.X, right-a.Max.X, 0, 0))
	below.Draw(draw.Crop(lower, left-b.Min.X, right-b.Max.X, 0, 0))
}

// panel draws measures over the sessions.
func panel(sessions []history.Session, lines []line) (*plot.Plot, error) {
	p := plot.New()
	for _, s := range []*font.Font{&p.X.Tick.Label.Font, &p.Y.Tick.Label.Font, &p.Y.Label.TextStyle.Font, &p.Legend.TextStyle.Font} {
		s.Variant, s.Size = "Sans", 9
	}
	p.Y.Min = 0
	p.Y.Padding = 0
	p.X.Tick.Marker = names(sessions)
	p.Legend.Top, p.Legend.Padding, p.Legend.ThumbnailWidth = true, 2, 0.9*vg.Centimeter
	p.Legend.XOffs = -margin
	grid := plotter.NewGrid()
	grid.Vertical.Width = 0
	p.Add(grid)
	for _, l := range lines {
		points := make(plotter.XYs, len(sessions))
		for i := range sessions {
			points[i].X, points[i].Y = float64(sessions[i].Number), l.of(sessions[i].Total())
		}
		if !slices.ContainsFunc(points, func(q plotter.XY) bool { return q.Y > 0 }) {
			continue // texts that name nobody have no proposals
		}
		drawn, marks, err := plotter.NewLinePoints(points)
		if err != nil {
			return nil, fmt.Errorf("drawing %s: %w", l.name, err)
		}
		drawn.Color, drawn.Dashes, drawn.Width = l.color, l.dash, l.width
		marks.Color, marks.Shape, marks.Radius = l.color, l.mark, 2+l.width/2
		p.Add(drawn, marks)
		if l.name != "" {
			p.Legend.Add(l.name, drawn, marks)
		}
	}
	return p, nil
}

// upTo marks an axis no further than the lines go, so that nothing strikes
// through their names above.
type upTo float64

func (most upTo) Ticks(from, to float64) []plot.Tick {
	return slices.DeleteFunc(plot.DefaultTicks{}.Ticks(from, to), func(t plot.Tick) bool { return t.Value > float64(most) })
}

// How many sessions are named under a drawing, and how many with their days.
const (
	mostNames = 20
	mostDays  = 8
)

// names are those of the sessions, as far as there is room.
func names(sessions []history.Session) plot.ConstantTicks {
	ticks := make(plot.ConstantTicks, len(sessions))
	every := (len(sessions) + mostNames - 1) / mostNames
	for i := range sessions {
		s := &sessions[i]
		ticks[i].Value = float64(s.Number)
		if i%every == 0 {
			ticks[i].Label = fmt.Sprintf("@%d", s.Number)
		}
		if len(sessions) <= mostDays {
			ticks[i].Label += "\n" + s.Date
		}
	}
	return ticks
}
