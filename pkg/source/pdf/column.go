package pdf

// Two columns: what share of the lines of a page may cross the gutter, and what
// share has to show it.
const (
	crossing  = 0.2
	shows     = 0.3
	fewLines  = 8
	gutterGap = 0.8 // in sizes: as wide is the gutter at least
)

// gutters finds where the space between two columns is on each page that is so
// set, 0 for the others. Where most pages have one, it is looked for on the others
// with less to show for it, such as the last page.
func gutters(pages [][]line, widths []float32) []float32 {
	out := make([]float32, len(pages))
	n := 0
	for i, ls := range pages {
		if out[i] = gutter(ls, widths[i], int(shows*float32(len(ls)))+1); out[i] > 0 {
			n++
		}
	}
	for i, ls := range pages {
		if out[i] == 0 && 2*n > len(pages) {
			out[i] = gutter(ls, widths[i], 1)
		}
	}
	return out
}

// columns takes the lines of a page that is set in two columns apart and puts
// them in the order of reading: what runs over both columns, then the left
// column down to the next such line, then the right one.
func columns(ls []line, x float32) []line {
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
	return out
}

// gutter finds where the space between two columns is, if so many lines show it.
func gutter(ls []line, width float32, least int) (x float32) {
	if len(ls) < fewLines {
		return 0
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
		if float32(cross) < crossing*float32(len(ls)) && show >= least && cross < best {
			best, x = cross, at
		}
	}
	return x
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
			if end := l.letters[last].X1; end <= x && c.X0 >= x && c.X0-end > gutterGap*l.size {
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
