package diff_test

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"github.com/draftdiff/draftdiff/pkg/align"
	"github.com/draftdiff/draftdiff/pkg/align/aligntest"
	"github.com/draftdiff/draftdiff/pkg/diff"
	"github.com/draftdiff/draftdiff/pkg/snapshot"
)

// rounds is how many pairs of random texts each property is tried on.
const rounds = 400

// pairs calls f with random texts and what a session made of them.
func pairs(t *testing.T, f func(t *testing.T, old, new *snapshot.Snapshot)) {
	t.Parallel()
	for seed := range uint64(rounds) {
		text := randomText(rand.New(rand.NewPCG(seed, 7)))
		old := text.form()
		new := text.edit().form()
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			f(t, aligntest.Parse(old), aligntest.Parse(new))
			if t.Failed() {
				t.Logf("old:\n%s\nnew:\n%s", old, new)
			}
		})
	}
}

func TestSelf(t *testing.T) {
	pairs(t, func(t *testing.T, old, _ *snapshot.Snapshot) {
		d := diff.Compare(old, old)
		if len(d.Events) > 0 {
			t.Errorf("events:\n%s", lines(d))
		}
		for _, u := range d.Units {
			if u.Change != align.Same || u.Old[0] != u.New[0] {
				t.Errorf("%s: %v %v", u.Change, u.Old, u.New)
			}
		}
	})
}

func TestDeterminism(t *testing.T) {
	pairs(t, func(t *testing.T, old, new *snapshot.Snapshot) {
		if x := gocmp.Diff(diff.Compare(old, new), diff.Compare(old, new)); x != "" {
			t.Error(x)
		}
	})
}

// TestEveryUnitOnce checks that the pairs have every unit of both texts once.
func TestEveryUnitOnce(t *testing.T) {
	pairs(t, func(t *testing.T, old, new *snapshot.Snapshot) {
		al := align.Align(old, new)
		seen := [2][]int{make([]int, len(old.Units)), make([]int, len(new.Units))}
		for k, p := range al.Pairs {
			for _, i := range p.Old {
				seen[0][i]++
				if int(al.OfOld[i]) != k {
					t.Errorf("old unit %d is in pair %d, not %d", i, k, al.OfOld[i])
				}
			}
			for _, j := range p.New {
				seen[1][j]++
				if int(al.OfNew[j]) != k {
					t.Errorf("new unit %d is in pair %d, not %d", j, k, al.OfNew[j])
				}
			}
		}
		for side := range seen {
			for u, n := range seen[side] {
				if n != 1 {
					t.Errorf("side %d, unit %d is in %d pairs", side, u, n)
				}
			}
		}
	})
}

// TestSwap compares what one way reports with the mirror of the other way.
func TestSwap(t *testing.T) {
	pairs(t, func(t *testing.T, old, new *snapshot.Snapshot) {
		there, back := diff.Compare(old, new), diff.Compare(new, old)
		if x := gocmp.Diff(facts(there, false), facts(back, true)); x != "" {
			t.Errorf("(-there +back):\n%s", x)
		}
	})
}

// facts writes a diff as sorted lines, mirrored if turned. An adopted proposal
// and a withdrawn one are the same from the other side.
func facts(d *diff.Diff, turned bool) []string {
	mirror := map[string]string{"added": "removed", "removed": "added", "split": "merged", "merged": "split"}
	var list []string
	for _, u := range d.Units {
		change, a, b := u.Change.String(), u.Old, u.New
		if turned {
			a, b = b, a
			change = cmp.Or(mirror[change], change)
		}
		list = append(list, fmt.Sprintf("%s %v %v %v %.3f %.3f", change, a, b, u.SameLabel, u.Similarity, u.RunnerUp))
	}
	for i := range d.Events {
		e := d.Events[i]
		kind := e.Type.String()
		switch e.Type {
		case diff.Withdrawn, diff.Adopted:
			kind = "lost"
		case diff.Added:
			kind = "gained"
		}
		if turned {
			e.Old, e.New, e.OldUnit, e.NewUnit, e.Joined, e.Left = e.New, e.Old, e.NewUnit, e.OldUnit, e.Left, e.Joined
			kind = cmp.Or(map[string]string{"lost": "gained", "gained": "lost"}[kind], kind)
			if e.Text != nil {
				e.Text = &diff.TextChange{Old: e.Text.New, New: e.Text.Old}
			}
		}
		line := fmt.Sprintf("%s %d %d +%v -%v", kind, e.Old, e.New, e.Joined, e.Left)
		if e.Text != nil {
			line += fmt.Sprintf(" %d %d %q > %q", e.OldUnit, e.NewUnit, e.Text.Old, e.Text.New)
		}
		var sides []string
		for _, s := range e.Stances {
			if turned {
				s.From, s.To = s.To, s.From
			}
			sides = append(sides, fmt.Sprintf(" %s %s>%s", s.Party, s.From, s.To))
		}
		slices.Sort(sides)
		list = append(list, line+strings.Join(sides, ""))
	}
	slices.Sort(list)
	return list
}

