package align

import (
	"slices"

	"github.com/draftdiff/draftdiff/pkg/align/assign"
	"github.com/draftdiff/draftdiff/pkg/snapshot"
)

// A pool is two lists of units, in order, that may be each other's partners:
// the children of two units that are the same, or all articles.
type poolBuffers struct {
	x, y  []member
	edges []edge
	pairs []assign.Edge
	rival [2][]int32
	own   []bool // whether an edge was chosen
	sim   Rule   // what decides where the words alone do
	n, o  int    // members of the pool, with and without partners
}

// An edge says that two members may be the same unit.
type edge struct {
	x, y  int32 // positions among the members
	score int32 // similarity, in thousandths
	named bool  // both have the same number
	value int64 // what it is worth to the assignment
}

// A member is a unit of a pool that has no partner yet.
type member struct {
	unit int32
	at   int32 // position in the pool
	// The settled pairs before and behind it, by their old unit; -1 at the ends.
	prev, next int32
}

// pool pairs the units of x and y that belong together, and calls the rule
// sim where the words alone have decided. It looks twice: what is settled at
// the first look tells for the second one what stands between the same
// neighbours.
func (m *matcher) pool(x, y []int32, sim Rule) {
	x, y = m.look(x, y, sim)
	if m.unpaired(x, y) {
		m.neighbours()
		m.settle(func(e *edge) bool { return true })
	}
}

// look takes the first look, and returns what is left of the pool between its
// equal ends.
func (m *matcher) look(x, y []int32, sim Rule) ([]int32, []int32) {
	x, y = m.ends(x, y)
	m.majority(x, y)
	p := &m.pools
	p.sim, p.n, p.o = sim, len(x), len(y)
	if m.unpaired(x, y) {
		if len(p.x)*len(p.y) <= densePool {
			m.compareAll()
		} else {
			m.likely()
		}
		m.settle(func(e *edge) bool { return e.score >= alikeLeast || e.named && e.score >= namedFirst })
	}
	return x, y
}

// compareAll adds the edges between all members.
func (m *matcher) compareAll() {
	for k := range m.pools.x {
		w := m.load(m.pools.x[k].unit)
		for l := range m.pools.y {
			m.consider(k, l, w, lastLeast)
		}
	}
	m.unload()
}

// unpaired lists the members of both sides, and reports whether
// both have some.
func (m *matcher) unpaired(x, y []int32) bool {
	p := &m.pools
	p.edges = p.edges[:0]
	p.x = members(p.x[:0], x, m.a.mate, func(i int32) int32 { return i })
	p.y = members(p.y[:0], y, m.b.mate, func(j int32) int32 { return m.b.mate[j] })
	return len(p.x) > 0 && len(p.y) > 0
}

// ends pairs what is equal in words and number from both ends of the pool and
// returns what is left. A pool that did not change ends here.
func (m *matcher) ends(x, y []int32) ([]int32, []int32) {
	equal := func(i, j int32) bool {
		if m.a.mate[i] >= 0 || m.b.mate[j] >= 0 {
			return m.a.mate[i] == j
		}
		return m.a.label[i] == m.b.label[j] && m.a.content[i] == m.b.content[j] && m.a.leaf(i) && m.b.leaf(j)
	}
	take := func(i, j int32) {
		if m.a.mate[i] < 0 {
			m.pair(i, j, RuleIdentifier, 0)
		}
	}
	for len(x) > 0 && len(y) > 0 && equal(x[0], y[0]) {
		take(x[0], y[0])
		x, y = x[1:], y[1:]
	}
	for len(x) > 0 && len(y) > 0 && equal(x[len(x)-1], y[len(y)-1]) {
		take(x[len(x)-1], y[len(y)-1])
		x, y = x[:len(x)-1], y[:len(y)-1]
	}
	return x, y
}

// majority pairs the units that have more than half of the words of each in
// settled pairs below them: nothing else can have as much in common with either.
func (m *matcher) majority(x, y []int32) {
	if len(y) == 0 {
		return
	}
	parent := m.b.parent[y[0]]
	for _, i := range x {
		if m.a.mate[i] >= 0 || m.a.leaf(i) {
			continue
		}
		for _, v := range m.votes.of(i) {
			if m.b.mate[v.j] < 0 && 2*v.words > m.a.whole(i) && 2*v.words > m.b.whole(v.j) &&
				(through(m.a.units[i].Kind) || m.b.parent[v.j] == parent) {
				m.pair(i, v.j, RuleContent, 0)
				break
			}
		}
	}
}

