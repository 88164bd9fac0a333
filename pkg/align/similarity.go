package align

import "math"

// bags are the words of the units of one tree that the exact pass has left.
type bags struct {
	list    []entry
	start   []int32         // of each unit, and the end of the last
	settled []int32         // sum of the sizes of the settled units before each
	text    []uint32        // the words of the texts of the units, in order
	at      []int32         // in text, of each unit, and the end of the last
	whole   map[int32]whole // of units with sub-units, once they are needed
}

// An entry is a word and how often it stands in a unit.
type entry struct {
	id uint32
	n  int32
}

// whole is a unit with all below it.
type whole struct {
	list  []entry
	total int64
}

// weigh interns the words of the units that are left and gives each word its
// weight: 8 when it is in every unit, 8 more each time it is half as frequent.
func (m *matcher) weigh() {
	var (
		ids  []uint32
		at   []int32 // by word: where the unit at hand has it in its list, plus one
		freq []int32
		left int
	)
	for side, t := range [2]*tree{m.a, m.b} {
		g := &m.bags[side]
		n := len(t.units) + 1
		g.start, g.settled, g.at = make([]int32, n), make([]int32, n), make([]int32, n)
		g.whole = map[int32]whole{}
		for i := range t.units {
			g.settled[i+1] = g.settled[i]
			if t.mate[i] >= 0 {
				g.settled[i+1] += t.size[i]
				g.start[i+1], g.at[i+1] = int32(len(g.list)), int32(len(g.text))
				continue
			}
			left++
			ids = m.lexicon.IDs(ids[:0], t.units[i].Heading)
			heading := len(ids)
			ids = m.lexicon.IDs(ids, t.units[i].Text)
			g.text = append(g.text, ids[heading:]...)
			g.at[i+1] = int32(len(g.text))
			if n := m.lexicon.Len(); n > len(at) {
				at = append(at, make([]int32, n-len(at)+n/2)...)
				freq = append(freq, make([]int32, len(at)-len(freq))...)
			}
			begin := int32(len(g.list))
			for k, id := range ids {
				many := int32(1)
				if k < heading {
					many = headingMany
				}
				if at[id] > begin {
					g.list[at[id]-1].n += many
					continue
				}
				g.list = append(g.list, entry{id, many})
				at[id] = int32(len(g.list))
				freq[id]++
			}
			g.start[i+1] = int32(len(g.list))
		}
		clear(at)
	}
	n := m.lexicon.Len()
	m.weight, m.count, m.seen = make([]int32, n), make([]int32, n), make([]int32, n)
	for id := range m.weight {
		m.weight[id] = 8 + int32(math.Round(8*math.Log2(float64(left)/float64(freq[id]))))
	}
	m.mean = 24
}

// bag returns the words of unit i and all below it, with their weight in sum.
func (m *matcher) bag(side int, i int32) whole {
	g, t := &m.bags[side], m.a
	if side == 1 {
		t = m.b
	}
	own := g.list[g.start[i]:g.start[i+1]]
	if !t.leaf(i) {
		if w, ok := g.whole[i]; ok {
			return w
		}
		own = m.gather(g.list[g.start[i]:g.start[t.end[i]]])
	}
	w := whole{list: own}
	for _, e := range own {
		w.total += int64(m.weight[e.id]) * int64(e.n)
	}
	w.total += m.mean * int64(g.settled[t.end[i]]-g.settled[i])
	if !t.leaf(i) {
		g.whole[i] = w
	}
	return w
}

// gather adds up the words of several units.
func (m *matcher) gather(list []entry) []entry {
	var sum []entry
	for _, e := range list {
		if at := m.seen[e.id]; at > 0 {
			sum[at-1].n += e.n
			continue
		}
		sum = append(sum, e)
		m.seen[e.id] = int32(len(sum))
	}
	for _, e := range sum {
		m.seen[e.id] = 0
	}
	return sum
}

// load makes i the old unit of the following comparisons.
func (m *matcher) load(i int32) whole {
	for _, e := range m.loaded {
		m.count[e.id] = 0
	}
	w := m.bag(0, i)
	m.loaded = w.list
	for _, e := range w.list {
		m.count[e.id] = e.n
	}
	return w
}

// unload ends the comparisons.
func (m *matcher) unload() {
	for _, e := range m.loaded {
		m.count[e.id] = 0
	}
	m.loaded = nil
}

// similarity is what old unit i, which is loaded as w, and new unit j have in
// common, in thousandths.
func (m *matcher) similarity(i, j int32, w whole) int32 {
	if m.a.leaf(i) && m.b.leaf(j) && m.classes.equal(i, j) {
		return 1000
	}
	v := m.bag(1, j)
	if w.total+v.total == 0 {
		return alikeLeast // neither has words; their number and place must tell
	}
	shared := m.shared(v.list)
	if !m.a.leaf(i) && !m.b.leaf(j) {
		shared += m.mean * int64(m.votes.between(i, j))
	}
	s := int32(min(1000, 2000*shared/(w.total+v.total)))
	if m.a.leaf(i) != m.b.leaf(j) && !through(m.a.units[i].Kind) && !through(m.b.units[j].Kind) {
		s = max(s, m.own(i, j)) // a list came or went
	}
	return s
}

// own is what old unit i and new unit j have in common without what is below
// them, in thousandths; 0 if neither has words of its own.
func (m *matcher) own(i, j int32) int32 {
	a, b := m.ownBag(0, i), m.ownBag(1, j)
	if a.total+b.total == 0 {
		return 0
	}
	for _, e := range a.list {
		m.seen[e.id] = e.n
	}
	var shared int64
	for _, e := range b.list {
		shared += int64(m.weight[e.id]) * int64(min(e.n, m.seen[e.id]))
	}
	for _, e := range a.list {
		m.seen[e.id] = 0
	}
	return int32(2000 * shared / (a.total + b.total))
}

// shared is the weight of the words of list that the loaded unit has too.
func (m *matcher) shared(list []entry) int64 {
	var sum int64
	for _, e := range list {
		if n := m.count[e.id]; n != 0 {
			sum += int64(m.weight[e.id]) * int64(min(n, e.n))
		}
	}
	return sum
}
