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
		fmt.Printf("%-18s %-8s %q\n", u.ID, u.Origin, u.Text)
	}
	for _, p := range s.Proposals {
		fmt.Printf("%s %s %q → %q, %s", p.Unit, p.Action, p.Old, p.New, strings.Join(p.Sponsors, ", "))
		if len(p.Against) > 0 {
			fmt.Printf(", against: %s", strings.Join(p.Against, ", "))
		}
		fmt.Println()
	}
	// Output:
	// art_59             base     ""
	// art_59__heading    base     "Transfer of sentenced persons"
	// art_59__para_1     base     "States Parties may conclude agreements."
	// art_59__para_1bis  proposed "The consent of the person is needed."
	// art_59__para_1 replace "may" → "shall", EU & mS, against: RU
	// art_59__para_1 insert "" → "bilateral", CN
	// art_59__para_1bis add "" → "1 bis The consent of the person is needed.", CARICOM, US
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
	// base     States Parties may conclude agreements.
	// EU & mS  States Parties shall conclude agreements.
	// FR       States Parties shall conclude agreements.
	// CN       States Parties may conclude bilateral agreements.
}
