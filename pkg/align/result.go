package align

import (
	"slices"

	"github.com/draftdiff/draftdiff/pkg/align/words"
	"github.com/draftdiff/draftdiff/pkg/snapshot"
)

// alignment writes down what the passes have found.
func (m *matcher) alignment(old, new *snapshot.Snapshot) *Alignment {
	al := &Alignment{
		Old: old, New: new,
		OfOld: make([]int32, len(m.a.units)), OfNew: make([]int32, len(m.b.units)),
		Pairs: make([]Pair, 0, max(len(m.a.units), len(m.b.units))+len(m.a.units)/4),
	}
	for i := range al.OfOld {
		al.OfOld[i] = -1
	}
	moved := m.displaced()
	// Units that have no pair of their own: parts of a division stand in the
	// pair of the part that the passes had found.
	partsOf := map[int32]*division{} // by the new unit that leads
	hidden := [2]map[int32]bool{{}, {}}
	for k := range m.splits {
		d := &m.splits[k]
		partsOf[m.a.mate[d.whole]] = d
		hide(hidden[1], d.parts, m.a.mate[d.whole])
	}
	mergedOf := map[int32]*division{}
	for k := range m.merges {
		d := &m.merges[k]
		mergedOf[d.whole] = d
		hide(hidden[0], d.parts, m.b.mate[d.whole])
	}
	ints := make([]int, 0, len(m.a.units)+len(m.b.units))
	units := func(list ...int32) []int {
		from := len(ints)
		for _, u := range list {
			ints = append(ints, int(u))
		}
		return ints[from:len(ints):len(ints)]
	}
	gone := m.gone(hidden[0])
	for _, i := range gone[0] {
		al.add(Pair{Change: Removed, Rule: RuleNone, Old: units(i)})
	}
	for j := range m.b.units {
		i := m.b.mate[j]
		switch {
		case hidden[1][int32(j)]:
			continue
		case i < 0:
			al.add(Pair{Change: Added, Rule: RuleNone, New: units(int32(j))})
			continue
		}
		p := m.describe(i, int32(j), moved[j])
		p.Old, p.New = units(i), units(int32(j))
		if d := partsOf[int32(j)]; d != nil {
			p.Change, p.Rule, p.New = Split, RuleSplit, units(d.parts...)
		} else if d := mergedOf[int32(j)]; d != nil {
			p.Change, p.Rule, p.Old = Merged, RuleMerge, units(d.parts...)
		}
		al.add(p)
		for _, i := range gone[i+1] {
			al.add(Pair{Change: Removed, Rule: RuleNone, Old: units(i)})
		}
	}
	return al
}

func hide(set map[int32]bool, parts []int32, lead int32) {
	for _, u := range parts {
		if u != lead {
			set[u] = true
		}
	}
}

func (al *Alignment) add(p Pair) {
	for _, i := range p.Old {
		al.OfOld[i] = int32(len(al.Pairs))
	}
	for _, j := range p.New {
		al.OfNew[j] = int32(len(al.Pairs))
	}
	al.Pairs = append(al.Pairs, p)
}

// gone lists the old units without a partner by the paired unit that stands
// before them, plus one; 0 is the start of the text.
func (m *matcher) gone(hidden map[int32]bool) map[int32][]int32 {
	list, last := map[int32][]int32{}, int32(0)
	for i, j := range m.a.mate {
		switch {
		case j >= 0:
			last = int32(i) + 1
		case !hidden[int32(i)]:
			list[last] = append(list[last], int32(i))
		}
	}
	return list
}

// describe fills in what one pair says about itself.
func (m *matcher) describe(i, j int32, moved bool) Pair {
	u, v := &m.a.units[i], &m.b.units[j]
	p := Pair{Rule: m.a.rule[i], RunnerUp: float64(m.a.rival[i]) / 1000, Similarity: 1}
	p.SameLabel = m.a.label[i] == m.b.label[j] || u.Label == "" && v.Label == ""
	p.Elsewhere = m.home(m.a, i) != m.homeOf(j)
	if m.a.content[i] != m.b.content[j] {
		p.Reworded = !words.SameLetters(u.Heading, v.Heading) || !words.SameLetters(u.Text, v.Text)
	}
	if p.Reworded {
		p.Similarity = float64(m.own(i, j)) / 1000
	}
	switch {
	case moved:
		p.Change = Moved
	case !p.SameLabel:
		p.Change = Renumbered
	case p.Reworded:
		p.Change = Reworded
	default:
		p.Change = Same
	}
	return p
}

// ownBag returns the words of unit i without those below it.
func (m *matcher) ownBag(side int, i int32) whole {
	g := &m.bags[side]
	w := whole{list: g.list[g.start[i]:g.start[i+1]]}
	for _, e := range w.list {
		w.total += int64(m.weight[e.id]) * int64(e.n)
	}
	return w
}

// displaced tells for each new unit whether it has moved: to another parent, or
// out of the order of its siblings.
func (m *matcher) displaced() []bool {
	moved := make([]bool, len(m.b.units))
	var run []step
	siblings := func(list []int32) {
		run = run[:0]
		for _, j := range list {
			if i := m.b.mate[j]; i >= 0 && !moved[j] {
				run = append(run, m.step(i, j))
			}
		}
		if !slices.IsSortedFunc(run, func(s, t step) int { return int(s.old - t.old) }) {
			heaviest(run)
			for _, s := range run {
				moved[s.new] = !s.kept
			}
		}
	}
	for j, i := range m.b.mate {
		moved[j] = i >= 0 && m.home(m.a, i) != m.homeOf(int32(j))
	}
	for j := int32(-1); int(j) < len(m.b.units); j++ {
		if list := m.b.children.of(j); len(list) > 1 {
			siblings(list)
		}
	}
	return moved
}

// home is the parent of unit u, leaving out the groups that the other text does
// not have: an article whose cluster lost its heading has not moved, nor has a paragraph
// whose option was chosen.
func (m *matcher) home(t *tree, u int32) int32 {
	p := t.parent[u]
	for p >= 0 && t.mate[p] < 0 && groups(t.units[p].Kind) {
		p = t.parent[p]
	}
	return p
}

// homeOf is the old unit that stands for the home of new unit j; one that the
// old text does not have is nobody's home there.
func (m *matcher) homeOf(j int32) int32 {
	p := m.home(m.b, j)
	if p < 0 {
		return -1
	}
	if i := m.b.mate[p]; i >= 0 {
		return i
	}
	return -2
}
