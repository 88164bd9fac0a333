package check_test

import (
	"fmt"

	"github.com/draftdiff/draftdiff/pkg/check"
	"github.com/draftdiff/draftdiff/pkg/snapshot"
	"github.com/draftdiff/draftdiff/pkg/source/markdown"
)

func ExampleRun() {
	read := func(s string) *check.Text {
		doc := markdown.Read([]byte(s))
		return check.NewText(doc, snapshot.Build(doc, "draft.md"))
	}
	old := read("Article 1. Scope\n\n1. States Parties shall in good faith cooperate.\n")
	new := read("Article 1. Scope\n\n1. States Parties shall cooperate [promptly: EY].\n")

	result, err := check.Run(check.NewPass(new, old, nil), check.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, f := range result.Findings {
		fmt.Printf("%d:%d %s %s\n", f.Place.Line, f.Column, f.Rule.Code, f.Message)
	}
	// Output:
	// 3:19 DD030 “in good faith” was deleted from Article 1, paragraph 1 without strikethrough, and nobody had proposed it
	// 3:46 DD003 “EY” is no party known here
}
