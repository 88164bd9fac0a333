package align

import (
	"slices"

	"github.com/draftdiff/draftdiff/internal/hash64"
	"github.com/draftdiff/draftdiff/pkg/snapshot"
)

// A tree is a snapshot as the passes see it: flat slices, one entry a unit.
type tree struct {
	snapshot *snapshot.Snapshot
	units    []snapshot.Unit
	parent   []int32  // -1 at the top
	end      []int32  // the units of i and below are [i, end[i])
	label    []uint64 // of kind and number: equal when the units are cited alike
	content  []uint64 // of heading and text, byte by byte; 0 when both are empty
	size     []int32  // words of heading and text, estimated from their length
	before   []int32  // sum of the sizes of all units before i; one more entry than units
	mate     []int32  // the unit of the other tree, or -1
	rule     []Rule
	rival    []int32 // score of the best partner besides the mate
	children children
	byID     map[string]int // see named
}

// children lists the units under each parent without a slice for each.
type children struct {
	list  []int32
	start []int32 // of parent p at p+1, of the top at 0; two more entries than units
}

func (c *children) of(parent int32) []int32 {
	return c.list[c.start[parent+1]:c.start[parent+2]]
}

func newTree(s *snapshot.Snapshot) *tree {
	n := len(s.Units)
	ints := make([]int32, 6*n+1+n+2)
	take := func(n int) []int32 {
		part := ints[:n:n]
		ints = ints[n:]
		return part
	}
	hashes := make([]uint64, 2*n)
	t := &tree{
		snapshot: s, units: s.Units, parent: s.Parents(), end: take(n), size: take(n), before: take(n + 1), mate: take(n), rival: take(n),
		label: hashes[:n:n], content: hashes[n:], rule: make([]Rule, n),
		children: children{list: take(n), start: take(n + 2)},
	}
	t.link()
	for i := range t.units {
		u := &t.units[i]
		t.mate[i] = -1
		t.label[i] = hashLabel(u.Label) ^ uint64(u.Kind)<<56
		if u.Text != "" || u.Heading != "" {
			t.content[i] = hash64.Text(hash64.Text(hash64.Seed, u.Heading), u.Text) | 1
		}
		t.size[i] = int32(len(u.Text)/6 + len(u.Heading)/6)
		if t.content[i] != 0 {
			t.size[i]++
		}
		t.before[i+1] = t.before[i] + t.size[i]
	}
	return t
}

// link finds the ends of the subtrees and the children. Where the text puts
// another unit between a unit and the rest of its sub-units, as it does with an
// alternative to a chapeau, the subtree takes that unit in.
func (t *tree) link() {
	for i, p := range t.parent {
		t.end[i] = int32(i) + 1
		for q := p; q >= 0; q = t.parent[q] {
			t.end[q] = int32(i) + 1
		}
		t.children.start[p+2]++
	}
	start := t.children.start
	for i := 1; i < len(start); i++ {
		start[i] += start[i-1]
	}
	next := append([]int32(nil), start...)
	for i, p := range t.parent {
		t.children.list[next[p+1]] = int32(i)
		next[p+1]++
	}
}

// whole is the number of words of unit i and all below it.
func (t *tree) whole(i int32) int32 { return t.before[t.end[i]] - t.before[i] }

// leaf reports whether nothing is below i.
func (t *tree) leaf(i int32) bool { return t.end[i] == i+1 }

// groups reports whether units of the kind only group others: they come and go,
// an option when it is chosen, without what is in them having moved.
func groups(k snapshot.UnitKind) bool {
	return k == snapshot.KindChapter || k == snapshot.KindCluster || k == snapshot.KindOption
}

// title returns the heading of unit u if it is a unit of its own, or -1.
func (t *tree) title(u int32) int32 {
	if h := u + 1; int(h) < len(t.units) && t.parent[h] == u && t.units[h].Kind == snapshot.KindHeading {
		return h
	}
	return -1
}

// cover reports whether u is an option that only holds other units, with or
// without a word on them.
func (t *tree) cover(u int32) bool {
	if t.units[u].Kind != snapshot.KindOption {
		return false
	}
	list := t.children.of(u)
	return t.units[u].Text == "" || len(list) > 0 && t.units[list[0]].Kind == snapshot.KindParagraph
}

// opened returns the units of list with those of the covers among them that have
// no partner, and whether there are any.
func (t *tree) opened(list []int32) ([]int32, bool) {
	open := func(u int32) bool { return t.mate[u] < 0 && t.cover(u) }
	if !slices.ContainsFunc(list, open) {
		return list, false
	}
	var all []int32
	for _, u := range list {
		all = append(all, u)
		if open(u) {
			all = append(all, t.children.of(u)...)
		}
	}
	return all, true
}

// through reports whether units of the kind number through the whole text, so
// that their parent says nothing about which one they are.
func through(k snapshot.UnitKind) bool {
	return k == snapshot.KindArticle || k == snapshot.KindChapter || k == snapshot.KindCluster || k == snapshot.KindPreamble
}
