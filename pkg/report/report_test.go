package report

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/draftdiff/draftdiff/pkg/diff"
	"github.com/draftdiff/draftdiff/pkg/report/internal/sample"
	"github.com/draftdiff/draftdiff/pkg/snapshot"
	"github.com/draftdiff/draftdiff/pkg/source/plain"
)

// lines gives one line an entry, for comparison.
func lines(r *Report) []string {
	var list []string
	for _, e := range r.Silent {
		list = append(list, "silent: "+e.Cite+": "+e.What)
	}
	for _, s := range r.Sections {
		for _, n := range s.Renumbered {
			list = append(list, s.Title+" (was "+s.Was+"): "+n.Was+" → "+n.Now)
		}
		for _, e := range s.Entries {
			list = append(list, s.Title+": "+e.Cite+": "+e.What)
		}
	}
	return list
}

func TestNew(t *testing.T) {
	t.Parallel()
	d := sample.Diff()
	for _, c := range []struct {
		why    string
		opt    Options
		filter string
		want   []string
	}{
		{"everything, in the order of the text, silent edits first", Options{}, "", []string{
			"silent: Article 1, paragraph 1: text changed, nobody proposed it",
			"silent: Article 2: removed, nobody proposed it",
			"Article 1. Cooperation: Article 1, paragraph 1: withdrawn",
			"Article 1. Cooperation: Article 1, paragraph 1: other sponsors",
			"Article 1. Cooperation: Article 1, paragraph 1: change of side",
			"Article 1. Cooperation: Article 1, paragraph 1: reworded",
			"Article 1. Cooperation: Article 1, paragraph 2: adopted",
			"Article 1. Cooperation: Article 1, paragraph 2, subparagraph (a): moved",
			"Article 1. Cooperation: Article 1, paragraph 2 alt: new",
			"Article 4 (was Article 3): paragraph 1 → paragraph 2",
			"Article 4 (was Article 3): paragraph 2 → paragraph 3",
		}},
		{"a delegation as sponsor, opponent and for retention", Options{Parties: []string{"ru"}}, "what concerns RU", []string{
			"Article 1. Cooperation: Article 1, paragraph 1: other sponsors",
			"Article 1. Cooperation: Article 1, paragraph 1: change of side",
			"Article 1. Cooperation: Article 1, paragraph 1: reworded",
		}},
		{"a delegation through its group", Options{Parties: []string{"JM"}}, "what concerns JM", []string{
			"Article 1. Cooperation: Article 1, paragraph 1: withdrawn",
		}},
		{"a unit with what stands under it", Options{Units: []string{"art_1__para_2"}}, "Article 1, paragraph 2", []string{
			"Article 1. Cooperation: Article 1, paragraph 2: adopted",
			"Article 1. Cooperation: Article 1, paragraph 2, subparagraph (a): moved",
		}},
		{"a unit that is gone", Options{Units: []string{"art_2"}}, "Article 2", []string{
			"silent: Article 2: removed, nobody proposed it",
		}},
		{"types of events", Options{Types: []diff.EventType{diff.Text, diff.Adopted}}, "only text, adopted", []string{
			"silent: Article 1, paragraph 1: text changed, nobody proposed it",
			"Article 1. Cooperation: Article 1, paragraph 2: adopted",
		}},
		{"nothing is left", Options{Parties: []string{"RU"}, Types: []diff.EventType{diff.Adopted}}, "what concerns RU; only adopted", nil},
	} {
		r, err := New(d, c.opt)
		if err != nil {
			t.Errorf("%s: %v", c.why, err)
			continue
		}
		if diff := cmp.Diff(c.want, lines(r)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.why, diff)
		}
		if r.Filter != c.filter {
			t.Errorf("%s: filter %q, want %q", c.why, r.Filter, c.filter)
		}
		if r.Empty() != (c.want == nil) {
			t.Errorf("%s: Empty is %v", c.why, r.Empty())
		}
		n := 0
		for _, c := range r.Summary.Events {
			n += c.N
		}
		if n != len(r.Events) {
			t.Errorf("%s: the summary counts %d events, and there are %d", c.why, n, len(r.Events))
		}
	}
}

func TestNewErrors(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		opt  Options
		want string
	}{
		{Options{Parties: []string{"Atlantis"}}, `no delegation or group is called "Atlantis"`},
		{Options{Parties: []string{"CARCIOM"}}, `did you mean`},
		{Options{Units: []string{"art_99"}}, `neither text has a unit "art_99"`},
	} {
		if _, err := New(sample.Diff(), c.opt); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%+v: got %v, want %s", c.opt, err, c.want)
		}
	}
}

// TestGone checks that the words of a unit that went are those of what went
// with it, each once.
func TestGone(t *testing.T) {
	t.Parallel()
	build := func(s string) *snapshot.Snapshot { return snapshot.Build(plain.Read([]byte(s)), "draft.txt") }
	old := build("Article 1\nBoats\n1. Boats are kept afloat in all the harbours of the Parties.\n" +
		"OPTION I:\n2. Sails are kept dry by those who own the boats.\n(a) Every evening without exception;\n3. Oars may be lent to the secretariat of the Conference.\n" +
		"Article 2\nSails\nSails are not taxed.\n")
	new := build("Article 1\nBoats\n1. Boats are kept afloat in all the harbours of the Parties.\n2. Sails are kept dry by those who own the boats.\n")
	r, err := New(diff.Compare(old, new), Options{})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, s := range r.Sections {
		for _, e := range s.Entries {
			got = append(got, e.Cite+": "+e.What+" "+e.Words[0].Text)
		}
	}
	want := []string{
		"Article 1, Option I: removed Option I 3 Oars may be lent to the secretariat of the Conference.",
		"Article 1, Option I, paragraph 2, subparagraph (a): removed (a) Every evening without exception;",
		"Article 2: removed Article 2 Sails Sails are not taxed.",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestUnderstood(t *testing.T) {
	t.Parallel()
	place := func(from, to int) snapshot.Place { return snapshot.Place{Offset: from, EndOffset: to} }
	u := NewUnderstood(&snapshot.Snapshot{
		Document:  snapshot.Document{Source: snapshot.Source{Bytes: 1000}},
		Proposals: []snapshot.Proposal{{Certain: true}, {}, {Certain: true}},
		Diagnostics: []snapshot.Diagnostic{
			{Severity: "error", Source: place(100, 200)}, {Severity: "warning", Source: place(50, 150)},
			{Severity: "warning", Source: place(120, 130)}, {Severity: "info", Source: place(500, 1000)},
		},
	})
	if diff := cmp.Diff(Understood{Certain: 2, Proposals: 3, Clear: 850, Bytes: 1000}, u); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if got, want := u.String(), "66 % of the proposals certain, 85 % of the words free of doubt"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
