package diff_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"sync"
	"testing"

	"github.com/draftdiff/draftdiff/pkg/align"
	"github.com/draftdiff/draftdiff/pkg/align/aligntest"
	"github.com/draftdiff/draftdiff/pkg/diff"
	"github.com/draftdiff/draftdiff/pkg/snapshot"
)

// long returns a text of the given number of articles of 20 paragraphs of about
// 45 words each, all distinct, and the text after a session that touched 15 % of
// the paragraphs. 55 articles have the size of the real document.
func long(articles int) (old, new *snapshot.Snapshot) {
	rng := rand.New(rand.NewPCG(8, 9))
	words := make([]string, 20000)
	for i := range words {
		words[i] = fmt.Sprintf("%c%c%c%d", 'a'+rng.IntN(26), 'a'+rng.IntN(26), 'a'+rng.IntN(26), rng.IntN(100))
	}
	zipf := rand.NewZipf(rng, 1.2, 20, uint64(len(words)-1))
	run := func(n int) string {
		list := make([]string, n)
		for i := range list {
			list[i] = words[zipf.Uint64()]
		}
		return strings.Join(list, " ")
	}
	proposal := func() string {
		return fmt.Sprintf(" {%s:%s,%s/%s} ", run(1+rng.IntN(6)), parties[rng.IntN(4)], parties[4+rng.IntN(3)], parties[7+rng.IntN(3)])
	}
	var a, b strings.Builder
	for n := range articles {
		heading := fmt.Sprintf("%d %s\n", n+1, run(4))
		a.WriteString(heading)
		b.WriteString(heading)
		for p := range 20 {
			x, y, z := run(15+rng.IntN(15)), proposal(), run(15+rng.IntN(15))
			fmt.Fprintf(&a, "\t%d %s%s%s\n", p+1, x, y, z)
			if rng.IntN(100) < 15 {
				switch rng.IntN(3) {
				case 0:
					z += " " + run(2)
				case 1:
					y = proposal()
				case 2:
					x = run(3) + x[strings.Index(x, " "):]
				}
			}
			fmt.Fprintf(&b, "\t%d %s%s%s\n", p+1, x, y, z)
		}
	}
	return aligntest.Parse(a.String()), aligntest.Parse(b.String())
}

var sizes = []struct {
	name string
	load func() [2]*snapshot.Snapshot
}{
	{"x1", sync.OnceValue(func() [2]*snapshot.Snapshot { a, b := long(55); return [2]*snapshot.Snapshot{a, b} })},
	{"x10", sync.OnceValue(func() [2]*snapshot.Snapshot { a, b := long(550); return [2]*snapshot.Snapshot{a, b} })},
	{"x100", sync.OnceValue(func() [2]*snapshot.Snapshot { a, b := long(5500); return [2]*snapshot.Snapshot{a, b} })},
}

func stage(b *testing.B, f func(old, new *snapshot.Snapshot)) {
	for _, s := range sizes {
		b.Run(s.name, func(b *testing.B) {
			pair := s.load()
			bytes := 0
			for _, s := range pair {
				for i := range s.Units {
					bytes += len(s.Units[i].Text)
				}
			}
			b.SetBytes(int64(bytes))
			b.ReportAllocs()
			for b.Loop() {
				f(pair[0], pair[1])
			}
		})
	}
}

func BenchmarkAlign(b *testing.B) {
	stage(b, func(old, new *snapshot.Snapshot) { align.Align(old, new) })
}

func BenchmarkCompare(b *testing.B) {
	stage(b, func(old, new *snapshot.Snapshot) { diff.Compare(old, new) })
}

// BenchmarkReal is the real document against the constructed session in which
// the most was changed.
func BenchmarkReal(b *testing.B) {
	old, new := readFixture(b, "../../fixtures/ahc-5th-session.md"), readFixture(b, "../../fixtures/gold/pair-13.md")
	b.Run("Align", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			align.Align(old, new)
		}
	})
	b.Run("Compare", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			diff.Compare(old, new)
		}
	})
}
