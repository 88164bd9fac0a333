package snapshot_test

import (
	"os"
	"sync"
	"testing"

	"github.com/draftdiff/draftdiff/pkg/snapshot"
	"github.com/draftdiff/draftdiff/pkg/source"
	"github.com/draftdiff/draftdiff/pkg/source/markdown"
	"github.com/draftdiff/draftdiff/pkg/source/plain"
)

// A format is a reader and the extension of the files that it reads.
type format struct {
	extension string
	read      func([]byte) *source.Document
}

var formats = []format{{".md", markdown.Read}, {".txt", plain.Read}}

// buildMarkdown returns the snapshot of a Markdown text.
func buildMarkdown(s string) *snapshot.Snapshot {
	return snapshot.Build(markdown.Read([]byte(s)), "draft.md")
}

func readFile(tb testing.TB, name string) string {
	tb.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		tb.Fatal(err)
	}
	return string(b)
}

var built = sync.OnceValues(func() (*snapshot.Snapshot, error) {
	b, err := os.ReadFile(fixture)
	return buildMarkdown(string(b)), err
})

// buildFixture returns the snapshot of the real text, which no test changes.
func buildFixture(tb testing.TB) *snapshot.Snapshot {
	tb.Helper()
	s, err := built()
	if err != nil {
		tb.Fatal(err)
	}
	return s
}
