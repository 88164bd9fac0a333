package history_test

import (
	"encoding/csv"
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/draftdiff/draftdiff/pkg/history"
	"github.com/draftdiff/draftdiff/pkg/snapshot"
	"github.com/draftdiff/draftdiff/pkg/source/open"
)

const negotiation = "../../fixtures/negotiation/"

// text reads one session of the constructed negotiation.
func text(t testing.TB, name string) *snapshot.Snapshot {
	t.Helper()
	b, err := os.ReadFile(negotiation + name)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := open.Read(name, b, open.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	return snapshot.Build(doc, name)
}

func sessions(t testing.TB) (list []*snapshot.Snapshot) {
	for i := range 5 {
		list = append(list, text(t, fmt.Sprintf("session-%d.md", i+1)))
	}
	return list
}

// TestStoryline checks that what is reported of the constructed negotiation is
// its true history, every line of it and nothing else, and that each proposal
// of the story is one thread.
func TestStoryline(t *testing.T) {
	t.Parallel()
	h := history.Build(sessions(t), nil)
	f, err := os.Open(negotiation + "history.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	// A name and a thread are bound where both appear first; from then on the two
	// have to go together.
	names, bound := map[int]string{}, map[string]bool{}
	bind := func(thread int, name string) {
		if names[thread] == "" && !bound[name] {
			names[thread], bound[name] = name, true
		}
	}
	for i, e := range h.Events {
		if i+1 < len(rows) && e.Proposal > 0 {
			bind(e.Proposal, rows[i+1][1])
			for _, o := range e.Others {
				bind(o, rows[i+1][7])
			}
		}
	}
	var got, told []string
	for _, e := range h.Events {
		var others []string
		for _, o := range e.Others {
			if e.Proposal > 0 {
				others = append(others, names[o])
			} else {
				others = append(others, h.CiteAt(o, e.Session))
			}
		}
		row := []string{strconv.Itoa(e.Session), names[e.Proposal], e.What.String(), h.CiteAt(e.Unit, e.Session), strings.Join(e.Parties, "; "), e.From, e.To, strings.Join(others, "; ")}
		got = append(got, strings.Join(row, " | "))
	}
	for _, r := range rows[1:] {
		told = append(told, strings.Join(r, " | "))
	}
	if diff := cmp.Diff(told, got); diff != "" {
		t.Errorf("the history (-want +got):\n%s", diff)
	}
}
