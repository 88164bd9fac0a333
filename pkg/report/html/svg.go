package html

import (
	"image"
	"image/color"
	"math"
	"strconv"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// A class is a colour that the style sheet knows by name.
type class string

// RGBA makes a class a colour to the chart library, which only hands it on.
func (class) RGBA() (r, g, b, a uint32) { return 0, 0, 0, 0xffff }

// A canvas takes down what the chart library draws as SVG whose colours are
// classes, without a style attribute, which the policy of the page forbids.
type canvas struct {
	w      *writer
	height vg.Length
	states []state
}

// A state is what Push keeps and Pop brings back.
type state struct {
	color  class
	at     vg.Point // origin
	turned float64  // radians, counter-clockwise
	hair   bool     // lines have no width and are not drawn
}

// picture draws a plot as an SVG element with a label for those who cannot see it.
func (w *writer) picture(p *plot.Plot, label string, width, height vg.Length) {
	w.raw(`<svg class="chart" role="img" preserveAspectRatio="xMinYMin" viewBox="0 0 `, number(width), " ", number(height), `"`)
	w.attr("aria-label", label)
	w.raw(">")
	c := &canvas{w: w, height: height, states: []state{{color: "ink"}}}
	p.Draw(draw.NewCanvas(c, width, height))
	w.raw("</svg>\n")
}

func (c *canvas) top() *state { return &c.states[len(c.states)-1] }

// SetLineWidth only tells lines from none; the class has the width.
func (c *canvas) SetLineWidth(width vg.Length)       { c.top().hair = width <= 0 }
func (c *canvas) SetLineDash([]vg.Length, vg.Length) {}
func (c *canvas) Scale(float64, float64)             {}

func (c *canvas) SetColor(k color.Color) {
	c.top().color = "ink"
	if k, ok := k.(class); ok {
		c.top().color = k
	}
}

func (c *canvas) Rotate(rad float64) { c.top().turned += rad }

// Translate moves the origin, in the directions that Rotate has turned.
func (c *canvas) Translate(p vg.Point) { c.top().at = c.place(p) }

func (c *canvas) Push() { c.states = append(c.states, *c.top()) }

func (c *canvas) Pop() { c.states = c.states[:len(c.states)-1] }

// place turns a point of the state into one of the picture; y still grows upwards.
func (c *canvas) place(p vg.Point) vg.Point {
	s, sin, cos := c.top(), 0.0, 1.0
	if s.turned != 0 {
		sin, cos = math.Sincos(s.turned)
	}
	return vg.Point{X: s.at.X + p.X*vg.Length(cos) - p.Y*vg.Length(sin), Y: s.at.Y + p.X*vg.Length(sin) + p.Y*vg.Length(cos)}
}

// Stroke draws a line.
func (c *canvas) Stroke(p vg.Path) {
	if !c.top().hair {
		c.path(p)
	}
}

// Fill draws an area, unless it is a bar of no length.
func (c *canvas) Fill(p vg.Path) {
	if len(p) > 2 && (p[0].Pos.X != p[2].Pos.X || len(p) > 5) {
		c.path(p)
	}
}

// path writes a path in few bytes: a line along an axis names one coordinate.
func (c *canvas) path(path vg.Path) {
	c.w.raw(`<path class="`, string(c.top().color), `" d="`)
	var last vg.Point
	for _, step := range path {
		p := c.place(step.Pos)
		p.Y = c.height - p.Y
		switch {
		case step.Type == vg.CloseComp:
			c.w.raw("Z")
			continue
		case step.Type == vg.MoveComp:
			c.w.raw("M")
		case step.Type != vg.LineComp:
			panic("html: no picture has curves")
		case p.Y == last.Y:
			c.w.raw("H")
			c.w.length(p.X)
			last = p
			continue
		case p.X == last.X:
			c.w.raw("V")
			c.w.length(p.Y)
			last = p
			continue
		default:
			c.w.raw("L")
		}
		c.w.length(p.X)
		c.w.raw(" ")
		c.w.length(p.Y)
		last = p
	}
	c.w.raw(`"/>`)
}

func (c *canvas) FillString(f font.Face, at vg.Point, text string) {
	p := c.place(at)
	x, y := number(p.X), number(c.height-p.Y)
	c.w.raw(`<text class="`, string(c.top().color), `" font-size="`, number(f.Font.Size), `" x="`, x, `" y="`, y, `"`)
	if turned := c.top().turned; turned != 0 {
		c.w.raw(` transform="rotate(`, number(vg.Length(-turned*180/math.Pi)), " ", x, " ", y, `)"`)
	}
	c.w.raw(">")
	c.w.text(text)
	c.w.raw("</text>")
}

func (c *canvas) DrawImage(vg.Rectangle, image.Image) { panic("html: no picture has images") }

// length writes a length to a tenth of a unit.
func (w *writer) length(l vg.Length) {
	tenths := int64(math.Round(float64(l) * 10))
	if tenths < 0 {
		w.raw("-")
		tenths = -tenths
	}
	w.b = strconv.AppendInt(w.b, tenths/10, 10)
	if tenths%10 != 0 {
		w.b = append(w.b, '.', byte('0'+tenths%10))
	}
}

// number is a length as a string.
func number(l vg.Length) string {
	var w writer
	w.length(l)
	return string(w.b)
}
