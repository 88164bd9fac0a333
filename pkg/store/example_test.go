package store_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"github.com/draftdiff/draftdiff/pkg/snapshot"
	"github.com/draftdiff/draftdiff/pkg/source/markdown"
	"github.com/draftdiff/draftdiff/pkg/store"
)

// The same bytes are one session, and what was added can be asked for at once.
func ExampleStore_Add() {
	dir, err := os.MkdirTemp("", "example")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(dir)
	ctx := context.Background()
	s, err := store.Create(ctx, filepath.Join(dir, "store.db"))
	if err != nil {
		fmt.Println(err)
		return
	}
	defer s.Close()
	text := []byte("## Article 1. Scope\n\n1. The work shall be careful [and fast: US].\n")
	for range 2 {
		doc := markdown.Read(text)
		number, added, err := s.Add(ctx, &store.Entry{
			Name: "Sixth session", Date: "2023-09-01", File: "draft.md", Format: doc.Format, Reader: "example",
			Original: text, Snapshot: snapshot.Build(doc, "draft.md"), Text: text,
		})
		fmt.Println(number, added, err)
	}
	hits, err := s.Search(ctx, store.Query{Words: []string{"fast"}, Parties: []string{"US"}})
	fmt.Println(hits[0].Action, hits[0].Unit, hits[0].Words, err)
	// Output:
	// 1 true <nil>
	// 1 false <nil>
	// insert art_1__para_1 and fast <nil>
}
