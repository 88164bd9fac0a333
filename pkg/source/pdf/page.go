package pdf

// A Page is what stands on a page, before any of it is understood. Coordinates
// are points, from the lower left corner; the text runs from left to right.
type Page struct {
	Width, Height float32
	Chars         []Char
	Rules         []Rule
	Images        int
	Rotated       bool // the page was turned so that its text is upright
}

// A Char is a character as it is placed.
type Char struct {
	R      rune
	X0, X1 float32 // from its left edge to that of what follows it
	X, Y   float32 // the origin, on the baseline
	Size   float32 // of the font, scaled
}

// A Rule is a thin horizontal stroke or box, or an annotation that strikes out.
type Rule struct {
	X0, X1 float32
	Y0, Y1 float32
	Strike bool   // an annotation, which says what it is
	Author string // of an annotation
}
