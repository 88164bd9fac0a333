package party_test

import (
	"strings"
	"testing"

	"github.com/draftdiff/draftdiff/pkg/party"
)

func BenchmarkScanList(b *testing.B) {
	lists := fixtureLists(b)
	size := 0
	for _, s := range lists {
		size += len(s)
	}
	r := party.Default()
	var items []party.Item
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for _, s := range lists {
			items, _ = r.ScanList(items[:0], s, party.Tolerant)
		}
	}
}

func BenchmarkScanListBack(b *testing.B) {
	r := party.Default()
	prose := strings.Repeat("the use of information and communications ", 3)
	for _, bench := range []struct{ name, s string }{
		{"list", prose + "technologies. EU & mS, LI, NZ"},
		{"prose", prose + "technologies"},
	} {
		b.Run(bench.name, func(b *testing.B) {
			var items []party.Item
			b.ReportAllocs()
			for b.Loop() {
				items, _ = r.ScanListBack(items[:0], bench.s)
			}
		})
	}
}

func BenchmarkWithLegend(b *testing.B) {
	decls := party.ParseLegend("UK = United Kingdom; EU & mS = European Union and its member States; HS = Holy See.")
	r := party.Default()
	b.ReportAllocs()
	for b.Loop() {
		r.WithLegend(decls)
	}
}