// TestConservation checks that every word of the old base text is in the new
// base text, in a proposal, in an event or in a removed unit.
func TestConservation(t *testing.T) {
	pairs(t, func(t *testing.T, old, new *snapshot.Snapshot) {
		d := diff.Compare(old, new)
		kept := make([]map[string]int, len(d.Units)) // by pair
		keep := func(k int, text string) {
			if kept[k] == nil {
				kept[k] = map[string]int{}
			}
			for _, w := range strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return strings.ContainsRune(" .", r) }) {
				kept[k][w]++
			}
		}
		at := map[string]int{}
		for j := range new.Units {
			at[new.Units[j].ID] = int(d.Alignment.OfNew[j])
			keep(int(d.Alignment.OfNew[j]), new.Units[j].Text)
		}
		for _, p := range new.Proposals {
			keep(at[p.Unit], p.New)
		}
		for i := range d.Events {
			e := &d.Events[i]
			if e.Text != nil {
				keep(e.Pair, e.Text.Old)
			}
			if p := d.OldProposal(e); p != nil {
				keep(int(d.Alignment.OfOld[e.OldUnit]), p.Old+" "+p.New)
			}
		}
		for k, u := range d.Units {
			if u.Change == align.Removed {
				continue
			}
			for _, i := range u.Old {
				if old.Units[i].Origin != snapshot.OriginBase {
					continue
				}
				for _, w := range strings.Fields(strings.ToLower(old.Units[i].Text)) {
					if kept[k][w]--; kept[k][w] < 0 {
						t.Errorf("%q of %s is lost", w, old.Units[i].ID)
					}
				}
			}
		}
	})
}

// TestFates checks that every proposal of the old text has one fate, and that
// nobody joins and leaves at once.
func TestFates(t *testing.T) {
	pairs(t, func(t *testing.T, old, new *snapshot.Snapshot) {
		d := diff.Compare(old, new)
		ends, starts := map[int]diff.EventType{}, map[int]bool{}
		for i := range d.Events {
			e := &d.Events[i]
			switch e.Type {
			case diff.Withdrawn, diff.Adopted:
				if was, ok := ends[e.Old]; ok {
					t.Errorf("proposal %d is %s and %s", e.Old, was, e.Type)
				}
				ends[e.Old] = e.Type
			case diff.Added:
				if starts[e.New] {
					t.Errorf("proposal %d is added twice", e.New)
				}
				starts[e.New] = true
			case diff.Text:
				if e.Text.Old == "" && e.Text.New == "" {
					t.Error("a text event without words")
				}
				inText(t, &old.Units[e.OldUnit], e.Text.InHeading, e.Text.OldSpan, e.Text.Old)
				inText(t, &new.Units[e.NewUnit], e.Text.InHeading, e.Text.NewSpan, e.Text.New)
			}
			for _, p := range e.Joined {
				if slices.Contains(e.Left, p) {
					t.Errorf("%s joined and left", p)
				}
			}
		}
		for i := range d.Events {
			if e := &d.Events[i]; e.Type != diff.Withdrawn && e.Type != diff.Adopted && e.Old >= 0 {
				if end, ok := ends[e.Old]; ok {
					t.Errorf("proposal %d is %s and %s", e.Old, end, e.Type)
				}
			}
		}
	})
}

// inText checks that a span has the words that it says it has.
func inText(t *testing.T, u *snapshot.Unit, heading bool, s diff.Span, words string) {
	t.Helper()
	text := u.Text
	if heading {
		text = u.Heading
	}
	if s.Start < s.End && text[s.Start:s.End] != words {
		t.Errorf("%s[%d:%d] is %q, not %q", u.ID, s.Start, s.End, text[s.Start:s.End], words)
	}
}
