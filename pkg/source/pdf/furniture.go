package pdf

import (
	"strings"

	"github.com/draftdiff/draftdiff/internal/lazyre"
)

// Where furniture stands, and how often.
const (
	edge     = 0.13 // of the height of the page
	edgeGap  = 1.8  // in sizes of the font: cuts it off from the text
	edgeRows = 2    // lines at most
	recurs   = 3    // pages on which it stands at least
)

// symbols are what furniture looks like wherever it stands: the symbol of a UN
// document, a page number with or without their sum, the number of a print job.
var symbols = lazyre.New(`^(?:[AESTC]/[A-Z0-9][A-Za-z0-9./()-]*(?: \([^)]*\))?|(?:Page |page |[-–] ?)?\d{1,4}(?: ?[-–])?(?: ?(?:/|of) ?\d{1,4})?|[A-Z]{1,3}\.\d\d-\d{4,6}(?: \([A-Z]\))?.{0,12}|\*?\d{7,8}\*?)$`)

// digits are masked, so that page numbers recur.
var digits = lazyre.New(`\d+`)

// furniture finds the lines at the edges of the pages that are no text: for each
// page the number of lines at the top and at the bottom.
func furniture(pages [][]line, heights []float32) (top, bottom []int) {
	seen := map[string]int{}
	cluster := make([][2]int, len(pages))
	for i, ls := range pages {
		cluster[i] = [2]int{edgeCluster(ls, heights[i], true), edgeCluster(ls, heights[i], false)}
		once := map[string]bool{}
		for k := range cluster[i] {
			for n := range cluster[i][k] {
				once[masked(edgeLine(ls, n, k == 0))] = true
			}
		}
		for s := range once {
			seen[s]++
		}
	}
	top, bottom = make([]int, len(pages)), make([]int, len(pages))
	for i, ls := range pages {
		for k, out := range []*int{&top[i], &bottom[i]} {
			all := true
			for n := range cluster[i][k] {
				l := edgeLine(ls, n, k == 0)
				all = all && (seen[masked(l)] >= recurs || isSymbol(l))
			}
			if all {
				*out = cluster[i][k]
			}
		}
	}
	return top, bottom
}

// edgeLine is the n-th line from the top or the bottom.
func edgeLine(ls []line, n int, top bool) *line {
	if top {
		return &ls[n]
	}
	return &ls[len(ls)-1-n]
}

// edgeCluster is how many lines stand together at an edge, cut off from the
// others by a gap; 0 if there is no gap.
func edgeCluster(ls []line, height float32, top bool) int {
	for n := 0; n < edgeRows && n < len(ls); n++ {
		l := edgeLine(ls, n, top)
		if top && l.y < height*(1-edge) || !top && l.y > height*edge {
			return 0
		}
		if n+1 == len(ls) {
			return n + 1
		}
		next := edgeLine(ls, n+1, top)
		gap := next.y - l.y
		if top {
			gap = -gap
		}
		if gap > edgeGap*max(l.size, next.size) || isSymbols(l) {
			return n + 1
		}
	}
	return 0
}

// masked is the words of a line as they recur: with other numbers, except where
// the number is that of a unit, which may begin any page.
func masked(l *line) string {
	s, _ := l.text()
	if label().MatchString(s) {
		return s
	}
	return digits().ReplaceAllString(s, "0")
}

// isSymbol reports whether a line is what furniture looks like.
func isSymbol(l *line) bool {
	s, _ := l.text()
	return symbols().MatchString(s) || isSymbols(l)
}

// isSymbols reports whether a line is made of several things that furniture looks
// like: "V.23-07132      1/26". No text does, however close it stands.
func isSymbols(l *line) bool {
	s, _ := l.text()
	parts := strings.Fields(s)
	for _, p := range parts {
		if !symbols().MatchString(p) {
			return false
		}
	}
	return len(parts) == 2 || len(parts) == 3
}
