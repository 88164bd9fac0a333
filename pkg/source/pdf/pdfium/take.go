package pdfium

import (
	"math"

	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"

	"github.com/draftdiff/draftdiff/pkg/source/pdf"
)

// chars takes the characters, those that PDFium makes up left out.
func (t *taker) chars() error {
	loaded, err := t.in.FPDFText_LoadPage(&requests.FPDFText_LoadPage{Page: t.ref()})
	if err != nil {
		return nil
	}
	text := loaded.TextPage
	defer func() { _, _ = t.in.FPDFText_ClosePage(&requests.FPDFText_ClosePage{TextPage: text}) }()
	n, err := t.in.FPDFText_CountChars(&requests.FPDFText_CountChars{TextPage: text})
	if err != nil || n.Count <= 0 {
		return nil
	}
	if err := t.count(n.Count); err != nil {
		return err
	}
	turns := [4]int{}
	all := make([]pdf.Char, 0, n.Count)
	which := make([]uint8, 0, n.Count)
	for i := range n.Count {
		c, turn, ok := t.char(text, i)
		if ok {
			turns[turn]++
			all, which = append(all, c), append(which, turn)
		}
	}
	best := uint8(0)
	for i := range turns {
		if turns[i] > turns[best] {
			best = uint8(i)
		}
	}
	for i, c := range all {
		if which[i] == best {
			t.out.Chars = append(t.out.Chars, c)
		}
	}
	t.turn(best)
	return nil
}

// char takes one character, and which way it is turned, in quarter turns.
func (t *taker) char(text references.FPDF_TEXTPAGE, i int) (c pdf.Char, turn uint8, ok bool) {
	u, err := t.in.FPDFText_GetUnicode(&requests.FPDFText_GetUnicode{TextPage: text, Index: i})
	if err != nil || u.Unicode == '\r' || u.Unicode == '\n' || u.Unicode == 0 {
		return c, 0, false
	}
	c.R = rune(u.Unicode)
	if c.R == ' ' {
		if g, err := t.in.FPDFText_IsGenerated(&requests.FPDFText_IsGenerated{TextPage: text, Index: i}); err != nil || g.IsGenerated {
			return c, 0, false
		}
	}
	if c.R == 2 { // what PDFium puts for a hyphen at the end of a line
		c.R = '-'
	}
	box, err := t.in.FPDFText_GetLooseCharBox(&requests.FPDFText_GetLooseCharBox{TextPage: text, Index: i})
	if err != nil {
		return c, 0, false
	}
	origin, err := t.in.FPDFText_GetCharOrigin(&requests.FPDFText_GetCharOrigin{TextPage: text, Index: i})
	if err != nil {
		return c, 0, false
	}
	size, err := t.in.FPDFText_GetFontSize(&requests.FPDFText_GetFontSize{TextPage: text, Index: i})
	if err != nil {
		return c, 0, false
	}
	scale := 1.0
	if m, err := t.in.FPDFText_GetMatrix(&requests.FPDFText_GetMatrix{TextPage: text, Index: i}); err == nil {
		a, b := float64(m.Matrix.A), float64(m.Matrix.B)
		scale = math.Hypot(a, b)
		turn = uint8(math.Round(math.Atan2(b, a)/(math.Pi/2))+4) % 4
	}
	c.X, c.Y = float32(origin.X), float32(origin.Y)
	c.X0, c.X1 = box.Rect.Left, box.Rect.Right
	if turn%2 == 1 {
		c.X0, c.X1 = box.Rect.Bottom, box.Rect.Top
	}
	c.Size = float32(size.FontSize * scale)
	return c, turn, c.Size > 0.5 && !math.IsNaN(float64(c.X+c.Y+c.Size))
}

// turn turns the page so that its text runs from left to right. Rules are
// turned when they are taken.
func (t *taker) turn(quarters uint8) {
	t.turned = quarters
	if quarters == 0 {
		return
	}
	t.out.Rotated = true
	for i := range t.out.Chars {
		c := &t.out.Chars[i]
		switch quarters {
		case 1: // upwards
			c.X, c.Y = c.Y, t.out.Width-c.X
		case 2:
			c.X, c.Y = t.out.Width-c.X, t.out.Height-c.Y
			c.X0, c.X1 = t.out.Width-c.X1, t.out.Width-c.X0
		case 3: // downwards
			c.X, c.Y = t.out.Height-c.Y, c.X
			c.X0, c.X1 = t.out.Height-c.X1, t.out.Height-c.X0
		}
	}
}

// rules takes thin strokes and boxes, those within forms too.
func (t *taker) rules() error {
	n, err := t.in.FPDFPage_CountObjects(&requests.FPDFPage_CountObjects{Page: t.ref()})
	if err != nil {
		return nil
	}
	for i := range n.Count {
		o, err := t.in.FPDFPage_GetObject(&requests.FPDFPage_GetObject{Page: t.ref(), Index: i})
		if err != nil {
			continue
		}
		if err := t.object(o.PageObject, identity, 0); err != nil {
			return err
		}
	}
	return nil
}

