package party_test

import (
	"testing"

	"github.com/draftdiff/draftdiff/pkg/party"
)

// checkItems holds the items of a list against what every list promises.
func checkItems(t *testing.T, s string, items []party.Item, from, to int) {
	t.Helper()
	if from < 0 || to > len(s) || from > to {
		t.Fatalf("list [%d:%d] of a string of %d bytes", from, to, len(s))
	}
	for _, it := range items {
		if it.Span.Start < from || it.Span.End > to || it.Span.Len() <= 0 || it.ID == "" {
			t.Fatalf("item %+v of %q does not lie in [%d:%d] behind the one before it", it, s, from, to)
		}
		if p, ok := party.Default().Lookup(it.ID); it.Known && (!ok || p.ID != it.ID) {
			t.Fatalf("id %q of %q is looked up as %q", it.ID, s, p.ID)
		}
		from = it.Span.End
	}
}

func FuzzScanList(f *testing.F) {
	for _, s := range []string{
		"RU, NI IR", "EU & mS, UK, LI,, CL", "EG & mS", "US; against – RU", "the Holy See", "no, in", "É, Ü",
		"Bolivia (Plurinational State of)", "U.S., ~~Côte d’Ivoire~~", "FOO, Kingdom of Bar]", "technologies. PK",
		"Group of 77 and China", "LDCs and SIDS", "\xff&\xc2", "\u00a0mS", "E&", "E & mS",
	} {
		f.Add(s)
	}
	r := party.Default()
	f.Fuzz(func(t *testing.T, s string) {
		for _, tol := range []party.Tolerance{party.Strict, party.Tolerant} {
			items, n := r.ScanList(nil, s, tol)
			checkItems(t, s, items, 0, n)
			if (n == 0) != (len(items) == 0) {
				t.Fatalf("%d items in %d bytes of %q", len(items), n, s)
			}
		}
		items, at := r.ScanListBack(nil, s)
		checkItems(t, s, items, at, len(s))
		if (at == len(s)) != (len(items) == 0) {
			t.Fatalf("%d items in %q from %d", len(items), s, at)
		}
		r.Lookup(s)
		r.Suggest(s)
	})
}

func FuzzParseLegend(f *testing.F) {
	f.Add("*UK = United Kingdom;* EU & mS = European Union; HS = Holy See.")
	f.Add("“A” = B = C")
	f.Add(" Arab = x\n\n= St. Lucia.")
	f.Fuzz(func(t *testing.T, s string) {
		decls := party.ParseLegend(s)
		r := party.Default().WithLegend(decls)
		for _, d := range decls {
			if d.Code == "" || d.Name == "" {
				t.Fatalf("%q declares %+v", s, d)
			}
			r.ScanList(nil, d.Code+", "+d.Name, party.Tolerant)
			r.ScanListBack(nil, d.Name+". "+d.Code)
		}
	})
}
