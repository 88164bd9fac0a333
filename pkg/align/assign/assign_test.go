package assign

import (
	"math/rand/v2"
	"testing"
)

// TestBest compares the sum with that of trying everything, for 500 graphs of
// up to six members on each side in which half of the edges exist.
func TestBest(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(5, 6))
	var s Solver
	for range 500 {
		n, m := 1+rng.IntN(6), 1+rng.IntN(6)
		var edges []Edge
		value := make([][]int64, n)
		for x := range n {
			value[x] = make([]int64, m)
			for y := range m {
				if rng.IntN(2) == 0 {
					value[x][y] = 1 + rng.Int64N(1000)
					edges = append(edges, Edge{X: int32(x), Y: int32(y), Value: value[x][y]})
				}
			}
		}
		var sum int64
		xs, ys := map[int32]bool{}, map[int32]bool{}
		for _, e := range s.Choose(edges, n, m) {
			if xs[e.X] || ys[e.Y] {
				t.Fatalf("%+v shares a member with another", e)
			}
			xs[e.X], ys[e.Y] = true, true
			sum += e.Value
		}
		if best := best(value, 0, map[int]bool{}); sum != best {
			t.Fatalf("sum %d, best %d of %v", sum, best, value)
		}
	}
}

func best(value [][]int64, x int, taken map[int]bool) int64 {
	if x == len(value) {
		return 0
	}
	sum := best(value, x+1, taken)
	for y, v := range value[x] {
		if v > 0 && !taken[y] {
			taken[y] = true
			sum = max(sum, v+best(value, x+1, taken))
			delete(taken, y)
		}
	}
	return sum
}

// TestLarge gives a component that is too large for the best sum.
func TestLarge(t *testing.T) {
	t.Parallel()
	var edges []Edge
	for x := range int32(2 * dense) {
		for y := range int32(20) {
			edges = append(edges, Edge{X: x, Y: (x + y) % (2 * dense), Value: int64(100 - y)})
		}
	}
	var s Solver
	chosen := s.Choose(edges, 2*dense, 2*dense)
	if len(chosen) != 2*dense {
		t.Fatalf("%d pairs, want %d", len(chosen), 2*dense)
	}
	for _, e := range chosen {
		if e.X != e.Y {
			t.Fatalf("%+v is not the best", e)
		}
	}
}
