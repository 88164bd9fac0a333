package history_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/draftdiff/draftdiff/pkg/history"
	"github.com/draftdiff/draftdiff/pkg/snapshot"
	"github.com/draftdiff/draftdiff/pkg/source/open"
)

// TestConservation checks on large texts, damaged ones among them, that nothing
// is lost or made up: in each session the history has the units and proposals of
// its text, each once, as they stand there, and every change of state is told.
func TestConservation(t *testing.T) {
	t.Parallel()
	var texts []*snapshot.Snapshot
	for _, name := range []string{"ahc-5th-session.md", "gold/pair-11.md", "gold/pair-12.md", "ahc-6th-session-constructed.md", "ahc-5th-session.md"} {
		b, err := os.ReadFile(filepath.Join("../../fixtures", name))
		if err != nil {
			t.Fatal(err)
		}
		doc, err := open.Read(name, b, open.Limits{})
		if err != nil {
			t.Fatal(err)
		}
		texts = append(texts, snapshot.Build(doc, filepath.Base(name)))
	}
	h := history.Build(texts, nil)
	for i, s := range texts {
		var want, got []string
		for k := range s.Units {
			u := &s.Units[k]
			text := u.Text
			if text == "" {
				text = u.Heading
			}
			want = append(want, u.ID+" "+text)
		}
		for k := range s.Proposals {
			p := &s.Proposals[k]
			want = append(want, fmt.Sprint(p.ID, p.Action, p.Old, p.New, p.Sponsors, p.Against, p.Retain, p.Unit))
		}
		for thread := 1; thread < len(h.Units); thread++ {
			if u := h.Unit(thread, i+1); u != nil {
				got = append(got, u.ID+" "+u.Text)
			}
		}
		for thread := 1; thread < len(h.Proposals); thread++ {
			if p := h.Proposal(thread, i+1); p != nil {
				unit := ""
				if u := h.Unit(p.Unit, i+1); u != nil {
					unit = u.ID
				}
				got = append(got, fmt.Sprint(p.ID, p.Action, p.Old, p.New, p.Sponsors, p.Against, p.Retain, unit))
			}
		}
		slices.Sort(want)
		slices.Sort(got)
		if !slices.Equal(want, got) {
			t.Errorf("@%d: %d units and proposals, want %d", i+1, len(got), len(want))
			for k := range min(len(want), len(got)) {
				if want[k] != got[k] {
					t.Logf("got %.200s\nwant %.200s", got[k], want[k])
					break
				}
			}
		}
	}
	for thread := 1; thread < len(h.Proposals); thread++ {
		life := &h.Proposals[thread]
		if len(life.Events) == 0 {
			t.Errorf("nothing is told of %s", h.ProposalName(thread))
		}
		for _, s := range life.States {
			if s.Fate == history.FateAdopted || s.Fate == history.FateWithdrawn {
				told := slices.ContainsFunc(life.Events, func(i int) bool {
					e := &h.Events[i]
					return e.Session == s.Session && (e.What == history.Adopted || e.What == history.Withdrawn)
				})
				if !told {
					t.Errorf("it is not told that %s was %s in @%d", h.ProposalName(thread), s.Fate, s.Session)
				}
			}
		}
	}
	spell(t, h)
}

// spell checks that blame spells the text of every unit in the last session.
func spell(t *testing.T, h *history.History) {
	t.Helper()
	tracer := h.Tracer()
	for thread := 1; thread < len(h.Units); thread++ {
		u := h.Unit(thread, h.Latest())
		if u == nil {
			continue
		}
		var b strings.Builder
		for _, s := range tracer.Blame(thread, h.Latest()) {
			b.WriteString(s.Text)
		}
		if b.String() != u.Text {
			t.Errorf("%s: %q, want %q", u.ID, b.String(), u.Text)
		}
	}
}
