package diff_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/draftdiff/draftdiff/pkg/diff"
	"github.com/draftdiff/draftdiff/pkg/snapshot"
	"github.com/draftdiff/draftdiff/pkg/source/markdown"
)

// TestDoubtfulReadings is on two readings that were run together: that the first
// one is base text is only read so, and no silent edit may rest on it.
func TestDoubtfulReadings(t *testing.T) {
	t.Parallel()
	build := func(s string) *snapshot.Snapshot {
		return snapshot.Build(markdown.Read([]byte("Article 1\n\n1. "+s)), "draft.md")
	}
	const before = "States Parties [shall-may: CA] cooperate closely."
	for _, c := range []struct{ name, after, want string }{
		{"withdrawn with both", "States Parties cooperate closely.", "withdrawn art_1__para_1 replace{shall~may} (weaker: \"shall\" > \"may\")\n"},
		{"withdrawn, and the first stays", "States Parties shall cooperate closely.", "withdrawn art_1__para_1 replace{shall~may} (weaker: \"shall\" > \"may\")\n"},
		{"the first reworded", "States Parties [must-may: CA] cooperate closely.", "reworded art_1__para_1 replace{shall~may} > art_1__para_1 replace{must~may}\n"},
		{"adopted", "States Parties may cooperate closely.", "adopted art_1__para_1 replace{shall~may} (weaker: \"shall\" > \"may\")\n"},
		{"adopted as written", "States Parties shall may cooperate closely.", "adopted art_1__para_1 replace{shall~may} (weaker: \"shall\" > \"may\")\n"},
		{"words beside it", "States Parties [shall-may: CA] cooperate loosely.", "text \"closely\" > \"loosely\"\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(c.want, lines(diff.Compare(build(before), build(c.after)))); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}
