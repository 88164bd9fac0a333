package report

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/draftdiff/draftdiff/pkg/diff"
	"github.com/draftdiff/draftdiff/pkg/report/internal/sample"
	"github.com/draftdiff/draftdiff/pkg/snapshot"
)

func newPage(t *testing.T, opt Options) *Page {
	t.Helper()
	r, err := New(sample.Diff(), opt)
	if err != nil {
		t.Fatal(err)
	}
	return NewPage(r)
}

// TestPage checks that every entry of a report is on its page once, under its
// unit, and is counted there.
func TestPage(t *testing.T) {
	t.Parallel()
	for _, opt := range []Options{{}, {Parties: []string{"RU"}}, {Units: []string{"art_1"}}, {Types: []diff.EventType{diff.Text}}} {
		p := newPage(t, opt)
		want := map[*Entry]bool{}
		for i := range p.Report.Silent {
			want[&p.Report.Silent[i]] = true
		}
		for i := range p.Sections {
			for k := range p.Sections[i].Entries {
				want[&p.Sections[i].Entries[k]] = true
			}
		}
		all, counted, number := len(want), 0, 0
		see := func(row *Row) {
			for _, item := range row.Items {
				if number++; item.N != number {
					t.Errorf("%+v: %s is number %d, want %d", opt, item.Cite, item.N, number)
				}
				if item.Cite != row.Cite && item.Event != nil && item.Event.Type != diff.Moved {
					t.Errorf("%+v: %s stands under %s", opt, item.Cite, row.Cite)
				}
				delete(want, item.Entry)
			}
		}
		for _, row := range p.Silent {
			see(row)
		}
		for i := range p.Parts {
			counted += p.Parts[i].Counts.Sum()
			for _, row := range p.Parts[i].Rows {
				see(row)
			}
		}
		if len(want) > 0 || counted != all || p.Changes != all {
			t.Errorf("%+v: of %d entries %d are missing, %d counted, %d numbered", opt, all, len(want), counted, p.Changes)
		}
	}
}

// spell marks a wording as the text report does; marks are {N}.
func spell(list []Piece) string {
	var b strings.Builder
	for _, p := range list {
		switch {
		case p.Mark != nil:
			b.WriteString("{" + p.Mark.What + "}")
		case p.Op == diff.Insert:
			b.WriteString("{+" + p.Text + "+}")
		case p.Op == diff.Delete:
			b.WriteString("{-" + p.Text + "-}")
		default:
			b.WriteString(p.Text)
		}
	}
	return b.String()
}

// TestWording checks where marks and brackets stand, and that the sides of a
// row spell the texts.
func TestWording(t *testing.T) {
	t.Parallel()
	p := newPage(t, Options{})
	var rows []string
	for i := range p.Parts {
		for _, row := range p.Parts[i].Rows {
			if len(row.Wording) > 0 && !row.Proposed {
				rows = append(rows, row.Cite+": "+spell(row.Wording))
			}
		}
	}
	want := []string{
		"Article 1, paragraph 1: {withdrawn}{other sponsors}{change of side}{reworded}States Parties {-shall-}{+should+} cooperate with each other in the prevention of offences, in good faith and without delay.",
		"Article 1, paragraph 2: {adopted}Data shall be {+securely +}kept.",
		"Article 1, paragraph 2, subparagraph (a): {moved}For one year.",
	}
	if diff := cmp.Diff(want, rows); diff != "" {
		t.Errorf("wordings (-want +got):\n%s", diff)
	}
	row := p.Parts[0].Rows[1]
	if got, want := spell(row.New), "{+[+}{+ → may, as appropriate,: US, JP; retain – RU]+}States Parties {+should+} cooperate"; !strings.HasPrefix(got, want) {
		t.Errorf("the new side is %q, want %q …", got, want)
	}
}

// TestLay puts marks into a redline.
func TestLay(t *testing.T) {
	t.Parallel()
	segments := diff.Redline("one two three", "one four three")
	at := func(n int, text string) mark { return mark{n, Piece{Op: diff.Equal, Text: text, Bracket: true}} }
	for _, c := range []struct {
		why      string
		without  diff.Op
		old, new []mark
		want     string
	}{
		{"nothing", 0, nil, nil, "one {-two-}{+four+} three"},
		{"within a segment", 0, []mark{at(5, "*")}, nil, "one {-t-}*{-wo-}{+four+} three"},
		{"at both ends", 0, []mark{at(0, "<"), at(13, ">")}, nil, "<one {-two-}{+four+} three>"},
		{"out of order", diff.Insert, []mark{at(7, "b"), at(3, "a")}, nil, "onea {-two-}b three"},
		{"both texts", 0, []mark{at(4, "o")}, []mark{at(8, "n")}, "one o{-two-}{+four+}n three"},
		{"behind the end", diff.Delete, nil, []mark{at(99, "*")}, "one {+four+} three*"},
	} {
		if got := spell(lay(segments, c.without, c.old, c.new)); got != c.want {
			t.Errorf("%s: %q, want %q", c.why, got, c.want)
		}
	}
}

// TestCluster checks that those who act together stand together.
func TestCluster(t *testing.T) {
	t.Parallel()
	s := &snapshot.Snapshot{}
	add := func(n int, against []string, sponsors ...string) {
		for range n {
			s.Proposals = append(s.Proposals, snapshot.Proposal{Sponsors: sponsors, Against: against})
		}
	}
	add(5, []string{"US"}, "RU", "CN")
	add(4, nil, "US", "JP")
	add(1, nil, "JP", "CN")
	add(3, nil, "CL")
	r := &Report{Diff: &diff.Diff{Old: s, New: &snapshot.Snapshot{}}}
	c := r.Coalitions()
	if diff := cmp.Diff([]string{"US", "JP", "CN", "RU", "CL"}, c.Parties); diff != "" {
		t.Errorf("order (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]int{0, 2, 4}, c.Starts); diff != "" {
		t.Errorf("coalitions (-want +got):\n%s", diff)
	}
	if c.Old.Together[2][3] != 5 || c.Old.Against[0][3] != 5 || c.Old.Against[3][0] != 0 || c.New.Together[2][3] != 0 {
		t.Errorf("relations %+v", c)
	}
}

// TestTurnovers checks who won and lost sponsorships.
func TestTurnovers(t *testing.T) {
	t.Parallel()
	r, err := New(sample.Diff(), Options{})
	if err != nil {
		t.Fatal(err)
	}
	want := []Turnover{{Party: "JP", Joined: 1, Adopted: 1}, {Party: "+41", Added: 1}, {Party: "@SUM(A1)", Added: 1}, {Party: "CA", Left: 1}, {Party: "CARICOM", Withdrawn: 1}}
	if diff := cmp.Diff(want, r.Turnovers()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestFindSide reads lists of parties as people write them.
func TestFindSide(t *testing.T) {
	t.Parallel()
	s := sample.Diff().New
	side, err := FindSide(s, "", []string{"US,RU", "Bolivia, Plurinational State of", "n0"}, []string{"eu & ms"})
	if err != nil {
		t.Fatal(err)
	}
	if got, want := side.String(), "base + US, RU, BO, n0 − EU & mS"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if _, err := FindSide(s, "base", nil, []string{"US, Atlantis"}); err == nil {
		t.Error("no error for an unknown party")
	}
}
