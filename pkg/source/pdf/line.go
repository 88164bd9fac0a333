package pdf

import (
	"cmp"
	"math"
	"slices"
	"unicode"
)

// Thick is how high, in points, a rule is at most that strikes or underlines.
const Thick = 2.5

// Distances, in parts of the size of the font.
const (
	sameLine  = 0.12 // between baselines of one line
	wordGap   = 0.22 // between the characters of two words
	tightGap  = 0.12 // the same in a line that has no spaces but gaps
	raisedBy  = 0.65 // a raised character stands at most so high above the line
	smaller   = 0.82 // and is at most so large
	columnGap = 1.8  // between two columns
)

// A letter is a character of a line with what was found out about it.
type letter struct {
	Char
	drawn  int // which character of the page it is, as the file draws them
	struck bool
	author string // of the annotation that strikes it
	raised bool   // the mark of a footnote
}

// A line is a row of letters on one baseline.
type line struct {
	letters []letter
	y, size float32
	x0, x1  float32
	page    int
	column  int    // 0 where the page has only one
	strikes []Rule // those that go through it
}

// lines puts the characters of a page into lines, from top to bottom.
func lines(p *Page, page int) []line {
	chars := make([]letter, len(p.Chars))
	for i, c := range p.Chars {
		chars[i] = letter{Char: c, drawn: i}
	}
	slices.SortStableFunc(chars, func(a, b letter) int { return cmp.Compare(b.Y, a.Y) })
	var out []line
	for _, c := range chars {
		if n := len(out); n > 0 && out[n-1].y-c.Y < sameLine*max(c.Size, out[n-1].size) {
			out[n-1].letters = append(out[n-1].letters, c)
			out[n-1].size = max(out[n-1].size, c.Size)
			continue
		}
		out = append(out, line{letters: []letter{c}, y: c.Y, size: c.Size, page: page})
	}
	for i := range out {
		out[i].settle()
	}
	out = slices.DeleteFunc(raise(out), func(l line) bool { return l.blank() })
	return out
}

func (l *line) blank() bool {
	return !slices.ContainsFunc(l.letters, func(c letter) bool { return !unicode.IsSpace(c.R) })
}

// settle puts the letters in order and measures the line.
func (l *line) settle() {
	slices.SortStableFunc(l.letters, func(a, b letter) int { return cmp.Compare(a.X, b.X) })
	l.letters = slices.CompactFunc(l.letters, overprinted)
	sizes := map[float32]int{}
	l.x0, l.x1 = math.MaxFloat32, -math.MaxFloat32
	for _, c := range l.letters {
		if unicode.IsSpace(c.R) {
			continue
		}
		sizes[c.Size]++
		l.x0, l.x1 = min(l.x0, c.X0), max(l.x1, c.X1)
	}
	best := 0
	for _, c := range l.letters { // in order, so that ties are settled by position
		if n := sizes[c.Size]; n > best {
			best, l.size = n, c.Size
		}
	}
}

// overprinted reports whether one letter is another drawn a second time, to make
// it bold. Two that are drawn one right after the other in one place are those of
// a ligature.
func overprinted(b, a letter) bool {
	near := func(x, y float32) bool { return max(x-y, y-x) < 0.1*a.Size }
	return a.R == b.R && a.R != ' ' && near(a.X, b.X) && near(a.X0, b.X0) && b.drawn != a.drawn+1
}

// raise puts lines of small letters that stand a little above another line, or
// below it, into that line.
func raise(in []line) []line {
	var out []line
	for i := 0; i < len(in); i++ {
		l := in[i]
		host := -1
		for _, k := range []int{i + 1, i - 1} {
			if k < 0 || k >= len(in) || l.size > smaller*in[k].size {
				continue
			}
			d := l.y - in[k].y
			if d > 0 && d < raisedBy*in[k].size || d < 0 && -d < 0.3*in[k].size {
				host = k
				break
			}
		}
		switch {
		case host < 0 || !beside(&l, &in[host]):
			out = append(out, l)
		case host == i+1:
			in[host].take(l)
		default:
			if n := len(out); n > 0 && out[n-1].y == in[host].y {
				out[n-1].take(l)
			}
		}
	}
	return out
}

// beside reports whether small letters stand among those of a line, or right at
// its ends.
func beside(l, host *line) bool {
	return l.x0 > host.x0-2*host.size && l.x1 < host.x1+2*host.size
}

func (l *line) take(small line) {
	for _, c := range small.letters {
		c.raised = c.Y > l.y
		l.letters = append(l.letters, c)
	}
	l.settle()
}

// text returns the words of a line, and for each byte the letter that it is of,
// -1 for spaces that only a gap says.
func (l *line) text() (string, []int) {
	var s []byte
	var of []int
	put := func(r rune, i int) {
		n := len(s)
		s = appendRune(s, r)
		for range len(s) - n {
			of = append(of, i)
		}
	}
	last := -1
	gap, spaced := l.gap()
	for i, c := range l.letters {
		if c.raised && isMark(l, i) {
			continue
		}
		if unicode.IsSpace(c.R) {
			if n := len(s); n > 0 && s[n-1] != ' ' {
				put(' ', i)
			}
			continue
		}
		hyphen := c.R == '-' && spaced && l.lastLetter(i) // may stand off, at the margin
		if last >= 0 && len(s) > 0 && s[len(s)-1] != ' ' && !hyphen && c.X0-l.letters[last].X1 > gap {
			put(' ', -1)
		}
		put(c.R, i)
		last = i
	}
	for n := len(s); n > 0 && s[n-1] == ' '; n-- {
		s, of = s[:n-1], of[:n-1]
	}
	return string(s), of
}

// lastLetter reports whether only spaces follow a letter.
func (l *line) lastLetter(i int) bool {
	return !slices.ContainsFunc(l.letters[i+1:], func(c letter) bool { return !unicode.IsSpace(c.R) })
}

// gap is how far apart two words of a line are at least, and whether the line
// has spaces between words, not only gaps.
func (l *line) gap() (least float32, spaced bool) {
	if slices.ContainsFunc(l.letters, func(c letter) bool { return unicode.IsSpace(c.R) }) {
		return wordGap * l.size, true
	}
	return tightGap * l.size, false
}

// isMark reports whether a raised letter is part of the mark of a footnote: digits
// or stars, and nothing else raised next to them.
func isMark(l *line, i int) bool {
	for _, step := range []int{-1, 1} {
		for k := i; k >= 0 && k < len(l.letters) && l.letters[k].raised; k += step {
			if r := l.letters[k].R; !unicode.IsDigit(r) && r != '*' && r != '†' && r != ',' && !unicode.IsSpace(r) {
				return false
			}
		}
	}
	return true
}

// ligatures are characters that stand for several letters.
var ligatures = map[rune]string{'ﬀ': "ff", 'ﬁ': "fi", 'ﬂ': "fl", 'ﬃ': "ffi", 'ﬄ': "ffl", 'ﬅ': "st", 'ﬆ': "st", '\u00ad': "-", '\u2010': "-", '\u2011': "-"}

func appendRune(s []byte, r rune) []byte {
	if l, ok := ligatures[r]; ok {
		return append(s, l...)
	}
	return append(s, string(r)...)
}