// members lists the units without a partner. What stands for a settled pair is
// its old unit, in both lists.
func members(dst []member, list, mate []int32, old func(int32) int32) []member {
	prev := int32(-1)
	for at, u := range list {
		if mate[u] >= 0 {
			prev = old(u)
			continue
		}
		dst = append(dst, member{unit: u, at: int32(at), prev: prev, next: -1})
	}
	next, k := int32(-1), len(dst)
	for at := len(list) - 1; at >= 0; at-- {
		if u := list[at]; mate[u] >= 0 {
			next = old(u)
		} else {
			k--
			dst[k].next = next
		}
	}
	return dst
}

// consider adds the edge between two members of a pool if they may be the same:
// with the same number, or with at least so much in common. The old one is loaded.
func (m *matcher) consider(k, l int, w whole, least int32) {
	p := &m.pools
	x, y := &p.x[k], &p.y[l]
	if m.a.units[x.unit].Kind != m.b.units[y.unit].Kind && (m.a.cover(x.unit) || m.b.cover(y.unit)) {
		return // what is in the option may be the other one
	}
	e := edge{x: int32(k), y: int32(l), score: m.similarity(x.unit, y.unit, w), named: m.named(x.unit, y.unit)}
	if e.score < namedLeast || !e.named && e.score < least {
		return
	}
	e.value = m.value(x, y, &e)
	p.edges = append(p.edges, e)
}

// named reports whether two units bear the same number. Units without one are
// told apart by their place; but a unit has one heading.
func (m *matcher) named(i, j int32) bool {
	return m.a.label[i] == m.b.label[j] && (m.a.units[i].Label != "" || m.a.units[i].Kind == snapshot.KindHeading)
}

// value is what an edge is worth to an assignment. Likeness counts by its
// square, so that one good pair beats two poor ones; the distance of the two
// places counts by its square too, so that of two pairs in question those win
// that do not cross; the sum of the places decides last.
func (m *matcher) value(x, y *member, e *edge) int64 {
	score, n, o := int64(e.score), m.pools.n, m.pools.o
	v := score * score / 1000
	if e.named {
		v += labelBonus * score / 1000
	}
	if m.a.units[x.unit].Kind == m.b.units[y.unit].Kind {
		v += kindBonus
	}
	if x.prev == y.prev {
		v += gapBonus / 2
	}
	if x.next == y.next {
		v += gapBonus / 2
	}
	d := int64(2*x.at+1)*int64(o) - int64(2*y.at+1)*int64(n)
	far := max(d, -d) << 15 / (int64(n) * int64(o)) // below 1<<16
	return (v+placeBonus)<<20 - placeBonus*(far*far>>12) - int64(x.at) - int64(y.at)
}

// settle pairs the members of the pool along the best assignment of its edges,
// where the edge is enough.
func (m *matcher) settle(enough func(*edge) bool) {
	p := &m.pools
	p.pairs = p.pairs[:0]
	for k, e := range p.edges {
		p.pairs = append(p.pairs, assign.Edge{X: e.x, Y: e.y, Value: e.value, Index: int32(k)})
	}
	chosen := m.solver.Choose(p.pairs, len(p.x), len(p.y))
	// The runner-up of a pair is the best edge of either unit besides its own.
	p.rival[0], p.rival[1] = reset(p.rival[0], len(p.x)), reset(p.rival[1], len(p.y))
	own := reset(p.own, len(p.edges))
	for _, c := range chosen {
		own[c.Index] = true
	}
	for k, e := range p.edges {
		if !own[k] {
			p.rival[0][e.x] = max(p.rival[0][e.x], e.score)
			p.rival[1][e.y] = max(p.rival[1][e.y], e.score)
		}
	}
	for _, c := range chosen {
		e := &p.edges[c.Index]
		if !enough(e) {
			continue
		}
		rule := p.sim
		if e.named {
			rule = RuleIdentifier
		} else if e.score < alikeLeast {
			rule = RuleNeighbours
		}
		m.pair(p.x[e.x].unit, p.y[e.y].unit, rule, max(p.rival[0][e.x], p.rival[1][e.y]))
	}
	p.own = own
}

func reset[T any](s []T, n int) []T {
	s = slices.Grow(s[:0], n)[:n]
	clear(s)
	return s
}
