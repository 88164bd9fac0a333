package snapshot_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestUnitOverBlocks is on units whose bracket closes blocks later: section 5
// of the notation. What is proposed is the whole of the unit, by those whom
// the last block names, and nothing but it.
func TestUnitOverBlocks(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, in string
		want     []string
	}{
		{
			"an article that ends with a numbered paragraph",
			"[Article 5 bis. Costs\n\n1. Everyone pays for it.\n\n2. Nobody pays for it.: CN, RU; against – US]\n\nArticle 6\n\n1. Words.",
			[]string{`add art_5bis "Article 5 bis Costs 1 Everyone pays for it. 2 Nobody pays for it." CN RU against US`},
		},
		{
			"that ends with a paragraph without a number",
			"[Article 5 bis. Costs\n\nEveryone pays for it.\n\nNobody has to pay for it before the end of the year, nor may anybody be asked to pay for it by those who have paid for it before, unless the Conference of the States Parties decides that it must be paid for by all of those whom it serves. And not then.: CN, RU]\n\nArticle 6\n\n1. Words.",
			[]string{`add art_5bis "Article 5 bis Costs Everyone pays for it. Nobody has to pay for it before the end of the year, nor may anybody be asked to pay for it by those who have paid for it before, unless the Conference of the States Parties decides that it must be paid for by all of those whom it serves. And not then." CN RU`},
		},
		{
			"that ends with a short one",
			"[Article 5 bis. Costs\n\nEveryone pays for it.\n\nNobody pays.: CN, RU]\n\nArticle 6\n\n1. Words.",
			[]string{`add art_5bis "Article 5 bis Costs Everyone pays for it. Nobody pays." CN RU`},
		},
		{
			"an article whose heading has a bracket of its own",
			"[Article 5 bis. Costs]\n\n1. Everyone pays for it.\n\n2. Nobody pays for it.: CN, RU]\n\nArticle 6\n\n1. Words.",
			[]string{`add art_5bis "Article 5 bis Costs 1 Everyone pays for it. 2 Nobody pays for it." CN RU`},
		},
		{
			"a paragraph that ends with a subparagraph",
			"Article 5\n\n1. Words.\n\n[1 alt. Words in two cases:\n\n(a) first;\n\n(b) second.: CA]\n\n2. More.",
			[]string{`alternative art_5__para_1alt "1 alt Words in two cases: (a) first; (b) second." CA`},
		},
		{
			"whose label has a bracket of its own",
			"Article 5\n\n1. Words.\n\n[1 alt] Words in two cases:\n\n(a) first;\n\n(b) second.: CA]\n\n2. More.",
			[]string{`alternative art_5__para_1alt "1 alt Words in two cases: (a) first; (b) second." CA`},
		},
		{
			"a subparagraph that goes on behind a page break",
			"Article 5\n\n1. Words:\n\n(a) one;\n\n[(a bis) two and what belongs to it, and what does not belong to it, and\n\nthree: CA]\n\n(b) four.",
			[]string{`add art_5__para_1__subpara_abis "(a bis) two and what belongs to it, and what does not belong to it, and three" CA`},
		},
		{
			"an amendment in the last block is no end of the unit",
			"[Article 5 bis. Costs\n\n1. Everyone pays [for: US] it.\n\n2. Nobody pays [for: JP] it.: CN]",
			[]string{
				`add art_5bis "Article 5 bis Costs 1 Everyone pays it. 2 Nobody pays it." CN`,
				`insert art_5bis__para_1 "for" US`, `insert art_5bis__para_2 "for" JP`,
			},
		},
		{
			"a unit in brackets yields its id to the one that stands free",
			"Article 5\n\n[2. Words:\n\n(a) one [more: US];\n\n(b) two.: RU; retain – CA]\n\n2. Words [less: JP]:\n\n(a) three [too: NZ].\n\n[2. Words.: CN]",
			[]string{
				`delete-unit art_5__para_2_2 "" RU`, `insert art_5__para_2_2__subpara_a "more" US`,
				`insert art_5__para_2 "less" JP`, `insert art_5__para_2__subpara_a "too" NZ`,
				`rewrite art_5__para_2_3 "2 Words." CN`,
			},
		},
		{
			"an article with the plain number of none that stands",
			"Article 1\n\n1. Words.\n\n[Article 2. Costs\n\n1. Everyone pays [more: US].\n\n2. Nobody pays.: MX]\n\nArticle 3\n\n1. Words [less: JP].",
			[]string{
				`add art_2 "Article 2 Costs 1 Everyone pays. 2 Nobody pays." MX`,
				`insert art_2__para_1 "more" US`, `insert art_3__para_1 "less" JP`,
			},
		},
		{
			"and with that of one that stands",
			"Article 2\n\n1. Words.\n\n[Article 2. Costs\n\nEveryone pays.\n\nNobody pays.: MX]",
			[]string{`rewrite art_2_2 "Article 2 Costs Everyone pays. Nobody pays." MX`},
		},
		{
			"in one block too",
			"Article 2\n\n1. Words.\n\n[Article 2. Costs: MX]",
			[]string{`rewrite art_2_2 "Article 2 Costs" MX`},
		},
		{
			"a paragraph and a subparagraph with plain numbers",
			"Article 2\n\n1. Words.\n\n[1. In cases:\n\n(a) one;\n\n(b) two.: MX]\n\n2. In cases:\n\n[(a) these:\n\n(i) one;\n\n(ii) two.: RU]",
			[]string{
				`rewrite art_2__para_1_2 "1 In cases: (a) one; (b) two." MX`,
				`add art_2__para_2__subpara_a "(a) these: (i) one; (ii) two." RU`,
			},
		},
		{
			"a chapter, whose articles have its name; the next article is not in it",
			"Chapter I\n\nArticle 1\n\n1. Words.\n\n[Chapter II. Money\n\nArticle 1. Costs\n\n1. Everyone pays [more: US].\n\nArticle 2. Means\n\n1. Nobody pays.: MX]\n\nArticle 2\n\n1. Words [less: JP].",
			[]string{
				`add chp_II "Chapter II Money Article 1 Costs 1 Everyone pays. Article 2 Means 1 Nobody pays." MX`,
				`insert chp_II__art_1__para_1 "more" US`, `insert art_2__para_1 "less" JP`,
			},
		},
		{
			"a cluster",
			"CLUSTER 1\n\nArticle 1\n\n1. Words.\n\n[CLUSTER 2\n\nArticle 2. Costs\n\n1. Everyone pays.\n\n2. Nobody pays.: MX]\n\nArticle 3\n\n1. Words [less: JP].",
			[]string{`add cluster_2 "Cluster 2 Article 2 Costs 1 Everyone pays. 2 Nobody pays." MX`, `insert art_3__para_1 "less" JP`},
		},
		{
			"an article that all want gone but some",
			"[Article 2. Costs\n\n1. Everyone pays.\n\n[2. Nobody pays.: US]\n\n3. Words.: CH; retain – MX]",
			[]string{`delete-unit art_2 "" CH`, `add art_2__para_2 "2 Nobody pays." US`},
		},
		{
			"a unit that is nobody's is an open alternative and ends with its bracket",
			"[Article 2. Costs\n\n1. Everyone pays.\n\n2. Nobody pays.]\n\n3. Words.: MX]",
			[]string{`add art_2__para_3 "3 Words." MX`},
		},
		{
			"an open bracket that nothing closes proposes nothing",
			"Article 5\n\n[1. Words.\n\n2. More.\n\nArticle 6\n\n1. Words [more: US].",
			[]string{`insert art_6__para_1 "more" US`},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			s := buildMarkdown(c.in)
			checkSnapshot(t, s, c.in)
			var got []string
			for _, p := range s.Proposals {
				line := fmt.Sprintf("%s %s %q %s", p.Action, p.Unit, p.New, strings.Join(p.Sponsors, " "))
				if len(p.Against) > 0 {
					line += " against " + strings.Join(p.Against, " ")
				}
				got = append(got, line)
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}
