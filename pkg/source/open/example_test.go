package open_test

import (
	"fmt"

	"github.com/draftdiff/draftdiff/pkg/source/open"
)

func ExampleRead() {
	doc, err := open.Read("draft", []byte("**Article 1**\n\n1. States Parties ~~shall~~ [may: US] cooperate.\n"), open.Limits{})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(doc.Format, len(doc.Blocks))

	_, err = open.Read("draft.md", []byte("\x89PNG\r\n\x1a\n"), open.Limits{})
	fmt.Println(err)
	// Output:
	// markdown 2
	// this is an image (PNG), not a text; a scan has to go through text recognition (OCR) first
}
