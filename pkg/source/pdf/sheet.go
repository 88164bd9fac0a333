package pdf

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Where a paragraph ends.
const (
	paragraphGap = 1.25 // in leadings
	singleGap    = 2.2  // in sizes: as far apart are the lines of a paragraph at most,
	doubleGap    = 3.5  // and as far if hardly any are closer
	slightGap    = 1.06 // in leadings: a gap that many paragraphs have
	commonGap    = 0.03 // of all lines: so many have it
	sizeStep     = 0.12 // difference in size
	sameMargin   = 9    // points by which the margins of two places differ by chance
	fewRows      = 30   // that tell no margins
	farShort     = 2.0  // a line that ends so many sizes before the margin is short
	fewOpen      = 5    // paragraphs that begin at an indent, at least,
	seldom       = 20   // and so many times as many as other lines
)

// A sheet is how the whole document is set.
type sheet struct {
	leading float32 // between lines of a paragraph, in sizes
	gap     float32 // between paragraphs, in sizes; 0 if there is none of its own
	margins map[place]span
	opens   map[int]bool // indents that paragraphs begin at, and other lines do not
}

// A place is where lines have margins of their own: pages of one width, odd or
// even ones, or a column of these.
type place struct {
	width, column int
	odd           bool
}

func (r *row) place() place { return place{int(r.paper), r.column, r.page%2 == 1} }

// other is the same place on the pages on the other side of a sheet.
func (p place) other() place { return place{p.width, p.column, !p.odd} }

// measure finds how the document is set.
func measure(pages [][]row) sheet {
	s := sheet{leading: 1.2, margins: map[place]span{}}
	var gaps []float32
	lefts, rights := map[place][]float32{}, map[place][]float32{}
	for _, rows := range pages {
		for i := range rows {
			r := &rows[i]
			p := r.place()
			lefts[p], rights[p] = append(lefts[p], r.x0), append(rights[p], r.x1)
			if i > 0 && rows[i-1].column == r.column {
				if gap := (rows[i-1].y - r.y) / r.size; gap > 0.5 && gap < doubleGap {
					gaps = append(gaps, gap)
				}
			}
		}
	}
	s.space(gaps)
	for p := range lefts {
		s.margins[p] = margins(lefts[p], rights[p])
	}
	for p := range lefts { // the same on both sides, if they look so
		if o := p.other(); len(lefts[o]) > 0 && (min(len(lefts[p]), len(lefts[o])) < fewRows || alike(s.margins[p], s.margins[o])) {
			both := margins(slices.Concat(lefts[p], lefts[o]), slices.Concat(rights[p], rights[o]))
			s.margins[p], s.margins[o] = both, both
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

// margins are where lines begin and where full lines end.
func margins(lefts, rights []float32) span {
	slices.Sort(lefts)
	slices.Sort(rights)
	return span{lefts[len(lefts)*2/100], rights[len(rights)*98/100]}
}

// alike reports whether the margins of two places are the same but for a letter.
func alike(a, b span) bool {
	return max(a.x0-b.x0, b.x0-a.x0) < sameMargin && max(a.x1-b.x1, b.x1-a.x1) < sameMargin
}

// indent is how far from the margin a row begins, in half sizes.
func (s *sheet) indent(r *row) int { return int((r.x0-s.margins[r.place()].x0)/r.size*2 + 0.5) }

// short is how far before the margin a row ends.
func (s *sheet) short(r *row) float32 { return s.margins[r.place()].x1 - r.x1 }

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
	slices.Sort(gaps)
	if n, _ := slices.BinarySearch(gaps, singleGap); n > len(gaps)/5 {
		gaps = gaps[:n]
	}
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
		return label().MatchString(b.words)
	}
	return (stops || short > farShort*a.size) && bare().MatchString(b.words)
}
