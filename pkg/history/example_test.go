package history_test

import (
	"fmt"
	"strings"

	"github.com/draftdiff/draftdiff/pkg/history"
	"github.com/draftdiff/draftdiff/pkg/snapshot"
	"github.com/draftdiff/draftdiff/pkg/source/markdown"
)

// A proposal that was gone for a session is the same when it comes back.
func ExampleBuild() {
	var texts []*snapshot.Snapshot
	for _, proposal := range []string{" [and fast: US, CA]", "", " [and fast: CA]", " and fast"} {
		text := "## Article 1. Scope\n\n1. The work of the committee shall be careful" + proposal + ".\n"
		texts = append(texts, snapshot.Build(markdown.Read([]byte(text)), "draft.md"))
	}
	h := history.Build(texts, nil)
	for i := range h.Events {
		fmt.Printf("@%d %s\n", h.Events[i].Session, h.Describe(&h.Events[i]))
	}
	for _, s := range h.Tracer().Blame(h.FindUnit("art_1__para_1", 4), 4) {
		fmt.Printf("@%d %v %s\n", s.Session, s.Parties, strings.TrimSpace(s.Text))
	}
	// Output:
	// @1 US, CA propose: insert “and fast”
	// @2 withdrawn by US, CA: insert “and fast”
	// @3 back again, by CA: insert “and fast”
	// @3 US leaves: insert “and fast”
	// @4 adopted: insert “and fast” (CA)
	// @1 [] The work of the committee shall be careful
	// @4 [CA] and fast.
}
