package assign

import (
	"cmp"
	"math"
	"slices"
)

// An Edge says that member X of one list may be the partner of member Y of the
// other one, and what that would be worth: the higher the better, never below 0.
type Edge struct {
	X, Y  int32
	Value int64
	// Index is for the caller; edges change their places.
	Index int32
}

// A Solver keeps its buffers from one problem to the next. The zero Solver is
// ready to use; it is not safe for concurrent use.
type Solver struct {
	root   []int32
	cost   []int64
	u, v   []int64
	way, p []int32
	least  []int64
	used   []bool
}

// Choose returns the edges of the best assignment of lists of n and m members.
// Members that no edge connects do not concern each other, so each component is
// solved alone. It reorders edges.
func (s *Solver) Choose(edges []Edge, n, m int) []Edge {
	s.root = s.root[:0]
	for i := range n + m {
		s.root = append(s.root, int32(i))
	}
	for _, e := range edges {
		s.root[s.find(e.X)] = s.find(e.Y + int32(n))
	}
	slices.SortFunc(edges, func(e, f Edge) int {
		return cmp.Or(cmp.Compare(s.find(e.X), s.find(f.X)), cmp.Compare(e.X, f.X), cmp.Compare(e.Y, f.Y))
	})
	var chosen []Edge
	for len(edges) > 0 {
		root, k := s.find(edges[0].X), 1
		for k < len(edges) && s.find(edges[k].X) == root {
			k++
		}
		if k == 1 {
			chosen = append(chosen, edges[0])
		} else {
			chosen = s.component(chosen, edges[:k])
		}
		edges = edges[k:]
	}
	return chosen
}

func (s *Solver) find(i int32) int32 {
	for s.root[i] != i {
		s.root[i] = s.root[s.root[i]]
		i = s.root[i]
	}
	return i
}

// dense is how many members of one list a component may have that is solved for
// the best sum; of a larger one the best edges are taken in turn.
const dense = 160

func (s *Solver) component(chosen, edges []Edge) []Edge {
	xs, ys := make([]int32, 0, len(edges)), make([]int32, 0, len(edges))
	for _, e := range edges {
		xs, ys = append(xs, e.X), append(ys, e.Y)
	}
	slices.Sort(xs)
	slices.Sort(ys)
	xs, ys = slices.Compact(xs), slices.Compact(ys)
	if len(xs) > dense || len(ys) > dense {
		return inTurn(chosen, edges)
	}
	turned := len(xs) > len(ys)
	if turned {
		xs, ys = ys, xs
	}
	at := make([]int32, len(xs)*len(ys))
	s.cost = s.cost[:0]
	for range at {
		s.cost = append(s.cost, 0)
	}
	for k, e := range edges {
		x, y := e.X, e.Y
		if turned {
			x, y = y, x
		}
		row, _ := slices.BinarySearch(xs, x)
		column, _ := slices.BinarySearch(ys, y)
		cell := row*len(ys) + column
		at[cell], s.cost[cell] = int32(k+1), -e.Value
	}
	for column, row := range s.hungarian(len(xs), len(ys)) {
		if row < 0 {
			continue
		}
		if k := at[row*len(ys)+column]; k > 0 {
			chosen = append(chosen, edges[k-1])
		}
	}
	return chosen
}

// inTurn takes the best edge whose units are both free, again and again.
func inTurn(chosen, edges []Edge) []Edge {
	slices.SortFunc(edges, func(e, f Edge) int {
		return cmp.Or(cmp.Compare(f.Value, e.Value), cmp.Compare(e.X+e.Y, f.X+f.Y), cmp.Compare(max(e.X, e.Y), max(f.X, f.Y)))
	})
	x, y := map[int32]bool{}, map[int32]bool{}
	for _, e := range edges {
		if !x[e.X] && !y[e.Y] {
			x[e.X], y[e.Y] = true, true
			chosen = append(chosen, e)
		}
	}
	return chosen
}

// hungarian solves the matrix of n rows and m columns, n ≤ m, in s.cost for the
// lowest sum, and returns the row of each column, -1 for none. It keeps
// potentials u and v under which no cell is cheaper than 0 and adds one row
// after the other along the cheapest path to a free column.
func (s *Solver) hungarian(n, m int) []int {
	s.u, s.v = zeros(s.u, n+1), zeros(s.v, m+1)
	s.p, s.way = zeros(s.p, m+1), zeros(s.way, m+1)
	for row := 1; row <= n; row++ {
		s.p[0] = int32(row)
		s.least, s.used = zeros(s.least, m+1), zeros(s.used, m+1)
		for j := range s.least {
			s.least[j] = math.MaxInt64
		}
		at := 0
		for s.p[at] != 0 {
			at = s.step(at, m)
		}
		for at != 0 {
			before := int(s.way[at])
			s.p[at] = s.p[before]
			at = before
		}
	}
	rows := make([]int, m)
	for j := range rows {
		rows[j] = int(s.p[j+1]) - 1
	}
	return rows
}

// step reaches one more column, the cheapest that the path can.
func (s *Solver) step(at, m int) int {
	s.used[at] = true
	row, delta, next := int(s.p[at]), int64(math.MaxInt64), 0
	for j := 1; j <= m; j++ {
		if s.used[j] {
			continue
		}
		if c := s.cost[(row-1)*m+j-1] - s.u[row] - s.v[j]; c < s.least[j] {
			s.least[j], s.way[j] = c, int32(at)
		}
		if s.least[j] < delta {
			delta, next = s.least[j], j
		}
	}
	for j := 0; j <= m; j++ {
		if s.used[j] {
			s.u[s.p[j]] += delta
			s.v[j] -= delta
		} else {
			s.least[j] -= delta
		}
	}
	return next
}

func zeros[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n)
	}
	s = s[:n]
	clear(s)
	return s
}
