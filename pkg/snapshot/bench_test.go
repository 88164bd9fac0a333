package snapshot_test

import (
	"fmt"
	"os"
	"strings"
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

// BenchmarkHostile is on blocks in which work that is done again for every group,
// strike or separator would show: eight times the text must not take much more
// than eight times as long. Each of them once took seconds.
func BenchmarkHostile(b *testing.B) {
	for _, c := range []struct{ before, unit, after string }{
		{"1. ~~", "[a: US] ", "~~"},                 // one strike over all groups
		{"1. ~~", "[(a: US) b (c: CA): MX] ", "~~"}, // and over those in them
		{"1. ~~", "[~~a~~ b: US] [a-b: CA] ", "~~"}, // as many strikes as groups
		{"1. ", "~~[a~~: US] ", ""},                 // none of which covers one
		{"1. ~~(", "[a: US] ", ")~~"},               // and one over a parenthesis around all
		{"1. (", "; ", ")"},                         // separators that part nothing
		{"1. [", "- ", ": US]"},
		{"1. ", "(a: US [", ""},               // nothing is closed
		{"1. ", "~~delete – JP~~ a [b] ", ""}, // wishes without brackets
		{"", "[Chapter V\n\nArticle 1\n\n1. a\n\n[Article 2\n\n(v) b: MX]\n\n", ""}, // units over blocks
	} {
		for _, n := range []int{1 << 14, 1 << 17} {
			src := []byte("# Article 1. Scope\n\n" + c.before + strings.Repeat(c.unit, n/len(c.unit)) + c.after + "\n")
			b.Run(fmt.Sprintf("%q/%dKB", c.before+c.unit, n>>10), func(b *testing.B) {
				b.SetBytes(int64(len(src)))
				for b.Loop() {
					snapshot.Build(markdown.Read(src), "draft.md")
				}
			})
		}
	}
}
