package snapshot_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/draftdiff/draftdiff/pkg/snapshot"
	"github.com/draftdiff/draftdiff/pkg/source"
	"github.com/draftdiff/draftdiff/pkg/source/markdown"
	"github.com/draftdiff/draftdiff/pkg/source/plain"
)

// TestUnsponsored is on drafts whose brackets name nobody, as extracted from a
// PDF or copied to a web page: what their lines are units of. Each unit stands
// on one line: its id and its words, a paragraph with its title in angle brackets.
func TestUnsponsored(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, reason string
		read         func([]byte) *source.Document
		in, want     string
	}{{
		"recitals in brackets", "a recital that is not agreed is a recital, and what is said about the text is a note",
		plain.Read, `
PREAMBLE
The Parties to this Agreement,
[Mindful of the obligation to keep boats afloat,]
[Placeholder for a recital on harbours]
Have agreed as follows:
Article 1
[Parties shall keep boats afloat.]
[The working group has not discussed this article]
`, `
preamble: The Parties to this Agreement, Have agreed as follows:
preamble__para: Mindful of the obligation to keep boats afloat,
preamble__note: Placeholder for a recital on harbours
art_1:
art_1__para: Parties shall keep boats afloat.
art_1__note: The working group has not discussed this article
`}, {
		"a title over two lines", "the title of a part goes on in capitals on the next line",
		plain.Read, `
PART II BOATS, INCLUDING
## QUESTIONS OF HARBOURS
Article 1
Boats are kept afloat.
PART III
SAILS AND
OARS
Article 2
Sails are kept dry.
`, `
part_II:
part_II__heading: BOATS, INCLUDING QUESTIONS OF HARBOURS
art_1:
art_1__para: Boats are kept afloat.
part_III:
part_III__heading: SAILS AND OARS
art_2:
art_2__para: Sails are kept dry.
`}, {
		"options in a list", "of two options the first stands in the words of the letter, and the second belongs there too",
		plain.Read, `
Article 1
Parties shall be guided by:
(a) Option 1: The principle of equity;
Option 2: The fair sharing of boats;
(b) The use of sails.
2. Option A: Boats are kept afloat.
Option B: Boats are kept dry, as is required by the rules of the harbour and of the
28/52
sea under article 24.
`, `
art_1:
art_1__para: Parties shall be guided by:
art_1__para__subpara_a: Option 1: The principle of equity;
art_1__para__subpara_a__option_2: The fair sharing of boats;
art_1__para__subpara_b: The use of sails.
art_1__para_2: Option A: Boats are kept afloat.
art_1__para_2__option_B: Boats are kept dry, as is required by the rules of the harbour and of the sea under article 24.
`}, {
		"a paragraph inside a list", "what stands between two letters of a list is a part of the first, and what follows the list is not",
		plain.Read, `
Article 1
1. The process has these steps:
(a) Management of sails.
Parties shall ensure that:
(i) Sails are dried;
(ii) Sails are kept;
(b) Publication of a report.
Parties shall read the report.
2. Parties may share boats.
`, `
art_1:
art_1__para_1: The process has these steps:
art_1__para_1__subpara_a: Management of sails.
art_1__para_1__subpara_a__para: Parties shall ensure that:
art_1__para_1__subpara_a__item_i: Sails are dried;
art_1__para_1__subpara_a__item_ii: Sails are kept;
art_1__para_1__subpara_b: Publication of a report.
art_1__para: Parties shall read the report.
art_1__para_2: Parties may share boats.
`}, {
		"numbers that begin again", "behind a numbered paragraph that announces a list, however little it is indented, and nowhere else",
		markdown.Read, `
## Article 1

1. Parties share boats.

2. The secretariat shall:
 1. Keep a list;
 2. Publish it.

3. Parties shall read the list.

## Article 2

In addition:

1. "Boat" means a boat.
2. "Sail" means a sail.
`, `
art_1:
art_1__para_1: Parties share boats.
art_1__para_2: The secretariat shall:
art_1__para_2__subpara_1: Keep a list;
art_1__para_2__subpara_2: Publish it.
art_1__para_3: Parties shall read the list.
art_2:
art_2__para: In addition:
art_2__para_1: "Boat" means a boat.
art_2__para_2: "Sail" means a sail.
`}, {
		"paragraphs with titles", "the words below the title of a numbered paragraph are its text, unless the title provides for something or is a proposal's",
		markdown.Read, `
## Article 3

1. **Flexibility**

    States with few boats [and islands] may use their discretion.

    Islands may use theirs.

2. **Timing**

3. Parties shall keep boats afloat

    Boats are vessels.

4. Sharing [of boats: US]

    Boats are shared.
`, `
art_3:
art_3__para_1: <Flexibility> States with few boats and islands may use their discretion.
art_3__para: Islands may use theirs.
art_3__para_2: Timing
art_3__para_3: Parties shall keep boats afloat
art_3__para_4: Boats are vessels.
art_3__para_4_2: Sharing
art_3__para_5: Boats are shared.
`}, {
		"inserted numbers", "each form of a number that was inserted before another one",
		plain.Read, `
Article 54 ter ante
1. Boats are kept afloat;
1bis ante. Sails are kept:
(a) Dry;
(b.bis.) Clean, and
(c) Whole.
1bis. Oars are kept.
`, `
art_54terante:
art_54terante__para_1: Boats are kept afloat;
art_54terante__para_1bisante: Sails are kept:
art_54terante__para_1bisante__subpara_a: Dry;
art_54terante__para_1bisante__subpara_bbis: Clean, and
art_54terante__para_1bisante__subpara_c: Whole.
art_54terante__para_1bis: Oars are kept.
`}} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			got := ""
			for _, u := range snapshot.Build(c.read([]byte(c.in[1:])), "draft").Units {
				if u.Kind == snapshot.KindParagraph && u.Heading != "" {
					u.Text = "<" + u.Heading + "> " + u.Text
				}
				got += strings.TrimRight(fmt.Sprintf("%s: %s", u.ID, u.Text), " ") + "\n"
			}
			if diff := cmp.Diff(c.want[1:], got); diff != "" {
				t.Errorf("%s (-want +got):\n%s", c.reason, diff)
			}
		})
	}
}
