package pdf

import (
	"math"
	"slices"
)

// Where a rule strikes, in parts of the size of the font above the baseline.
const (
	strikeLow, strikeHigh = 0.13, 0.55
	tolerance             = 0.3 // points by which a rule may miss the middle of a letter
	overhang              = 6.0 // points by which a rule of a table sticks out of the words
)

// strike marks the letters that the rules of a page go through. A rule that
// sticks out of the words on both sides is one of a table, or above a footnote.
func strike(ls []line, rules []Rule) {
	for _, r := range rules {
		if r.Strike {
			annotate(ls, r)
			continue
		}
		if r.Y1-r.Y0 > Thick {
			continue
		}
		mid := (r.Y0 + r.Y1) / 2
		for i := range ls {
			l := &ls[i]
			if up := (mid - l.y) / l.size; up < strikeLow || up > strikeHigh {
				continue
			}
			x0, x1 := reach(l, r)
			if x0 > x1 || x0-r.X0 > overhang && r.X1-x1 > overhang {
				continue
			}
			mark(l, r)
		}
	}
}

// reach is from where to where a line has letters under a rule.
func reach(l *line, r Rule) (x0, x1 float32) {
	x0, x1 = math.MaxFloat32, -math.MaxFloat32
	for _, c := range l.letters {
		if c.X1 > r.X0 && c.X0 < r.X1 && c.X1 > c.X0 {
			x0, x1 = min(x0, c.X0), max(x1, c.X1)
		}
	}
	return x0, x1
}

// annotate marks the letters in the box of an annotation.
func annotate(ls []line, r Rule) {
	for i := range ls {
		l := &ls[i]
		if mid := l.y + 0.3*l.size; mid > r.Y0 && mid < r.Y1 {
			mark(l, r)
		}
	}
}

// mark strikes the letters whose middle is under a rule.
func mark(l *line, r Rule) {
	l.strikes = append(l.strikes, r)
	for k := range l.letters {
		c := &l.letters[k]
		if mid := (c.X0 + c.X1) / 2; mid >= r.X0-tolerance && mid <= r.X1+tolerance {
			c.struck = true
			if r.Author != "" {
				c.author = r.Author
			}
		}
	}
}

// struckAt reports whether a strike goes through a place of a line.
func (l *line) struckAt(x float32) bool {
	return slices.ContainsFunc(l.strikes, func(r Rule) bool { return x >= r.X0-tolerance && x <= r.X1+tolerance })
}
