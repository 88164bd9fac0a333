package align

// moves pairs units that stand under different parents, and reports whether it
// found any. Only what is clearly ahead of every other partner counts.
func (m *matcher) moves() bool {
	x, y := m.homeless(m.a), m.homeless(m.b)
	list := m.rare(x, y)
	scores := make([]int32, len(list))
	best, next := [2][]int32{make([]int32, len(x)), make([]int32, len(y))}, [2][]int32{make([]int32, len(x)), make([]int32, len(y))}
	for c := 0; c < len(list); {
		k := list[c].k
		w := m.load(x[k].unit)
		for ; c < len(list) && list[c].k == k; c++ {
			i, j := x[k].unit, y[list[c].l].unit
			if m.a.units[i].Kind != m.b.units[j].Kind && !(m.a.leaf(i) && m.b.leaf(j)) {
				continue // a paragraph and its only sub-paragraph have nearly the same words
			}
			s := m.similarity(i, j, w)
			scores[c] = s
			for side, at := range [2]int32{k, list[c].l} {
				if s > best[side][at] {
					best[side][at], next[side][at] = s, best[side][at]
				} else {
					next[side][at] = max(next[side][at], s)
				}
			}
		}
	}
	m.unload()
	found := false
	for c, d := range list {
		s, rival := scores[c], max(next[0][d.k], next[1][d.l])
		if s >= movedLeast && s == best[0][d.k] && s == best[1][d.l] && s >= rival+movedAhead {
			m.pair(x[d.k].unit, y[d.l].unit, RuleMove, rival)
			found = true
		}
	}
	return found
}

// homeless lists the units without a partner that are long enough to be known
// again elsewhere. Articles and groups are not among them: their pool was the
// whole text.
func (m *matcher) homeless(t *tree) []member {
	var list []member
	for i := range t.units {
		if t.mate[i] < 0 && t.whole(int32(i)) >= movedWords && !through(t.units[i].Kind) {
			list = append(list, member{unit: int32(i)})
		}
	}
	return list
}
