package notation_test

import (
	"fmt"

	"github.com/draftdiff/draftdiff/pkg/notation"
	"github.com/draftdiff/draftdiff/pkg/party"
	"github.com/draftdiff/draftdiff/pkg/text"
)

func ExampleParser_Parse() {
	block := &text.Marked{Text: "1. States Parties [shall—may: CARICOM, US; against – RU] cooperate."}
	tree := notation.NewParser(party.Default()).Parse(block)
	tree.Walk(0, func(id notation.ID) bool {
		n := &tree.Nodes[id]
		if n.Kind > notation.Group { // a leaf
			fmt.Printf("%-11s %q\n", n.Kind, tree.Text(id))
		}
		for _, c := range tree.ClausesOf(id) {
			for _, it := range tree.PartiesOf(c) {
				fmt.Printf("%14s against %t\n", it.ID, c.Verb == notation.Against)
			}
		}
		return true
	})
	fmt.Println(tree.Print() == block.Text)
	// Output:
	// Label       "1."
	// Text        " States Parties "
	// Open        "["
	// Text        "shall—may"
	// Attribution ": CARICOM, US; against – RU"
	//        CARICOM against false
	//             US against false
	//             RU against true
	// Close       "]"
	// Text        " cooperate."
	// true
}

func ExampleScanLabel() {
	for _, s := range []string{"4 quarter. States Parties", "(d bis) To facilitate", "Article 56 alt. Purposes", "States Parties"} {
		l := notation.ScanLabel(s)
		fmt.Printf("%t %q %q alt %t: %q\n", l.Class != notation.NoLabel, l.Number, l.Latin, l.Alt, s[l.Span.End:])
	}
	// Output:
	// true "4" "quater" alt false: " States Parties"
	// true "d" "bis" alt false: " To facilitate"
	// true "56" "" alt true: " Purposes"
	// false "" "" alt false: "States Parties"
}
