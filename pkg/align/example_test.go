package align_test

import (
	"fmt"

	"github.com/draftdiff/draftdiff/pkg/align"
	"github.com/draftdiff/draftdiff/pkg/align/aligntest"
)

// A paragraph went, and the one behind it took its number.
func ExampleAlign() {
	old := aligntest.Parse("1 Costs\n\t1 Ordinary costs are borne by the requested Party.\n\t2 Parties shall consult on extraordinary costs.\n")
	new := aligntest.Parse("1 Costs\n\t1 Parties shall consult on extraordinary costs.\n")
	al := align.Align(old, new)
	for _, p := range al.Pairs {
		fmt.Println(p.Change, p.Old, p.New, p.By(), p.Rule)
	}
	// Output:
	// same [0] [0] both identifier
	// removed [1] [] none none
	// renumbered [2] [1] similarity exact
}
