package snapshot_test

import (
	"testing"

	"github.com/draftdiff/draftdiff/pkg/snapshot"
)

// TestCompromise checks who decides which proposals a reading has.
func TestCompromise(t *testing.T) {
	t.Parallel()
	s := buildMarkdown("#### Article 1. Scope\n\n1. Parties [~~shall~~ may: US] [actively: RU, US] cooperate [fully: RU].\n")
	last := len(s.Units) - 1
	for _, c := range []struct {
		why            string
		as             string
		accept, reject []string
		want           string
	}{
		{"no change", snapshot.Base, nil, nil, "Parties shall cooperate."},
		{"what one side sponsors", snapshot.Base, []string{"RU"}, nil, "Parties shall actively cooperate fully."},
		{"the reading of a party and more", "US", []string{"RU"}, nil, "Parties may actively cooperate fully."},
		{"a rejection outweighs another sponsor", "US", nil, []string{"RU"}, "Parties may cooperate."},
		{"and what was accepted", snapshot.Base, []string{"US", "RU"}, []string{"US"}, "Parties shall cooperate fully."},
		{"one proposal", snapshot.Base, []string{s.Proposals[2].ID}, nil, "Parties shall cooperate fully."},
		{"all but one proposal", "US", nil, []string{s.Proposals[0].ID}, "Parties shall actively cooperate."},
	} {
		if got := snapshot.NewCompromise(s, c.as, c.accept, c.reject).Text(last); got != c.want {
			t.Errorf("%s: %q, want %q", c.why, got, c.want)
		}
	}
}
