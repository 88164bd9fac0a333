package align

import (
	"cmp"
	"slices"

	"github.com/draftdiff/draftdiff/internal/both"
)

// likely adds the edges of a pool that is too large to compare every two
// members: of those with the same number, with sub-units or words in common
// that settle it, with the same content, or with rare words in common.
func (m *matcher) likely() {
	p := &m.pools
	var list []candidate
	at := make(map[int32]int32, len(p.y)) // of a unit among the members
	for l, y := range p.y {
		at[y.unit] = int32(l)
	}
	for k, x := range p.x {
		for _, v := range m.votes.of(x.unit) {
			if l, ok := at[v.j]; ok {
				list = append(list, candidate{int32(k), l})
			}
		}
	}
	list = join(list, p.x, p.y, func(u int32) uint64 { return m.a.label[u] }, func(u int32) uint64 { return m.b.label[u] })
	list = join(list, p.x, p.y, func(u int32) uint64 { return m.a.content[u] }, func(u int32) uint64 { return m.b.content[u] })
	list = append(list, m.rare(p.x, p.y)...)
	slices.SortFunc(list, candidate.compare)
	list = slices.Compact(list)
	for c := 0; c < len(list); {
		k := list[c].k
		w := m.load(p.x[k].unit)
		for ; c < len(list) && list[c].k == k; c++ {
			m.consider(int(k), int(list[c].l), w, lastLeast)
		}
	}
	m.unload()
}

// A candidate is two members worth a comparison, by position.
type candidate struct{ k, l int32 }

func (c candidate) compare(d candidate) int {
	if c.k != d.k {
		return int(c.k) - int(d.k)
	}
	return int(c.l) - int(d.l)
}

// keyed is a member under a key to be looked up by.
type keyed struct {
	key uint64
	at  int32
}

func (x keyed) compare(y keyed) int {
	switch {
	case x.key < y.key:
		return -1
	case x.key > y.key:
		return 1
	}
	return int(x.at) - int(y.at)
}

// join adds the members that have the same key, unless the key is nobody's in
// particular.
func join(list []candidate, x, y []member, keyX, keyY func(unit int32) uint64) []candidate {
	index := func(list []member, key func(int32) uint64) []keyed {
		var out []keyed
		for at, m := range list {
			if h := key(m.unit); h != 0 {
				out = append(out, keyed{h, int32(at)})
			}
		}
		return out
	}
	return meet(list, index(x, keyX), index(y, keyY))
}

// meet adds the candidates that two indexes have in common.
func meet(list []candidate, x, y []keyed) []candidate {
	sorted := func(list []keyed) []keyed {
		slices.SortFunc(list, keyed.compare)
		return slices.Compact(list)
	}
	both.Run(func() { x = sorted(x) }, func() { y = sorted(y) })
	for i, j := 0, 0; i < len(x) && j < len(y); {
		switch c := cmp.Compare(x[i].key, y[j].key); {
		case c < 0:
			i++
		case c > 0:
			j++
		default:
			endX, endY := i, j
			for endX < len(x) && x[endX].key == x[i].key {
				endX++
			}
			for endY < len(y) && y[endY].key == y[j].key {
				endY++
			}
			if (endX-i)*(endY-j) <= rareUnits {
				for _, p := range x[i:endX] {
					for _, q := range y[j:endY] {
						list = append(list, candidate{p.at, q.at})
					}
				}
			}
			i, j = endX, endY
		}
	}
	return list
}

// rare returns the members that have at least two rare pairs of neighbouring
// words in common.
func (m *matcher) rare(x, y []member) []candidate {
	list := meet(nil, m.index(0, x), m.index(1, y))
	slices.SortFunc(list, candidate.compare)
	n := 0
	for i := 0; i < len(list); {
		end := i + 1
		for end < len(list) && list[end] == list[i] {
			end++
		}
		if end-i >= 2 {
			list[n] = list[i]
			n++
		}
		i = end
	}
	return list[:n]
}

// index lists the pairs of neighbouring words of each member and all below it.
func (m *matcher) index(side int, list []member) []keyed {
	t, g := [2]*tree{m.a, m.b}[side], &m.bags[side]
	out := make([]keyed, 0, len(g.text))
	for at, x := range list {
		for u := x.unit; u < t.end[x.unit]; u++ {
			if t.mate[u] >= 0 {
				continue
			}
			ids := g.text[g.at[u]:g.at[u+1]]
			for k := 1; k < len(ids); k++ {
				out = append(out, keyed{uint64(ids[k-1])<<32 | uint64(ids[k]), int32(at)})
			}
		}
	}
	return out
}
