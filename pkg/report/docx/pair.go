package docx

import (
	"strings"

	"github.com/draftdiff/draftdiff/pkg/source"
)

// Where paragraphs are held to be one that was reworded.
const (
	alike     = 0.5       // share of their words
	largeGap  = 4_000_000 // pairs of paragraphs to compare at most
	leastMove = 20        // bytes of a paragraph that is looked for elsewhere
)

// A pair is a paragraph of the old text and one of the new; -1 for none.
type pair struct{ old, new int }

// pairs pairs the paragraphs of two texts in their order: equal ones first, then
// between them those that share most words.
func pairs(old, new []source.Block) []pair {
	var out []pair
	i, j := 0, 0
	for _, anchor := range append(equal(old, new), pair{len(old), len(new)}) {
		out = append(out, between(old[i:anchor.old], new[j:anchor.new], i, j)...)
		if anchor.old < len(old) {
			out = append(out, anchor)
		}
		i, j = anchor.old+1, anchor.new+1
	}
	return out
}

// equal pairs paragraphs of the same Words: as many as keep their order.
func equal(old, new []source.Block) []pair {
	return inOrder(len(old), len(new), func(i, j int) float64 {
		if old[i].Text == new[j].Text {
			return 1
		}
		return 0
	})
}

// between pairs the paragraphs of a gap.
func between(old, new []source.Block, i, j int) []pair {
	bags := make([]map[string]int, len(new))
	for k := range new {
		bags[k] = bag(new[k].Text)
	}
	olds := make([]map[string]int, len(old))
	for k := range old {
		olds[k] = bag(old[k].Text)
	}
	found := inOrder(len(old), len(new), func(a, b int) float64 {
		if s := shared(olds[a], bags[b]); s >= alike {
			return s
		}
		return 0
	})
	var out []pair
	a, b := 0, 0
	for _, p := range append(found, pair{len(old), len(new)}) {
		for ; a < p.old; a++ {
			out = append(out, pair{i + a, -1})
		}
		for ; b < p.new; b++ {
			out = append(out, pair{-1, j + b})
		}
		if p.old < len(old) {
			out = append(out, pair{i + a, j + b})
			a, b = a+1, b+1
		}
	}
	return out
}

// inOrder finds the pairs of the largest sum of scores that do not cross. Of two
// texts that are too long for that it takes the pairs at both ends only.
func inOrder(n, m int, score func(i, j int) float64) []pair {
	var head, tail []pair
	lo := 0
	for lo < n && lo < m && score(lo, lo) == 1 {
		head = append(head, pair{lo, lo})
		lo++
	}
	for n > lo && m > lo && score(n-1, m-1) == 1 {
		n, m = n-1, m-1
		tail = append([]pair{{n, m}}, tail...)
	}
	rows, cols := n-lo, m-lo
	if rows == 0 || cols == 0 || rows*cols > largeGap {
		return append(head, tail...)
	}
	best := make([]float64, (rows+1)*(cols+1))
	scores := make([]float64, rows*cols)
	at := func(i, j int) int { return i*(cols+1) + j }
	for i := rows - 1; i >= 0; i-- {
		for j := cols - 1; j >= 0; j-- {
			s := score(lo+i, lo+j)
			scores[i*cols+j] = s
			best[at(i, j)] = max(best[at(i+1, j)], best[at(i, j+1)])
			if s > 0 {
				best[at(i, j)] = max(best[at(i, j)], s+best[at(i+1, j+1)])
			}
		}
	}
	for i, j := 0, 0; i < rows && j < cols; {
		switch s := scores[i*cols+j]; {
		case s > 0 && best[at(i, j)] == s+best[at(i+1, j+1)]:
			head = append(head, pair{lo + i, lo + j})
			i, j = i+1, j+1
		case best[at(i, j)] == best[at(i+1, j)]:
			i++
		default:
			j++
		}
	}
	return append(head, tail...)
}

// bag counts the words of a paragraph.
func bag(s string) map[string]int {
	b := map[string]int{}
	for w := range strings.FieldsSeq(s) {
		b[w]++
	}
	return b
}

// shared is the share of words that two paragraphs have in common.
func shared(a, b map[string]int) float64 {
	n, common := 0, 0
	for w, k := range a {
		n += k
		common += min(k, b[w])
	}
	for _, k := range b {
		n += k
	}
	if n == 0 {
		return 0
	}
	return 2 * float64(common) / float64(n)
}
