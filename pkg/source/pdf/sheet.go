package pdf

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

// Where a paragraph ends.
const (
	paragraphGap = 1.25 // in leadings
	slightGap    = 1.06 // in leadings: a gap that many paragraphs have
	commonGap    = 0.03 // of all lines: so many have it
	sizeStep     = 0.12 // difference in size
	farShort     = 2.0  // a line that ends so many sizes before the margin is short
	fewOpen      = 5    // paragraphs that begin at an indent, at least,
	seldom       = 20   // and so many times as many as other lines
)

// A sheet is how the whole document is set.
type sheet struct {
	leading float32           // between lines of a paragraph, in sizes
	gap     float32           // between paragraphs, in sizes; 0 if there is none of its own
	widths  [2]float32        // of full lines, on a page and in a column
	lefts   map[place]float32 // the margins, which odd and even pages may have apart
	opens   map[int]bool      // indents that paragraphs begin at, and other lines do not
}

// A place is a page, or a column of one.
type place struct{ page, column int }

func (r *row) place() place { return place{r.page, r.column} }

func (p place) narrow() int { return min(p.column, 1) }

// measure finds how the document is set.
func measure(pages [][]row) sheet {
	s := sheet{leading: 1.2, lefts: map[place]float32{}}
	var gaps []float32
	for _, rows := range pages {
		for i := range rows {
			r := &rows[i]
			if left, ok := s.lefts[r.place()]; !ok || r.x0 < left {
				s.lefts[r.place()] = r.x0
			}
			if i > 0 && rows[i-1].place() == r.place() {
				if gap := (rows[i-1].y - r.y) / r.size; gap > 0.5 && gap < 2.2 {
					gaps = append(gaps, gap)
				}
			}
		}
	}
	s.space(gaps)
	var ends [2][]float32
	for _, rows := range pages {
		for i := range rows {
			p := rows[i].place()
			ends[p.narrow()] = append(ends[p.narrow()], rows[i].x1-s.lefts[p])
		}
	}
	for i, e := range ends {
		if len(e) > 0 {
			slices.Sort(e)
			s.widths[i] = e[len(e)*98/100]
		}
	}
	s.indents(pages)
	return s
}

// indents finds where paragraphs begin: where lines begin that follow a short
// line, and none that follow a full line in the middle of a sentence.
func (s *sheet) indents(pages [][]row) {
	first, rest := map[int]int{}, map[int]int{}
	for _, rows := range pages {
		for i := 1; i < len(rows); i++ {
			a, b := &rows[i-1], &rows[i]
			switch short := s.short(a); {
			case short > farShort*a.size+b.firstWord():
				first[s.indent(b)]++
			case short < a.size && !a.stops():
				rest[s.indent(b)]++
			}
		}
	}
	s.opens = map[int]bool{}
	for at, n := range first {
		s.opens[at] = n >= fewOpen && rest[at]*seldom <= n
	}
}

// indent is how far from the margin a row begins, in half sizes.
func (s *sheet) indent(r *row) int { return int((r.x0-s.lefts[r.place()])/r.size*2 + 0.5) }

// short is how far before the margin a row ends.
func (s *sheet) short(r *row) float32 {
	p := r.place()
	return s.lefts[p] + s.widths[p.narrow()] - r.x1
}

// stops reports whether a row ends as sentences and entries do.
func (r *row) stops() bool {
	last, _ := utf8.DecodeLastRuneInString(r.words)
	return strings.ContainsRune(".;:]", last)
}

// space finds the distance of lines, and the smallest that is larger and that
// many lines have: that of paragraphs.
func (s *sheet) space(gaps []float32) {
	if len(gaps) == 0 {
		return
	}
	slices.SortFunc(gaps, cmp.Compare)
	s.leading = gaps[len(gaps)/3]
	many := int(commonGap*float32(len(gaps))) + 2
	from, _ := slices.BinarySearch(gaps, slightGap*s.leading)
	for i := from; i+many < len(gaps) && gaps[i] < paragraphGap*s.leading; i++ {
		if gaps[i+many]-gaps[i] < 0.02*s.leading {
			s.gap = gaps[i] - 0.01*s.leading
			return
		}
	}
}

// ends reports whether a paragraph ends between two rows that follow each other.
func (s *sheet) ends(a, b *row) bool {
	size := max(a.size, b.size)
	gap := (a.y - b.y) / size
	follows := a.page == b.page && gap > 0 // without a page or column between
	if follows && gap > paragraphGap*s.leading {
		return true
	}
	if d := a.size - b.size; d > sizeStep*a.size || -d > sizeStep*b.size {
		return true
	}
	short, stops := s.short(a), a.stops()
	switch {
	case short > 0.3*a.size+b.firstWord(), s.opens[s.indent(b)], stops && follows && s.gap > 0 && gap > s.gap:
		return true
	}
	if stops && (short > farShort*a.size || !follows) {
		return label.MatchString(b.words)
	}
	return (stops || short > farShort*a.size) && bare.MatchString(b.words)
}
