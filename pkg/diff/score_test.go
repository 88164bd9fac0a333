package diff_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/draftdiff/draftdiff/pkg/diff"
	"github.com/draftdiff/draftdiff/pkg/snapshot"
	"github.com/draftdiff/draftdiff/pkg/source/markdown"
)

// A truth is the list of changes that were made to the real text to construct a
// next session.
type truth struct {
	Events []truthEvent
	Units  []struct{ Change, Old, New string }
}

type truthEvent struct {
	Type, Text, New                 string
	Sponsors, Joined, Left, Against []string
}

// TestScore compares the reports on the constructed sessions with what was
// truly changed. A word, a party or a type that differs is a miss on both sides.
func TestScore(t *testing.T) {
	t.Parallel()
	files, _ := filepath.Glob("../../fixtures/gold/pair-*.truth.json")
	if len(files) == 0 {
		t.Skip("no constructed sessions in fixtures/gold")
	}
	old := readFixture(t, "../../fixtures/ahc-5th-session.md")
	hit, all := 0, 0
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			b, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			var want truth
			if err := json.Unmarshal(b, &want); err != nil {
				t.Fatal(err)
			}
			d := diff.Compare(old, readFixture(t, strings.Replace(file, ".truth.json", ".md", 1)))
			scoreEvents(t, d, want.Events)
			hit, all = hit+scoreUnits(t, d, want), all+len(want.Units)
		})
	}
	if share := float64(hit) / float64(all); share < 0.97 {
		t.Errorf("%d of %d unit changes, %.4f, want at least 0.97", hit, all, share)
	}
}

func readFixture(t testing.TB, file string) *snapshot.Snapshot {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return snapshot.Build(markdown.Read(b), file)
}

func scoreEvents(t *testing.T, d *diff.Diff, want []truthEvent) {
	used := make([]bool, len(d.Events))
	hit := 0
	for _, w := range want {
		w.restate()
		k := 0
		for k < len(used) && (used[k] || !w.is(d, &d.Events[k])) {
			k++
		}
		if k == len(used) {
			t.Logf("missed: %+v", w)
			continue
		}
		used[k] = true
		hit++
	}
	for k := range d.Events {
		if !used[k] {
			t.Logf("too much: %s", lines(&diff.Diff{Old: d.Old, New: d.New, Events: d.Events[k : k+1]}))
		}
	}
	f1 := 2 * float64(hit) / float64(len(want)+len(d.Events))
	t.Logf("events F1 %.4f", f1)
	if f1 < 0.98 {
		t.Errorf("events F1 %.4f, want at least 0.98", f1)
	}
}

// tail is a party list and a stance behind the words of a proposal. The truth
// takes "…: PK – delete: NZ, US" for words sponsored by New Zealand and the
// United States; the notation says that Pakistan sponsors and those two oppose.
var tail = regexp.MustCompile(`:? *([^:;]*?)[,; ]*(?:–|-|;)? *\(?(delete|against|merge into alt)\)?$`)

// restate says what the notation says where the truth has misread the stance.
func (w *truthEvent) restate() {
	m := tail.FindStringSubmatchIndex(w.Text)
	if m == nil || !strings.Contains(w.Text[m[0]:], ":") {
		return
	}
	first := strings.Split(w.Text[m[2]:m[3]], ",")
	for i := range first {
		first[i] = strings.TrimSpace(first[i])
	}
	merge := w.Text[m[4]:m[5]] == "merge into alt"
	w.Text, w.Sponsors = w.Text[:m[0]], first
	switch {
	case merge && w.Type == "responsored":
		w.Text = "into alt"
	case w.Type == "responsored":
		w.Type, w.Against = "stance", w.Joined
	}
}

// is reports whether an event is the change: type, words and parties.
func (w *truthEvent) is(d *diff.Diff, e *diff.Event) bool {
	if w.Type != e.Type.String() {
		return false
	}
	if e.Type == diff.Text {
		return common(w.Text, e.Text.Old) > 0 && common(w.New, e.Text.New) > 0
	}
	p := d.OldProposal(e)
	if e.Type == diff.Added {
		p = d.NewProposal(e)
	}
	if p == nil || common(w.Text, p.New+" "+p.Old+" "+p.Target) < 0.8 {
		return false
	}
	switch e.Type {
	case diff.Added, diff.Withdrawn:
		return sameParties(w.Sponsors, p.Sponsors)
	case diff.Responsored:
		return sameParties(w.Joined, e.Joined) && sameParties(w.Left, e.Left)
	case diff.Stances:
		var against []string
		for _, s := range e.Stances {
			if s.To == diff.SideAgainst {
				against = append(against, s.Party)
			}
		}
		return sameParties(w.Against, against)
	case diff.Reworded:
		n := d.NewProposal(e)
		return common(w.New, n.New+" "+n.Old) >= 0.9
	}
	return true
}

func sameParties(a, b []string) bool {
	a, b = slices.Sorted(slices.Values(a)), slices.Sorted(slices.Values(b))
	return slices.Equal(slices.Compact(a), slices.Compact(b))
}

var wordPattern = regexp.MustCompile(`[a-z0-9]+`)

// common is the share of words that two texts have in common.
func common(a, b string) float64 {
	x, y := wordPattern.FindAllString(strings.ToLower(a), -1), wordPattern.FindAllString(strings.ToLower(b), -1)
	if len(x)+len(y) == 0 {
		return 1
	}
	count := map[string]int{}
	for _, w := range x {
		count[w]++
	}
	n := 0
	for _, w := range y {
		if count[w] > 0 {
			count[w]--
			n++
		}
	}
	return 2 * float64(n) / float64(len(x)+len(y))
}

func scoreUnits(t *testing.T, d *diff.Diff, want truth) (hit int) {
	got := map[[2]string]bool{}
	for _, u := range d.Units {
		switch u.Change.String() {
		case "renumbered", "moved", "removed":
			got[[2]string{strings.Join(ids(d.Old.Units, u.Old), " "), strings.Join(ids(d.New.Units, u.New), " ")}] = true
		}
	}
	for _, w := range want.Units {
		if got[[2]string{w.Old, w.New}] {
			hit++
		} else {
			t.Logf("missed: %+v", w)
		}
	}
	return hit
}
