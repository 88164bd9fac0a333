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

// BenchmarkParseHostile parses blocks that are nothing but damage, of one size
// and of ten times that size: the bytes per second of both must be alike.
func BenchmarkParseHostile(b *testing.B) {
	for _, c := range hostile {
		for _, size := range []int{20_000, 200_000} {
			b.Run(fmt.Sprintf("%s/%d", c.name, size), func(b *testing.B) {
				s := c.open + strings.Repeat(c.unit, size/len(c.unit)) + c.end
				b.SetBytes(int64(len(s)))
				benchmarkParse(b, []*text.Marked{struck(s)})
			})
		}
	}
	b.Run("nested 60000 deep", func(b *testing.B) {
		s := strings.Repeat("[a ", 60_000) + strings.Repeat(": RU]", 60_000)
		b.SetBytes(int64(len(s)))
		benchmarkParse(b, []*text.Marked{struck(s)})
	})
}

// hostile are units of damage, repeated between an opening and an end.
var hostile = []struct{ name, open, unit, end string }{
	{"openers", "", "[", ""},
	{"closers", "", "]", ""},
	{"parentheses", "", "(", ""},
	{"closed twice", "", "(a: RU]", ""},
	{"closed early", "", "[a] b: US]", ""},
	{"closed early and struck", "", "~~[a]~~ b: US] ", ""},
	{"never closed", "", "[a: RU ", ""},
	{"labels", "", "(a) ", ""},
	// One group whose attribution must be looked for everywhere.
	{"colons", "[", "a: ", "x]"},
	{"dashes", "[", "a – ", "x]"},
	{"semicolons", "[", "a; ", "x]"},
	{"parties", "[a: ", "RU, ", "x]"},
	{"parties and colons", "[", "a: RU, ", "x]"},
	{"verbs", "[", ": delete ", "x]"},
	{"clauses", "[a: RU", "; against – RU", "x]"},
	{"comments", "[a: ", "RU (a) ", "x]"},
	{"early closers", "[", "[a] ", "b: US"},
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
