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
