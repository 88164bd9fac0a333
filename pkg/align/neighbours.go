package align

import (
	"cmp"
	"slices"
)

// neighbours adds the edges of the second look: between units with the same
// number, and between those that stand between the same two pairs.
func (m *matcher) neighbours() {
	p := &m.pools
	gap := func(e, f *member) int { return cmp.Or(cmp.Compare(e.prev, f.prev), cmp.Compare(e.next, f.next)) }
	byGap := make([]int32, len(p.y))
	for l := range byGap {
		byGap[l] = int32(l)
	}
	slices.SortFunc(byGap, func(l, o int32) int { return cmp.Or(gap(&p.y[l], &p.y[o]), cmp.Compare(l, o)) })
	byLabel := make([]keyed, len(p.y))
	for l := range p.y {
		byLabel[l] = keyed{m.b.label[p.y[l].unit], int32(l)}
	}
	slices.SortFunc(byLabel, keyed.compare)
	for k := range p.x {
		x := &p.x[k]
		w := m.load(x.unit)
		at, _ := slices.BinarySearchFunc(byGap, x, func(l int32, x *member) int { return gap(&p.y[l], x) })
		end := at
		for end < len(byGap) && end < at+gapMost && gap(&p.y[byGap[end]], x) == 0 {
			end++
		}
		least := int32(lastLeast)
		if end == at+1 && (k == 0 || gap(&p.x[k-1], x) != 0) && (k+1 == len(p.x) || gap(&p.x[k+1], x) != 0) {
			least = aloneLeast
		}
		for ; at < end; at++ {
			m.consider(k, int(byGap[at]), w, least)
		}
		label := m.a.label[x.unit]
		at, _ = slices.BinarySearchFunc(byLabel, label, func(e keyed, label uint64) int { return cmp.Compare(e.key, label) })
		for n := 0; at < len(byLabel) && n < gapMost && byLabel[at].key == label; at, n = at+1, n+1 {
			if y := &p.y[byLabel[at].at]; gap(x, y) != 0 && m.named(x.unit, y.unit) {
				m.consider(k, int(byLabel[at].at), w, lastLeast)
			}
		}
	}
	m.unload()
}
