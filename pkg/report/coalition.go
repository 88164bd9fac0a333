package report

import (
	"cmp"
	"slices"
	"strings"

	"github.com/draftdiff/draftdiff/pkg/snapshot"
)

// inMatrix is how many parties a picture of coalitions shows at most: more have
// no names that could be read. inTies is how many parties tell of their ties,
// more than there are states and groups of them.
const (
	inMatrix = 32
	inTies   = 256
)

// coherent is the least share of common sponsorships, of all that two sides
// have, at which they count as one coalition.
const coherent = 0.1

// Coalitions say who sponsors with whom and who opposes whom, before and after.
// Parties that act together stand side by side, in the same order in both.
type Coalitions struct {
	Parties  []string // the busiest
	All      int      // parties that take any position
	Starts   []int    // index of the first party of each coalition
	Old, New Relations
	Ties     []Ties // of every party, of the busiest if there are very many; by name
}

// Relations are those among the parties of one text.
type Relations struct {
	Together [][]int // proposals that both sponsor; of a party with itself, all that it sponsors
	Against  [][]int // proposals of the second that the first is against, or wants retained what it deletes
}

// Ties are those of one party with all others, the strongest first.
type Ties struct {
	Party                    string
	Old, New                 int // proposals that it sponsors
	With, Against, OpposedBy []Tie
}

// A Tie is how often two parties act together, or one against the other.
type Tie struct {
	Party    string
	Old, New int
}

// Coalitions measures the relations of the parties.
func (r *Report) Coalitions() *Coalitions {
	c := &Coalitions{}
	c.Parties, c.All = busiest(r.Diff.Old, r.Diff.New)
	c.Old, c.New = relations(r.Diff.Old, c.Parties), relations(r.Diff.New, c.Parties)
	c.tie()
	shown := make([]int, min(inMatrix, len(c.Parties)))
	for i := range shown {
		shown[i] = i
	}
	c.reorder(shown)
	shown, c.Starts = cluster(likeness(&c.Old, &c.New))
	c.reorder(shown)
	return c
}

// tie lists the ties of every party.
func (c *Coalitions) tie() {
	c.Ties = make([]Ties, len(c.Parties))
	var room []Tie
	for i, id := range c.Parties {
		list := func(old, new func(k int) int) []Tie {
			room = room[:0]
			for k, other := range c.Parties {
				if t := (Tie{other, old(k), new(k)}); k != i && t.Old+t.New > 0 {
					room = append(room, t)
				}
			}
			slices.SortStableFunc(room, func(a, b Tie) int { return cmp.Or(b.New-a.New, b.Old-a.Old) })
			return slices.Clone(room)
		}
		c.Ties[i] = Ties{
			Party: id, Old: c.Old.Together[i][i], New: c.New.Together[i][i],
			With:      list(func(k int) int { return c.Old.Together[i][k] }, func(k int) int { return c.New.Together[i][k] }),
			Against:   list(func(k int) int { return c.Old.Against[i][k] }, func(k int) int { return c.New.Against[i][k] }),
			OpposedBy: list(func(k int) int { return c.Old.Against[k][i] }, func(k int) int { return c.New.Against[k][i] }),
		}
	}
	slices.SortFunc(c.Ties, func(a, b Ties) int {
		return cmp.Or(cmp.Compare(strings.ToLower(a.Party), strings.ToLower(b.Party)), cmp.Compare(a.Party, b.Party))
	})
}

// reorder keeps the parties with these indexes, in this order.
func (c *Coalitions) reorder(order []int) {
	ids := make([]string, len(order))
	for k, i := range order {
		ids[k] = c.Parties[i]
	}
	c.Parties = ids
	c.Old.reorder(order)
	c.New.reorder(order)
}

// busiest are the parties with most positions in both texts.
func busiest(texts ...*snapshot.Snapshot) (ids []string, all int) {
	n := map[string]int{}
	for _, s := range texts {
		for i := range s.Proposals {
			p := &s.Proposals[i]
			for _, list := range [][]string{p.Sponsors, p.Against, p.Retain} {
				for _, id := range list {
					if n[id]++; n[id] == 1 {
						ids = append(ids, id)
					}
				}
			}
		}
	}
	slices.SortStableFunc(ids, func(a, b string) int { return cmp.Or(n[b]-n[a], cmp.Compare(a, b)) })
	return ids[:min(inTies, len(ids))], len(ids)
}

func relations(s *snapshot.Snapshot, parties []string) Relations {
	index := make(map[string]int, len(parties))
	for i, id := range parties {
		index[id] = i
	}
	r := Relations{square(len(parties)), square(len(parties))}
	var sponsors, others []int
	find := func(list []int, ids []string) []int {
		for _, id := range ids {
			if k, ok := index[id]; ok {
				list = append(list, k)
			}
		}
		return list
	}
	for i := range s.Proposals {
		p := &s.Proposals[i]
		sponsors = find(sponsors[:0], p.Sponsors)
		others = find(find(others[:0], p.Against), p.Retain)
		for _, k := range sponsors {
			for _, m := range sponsors {
				r.Together[k][m]++
			}
			for _, m := range others {
				if m != k {
					r.Against[m][k]++
				}
			}
		}
	}
	return r
}

func square(n int) [][]int {
	cells, m := make([]int, n*n), make([][]int, n)
	for i := range m {
		m[i] = cells[i*n : (i+1)*n]
	}
	return m
}

func (r *Relations) reorder(order []int) {
	for _, m := range []*[][]int{&r.Together, &r.Against} {
		old := *m
		*m = square(len(order))
		for i, k := range order {
			for j, l := range order {
				(*m)[i][j] = old[k][l]
			}
		}
	}
}

// likeness is the share of the proposals of two parties that they have in
// common, over both texts.
func likeness(old, new *Relations) [][]float64 {
	sum := func(i, j int) float64 { return float64(old.Together[i][j] + new.Together[i][j]) }
	m := make([][]float64, len(old.Together))
	for i := range m {
		m[i] = make([]float64, len(m))
		for j := range m {
			if all := sum(i, i) + sum(j, j) - sum(i, j); i != j && all > 0 {
				m[i][j] = sum(i, j) / all
			}
		}
	}
	return m
}

// cluster puts alike things side by side: the two groups with the highest mean
// likeness become one, until one is left. It returns the order, and where each
// coherent group starts in it.
func cluster(like [][]float64) (order, starts []int) {
	groups, whole := make([][]int, len(like)), make([]bool, len(like))
	split := map[int]bool{} // first members of coherent groups
	for i := range groups {
		groups[i], whole[i], split[i] = []int{i}, true, true
	}
	for len(groups) > 1 {
		x, y, best := 0, 1, -1.0
		for i := range groups {
			for j := i + 1; j < len(groups); j++ {
				if l := mean(like, groups[i], groups[j]); l > best {
					x, y, best = i, j, l
				}
			}
		}
		whole[x] = whole[x] && whole[y] && best >= coherent
		if whole[x] {
			delete(split, groups[y][0])
		}
		groups[x] = append(groups[x], groups[y]...)
		groups, whole = slices.Delete(groups, y, y+1), slices.Delete(whole, y, y+1)
	}
	if len(groups) > 0 {
		order = groups[0]
	}
	for k, i := range order {
		if split[i] {
			starts = append(starts, k)
		}
	}
	return order, starts
}

func mean(like [][]float64, a, b []int) float64 {
	sum := 0.0
	for _, i := range a {
		for _, j := range b {
			sum += like[i][j]
		}
	}
	return sum / float64(len(a)*len(b))
}
