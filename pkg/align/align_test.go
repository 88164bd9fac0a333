package align_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/draftdiff/draftdiff/pkg/align"
	"github.com/draftdiff/draftdiff/pkg/align/aligntest"
)

// lines writes the pairs that changed, one a line.
func lines(al *align.Alignment) string {
	var b strings.Builder
	for _, p := range al.Pairs {
		if p.Change == align.Same {
			continue
		}
		var old, new []string
		for _, i := range p.Old {
			old = append(old, al.Old.Units[i].ID)
		}
		for _, j := range p.New {
			new = append(new, al.New.Units[j].ID)
		}
		fmt.Fprintf(&b, "%s %s > %s\n", p.Change, strings.Join(old, " "), strings.Join(new, " "))
	}
	return b.String()
}

func TestAlign(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, reason, old, new, want string }{{
		name:   "self",
		reason: "a document against itself has no change, units without words and repeated ones included",
		old: `
1 Scope
	1 Deleted.
	2 Deleted.
	- 
2 Scope
	1 Deleted.
`, new: `
1 Scope
	1 Deleted.
	2 Deleted.
	- 
2 Scope
	1 Deleted.
`,
	}, {
		name:   "renumbered",
		reason: "a paragraph that went takes the numbers of those behind it along",
		old: `
58 Extradition
	3 Offences that are not in this list may be the ground of a request.
	4 Each of the offences shall be deemed to be included in a treaty.
	5 A Party that makes extradition conditional on a treaty may use this one.
`, new: `
58 Extradition
	3 Each of the offences shall be deemed to be included in a treaty.
	4 A Party that makes extradition conditional on a treaty may use this one.
`, want: `
removed art_58__para_3 > 
renumbered art_58__para_4 > art_58__para_3
renumbered art_58__para_5 > art_58__para_4
`,
	}, {
		name:   "moved to the end",
		reason: "the fewest units are called moved: one moved, the others were only renumbered",
		old: `
61 Assistance
	15 The requested Party may ask for more information when it needs it.
	16 A request shall be executed in accordance with domestic law.
	17 The requesting Party shall not use the evidence for another purpose.
	18 Confidentiality shall be kept except to execute the request.
`, new: `
61 Assistance
	15 A request shall be executed in accordance with domestic law.
	16 The requesting Party shall not use the evidence for another purpose.
	17 Confidentiality shall be kept except to execute the request.
	18 The requested Party may ask for more information when it needs it.
`, want: `
renumbered art_61__para_16 > art_61__para_15
renumbered art_61__para_17 > art_61__para_16
renumbered art_61__para_18 > art_61__para_17
moved art_61__para_15 > art_61__para_18
`,
	}, {
		name:   "moved elsewhere",
		reason: "a paragraph under another article has moved, reworded or not",
		old: `
1 Scope
	1 This Convention applies to offences committed with the use of computers.
	2 Nothing in this Convention affects the immunity of the officials of a State.
2 Terms
	1 The term data means any representation of facts in a form suitable for processing.
`, new: `
1 Scope
	1 This Convention applies to offences committed with the use of computers.
2 Terms
	1 The term data means any representation of facts in a form suitable for processing.
	2 Nothing in this Convention affects the immunity of the officials of any State.
`, want: `
moved art_1__para_2 > art_2__para_2
`,
	}, {
		name:   "children of a renumbered article",
		reason: "an article was inserted: the ones behind it are renumbered, what is in them is the same",
		old: `
1 Scope
	1 This Convention applies to offences committed with the use of computers.
2 Terms
	1 The term data means any representation of facts in a form suitable for processing.
	2 Deleted.
`, new: `
1 Scope
	1 This Convention applies to offences committed with the use of computers.
2 Sovereignty
	1 States shall carry out their obligations in a manner consistent with sovereign equality.
	2 Deleted.
3 Terms
	1 The term data means any representation of facts in a form suitable for processing.
	2 Deleted.
`, want: `
added  > art_2
added  > art_2__para_1
added  > art_2__para_2
renumbered art_2 > art_3
`,
	}, {
		name:   "small articles",
		reason: "an article with words that many have is told by its neighbours",
		old: `
1 Scope
	- This Convention applies to offences committed with the use of computers.
2
	- (repealed)
3 Terms
	- The term data means any representation of facts in a form suitable for processing.
4
	- (repealed)
5 Victims
	- Each Party shall give assistance and protection to victims of offences.
`, new: `
1 Scope
	- This Convention applies to offences committed with the use of computers.
1a
	- (repealed)
2 Terms
	- The term data means any representation of facts in a form suitable for processing.
3
	- (repealed)
4 Victims
	- Each Party shall give assistance and protection to victims of offences.
`, want: `
renumbered art_2 > art_1a
renumbered art_3 > art_2
renumbered art_4 > art_3
renumbered art_5 > art_4
`,
	}, {
		name:   "split and merged",
		reason: "two paragraphs that have the words of one are a split, the other way round a merge",
		old: `
7 Data
	1 The Party shall protect personal data against loss or unlawful access. It shall inform the other Party without delay of every breach that it learns of.
	2 Costs shall be borne by the requested Party unless otherwise agreed.
	3 Expenses of an extraordinary nature shall be the subject of consultations between the two Parties.
`, new: `
7 Data
	1 The Party shall protect personal data against loss or unlawful access.
	2 It shall inform the other Party without delay of every breach that it learns of.
	3 Costs shall be borne by the requested Party unless otherwise agreed. Expenses of an extraordinary nature shall be the subject of consultations between the two Parties.
`, want: `
split art_7__para_1 > art_7__para_1 art_7__para_2
merged art_7__para_2 art_7__para_3 > art_7__para_3
`,
	}, {
		name:   "declared",
		reason: "a note says where the unit went, and most of its words are there",
		old: `
48 Decisions
	1 The Conference shall adopt its rules by consensus at its first meeting.
55ter Opinions
	- The Conference may ask the Tribunal for an advisory opinion on the conformity of a proposal with this Agreement.
`, new: `
48 Decisions
	1 The Conference shall adopt its rules by consensus at its first meeting.
	6 The Conference may decide to request the Tribunal to give an advisory opinion on a legal question on the conformity of a proposal with this Agreement.
55ter Opinions
	- Moved as article 48(6)
`, want: `
moved art_55ter__para > art_48__para_6
added  > art_55ter__para
`,
	}, {
		name:   "list dropped",
		reason: "a paragraph that lost its list is known by its own words, under another number too",
		old: `
7 Technology
	1 All Parties, noting the importance of boats, shall strengthen cooperative action on harbours through:
		a Improving the capacity of shipyards according to nationally determined needs and priorities;
		b Addressing barriers to the transfer of safe and environmentally sound sails and oars;
	2 Parties share a long-term vision of fully realizing the development of harbours.
`, new: `
7 Technology
	1 Parties share a long-term vision of fully realizing the development of harbours.
	2 Parties, noting the importance of boats, shall strengthen cooperative action on harbours.
`, want: `
moved art_7__para_2 > art_7__para_1
renumbered art_7__para_1 > art_7__para_2
removed art_7__para_1__subpara_a > 
removed art_7__para_1__subpara_b > 
`,
	}, {
		name:   "the only ones left",
		reason: "little in common is enough for two units between the same two pairs, if there are no others",
		old: `
3 Timing
	8 Parties shall communicate a contribution every five years in accordance with decisions.
	9 The secretariat shall decide on common timeframes for all reports, no later than its third meeting.
	10 A Party may at any time adjust its existing contribution with a view to more ambition.
`, new: `
3 Timing
	9 Parties shall communicate a contribution every five years in accordance with decisions.
	10 The Conference of the Parties serving as the meeting of the Parties shall consider common time frames for contributions at its first session.
	11 A Party may at any time adjust its existing contribution with a view to more ambition.
`, want: `
renumbered art_3__para_8 > art_3__para_9
renumbered art_3__para_9 > art_3__para_10
renumbered art_3__para_10 > art_3__para_11
`,
	}, {
		name:   "one of several left",
		reason: "it is not enough if there is another one",
		old: `
3 Timing
	8 Parties shall communicate a contribution every five years in accordance with decisions.
	9 The secretariat shall decide on common timeframes for all reports, no later than its third meeting.
	10 A Party may at any time adjust its existing contribution with a view to more ambition.
`, new: `
3 Timing
	9 Parties shall communicate a contribution every five years in accordance with decisions.
	10 The Conference of the Parties serving as the meeting of the Parties shall consider common time frames for contributions at its first session.
	11 Boats that carry passengers are exempt from fees.
	12 A Party may at any time adjust its existing contribution with a view to more ambition.
`, want: `
renumbered art_3__para_8 > art_3__para_9
removed art_3__para_9 > 
added  > art_3__para_10
added  > art_3__para_11
renumbered art_3__para_10 > art_3__para_12
`,
	}, {
		name:   "alternative adopted",
		reason: "the same words beat the same number: the alternative became the paragraph",
		old: `
2 Purposes
	1 The Parties shall cooperate with each other to the fullest extent possible in criminal matters.
	1alt States may exchange information in criminal matters where they find it appropriate to do so. {unit:PH}
`, new: `
2 Purposes
	1 States may exchange information in criminal matters where they find it appropriate to do so.
`, want: `
removed art_2__para_1 > 
renumbered art_2__para_1alt > art_2__para_1
`,
	}, {
		name:   "shape means nothing",
		reason: "quotes, dashes, case and white space of another shape leave a unit the same",
		old:    "1 Terms\n\t1 The term “data” means co-operation of the Parties.\n",
		new:    "1 TERMS\n\t1 The term \"data\" means  co–operation of the parties.\n",
	}} {
		t.Run(c.name, func(t *testing.T) {
			old, new := aligntest.Parse(c.old), aligntest.Parse(c.new)
			al := align.Align(old, new)
			if d := cmp.Diff(strings.TrimPrefix(c.want, "\n"), lines(al)); d != "" {
				t.Errorf("%s (-want +got):\n%s", c.reason, d)
			}
			Mirrors(t, al, align.Align(new, old))
		})
	}
}

// Mirrors fails unless back is the mirror of al.
func Mirrors(t *testing.T, al, back *align.Alignment) {
	t.Helper()
	mirror := map[align.Change]align.Change{align.Added: align.Removed, align.Removed: align.Added, align.Split: align.Merged, align.Merged: align.Split}
	for _, p := range al.Pairs {
		var q align.Pair
		if len(p.Old) > 0 {
			q = back.Pairs[back.OfNew[p.Old[0]]]
		} else {
			q = back.Pairs[back.OfOld[p.New[0]]]
		}
		want := p
		want.Old, want.New, want.Change, want.Rule = p.New, p.Old, p.Change, q.Rule
		if c, ok := mirror[p.Change]; ok {
			want.Change = c
		}
		if d := cmp.Diff(want, q); d != "" {
			t.Fatalf("not a mirror (-there +back):\n%s", d)
		}
	}
}
