package snapshot_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/draftdiff/draftdiff/pkg/snapshot"
)

// TestDamageStaysLocal deletes one bracket of the real text at a time and
// checks that the proposals of all units but the damaged one, those above and
// below it and those of the next blocks stay the same. It may fail in one
// place of twenty: a bracket around many blocks says what is proposed in all
// of them.
func TestDamageStaysLocal(t *testing.T) {
	t.Parallel()
	const least = 0.95
	places := 300
	if testing.Short() {
		places = 60
	}
	src := readFile(t, fixture)
	var brackets []int
	for i := range len(src) {
		if strings.IndexByte("[](){}", src[i]) >= 0 {
			brackets = append(brackets, i)
		}
	}
	whole := buildMarkdown(src)
	random := rand.New(rand.NewPCG(5, 56))
	local := 0
	for range places {
		at := brackets[random.IntN(len(brackets))]
		damaged := buildMarkdown(src[:at] + src[at+1:])
		if far := spread(whole, damaged, at); far == "" {
			local++
		} else {
			t.Logf("without %q at byte %d: %s", src[at], at, far)
		}
	}
	share := float64(local) / float64(places)
	t.Logf("damage stays local in %d of %d places: %.3f", local, places, share)
	if share < least {
		t.Errorf("damage stays local in %.3f of the places, want %.2f", share, least)
	}
}

// spread returns the first difference between the proposals of two snapshots
// that lies outside the neighbourhood of a byte.
func spread(whole, damaged *snapshot.Snapshot, at int) string {
	near := neighbourhood(whole, at)
	for id := range neighbourhood(damaged, at) {
		near[id] = true
	}
	before, after := proposalsOutside(whole, near), proposalsOutside(damaged, near)
	for _, p := range before {
		if _, ok := slices.BinarySearch(after, p); !ok {
			return "gone: " + p
		}
	}
	for _, p := range after {
		if _, ok := slices.BinarySearch(before, p); !ok {
			return "new: " + p
		}
	}
	return ""
}

// neighbourhood returns the units that stand around, at and in the damaged
// place, and those of the block before and of the block behind it.
func neighbourhood(s *snapshot.Snapshot, at int) map[string]bool {
	// The blocks are the places where units begin.
	var starts []int
	for i := range s.Units {
		if off := s.Units[i].Source.Offset; len(starts) == 0 || starts[len(starts)-1] != off {
			starts = append(starts, off)
		}
	}
	k, _ := slices.BinarySearch(starts, at+1)
	from, to := starts[max(0, k-2)], len(s.Units)
	if k+1 < len(starts) {
		to = starts[k+1]
	}
	near := map[string]bool{}
	parent := map[string]string{}
	for i := range s.Units {
		u := &s.Units[i]
		parent[u.ID] = u.Parent
		damaged := k > 0 && u.Source.Offset == starts[k-1]
		if u.Source.Offset >= from && u.Source.Offset < to || near["in "+u.Parent] {
			near[u.ID] = true
		}
		if damaged || near["in "+u.Parent] {
			near["in "+u.ID] = true // what follows in it
			for id := u.ID; id != ""; id = parent[id] {
				near[id] = true
			}
		}
	}
	return near
}

// proposalsOutside returns what is proposed on the other units, sorted.
func proposalsOutside(s *snapshot.Snapshot, near map[string]bool) []string {
	var out []string
	for i := range s.Proposals {
		if p := &s.Proposals[i]; !near[p.Unit] {
			out = append(out, fmt.Sprintf("%s %s %q %q %v %v %v", p.Unit, p.Action, p.Old, p.New, p.Sponsors, p.Against, p.Retain))
		}
	}
	slices.Sort(out)
	return out
}
