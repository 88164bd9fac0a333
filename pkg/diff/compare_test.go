package diff_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/draftdiff/draftdiff/pkg/align/aligntest"
	"github.com/draftdiff/draftdiff/pkg/diff"
	"github.com/draftdiff/draftdiff/pkg/snapshot"
)

// lines writes events, one a line.
func lines(d *diff.Diff) string {
	var b strings.Builder
	for i := range d.Events {
		e := &d.Events[i]
		fmt.Fprintf(&b, "%s", e.Type)
		if e.Text != nil {
			fmt.Fprintf(&b, " %q > %q", e.Text.Old, e.Text.New)
		}
		if p := d.OldProposal(e); p != nil {
			fmt.Fprintf(&b, " %s %s{%s~%s}", p.Unit, p.Action, p.Old, p.New)
		}
		if p := d.NewProposal(e); p != nil {
			fmt.Fprintf(&b, " > %s %s{%s~%s}", p.Unit, p.Action, p.Old, p.New)
		}
		if len(e.Joined)+len(e.Left) > 0 {
			fmt.Fprintf(&b, " +%s -%s", strings.Join(e.Joined, ","), strings.Join(e.Left, ","))
		}
		for _, s := range e.Stances {
			fmt.Fprintf(&b, " %s %s>%s", s.Party, s.From, s.To)
		}
		for _, m := range e.Modal {
			fmt.Fprintf(&b, " (%s: %q > %q)", m.Effect, m.Old, m.New)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// TestEvents has one article with one paragraph on each side, unless the text
// begins with an article of its own.
func TestEvents(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, reason, old, new, want string }{{
		"self", "a text against itself gives no event, the same words repeated or not",
		"property {/assets:RU} and equipment {/assets:RU} {delete-unit:CH}",
		"property {/assets:RU} and equipment {/assets:RU} {delete-unit:CH}",
		"",
	}, {
		"shape", "the order of a list, case, quotes and dashes of another shape mean nothing",
		"The “Parties” shall co-operate {fully:RU,NI/AU,US} at all times",
		`The "parties" shall co–operate {fully:NI,RU/US,AU} at all times`,
		"",
	}, {
		"parted", "a word that a conversion parted or ran together with another is the same",
		"The Parties shall act in particular on capacity-building {in cluding this:US}",
		"The Parties shall act in parti cular on capacitybuilding {including this:US}",
		"",
	}, {
		"added", "a proposal that the old text does not have",
		"The Parties act.",
		"The Parties {shall not:US}act.",
		"added > art_1__para_1 insert{~shall not}\n",
	}, {
		"withdrawn", "one that the new text does not have, and the words did not stay",
		"The Parties act {without delay:US}.",
		"The Parties act.",
		"withdrawn art_1__para_1 insert{~without delay}\n",
	}, {
		"deletion withdrawn", "the words that should go are still there",
		"The Parties act {-without delay:US} now.",
		"The Parties act without delay now.",
		"withdrawn art_1__para_1 delete{without delay~}\n",
	}, {
		"insertion adopted", "the words are in the base text where they were proposed, and nobody else's change is in it",
		"The Parties act {without delay:US} on requests.",
		"The Parties act without delay on requests.",
		"adopted art_1__para_1 insert{~without delay}\n",
	}, {
		"deletion adopted", "the words are gone from the base text",
		"The Parties act {-without delay:US} on requests.",
		"The Parties act on requests.",
		"adopted art_1__para_1 delete{without delay~}\n",
	}, {
		"replacement adopted", "the one is gone, the other is there, and it is weaker",
		"The Parties {shall~may:CA} act on requests.",
		"The Parties may act on requests.",
		"adopted art_1__para_1 replace{shall~may} (weaker: \"shall\" > \"may\")\n",
	}, {
		"adopted among equals", "of two equal proposals the one whose words came is adopted",
		"property {assets:RU} and equipment {assets:RU} and so on",
		"property {assets:RU} and equipment assets and so on",
		"adopted art_1__para_1 insert{~assets}\n",
	}, {
		"adopted beside a silent edit", "what the adopted proposal does not account for is reported",
		"The Parties act {without delay:US} on every request.",
		"The Parties act without delay on a request.",
		"adopted art_1__para_1 insert{~without delay}\ntext \"every\" > \"a\"\n",
	}, {
		"bracketed", "base text that is only proposed now is no silent edit: the proposal has its words",
		"The Parties act without delay on requests.",
		"The Parties act {without delay:US} on requests.",
		"added > art_1__para_1 insert{~without delay}\n",
	}, {
		"responsored", "the same proposal, other sponsors",
		"The Parties act {without delay:US,CA} on requests.",
		"The Parties act {without delay:CA,NZ} on requests.",
		"responsored art_1__para_1 insert{~without delay} > art_1__para_1 insert{~without delay} +NZ -US\n",
	}, {
		"stance", "the same proposal, other parties against it; who leaves the sponsors is in both events",
		"The Parties act {without delay:US,CA//EG} on requests.",
		"The Parties act {without delay:CA/US,RU} on requests.",
		"responsored art_1__para_1 insert{~without delay} > art_1__para_1 insert{~without delay} + -US\n" +
			"stance art_1__para_1 insert{~without delay} > art_1__para_1 insert{~without delay} US sponsor>against RU none>against EG retain>none\n",
	}, {
		"reworded", "the same place and sponsors, most of the words",
		"The Parties {shall act without undue delay:US} on requests.",
		"The Parties {should act without undue delay:US} on requests.",
		"reworded art_1__para_1 insert{~shall act without undue delay} > art_1__para_1 insert{~should act without undue delay} (weaker: \"shall\" > \"should\")\n",
	}, {
		"another's proposal", "other words of other sponsors are another proposal, at the same place or not",
		"The Parties {promptly:US} act.",
		"The Parties {in due course:EG} act.",
		"withdrawn art_1__para_1 insert{~promptly}\nadded > art_1__para_1 insert{~in due course}\n",
	}, {
		"moved", "the same proposal at another unit",
		"1 A\n\t1 The Parties act {subject to the availability of resources:US} on requests of others.\n\t2 Costs are borne by the requested Party.\n",
		"1 A\n\t1 The Parties act on requests of others.\n\t2 Costs are borne by the requested Party {subject to the availability of resources:US}.\n",
		"moved art_1__para_1 insert{~subject to the availability of resources} > art_1__para_2 insert{~subject to the availability of resources}\n",
	}, {
		"silent edit", "words that nobody proposed; the modal verb is flagged",
		"The Parties shall act on requests.",
		"The Parties should act on requests.",
		"text \"shall\" > \"should\" (weaker: \"shall\" > \"should\")\n",
	}, {
		"qualifier", "a qualifier that came makes the obligation weaker",
		"The Parties shall act on requests.",
		"The Parties shall, where appropriate, act on requests, subject to the provisions of their domestic law.",
		"text \"\" > \"where appropriate\" (weaker: \"\" > \"where appropriate\")\n" +
			"text \"\" > \"subject to the provisions of their domestic law\" (weaker: \"\" > \"subject to the provisions of their domestic law\")\n",
	}, {
		"same in another form", "a duty to give consideration is no stronger than one to consider",
		"The Parties shall consider such concerns, considering all costs.",
		"The Parties shall give consideration to such concerns and consider all costs.",
		"text \"consider\" > \"give consideration to\"\ntext \"considering\" > \"and consider\"\n",
	}, {
		"qualifier that changed its place", "what went here and came there makes nothing stronger or weaker",
		"The Parties shall, as appropriate, act on the requests of others and keep a list of boats.",
		"The Parties shall act on the requests of others and, as appropriate, keep a list of boats.",
		"text \"as appropriate\" > \"\"\ntext \"\" > \"as appropriate\"\n",
	}, {
		"words in both by chance", "two replacements with a few words between them are one change",
		"In all its acts the Conference shall determine the rate of payments related to the sale of boats.",
		"In all its acts the Party shall review the sharing of benefits that stem from the sale of boats.",
		"text \"Conference shall determine the rate of payments related to\" > \"Party shall review the sharing of benefits that stem from\"\n",
	}, {
		"words that say something", "a longer word between two replacements stayed",
		"In all its acts the Conference of the Parties determines the sale of boats.",
		"In all its acts the Party to the Parties reviews a sale of boats.",
		"text \"Conference of\" > \"Party to\"\ntext \"determines the\" > \"reviews a\"\n",
	}, {
		"words that stayed", "more words between two replacements than they replace stayed, and so did all beside a word that only came",
		"The Party shall act in good faith on the requests of others and report.",
		"The State shall act in bad faith on the new requests of others and reply.",
		"text \"Party\" > \"State\"\ntext \"good\" > \"bad\"\ntext \"\" > \"new\"\ntext \"report\" > \"reply\"\n",
	}, {
		"parentheses", "a label in a reference keeps its parentheses",
		"The criteria in paragraph 4 apply to boats under (i) and to sails.",
		"The criteria in paragraph 4(b)(i) apply to boats and to sails.",
		"text \"\" > \"(b)(i)\"\ntext \"under (i)\" > \"\"\n",
	}, {
		"addition adopted", "the proposed paragraph is base text now",
		"1 A\n\t1 The Parties act on requests of others.\n\t1bis Costs are borne by the requested Party. {unit:US}\n",
		"1 A\n\t1 The Parties act on requests of others.\n\t2 Costs are borne by the requested Party.\n",
		"adopted art_1__para_1bis add{~1bis. Costs are borne by the requested Party.}\n",
	}, {
		"relabelled", "a proposed paragraph with another number is the same proposal",
		"1 A\n\t3 The Parties act on requests of others.\n\t3bis Costs are borne by the requested Party. {unit:US}\n",
		"1 A\n\t2 The Parties act on requests of others.\n\t2bis Costs are borne by the requested Party. {unit:US}\n",
		"",
	}, {
		"deletion of a unit adopted", "the paragraph went as its opponents wanted",
		"1 A\n\t1 The Parties act on requests of others.\n\t2 Costs are borne by the requested Party. {delete-unit:US}\n",
		"1 A\n\t1 The Parties act on requests of others.\n",
		"adopted art_1__para_2 delete-unit{~}\n",
	}, {
		"reading wobbles", "a proposal within a proposed unit counts in the words of the unit",
		"1 A\n\t1bis Costs {and fees:EG} are borne by the requested Party. {unit:US}\n",
		"1 A\n\t1bis Costs and fees are borne by the requested Party. {unit:US}\n",
		"adopted art_1__para_1bis insert{~and fees}\n",
	}} {
		t.Run(c.name, func(t *testing.T) {
			form := func(s string) string {
				if strings.HasPrefix(s, "1 A\n") {
					return s
				}
				return "1 A\n\t1 " + s + "\n"
			}
			d := diff.Compare(aligntest.Parse(form(c.old)), aligntest.Parse(form(c.new)))
			if x := cmp.Diff(c.want, lines(d)); x != "" {
				t.Errorf("%s (-want +got):\n%s", c.reason, x)
			}
		})
	}
}

// TestSilentUnits tells the units that came and went on somebody's wish from
// the others.
func TestSilentUnits(t *testing.T) {
	t.Parallel()
	d := diff.Compare(aligntest.Parse(`
1 A
	1 The Parties act on requests of others without delay.
	2 Costs are borne by the requested Party. {delete-unit:US}
		a Fees as well.
	3 Nothing in this article affects the rights of third parties in good faith.
	4 Each Party shall cooperate to the widest extent with others.
	4alt States may cooperate where they see fit and have the means to do so. {unit:EG}
`), aligntest.Parse(`
1 A
	1 The Parties act on requests of others without delay.
	4 States may cooperate where they see fit and have the means to do so.
	5 This paragraph was in nobody's proposal and stands in the text all the same.
`))
	var got []string
	for _, u := range d.Units {
		if u.Silent {
			got = append(got, u.Change.String()+" "+strings.Join(append(ids(d.Old.Units, u.Old), ids(d.New.Units, u.New)...), " "))
		}
	}
	if x := cmp.Diff([]string{"removed art_1__para_3", "added art_1__para_5"}, got); x != "" {
		t.Errorf("(-want +got):\n%s", x)
	}
}

func ids(units []snapshot.Unit, list []int) []string {
	var out []string
	for _, u := range list {
		out = append(out, units[u].ID)
	}
	return out
}
