package history

import (
	"cmp"
	"slices"
	"strings"
)

// A Pair is two parties and on how many proposals they stand together and apart,
// in a session and in the one before.
type Pair struct {
	A              string `json:"a"`
	B              string `json:"b"`
	Together       int    `json:"together"`
	Apart          int    `json:"apart"`
	TogetherBefore int    `json:"together_before"`
	ApartBefore    int    `json:"apart_before"`
}

// Agreement counts for every two parties the open proposals of a session on
// which they stand together or apart, those that stand together most first.
func (h *History) Agreement(session int) []Pair {
	all := map[[2]string]*Pair{}
	for _, at := range [...]int{session - 1, session} {
		for i := 1; i < len(h.Proposals); i++ {
			if p := h.Proposal(i, at); p != nil {
				p.pairs(func(a, b string, together bool) {
					key := [2]string{min(a, b), max(a, b)}
					q := all[key]
					if q == nil {
						q = &Pair{A: key[0], B: key[1]}
						all[key] = q
					}
					q.count(together, at < session)
				})
			}
		}
	}
	list := make([]Pair, 0, len(all))
	for _, p := range all {
		list = append(list, *p)
	}
	slices.SortFunc(list, func(p, q Pair) int {
		return cmp.Or(cmp.Compare(q.Together-q.Apart, p.Together-p.Apart), cmp.Compare(q.Together, p.Together), strings.Compare(p.A, q.A), strings.Compare(p.B, q.B))
	})
	return list
}

func (p *Pair) count(together, before bool) {
	switch {
	case together && before:
		p.TogetherBefore++
	case before:
		p.ApartBefore++
	case together:
		p.Together++
	default:
		p.Apart++
	}
}

// pairs goes through all pairs of parties that take a side.
func (p *ProposalState) pairs(f func(a, b string, together bool)) {
	opposed := slices.Concat(p.Against, p.Retain)
	for _, list := range [][]string{p.Sponsors, opposed} {
		for i, a := range list {
			for _, b := range list[:i] {
				if a != b {
					f(a, b, true)
				}
			}
		}
	}
	for _, a := range p.Sponsors {
		for _, b := range opposed {
			if a != b {
				f(a, b, false)
			}
		}
	}
}
