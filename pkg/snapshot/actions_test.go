package snapshot_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/draftdiff/draftdiff/pkg/snapshot"
)

// TestActions is on section 3 of the notation: what a proposal does to the
// words of a paragraph whose marks a conversion has smeared or lost. "?" stands
// behind what is not certain.
func TestActions(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		in   string
		want []string
	}{
		// Two readings run together.
		{`the [crime cybercrime: NG] here`, []string{`replace? "crime" "cybercrime" NG`}},
		{`any ~~[communication—; information: RU]~~ so`, []string{`replace? "communication" "information" RU`}},
		{`acts [covered-by-established in accordance with: US] it`, []string{`replace? "covered-by" "established in accordance with" US`}},
		{`the ~~[Training-Capacity-building and: AU]~~ here`, []string{`replace? "Training" "Capacity-building and" AU`}},
		{`and ~~[make-making: JP]~~ it`, []string{`replace? "make" "making" JP`}},
		{`of ~~[an the last: RU]~~ one`, []string{`replace? "an" "the last" RU`}},
		{`other (financial/economic: CO) crimes`, []string{`replace? "financial" "economic" CO`}},
		{`at [(interrogations: TO)-hearings: RU] so`, []string{`replace? "interrogations" "hearings" RU`, `delete? "interrogations" "" TO`}},
		{`the [sixty-fifth: MX] one`, []string{`insert "" "sixty-fifth" MX`}},
		// Words that replace struck ones of the same parties inside the group.
		{`or [~~(other: RU)~~ judicial: RU, CN] acts`, []string{`replace? "other" "judicial" RU CN`, `delete "other" "" RU`}},
		{`the ~~[industry]~~ other (relevant: ID) users: IN] in`, []string{`replace "industry" "other users" IN`, `insert "" "relevant" ID`}},
		// A strike that says nothing.
		{`property ~~[/assets: RU; delete: TZ]~~ of`, []string{`insert? "" "/assets" RU against TZ`}},
		{`by ~~[the return of (the proceeds: DZ) it: PK]~~ so`, []string{`delete "the return of the proceeds it" "" PK`, `delete? "the proceeds" "" DZ`}},
		{`~~[8. Words [move to article 6: US]: CH]~~`, []string{`delete-unit "" "" CH`, `move-unit "" "" US`}},
		{"[1 bis ~~Words which a page break~~ ends before\n\nthe others: CO]", []string{`add "" "1 bis ends before the others" CO`}},
		{"~~[1 bis. Words which a strike covers up to~~\n\nthe others: CO]", []string{`add? "" "1 bis Words which a strike covers up to the others" CO`}},
		// A wish whose brackets are lost: in mid-sentence it cannot be told about what.
		{`of reciprocity, ~~delete – JP~~ as well as laws`, []string{`other? "" "" JP`}},
		{`of reciprocity. ~~Delete – JP~~`, []string{`delete-unit? "" "" JP`}},
		{`of reciprocity. Delete – JP; against – US`, []string{`delete-unit? "" "" JP against US`}},
		// What "delete" in parentheses is about.
		{`~~[(and so: DZ)]~~ carried out ~~(delete): ID]~~, and`, []string{`delete "and so carried out" "" ID`, `delete "and so" "" DZ`}},
	} {
		t.Run(c.in, func(t *testing.T) {
			t.Parallel()
			var got []string
			for _, p := range buildMarkdown("Article 5\n\n1. A paragraph.\n\n" + c.in).Proposals {
				got = append(got, sentence(&p))
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// sentence says in one line what a proposal does, and for whom.
func sentence(p *snapshot.Proposal) string {
	certain := "?"
	if p.Certain {
		certain = ""
	}
	s := fmt.Sprintf("%s%s %q %q %s", p.Action, certain, p.Old, p.New, strings.Join(p.Sponsors, " "))
	if len(p.Against) > 0 {
		s += " against " + strings.Join(p.Against, " ")
	}
	return s
}
