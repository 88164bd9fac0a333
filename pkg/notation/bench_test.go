package notation_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/draftdiff/draftdiff/pkg/notation"
	"github.com/draftdiff/draftdiff/pkg/party"
	"github.com/draftdiff/draftdiff/pkg/text"
)

func BenchmarkParse(b *testing.B) {
	var blocks []*text.Marked
	size := 0
	for _, s := range fixture(b) {
		blocks = append(blocks, struck(s))
		size += len(s)
	}
	b.SetBytes(int64(size))
	benchmarkParse(b, blocks)
}

// BenchmarkParseHostile parses blocks of one size and of ten times that size
// that are nothing but damage: the bytes per second of both must be alike.
func BenchmarkParseHostile(b *testing.B) {
	for _, c := range []struct{ name, unit string }{
		{"openers", "["},
		{"closers", "]"},
		{"parens", "("},
		{"closed twice", "(a: RU]"},
		{"closed early", "[a] b: US]"},
		{"never closed", "[a: RU "},
		{"struck and closed early", "~~[a]~~ b: US] "},
		{"colons", "a: "},
		{"dashes", "a – "},
		{"semicolons", "a; "},
		{"parties", "RU, "},
		{"verbs", "delete "},
		{"clauses", "; against – RU"},
		{"comments", "RU (a) "},
		{"labels", "(a) "},
	} {
		for _, n := range []int{6_000, 60_000} {
			b.Run(fmt.Sprintf("%s/%d", c.name, n), func(b *testing.B) {
				s := strings.Repeat(c.unit, n/len(c.unit))
				b.SetBytes(int64(len(s)))
				benchmarkParse(b, []*text.Marked{struck(s)})
			})
		}
	}
	b.Run("nested", func(b *testing.B) {
		s := strings.Repeat("[a ", 60_000) + strings.Repeat(": RU]", 60_000)
		b.SetBytes(int64(len(s)))
		benchmarkParse(b, []*text.Marked{struck(s)})
	})
}

func benchmarkParse(b *testing.B, blocks []*text.Marked) {
	b.Helper()
	b.ReportAllocs()
	p, tree := notation.NewParser(party.Default()), &notation.Tree{}
	for b.Loop() {
		for _, m := range blocks {
			p.ParseInto(tree, m)
		}
	}
}
