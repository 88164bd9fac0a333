package align

import "slices"

// A division is a unit of one text whose words are in several units of the
// other: its partner, and the siblings next to it or the units under it.
type division struct {
	whole int32   // in the one text
	parts []int32 // in the other, in order; its partner is one of them
}

// divide finds the units of one whose words went into several units of many:
// with the old text as one these are splits, with the new one merges. side is
// the place of one among the matcher's trees.
func (m *matcher) divide(one, many *tree, side int) []division {
	var found []division
	for j := range many.units {
		i := many.mate[j]
		if i < 0 || m.classes.of[side][i] == m.classes.of[1-side][j] || !one.leaf(i) {
			continue
		}
		// A unit that begins a list has the units of the list behind it.
		list := many.children.of(many.parent[j])
		if !many.leaf(int32(j)) {
			list = slices.Insert(slices.Clone(many.children.of(int32(j))), 0, int32(j))
		}
		if parts := m.parts(many, side, i, int32(j), list); parts != nil {
			found = append(found, division{i, parts})
		}
	}
	return found
}

// parts returns j and the free units next to it in a list that took words of i,
// or nil.
func (m *matcher) parts(many *tree, side int, i, j int32, list []int32) []int32 {
	at := slices.Index(list, j)
	free := func(k int) bool {
		if k < 0 || k >= len(list) {
			return false
		}
		u := list[k]
		return many.mate[u] < 0 && many.leaf(u) && many.size[u] >= splitWords
	}
	if !free(at-1) && !free(at+1) {
		return nil
	}
	whole := m.bag(side, i)
	left := make(map[uint32]int32, len(whole.list))
	for _, e := range whole.list {
		left[e.id] = e.n
	}
	taken := m.take(left, m.ownBag(1-side, j).list)
	from, to := at, at+1
	grab := func(k int) bool {
		if !free(k) {
			return false
		}
		w := m.bag(1-side, list[k])
		trial := make(map[uint32]int32, len(left))
		for id, n := range left {
			trial[id] = n
		}
		got := m.take(trial, w.list)
		if 1000*got < containedLeast*w.total {
			return false
		}
		left, taken = trial, taken+got
		return true
	}
	for grab(from - 1) {
		from--
	}
	for grab(to) {
		to++
	}
	if to-from == 1 || 1000*taken < splitLeast*whole.total {
		return nil
	}
	return list[from:to]
}

// take takes the words of list out of left and returns the weight of what was
// there to take.
func (m *matcher) take(left map[uint32]int32, list []entry) int64 {
	var sum int64
	for _, e := range list {
		n := min(e.n, left[e.id])
		left[e.id] -= n
		sum += int64(m.weight[e.id]) * int64(n)
	}
	return sum
}
