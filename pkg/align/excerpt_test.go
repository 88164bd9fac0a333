package align_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/draftdiff/draftdiff/pkg/align"
	"github.com/draftdiff/draftdiff/pkg/snapshot"
	"github.com/draftdiff/draftdiff/pkg/source/plain"
)

// TestExcerpts is on pairs of short plain texts in the manner of drafts whose
// brackets name nobody. Each was made after a pair of published drafts on which
// a hand check had found the alignment wrong.
func TestExcerpts(t *testing.T) {
	t.Parallel()
	build := func(s string) *snapshot.Snapshot { return snapshot.Build(plain.Read([]byte(s[1:])), "draft.txt") }
	for _, c := range []struct{ name, reason, old, new, want string }{{
		"heading", "an article has one title, so that another title is the same heading in other words",
		`
Article 3
Immunity
This Agreement does not apply to boats of the navy.
`, `
Article 3
Exceptions
This Agreement does not apply to boats of the navy.
`, `
reworded art_3 > art_3
reworded art_3__heading > art_3__heading
`}, {
		"option chosen", "the paragraph of the chosen option is the paragraph, and not the option that held it",
		`
Article 22
1. Parties shall ensure that boats are assessed.
OPTION I:
2. When Parties determine that a boat is likely to sink, they shall publish a report.
OPTION II:
2. Where a boat that is to be built within a harbour is likely to sink in the open sea, the Party shall ensure that an assessment of that boat is conducted under its national law. The Party shall:
(a) Keep the report of the assessment where all Parties can read it;
`, `
Article 22
1. Parties shall ensure that boats are assessed.
2. Where a boat that is to be built within a harbour may sink in the open sea, the Party shall ensure that an assessment of that boat is conducted under its national law. That Party shall:
(a) Keep the report of the assessment where other Parties can read it;
`, `
removed art_22__option_I > 
removed art_22__option_I__para_2 > 
removed art_22__option_II > 
reworded art_22__option_II__para_2 > art_22__para_2
reworded art_22__option_II__para_2__subpara_a > art_22__para_2__subpara_a
`}, {
		"words on an option", "the words on an option that holds paragraphs are no paragraph's",
		`
Article 5
OPTION II: The following text to be part of article 4
1. The Harbour Mechanism shall serve this Agreement on boats.
2. Upon the completion of its review the Mechanism for Loss of Boats shall be subject to the authority of the Conference.
`, `
Article 5
1. Parties recognize the importance of averting and minimizing the effects of storms.
2. The Mechanism for Loss of Boats shall be subject to the authority of the Conference of the Parties.
`, `
removed art_5__option_II > 
removed art_5__option_II__para_1 > 
added  > art_5__para_1
reworded art_5__option_II__para_2 > art_5__para_2
`}, {
		"unlike paragraph of an option", "numbers begin again in each option, so that the same number alone proves nothing",
		`
Article 22
1. Parties shall ensure that boats are assessed.
OPTION I:
2. Where a boat sinks, the Party may request the Conference to provide advice on it.
`, `
Article 22
1. Parties shall ensure that boats are assessed.
2. Upon receiving that report, the Conference may provide comments of its members.
`, `
removed art_22__option_I > 
removed art_22__option_I__para_2 > 
added  > art_22__para_2
`}, {
		"list taken out of a paragraph", "the words of a paragraph that became its list are not gone, nor new",
		`
Article 18
4. Where boats leave the harbour of a State, owners shall: (a) undertake consultations, including prior notification, with that State; and (b) consider the comments of that State on the boats and provide written responses.
5. Owners shall pay the fees of the harbour.
`, `
Article 18
4. Where boats leave the harbour of a State, owners shall:
(a) Undertake consultations, including prior notification, with that State;
(b) Consider the comments of that State on the boats and provide written responses.
5. Owners shall pay the fees of the harbour.
`, `
split art_18__para_4 > art_18__para_4 art_18__para_4__subpara_a art_18__para_4__subpara_b
`}, {
		"note in both texts", "a unit that had moved before the old text has not moved again, nor gone",
		`
Article 48
6. The Conference may ask the Tribunal for an advisory opinion on a proposal. [Moved from article 55 ter]
Article 54 bis
Prevention of disputes
Moved as article 54 ante
Article 55 ter
Advisory opinions
Moved as article 48(6)
`, `
Article 48
6. The Conference may ask the Tribunal for an advisory opinion on any proposal.
Article 54 bis
Prevention of disputes
Moved as article 54 ante
Article 55 ter
Advisory opinions
Moved as article 48(6)
`, `
reworded art_48__para_6 > art_48__para_6
`}, {
		"article declared", "a note says that an article went in front of another one, and a paragraph into an article",
		`
Article 48
1. The Conference shall adopt its rules by consensus at its first meeting.
Article 54 bis
Prevention of disputes
Parties shall cooperate in order to prevent disputes and agree on efficient procedures in their bodies.
Article 55
Advisory opinions
The Conference may ask the Tribunal for an advisory opinion on the conformity of a proposal with this Agreement.
`, `
Article 48
1. The Conference shall adopt its rules by consensus at its first meeting.
6. The Conference may ask the Tribunal to give an opinion on the conformity of a proposal with this Agreement.
Article 54 ante
Prevention of disputes
Parties shall cooperate to prevent disputes and shall agree on efficient procedures in their bodies.
Article 54 bis
Prevention of disputes
Moved as article 54 ante
Article 55
Advisory opinions
Deleted and moved to article 48(6)
`, `
moved art_55__para > art_48__para_6
renumbered art_54bis > art_54ante
reworded art_54bis__para > art_54ante__para
added  > art_54bis
added  > art_54bis__heading
added  > art_54bis__note
added  > art_55__note
`}, {
		"brackets taken off", "a paragraph without a number that was read as a note is not renumbered when it is none",
		`
Article 5
[The draft has a list of boats]
`, `
Article 5
The draft has a list of boats, which Parties keep.
`, `
reworded art_5__note > art_5__para
`}} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			old, new := build(c.old), build(c.new)
			al := align.Align(old, new)
			if d := cmp.Diff(strings.TrimPrefix(c.want, "\n"), lines(al)); d != "" {
				t.Errorf("%s (-want +got):\n%s", c.reason, d)
			}
			Mirrors(t, al, align.Align(new, old))
		})
	}
}
