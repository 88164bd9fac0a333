package text_test

import (
	"fmt"
	"os"

	"github.com/draftdiff/draftdiff/pkg/diff"
	"github.com/draftdiff/draftdiff/pkg/report"
	"github.com/draftdiff/draftdiff/pkg/report/text"
	"github.com/draftdiff/draftdiff/pkg/snapshot"
	"github.com/draftdiff/draftdiff/pkg/source/open"
)

// The whole way from two texts to a report.
func Example() {
	read := func(name, words string) *snapshot.Snapshot {
		doc, err := open.Read(name, []byte(words), open.Limits{})
		if err != nil {
			fmt.Println(err)
			return nil
		}
		return snapshot.Build(doc, name)
	}
	old := read("spring.md", "Article 1. Scope\n\n1. States Parties shall cooperate [in good faith: US, CA].\n")
	new := read("autumn.md", "Article 1. Scope\n\n1. States Parties shall cooperate [in good faith: US, JP].\n")
	r, err := report.New(diff.Compare(old, new), report.Options{Parties: []string{"JP"}})
	if err != nil {
		fmt.Println(err)
		return
	}
	if err := text.Render(os.Stdout, r, text.Options{}); err != nil {
		fmt.Println(err)
	}
	// Output:
	// spring.md → autumn.md
	// Shown:        what concerns JP
	// Events:       other sponsors 1
	// Units:        none came, went or moved
	// Moved most:   CA 1 · JP 1
	// In motion:    Article 1 1
	// Understood:   old text 100 % of the proposals certain, 100 % of the words free of doubt; new text 100 % of the proposals certain, 100 % of the words free of doubt
	//
	// Article 1. Scope
	// ────────────────
	//   Article 1, paragraph 1: other sponsors
	//     insert “in good faith”
	//     by US, +JP, −CA
	//     line 3 → 3
}
