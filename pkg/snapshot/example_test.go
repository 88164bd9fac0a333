package snapshot_test

import (
	"fmt"
	"strings"

	"github.com/draftdiff/draftdiff/pkg/snapshot"
	"github.com/draftdiff/draftdiff/pkg/source/markdown"
)

func ExampleBuild() {
	doc := markdown.Read([]byte(`
*Article 59. Transfer of sentenced persons*

1. States Parties [~~may~~ shall: EU & mS; against – RU] conclude [bilateral: CN] agreements.

[1 bis. The consent of the person is needed.: CARICOM, US]
`))
	s := snapshot.Build(doc, "session-5.md")
	for _, u := range s.Units {
		fmt.Printf("%-20s %-8s %s\n", u.ID, u.Origin, u.Text)
	}
	for _, p := range s.Proposals {
		fmt.Printf("%s %s %q → %q, %s", p.Unit, p.Action, p.Old, p.New, strings.Join(p.Sponsors, ", "))
		if len(p.Against) > 0 {
			fmt.Printf(", against: %s", strings.Join(p.Against, ", "))
		}
		fmt.Println()
	}
	// Output:
}

func ExampleNewReader() {
	s := snapshot.Build(markdown.Read([]byte(`
*Article 59. Transfer of sentenced persons*

1. States Parties [~~may~~ shall: EU & mS] conclude [bilateral: CN] agreements.
`)), "session-5.md")
	for _, as := range []string{snapshot.Base, "EU & mS", "FR", "CN"} {
		r := snapshot.NewReader(s, as)
		for i, u := range s.Units {
			if u.ID == "art_59__para_1" && r.Has(i) {
				fmt.Printf("%-8s %s\n", as, r.Text(i))
			}
		}
	}
	// Output:
}
