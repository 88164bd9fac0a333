package diff_test

import (
	"fmt"

	"github.com/draftdiff/draftdiff/pkg/align/aligntest"
	"github.com/draftdiff/draftdiff/pkg/diff"
)

// One proposal was adopted, one lost a sponsor, and a verb changed without
// anybody having proposed it.
func ExampleCompare() {
	old := aligntest.Parse("1 Costs\n\t1 The requested Party shall bear the costs {of execution:US} {unless otherwise agreed:CA,NZ}.\n")
	new := aligntest.Parse("1 Costs\n\t1 The requested Party may bear the costs of execution {unless otherwise agreed:CA}.\n")
	d := diff.Compare(old, new)
	for i := range d.Events {
		e := &d.Events[i]
		switch e.Type {
		case diff.Text:
			fmt.Println(e.Type, e.Text.Old, "→", e.Text.New, e.Modal[0].Effect)
		default:
			fmt.Println(e.Type, d.OldProposal(e).New, e.Joined, e.Left)
		}
	}
	// Output:
	// text shall → may weaker
	// adopted of execution [] []
	// responsored unless otherwise agreed [] [NZ]
}

func ExampleRedline() {
	for _, s := range diff.Redline("Parties shall act", "Parties may act") {
		fmt.Printf("%s %q\n", s.Op, s.Text)
	}
	// Output:
	// equal "Parties "
	// delete "shall"
	// insert "may"
	// equal " act"
}
