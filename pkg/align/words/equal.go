package words

// Equal reports whether a and b are the same words.
func Equal(a, b string) bool {
	if a == b {
		return true
	}
	for i, j := 0, 0; ; {
		g, _, m := next(a, i)
		h, _, n := next(b, j)
		if m == 0 || n == 0 {
			return m == n
		}
		if g != h {
			return false
		}
		i, j = m, n
	}
}

// SameLetters reports whether a and b are the same letters, digits and symbols
// whatever parts them: conversions of a page part words ("in cluding") and run
// them together ("capacitybuilding").
func SameLetters(a, b string) bool {
	if a == b {
		return true
	}
	x, y := letters{s: a}, letters{s: b}
	for {
		r, s := x.next(), y.next()
		if r != s {
			return false
		}
		if r == 0 {
			return true
		}
	}
}

// letters reads a text character by character, folded.
type letters struct {
	s    string
	i    int
	left []rune // of a ligature
	fold folded
}

// next returns the next letter, digit or symbol, 0 at the end.
func (l *letters) next() rune {
	if len(l.left) > 0 {
		r := l.left[0]
		l.left = l.left[1:]
		return r
	}
	for l.i < len(l.s) {
		c := class[l.s[l.i]]
		if c != beyond {
			l.i++
			if c > beyond {
				return rune(c)
			}
			if c == symbol {
				return rune(l.s[l.i-1])
			}
			continue
		}
		var n int
		l.fold, n = foldAt(l.s, l.i)
		l.i += n
		if l.fold.is == part || l.fold.is == symbol {
			l.left = l.fold.as[1:l.fold.n]
			return l.fold.as[0]
		}
	}
	return 0
}
