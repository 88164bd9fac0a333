package snapshot_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/draftdiff/draftdiff/pkg/snapshot"
)

// FuzzBuild builds snapshots of any text in any format: never a panic, always
// what every snapshot promises, and twice the same.
func FuzzBuild(f *testing.F) {
	// Three paragraphs at a time: a unit may end in a later block.
	for blocks := range slices.Chunk(strings.Split(readFile(f, fixture), "\n\n"), 3) {
		f.Add(0, strings.Join(blocks, "\n\n"))
	}
	for _, s := range []string{
		"", "x", "[", "Preamble\n\n[1] Noting,\n\n[1 bis] Noting more,: US]",
		"Article 1\n\n1. Words\n\n[2. More\n\n(a) and\n\n(b) so: US; retain – RU]\n\n[2 alt. Other: CN]",
		"Chapter V alt\n\nArticle 86\n\n1. Words. (delete paragraph): EG]",
		"Option 1\n\n1. a\n\n[Option 2 alt. b: US]", "(i) a\n\n(i) b\n\nbis c\n\n€ d", "[1. a [delete article: US] b (c: retain – RU)",
	} {
		f.Add(0, s)
		f.Add(1, s)
	}
	f.Fuzz(func(t *testing.T, kind int, src string) {
		format := formats[uint(kind)%uint(len(formats))]
		build := func() *snapshot.Snapshot { return snapshot.Build(format.read([]byte(src)), "draft") }
		s := build()
		for _, w := range inspect(s, src) {
			t.Errorf("%s\n%q", w, src)
		}
		if again := build(); !reflect.DeepEqual(s, again) {
			t.Errorf("%q: built twice (-first +second):\n%s", src, cmp.Diff(s, again))
		}
		for _, as := range []string{snapshot.Base, "RU"} {
			r := snapshot.NewReader(s, as)
			for i := range s.Units {
				r.Has(i)
				r.Text(i)
			}
		}
	})
}
