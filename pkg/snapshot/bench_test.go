package snapshot_test

import (
	"os"
	"testing"

	"github.com/draftdiff/draftdiff/pkg/snapshot"
	"github.com/draftdiff/draftdiff/pkg/source/markdown"
)

const fixture = "../../fixtures/ahc-5th-session.md"

// BenchmarkBuild measures the whole path from bytes to snapshot.
func BenchmarkBuild(b *testing.B) {
	src, err := os.ReadFile(fixture)
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		snapshot.Build(markdown.Read(src), "draft.md")
	}
}
