package diff_test

import (
	"strings"
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

// TestWordsOfSubunits is on a proposed paragraph, whose words are those of its
// subparagraphs too.
func TestWordsOfSubunits(t *testing.T) {
	t.Parallel()
	build := func(a, b string) *snapshot.Snapshot {
		return snapshot.Build(markdown.Read([]byte("Article 1\n\n1. States Parties cooperate.\n\n[1 bis. States Parties ensure that:\n\n(a) "+a+";\n\n(b) "+b+".: US]")), "draft.md")
	}
	const a, b = "Requests [of others: EG] are answered", "Costs are borne by the requested State"
	const adopted = "adopted art_1__para_1bis__subpara_a insert{~of others}\n"
	for _, c := range []struct{ name, a, b, want string }{
		{"adopted within", "Requests of others are answered", b, adopted},
		{"and reworded", "Requests of others are answered", "Fees are borne by the requested State", adopted + "reworded"},
		{"and longer", "Requests of others are answered", b + ";\n\n(c) Data are protected", adopted + "reworded"},
		{"reworded alone", "Replies [of others: EG] are answered", b, "reworded"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			got := lines(diff.Compare(build(a, b), build(c.a, c.b)))
			first, rest, _ := strings.Cut(got, "reworded art_1__para_1bis add{")
			if rest != "" {
				_, behind, _ := strings.Cut(rest, "\n")
				got = first + behind + "reworded"
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}
