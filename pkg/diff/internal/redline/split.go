package redline

// occurrence is where a word stands in both sides, while it does so once.
type occurrence struct {
	a, b   int32 // position plus one
	na, nb int32
}

// split cuts two long sides at the words that occur once in each, in the
// longest run of them that has the same order, and compares what lies between.
// Without such a word the one side replaces the other.
func (d *Differ) split(a, b []uint32, i, j int) {
	at := d.anchors(a, b)
	if len(at) == 0 {
		d.hunks = append(d.hunks, Hunk{i, i + len(a), j, j + len(b)})
		return
	}
	p, q := 0, 0
	for _, o := range at {
		x, y := int(o.a)-1, int(o.b)-1
		d.chunk(a[p:x], b[q:y], i+p, j+q)
		p, q = x+1, y+1
	}
	d.chunk(a[p:], b[q:], i+p, j+q)
}

// anchors returns the longest run of words that occur once in a and once in b
// and come in the same order in both.
func (d *Differ) anchors(a, b []uint32) []occurrence {
	seen := make(map[uint32]occurrence, len(a))
	for i, w := range a {
		o := seen[w]
		o.a, o.na = int32(i+1), o.na+1
		seen[w] = o
	}
	for i, w := range b {
		if o, ok := seen[w]; ok {
			o.b, o.nb = int32(i+1), o.nb+1
			seen[w] = o
		}
	}
	var (
		list []occurrence
		tail []int // tail[k] ends the best run of length k+1
		prev []int
	)
	for _, w := range a {
		o := seen[w]
		if o.na != 1 || o.nb != 1 {
			continue
		}
		lo, hi := 0, len(tail)
		for lo < hi {
			if m := (lo + hi) / 2; list[tail[m]].b < o.b {
				lo = m + 1
			} else {
				hi = m
			}
		}
		before := -1
		if lo > 0 {
			before = tail[lo-1]
		}
		tail = append(tail[:lo], append([]int{len(list)}, tail[min(lo+1, len(tail)):]...)...)
		list, prev = append(list, o), append(prev, before)
	}
	if len(tail) == 0 {
		return nil
	}
	run := make([]occurrence, len(tail))
	for k, i := len(tail)-1, tail[len(tail)-1]; k >= 0; k, i = k-1, prev[i] {
		run[k] = list[i]
	}
	return run
}
