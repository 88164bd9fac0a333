package pdf

import (
	"cmp"
	"slices"
)

// How a step is found.
const (
	leastSteps = 3    // a character has to be seen so often
	stepSlack  = 0.02 // parts of its size by which the next letter may stand off
)

// A shape is a character of one font at one size: the box of another font has
// another width.
type shape struct {
	r     rune
	size  float32
	width int // of the box, in fiftieths of a point
}

func (c *Char) shape() shape { return shape{c.R, c.Size, int(50*(c.X1-c.X0) + 0.5)} }

// step narrows each character to what the text moves on by. The box of a letter
// such as f sticks out of that, in italics on both sides, and would fill a part of
// the gap to the next word. Within words the letters that follow show how far the
// text moves on: as far as the box reaches only if that sticks out nowhere.
func step(pages []Page) {
	seen := map[shape][]float32{}
	for i := range pages {
		chars := pages[i].Chars
		for k := 1; k < len(chars); k++ {
			a, b := &chars[k-1], &chars[k]
			if d := b.X - a.X; d > 0 && d <= a.X1-a.X+stepSlack*a.Size && b.Y == a.Y {
				s := a.shape()
				seen[s] = append(seen[s], d)
			}
		}
	}
	steps := make(map[shape]float32, len(seen))
	for s, d := range seen {
		if len(d) >= leastSteps {
			slices.SortFunc(d, cmp.Compare)
			steps[s] = d[len(d)*9/10]
		}
	}
	for i := range pages {
		for k := range pages[i].Chars {
			c := &pages[i].Chars[k]
			if d, ok := steps[c.shape()]; ok {
				c.X0, c.X1 = max(c.X0, c.X), min(c.X1, c.X+d)
			}
		}
	}
}
