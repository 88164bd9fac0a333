package pdf

// Two columns: what share of the lines of a page may cross the gutter, and what
// share has to show it.
const (
	crossing = 0.2
	shows    = 0.3
	fewLines = 8
)

// columns takes the lines of a page that is set in two columns apart and puts
// them in the order of reading: what runs over both columns, then the left
// column down to the next such line, then the right one. It reports whether the
// page is so set.
func columns(ls []line, width float32) ([]line, bool) {
	x, ok := gutter(ls, width)
	if !ok {
		return ls, false
	}
	var out, left, right []line
	flush := func() {
		out = append(append(out, left...), right...)
		left, right = nil, nil
	}
	for _, l := range ls {
		a, b, apart := l.cut(x)
		switch {
		case apart:
			a.column, b.column = 1, 2
			left, right = append(left, a), append(right, b)
		case l.x1 <= x:
			l.column = 1
			left = append(left, l)
		case l.x0 >= x:
			l.column = 2
			right = append(right, l)
		default:
			flush()
			out = append(out, l)
		}
	}
	flush()
	return out, true
}

// gutter finds where the space between two columns is.
func gutter(ls []line, width float32) (x float32, ok bool) {
	if len(ls) < fewLines {
		return 0, false
	}
	best := len(ls)
	for at := width * 0.35; at < width*0.65; at += 2 {
		cross, show := 0, 0
		for i := range ls {
			l := &ls[i]
			switch {
			case l.x1 <= at:
			case l.x0 >= at || l.gapAt(at) >= 0:
				show++
			default:
				cross++
			}
		}
		if float32(cross) < crossing*float32(len(ls)) && float32(show) > shows*float32(len(ls)) && cross < best {
			best, x, ok = cross, at, true
		}
	}
	return x, ok
}

// gapAt returns the letter before a wide gap in which x lies, -1 if there is none.
func (l *line) gapAt(x float32) int {
	last := -1
	for i := range l.letters {
		c := &l.letters[i]
		if c.R == ' ' {
			continue
		}
		if last >= 0 {
			if end := l.letters[last].X1; end <= x && c.X0 >= x && c.X0-end > columnGap*l.size {
				return last
			}
		}
		if c.X0 > x {
			return -1
		}
		last = i
	}
	return -1
}

// cut divides a line at a gap in which x lies.
func (l *line) cut(x float32) (a, b line, ok bool) {
	i := l.gapAt(x)
	if i < 0 {
		return a, b, false
	}
	a, b = *l, *l
	a.letters, b.letters = l.letters[:i+1:i+1], l.letters[i+1:]
	a.settle()
	b.settle()
	return a, b, true
}
