package align

import "slices"

// A step is a pair of siblings on the way from the first to the last.
type step struct {
	old, new int32
	weight   int64
	kept     bool
}

// step weighs a pair for the choice of those that kept their order: their
// number counts first, then their words, and last a hash of them, so that the
// choice is the same from either side.
func (m *matcher) step(i, j int32) step {
	length := min(int64(m.a.whole(i)+m.b.whole(j)), 1<<19)
	lot := int64((m.a.content[i] + m.b.content[j]) & 0xFFF)
	return step{old: i, new: j, weight: 1<<32 | length<<12 | lot}
}

// heaviest marks the heaviest run of steps in which the old units rise. The
// steps come in the order of the new units. It keeps the best run that ends at
// or below each old unit in a Fenwick tree.
func heaviest(steps []step) {
	olds := make([]int32, len(steps))
	for k, s := range steps {
		olds[k] = s.old
	}
	slices.Sort(olds)
	sums, before := make([]int64, len(steps)), make([]int32, len(steps))
	tree := make([]int32, len(steps)+1) // index of the best step, plus one
	best := int32(-1)
	for k, s := range steps {
		rank, _ := slices.BinarySearch(olds, s.old)
		before[k] = -1
		for r := rank; r > 0; r &= r - 1 {
			if e := tree[r] - 1; e >= 0 && (before[k] < 0 || sums[e] > sums[before[k]]) {
				before[k] = e
			}
		}
		sums[k] = s.weight
		if before[k] >= 0 {
			sums[k] += sums[before[k]]
		}
		for r := rank + 1; r < len(tree); r += r & -r {
			if e := tree[r] - 1; e < 0 || sums[k] > sums[e] {
				tree[r] = int32(k) + 1
			}
		}
		if best < 0 || sums[k] > sums[best] {
			best = int32(k)
		}
	}
	for ; best >= 0; best = before[best] {
		steps[best].kept = true
	}
}
