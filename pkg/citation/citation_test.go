package citation_test

import (
	"testing"

	"github.com/draftdiff/draftdiff/pkg/citation"
	"github.com/draftdiff/draftdiff/pkg/snapshot"
)

func TestCite(t *testing.T) {
	t.Parallel()
	units := []snapshot.Unit{
		{ID: "preamble", Kind: snapshot.KindPreamble},
		{ID: "preamble__rec_4quater", Kind: snapshot.KindRecital, Label: "4 quater", Parent: "preamble"},
		{ID: "chp_IV", Kind: snapshot.KindChapter, Label: "Chapter IV", Heading: "International cooperation"},
		{ID: "cluster_1", Kind: snapshot.KindCluster, Label: "Cluster 1", Parent: "chp_IV"},
		{ID: "art_56", Kind: snapshot.KindArticle, Label: "Article 56", Heading: "Scope", Parent: "cluster_1"},
		{ID: "art_56__heading", Kind: snapshot.KindHeading, Parent: "art_56"},
		{ID: "art_56__para", Kind: snapshot.KindParagraph, Parent: "art_56"},
		{ID: "art_56__para_2", Kind: snapshot.KindParagraph, Parent: "art_56"},
		{ID: "art_56__para_3alt", Kind: snapshot.KindParagraph, Label: "3 alt", Parent: "art_56"},
		{ID: "art_56__para_3alt_2", Kind: snapshot.KindParagraph, Label: "3 alt", Parent: "art_56"},
		{ID: "art_56__para_3alt_2__subpara_bbis", Kind: snapshot.KindSubparagraph, Label: "(b bis)", Parent: "art_56__para_3alt_2"},
		{ID: "art_56__para_3alt_2__subpara_bbis__item_ii", Kind: snapshot.KindItem, Label: "(ii)", Parent: "art_56__para_3alt_2__subpara_bbis"},
		{ID: "art_84__option_2", Kind: snapshot.KindOption, Label: "Option 2", Parent: "art_56"},
		{ID: "chp_Valt", Kind: snapshot.KindChapter, Label: "Chapter V alt"},
		{ID: "chp_Valt__art_86", Kind: snapshot.KindArticle, Label: "Article 86", Parent: "chp_Valt"},
		{ID: "chp_Valt__art_86_22", Kind: snapshot.KindArticle, Label: "Article 86", Parent: "chp_Valt"},
		{ID: "part_V", Kind: snapshot.KindChapter, Label: "Part V"},
		{ID: "art_90", Kind: snapshot.KindArticle, Label: "Article 90", Parent: "part_V"},
		{ID: "art_90__para", Kind: snapshot.KindParagraph, Parent: "art_90"},
		{ID: "art_90__para__subpara_a", Kind: snapshot.KindSubparagraph, Label: "(a)", Parent: "art_90__para"},
		{ID: "art_91", Kind: snapshot.KindArticle, Label: "Article 91", Parent: "part_V"},
		{ID: "art_91__para", Kind: snapshot.KindParagraph, Parent: "art_91"},
		{ID: "art_91__para__subpara_a", Kind: snapshot.KindSubparagraph, Label: "(a)", Parent: "art_91__para"},
		{ID: "art_91__para_1", Kind: snapshot.KindParagraph, Label: "1", Parent: "art_91"},
	}
	want := []string{
		"Preamble",
		"Preamble, paragraph 4 quater",
		"Chapter IV",
		"Cluster 1",
		"Article 56",
		"Article 56, heading",
		"Article 56, unnumbered paragraph",
		"Article 56, unnumbered paragraph (second)",
		"Article 56, paragraph 3 alt",
		"Article 56, paragraph 3 alt (second)",
		"Article 56, paragraph 3 alt (second), subparagraph (b bis)",
		"Article 56, paragraph 3 alt (second), subparagraph (b bis), item (ii)",
		"Article 56, Option 2",
		"Chapter V alt",
		"Chapter V alt, Article 86",
		"Chapter V alt, Article 86 (22nd)",
		"Part V",
		"Article 90",
		"Article 90, unnumbered paragraph",
		"Article 90, subparagraph (a)",
		"Article 91",
		"Article 91, unnumbered paragraph",
		"Article 91, unnumbered paragraph, subparagraph (a)",
		"Article 91, paragraph 1",
	}
	c := citation.New(&snapshot.Snapshot{Units: units})
	for i := range units {
		if got := c.Cite(i); got != want[i] {
			t.Errorf("%s: got %q, want %q", units[i].ID, got, want[i])
		}
	}
	if got := c.Title(4); got != "Article 56. Scope" {
		t.Errorf("title %q", got)
	}
	for unit, want := range map[int]int{1: 0, 2: 2, 3: 2, 4: 4, 11: 4, 14: 14} {
		if got := c.Section(unit); got != want {
			t.Errorf("%s: section %d, want %d", units[unit].ID, got, want)
		}
	}
}

func TestSuggest(t *testing.T) {
	t.Parallel()
	s := &snapshot.Snapshot{Units: []snapshot.Unit{
		{ID: "art_5", Kind: snapshot.KindArticle, Label: "Article 5"},
		{ID: "art_56", Kind: snapshot.KindArticle, Label: "Article 56"},
		{ID: "art_56__para_3alt", Kind: snapshot.KindParagraph, Label: "3 alt", Parent: "art_56"},
		{ID: "art_56__para_3alt_2", Kind: snapshot.KindParagraph, Label: "3 alt", Parent: "art_56"},
		{ID: "art_56__para_3alt_2__subpara_b", Kind: snapshot.KindSubparagraph, Label: "(b)", Parent: "art_56__para_3alt_2"},
	}}
	for name, want := range map[string]string{
		"Article 56": "art_56", "art. 56": "art_56", "56": "art_56", "art56": "art_56", "5": "art_5",
		"Article 56, paragraph 3 alt": "art_56__para_3alt", "ART_56_PARA_3ALT": "art_56__para_3alt",
		"Article 56, paragraph 3 alt (second), subparagraph (b)": "art_56__para_3alt_2__subpara_b",
		"Article 57": "", "": "", "…": "",
	} {
		if got := citation.Suggest(s, name); got != want {
			t.Errorf("%q: got %q, want %q", name, got, want)
		}
	}
}
