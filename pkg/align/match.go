package align

import (
	"cmp"
	"slices"

	"github.com/draftdiff/draftdiff/internal/both"
	"github.com/draftdiff/draftdiff/pkg/align/assign"
	"github.com/draftdiff/draftdiff/pkg/align/words"
	"github.com/draftdiff/draftdiff/pkg/snapshot"
)

// A matcher pairs the units of two trees, pass by pass.
type matcher struct {
	a, b    *tree
	classes classes
	votes   votes
	bags    [2]bags
	lexicon words.Lexicon
	weight  []int32 // of each word, by its rarity
	mean    int64   // weight of a word of a settled unit
	count   []int32 // of each word of the loaded unit; zero between comparisons
	seen    []int32 // of each word, for gather and own; zero between calls
	loaded  []entry
	pools   poolBuffers
	solver  assign.Solver
	splits  []division // one old unit, several new ones
	merges  []division // one new unit, several old ones
}

// pair settles that unit i of the old text and unit j of the new one are the same.
func (m *matcher) pair(i, j int32, r Rule, rival int32) {
	m.a.mate[i], m.b.mate[j] = j, i
	m.a.rule[i], m.b.rule[j] = r, r
	m.a.rival[i], m.b.rival[j] = rival, rival
}

// Align pairs the units of two texts.
func Align(old, new *snapshot.Snapshot) *Alignment {
	m := &matcher{}
	both.Run(func() { m.a = newTree(old) }, func() { m.b = newTree(new) })
	m.classes = classify(m.a.content, m.b.content)
	m.exact()
	m.weigh()
	m.votes = m.elect()
	m.declared()
	for kind := snapshot.KindPreamble; kind <= snapshot.KindNote; kind++ {
		if through(kind) {
			m.pool(m.a.ofKind(kind), m.b.ofKind(kind), RuleContent)
		}
	}
	for {
		m.descend()
		if !m.moves() {
			break
		}
	}
	m.splits = m.divide(m.a, m.b, 0)
	m.merges = m.divide(m.b, m.a, 1)
	return m.alignment(old, new)
}

func (t *tree) ofKind(k snapshot.UnitKind) []int32 {
	var list []int32
	for i := range t.units {
		if t.units[i].Kind == k {
			list = append(list, int32(i))
		}
	}
	return list
}

// descend pairs the children of every pair, from the top down. A unit comes
// behind its parent, so that one walk meets each pair after its parents.
func (m *matcher) descend() {
	m.pool(m.a.children.of(-1), m.b.children.of(-1), RuleSimilarity)
	for i, j := range m.a.mate {
		if j < 0 || m.a.leaf(int32(i)) || m.b.leaf(j) {
			continue
		}
		m.titles(int32(i), j)
		x, y := m.a.children.of(int32(i)), m.b.children.of(j)
		m.pool(x, y, RuleSimilarity)
		// An option that came or went leaves its units to the article. Their
		// numbers begin again in each option, so that they prove little.
		x, openX := m.a.opened(x)
		y, openY := m.b.opened(y)
		if openX || openY {
			m.look(x, y, RuleSimilarity)
		}
	}
}

// titles pairs the headings of two units that are the same, whatever their words.
func (m *matcher) titles(i, j int32) {
	x, y := m.a.title(i), m.b.title(j)
	if x >= 0 && y >= 0 && m.a.mate[x] < 0 && m.b.mate[y] < 0 {
		m.pair(x, y, RuleIdentifier, 0)
	}
}

// classes number the distinct contents of both texts, so that equal contents
// are found without a look at the words.
type classes struct {
	of  [2][]int32 // of each unit; -1 without content
	one [2][]int32 // of each class: its unit, or -1 when it has none or several
}

func classify(a, b []uint64) classes {
	size := 64
	for size < 3*(len(a)+len(b))/2 {
		size *= 2
	}
	slots, mask := make([]int32, size), uint64(size-1)
	hashes := make([]uint64, 0, len(a)+len(b)/4)
	var c classes
	const several = -2
	for side, list := range [2][]uint64{a, b} {
		c.of[side] = make([]int32, len(list))
		for i, h := range list {
			c.of[side][i] = -1
			if h == 0 {
				continue
			}
			k := h & mask
			for slots[k] != 0 && hashes[slots[k]-1] != h {
				k = (k + 1) & mask
			}
			if slots[k] == 0 {
				hashes = append(hashes, h)
				slots[k] = int32(len(hashes))
				c.one[0], c.one[1] = append(c.one[0], -1), append(c.one[1], -1)
			}
			n := slots[k] - 1
			c.of[side][i] = n
			if c.one[side][n] == -1 {
				c.one[side][n] = int32(i)
			} else {
				c.one[side][n] = several
			}
		}
	}
	for side := range c.one {
		for n, i := range c.one[side] {
			c.one[side][n] = max(i, -1)
		}
	}
	return c
}

func (c *classes) equal(i, j int32) bool { return c.of[0][i] >= 0 && c.of[0][i] == c.of[1][j] }

// exact pairs the units whose words stand once in each text. Short ones are
// left to the passes that know the parent: "(repealed)" is nobody's in
// particular, even where it stands once.
func (m *matcher) exact() {
	for n, i := range m.classes.one[0] {
		j := m.classes.one[1][n]
		if i >= 0 && j >= 0 && m.a.size[i] >= exactWords && m.a.units[i].Kind == m.b.units[j].Kind {
			m.pair(i, j, RuleExact, 0)
		}
	}
}

// votes are the settled words that two units above settled pairs have in
// common, sorted by unit.
type votes []vote

type vote struct {
	i, j  int32
	words int32
}

// elect lets every settled pair vote for the pairs of units above it.
func (m *matcher) elect() votes {
	var list votes
	for i, j := range m.a.mate {
		if j < 0 {
			continue
		}
		n := m.a.size[i]
		p, q := m.a.parent[i], m.b.parent[j]
		for p >= 0 && q >= 0 {
			switch kp, kq := m.a.units[p].Kind, m.b.units[q].Kind; {
			case kp == kq:
				list = append(list, vote{p, q, n})
				p, q = m.a.parent[p], m.b.parent[q]
			case kp > kq: // the kinds are in the order of the structure
				p = m.a.parent[p]
			default:
				q = m.b.parent[q]
			}
		}
	}
	slices.SortFunc(list, func(x, y vote) int { return cmp.Or(cmp.Compare(x.i, y.i), cmp.Compare(x.j, y.j)) })
	n := 0
	for _, v := range list {
		if n > 0 && list[n-1].i == v.i && list[n-1].j == v.j {
			list[n-1].words += v.words
			continue
		}
		list[n] = v
		n++
	}
	return list[:n]
}

// of returns the votes for unit i of the old text.
func (v votes) of(i int32) votes {
	at, _ := slices.BinarySearchFunc(v, i, func(x vote, i int32) int { return cmp.Compare(x.i, i) })
	end := at
	for end < len(v) && v[end].i == i {
		end++
	}
	return v[at:end]
}

// between returns the words that i and j have in common in settled pairs.
func (v votes) between(i, j int32) int32 {
	for _, x := range v.of(i) {
		if x.j == j {
			return x.words
		}
	}
	return 0
}
