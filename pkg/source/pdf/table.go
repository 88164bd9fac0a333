package pdf

// cells is how many wide gaps a row of a table has at least.
const cells = 2

// A span is a stretch of a line.
type span struct{ x0, x1 float32 }

// tabulate finds the rows of tables: rows of entries with wide gaps between, above
// or below rows with a gap in the same place. A line that is spread to fill a
// narrow column has wide gaps too, but no company.
func tabulate(rows []row) {
	gaps := make([][]span, len(rows))
	for i := range rows {
		gaps[i] = rows[i].gaps()
	}
	for i := range rows {
		if len(gaps[i]) < cells {
			continue
		}
		for _, k := range [...]int{i - 1, i + 1} {
			if k >= 0 && k < len(rows) && rows[k].column == rows[i].column && meet(gaps[i], gaps[k]) {
				rows[i].entry = true
			}
		}
	}
}

// gaps are the wide gaps of a line.
func (l *line) gaps() []span {
	var out []span
	last := -1
	for i := range l.letters {
		if l.letters[i].R == ' ' {
			continue
		}
		if last >= 0 && l.letters[i].X0-l.letters[last].X1 > columnGap*l.size {
			out = append(out, span{l.letters[last].X1, l.letters[i].X0})
		}
		last = i
	}
	return out
}

// meet reports whether a gap of one row stands over one of another.
func meet(a, b []span) bool {
	for _, s := range a {
		for _, t := range b {
			if s.x0 < t.x1 && t.x0 < s.x1 {
				return true
			}
		}
	}
	return false
}