// maxForms is how deep forms in forms are followed.
const maxForms = 12

type matrix struct{ a, b, c, d, e, f float32 }

var identity = matrix{1, 0, 0, 1, 0, 0}

func (m matrix) apply(x, y float32) (float32, float32) {
	return m.a*x + m.c*y + m.e, m.b*x + m.d*y + m.f
}

func (m matrix) times(o matrix) matrix {
	return matrix{
		m.a*o.a + m.b*o.c, m.a*o.b + m.b*o.d, m.c*o.a + m.d*o.c, m.c*o.b + m.d*o.d,
		m.e*o.a + m.f*o.c + o.e, m.e*o.b + m.f*o.d + o.f,
	}
}

func (t *taker) object(o references.FPDF_PAGEOBJECT, at matrix, depth int) error {
	if err := t.count(1); err != nil {
		return err
	}
	kind, err := t.in.FPDFPageObj_GetType(&requests.FPDFPageObj_GetType{PageObject: o})
	if err != nil {
		return nil
	}
	switch kind.Type {
	case enums.FPDF_PAGEOBJ_IMAGE:
		t.out.Images++
	case enums.FPDF_PAGEOBJ_PATH:
		t.path(o, at)
	case enums.FPDF_PAGEOBJ_FORM:
		if depth < maxForms {
			return t.form(o, at, depth)
		}
	}
	return nil
}

func (t *taker) form(o references.FPDF_PAGEOBJECT, at matrix, depth int) error {
	if m, err := t.in.FPDFPageObj_GetMatrix(&requests.FPDFPageObj_GetMatrix{PageObject: o}); err == nil {
		at = matrix{m.Matrix.A, m.Matrix.B, m.Matrix.C, m.Matrix.D, m.Matrix.E, m.Matrix.F}.times(at)
	}
	n, err := t.in.FPDFFormObj_CountObjects(&requests.FPDFFormObj_CountObjects{PageObject: o})
	if err != nil {
		return nil
	}
	for i := range n.Count {
		inner, err := t.in.FPDFFormObj_GetObject(&requests.FPDFFormObj_GetObject{PageObject: o, Index: uint64(i)})
		if err != nil {
			continue
		}
		if err := t.object(inner.PageObject, at, depth+1); err != nil {
			return err
		}
	}
	return nil
}

// path takes a path if it is drawn, not in white, and thin.
func (t *taker) path(o references.FPDF_PAGEOBJECT, at matrix) {
	b, err := t.in.FPDFPageObj_GetBounds(&requests.FPDFPageObj_GetBounds{PageObject: o})
	if err != nil {
		return
	}
	x0, y0 := at.apply(b.Left, b.Bottom)
	x1, y1 := at.apply(b.Right, b.Top)
	r := t.upright(pdf.Rule{X0: min(x0, x1), X1: max(x0, x1), Y0: min(y0, y1), Y1: max(y0, y1)})
	if r.Y1-r.Y0 > pdf.Thick+1 || r.X1-r.X0 < 1 {
		return
	}
	mode, err := t.in.FPDFPath_GetDrawMode(&requests.FPDFPath_GetDrawMode{PageObject: o})
	if err != nil {
		return
	}
	switch {
	case mode.Stroke:
		if c, err := t.in.FPDFPageObj_GetStrokeColor(&requests.FPDFPageObj_GetStrokeColor{PageObject: o}); err == nil && white(c.StrokeColor.R, c.StrokeColor.G, c.StrokeColor.B, c.StrokeColor.A) {
			return
		}
	case mode.FillMode != enums.FPDF_FILLMODE_NONE:
		if c, err := t.in.FPDFPageObj_GetFillColor(&requests.FPDFPageObj_GetFillColor{PageObject: o}); err == nil && white(c.FillColor.R, c.FillColor.G, c.FillColor.B, c.FillColor.A) {
			return
		}
	default:
		return
	}
	t.out.Rules = append(t.out.Rules, r)
}

func white(r, g, b, a uint) bool { return a == 0 || r > 250 && g > 250 && b > 250 }

// upright turns a rule as the characters were turned.
func (t *taker) upright(r pdf.Rule) pdf.Rule {
	w, h := t.out.Width, t.out.Height
	switch t.turned {
	case 1:
		r.X0, r.X1, r.Y0, r.Y1 = r.Y0, r.Y1, w-r.X1, w-r.X0
	case 2:
		r.X0, r.X1, r.Y0, r.Y1 = w-r.X1, w-r.X0, h-r.Y1, h-r.Y0
	case 3:
		r.X0, r.X1, r.Y0, r.Y1 = h-r.Y1, h-r.Y0, r.X0, r.X1
	}
	return r
}
