package report_test

import (
	"os"
	"slices"
	"testing"

	"github.com/draftdiff/draftdiff/pkg/diff"
	"github.com/draftdiff/draftdiff/pkg/report"
	"github.com/draftdiff/draftdiff/pkg/snapshot"
	"github.com/draftdiff/draftdiff/pkg/source/markdown"
)

// realPair is the report of the real fifth session against a constructed sixth.
func realPair(t *testing.T) *report.Report {
	t.Helper()
	read := func(name string) *snapshot.Snapshot {
		b, err := os.ReadFile("../../fixtures/" + name)
		if err != nil {
			t.Fatal(err)
		}
		return snapshot.Build(markdown.Read(b), name)
	}
	r, err := report.New(diff.Compare(read("ahc-5th-session.md"), read("gold/pair-13.md")), report.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// TestTies counts by hand what every party does together with and against every
// other one: the picture has room for some of them, their ties must have all.
func TestTies(t *testing.T) {
	t.Parallel()
	r := realPair(t)
	c := r.Coalitions()
	if len(c.Ties) != c.All || c.All <= len(c.Parties) {
		t.Fatalf("%d of %d parties, %d of them drawn", len(c.Ties), c.All, len(c.Parties))
	}
	count := func(s *snapshot.Snapshot, holds func(p *snapshot.Proposal) bool) (n int) {
		for i := range s.Proposals {
			if holds(&s.Proposals[i]) {
				n++
			}
		}
		return n
	}
	find := func(list []report.Tie, id string) report.Tie {
		i := slices.IndexFunc(list, func(t report.Tie) bool { return t.Party == id })
		if i < 0 {
			return report.Tie{Party: id}
		}
		return list[i]
	}
	old, new := r.Diff.Old, r.Diff.New
	for _, a := range c.Ties {
		for _, b := range c.Ties {
			if a.Party == b.Party {
				continue
			}
			both := func(p *snapshot.Proposal) bool {
				return slices.Contains(p.Sponsors, a.Party) && slices.Contains(p.Sponsors, b.Party)
			}
			if got, want := find(a.With, b.Party), (report.Tie{Party: b.Party, Old: count(old, both), New: count(new, both)}); got != want {
				t.Fatalf("%s with %s: %+v, want %+v", a.Party, b.Party, got, want)
			}
			if find(a.Against, b.Party).New != find(b.OpposedBy, a.Party).New {
				t.Fatalf("%s against %s: not the same from both ends", a.Party, b.Party)
			}
		}
	}
	drawn := slices.Index(c.Parties, "US")
	with := slices.Index(c.Parties, "CA")
	us := c.Ties[slices.IndexFunc(c.Ties, func(t report.Ties) bool { return t.Party == "US" })]
	if got := find(us.With, "CA"); got.Old != c.Old.Together[drawn][with] || got.New != c.New.Together[drawn][with] || got.New == 0 {
		t.Errorf("US with CA: %+v, and drawn %d, %d", got, c.Old.Together[drawn][with], c.New.Together[drawn][with])
	}
}

// TestKept checks that of the proposals of a party each one stands unchanged or
// is what an event is about.
func TestKept(t *testing.T) {
	t.Parallel()
	r := realPair(t)
	p := report.NewPage(r)
	moved := map[int]bool{}
	for i := range r.Diff.Events {
		moved[r.Diff.Events[i].Old] = true
	}
	for i, a := range p.Actors {
		all, changed, kept := 0, 0, 0
		for k := range r.Diff.Old.Proposals {
			if slices.Contains(r.Diff.Old.Proposals[k].Sponsors, a.ID) {
				all++
				if moved[k] {
					changed++
				}
			}
		}
		for _, sponsors := range p.Kept {
			if slices.Contains(sponsors, i) {
				kept++
			}
		}
		if kept+changed != all {
			t.Errorf("%s: %d stand unchanged and %d do not, of %d", a.ID, kept, changed, all)
		}
	}
	r, err := report.New(r.Diff, report.Options{Units: []string{"art_61"}})
	if err != nil {
		t.Fatal(err)
	}
	if some := len(report.NewPage(r).Kept); some == 0 || some >= len(p.Kept) {
		t.Errorf("%d proposals stand in one article, %d in all", some, len(p.Kept))
	}
}
