package store_test

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"github.com/draftdiff/draftdiff/pkg/store"
)

// A store of many sessions of the large fixture, each a little different from
// the one before. DRAFTDIFF_BENCH_SESSIONS asks for more than a few.
func benchmarkStore(b *testing.B, sessions int) (*store.Store, string) {
	b.Helper()
	original, err := os.ReadFile("../../fixtures/ahc-5th-session.md")
	if err != nil {
		b.Fatal(err)
	}
	where := newFile(b)
	s := reopened(b, where)
	text := string(original)
	for n := range sessions {
		e := entryOf(b, "session.md", []byte(text))
		e.Date = "2023-01-01"
		if _, _, err := s.Add(b.Context(), e); err != nil {
			b.Fatal(err)
		}
		text = edited(text, uint64(n))
	}
	return s, text
}

// edited changes one line in fifty: a word, or a new proposal on one.
func edited(text string, seed uint64) string {
	r := rand.New(rand.NewPCG(seed, 7))
	var b strings.Builder
	for line := range strings.Lines(text) {
		words := strings.Split(line, " ")
		if len(words) < 8 || strings.ContainsAny(line, "[]#*") && r.IntN(4) > 0 || r.IntN(50) > 0 {
			b.WriteString(line)
			continue
		}
		k := 2 + r.IntN(len(words)-3)
		if strings.ContainsAny(words[k], "[]:~(),") {
			b.WriteString(line)
			continue
		}
		words[k] = "reasonable"
		b.WriteString(strings.Join(words, " "))
	}
	return b.String()
}

func sessionsOf(b *testing.B) int {
	n := 10
	if s := os.Getenv("DRAFTDIFF_BENCH_SESSIONS"); s != "" {
		if _, err := fmt.Sscan(s, &n); err != nil {
			b.Fatal(err)
		}
	}
	return n
}

// BenchmarkAdd adds one more session to a store that has some.
func BenchmarkAdd(b *testing.B) {
	for _, n := range []int{1, sessionsOf(b)} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			s, text := benchmarkStore(b, n)
			b.ReportAllocs()
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				b.StopTimer()
				n++
				text = edited(text, uint64(n))
				e := entryOf(b, "session.md", []byte(text))
				e.Date = "2023-01-01"
				b.StartTimer()
				if _, _, err := s.Add(b.Context(), e); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkHistory reads what log, blame and party work on.
func BenchmarkHistory(b *testing.B) {
	s, _ := benchmarkStore(b, sessionsOf(b))
	b.Run("read", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := s.History(b.Context()); err != nil {
				b.Fatal(err)
			}
		}
	})
	h, err := s.History(b.Context())
	if err != nil {
		b.Fatal(err)
	}
	b.Run("blame", func(b *testing.B) {
		unit := h.FindUnit("art_59__para_1", h.Latest())
		for b.Loop() {
			h.Tracer().Blame(unit, h.Latest())
		}
	})
	b.Run("party", func(b *testing.B) {
		for b.Loop() {
			h.Ledger("CARICOM", nil, 1)
		}
	})
	b.Run("search", func(b *testing.B) {
		for b.Loop() {
			if _, err := s.Search(b.Context(), store.Query{Words: []string{"reasonable"}, Limit: 200}); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// BenchmarkVerify reads everything.
func BenchmarkVerify(b *testing.B) {
	s, _ := benchmarkStore(b, sessionsOf(b))
	for b.Loop() {
		if faults, err := s.Verify(b.Context()); err != nil || len(faults) > 0 {
			b.Fatal(faults, err)
		}
	}
}

// TestSize checks that a store of a few sessions is not larger than three times
// its originals, each packed with gzip.
func TestSize(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	t.Parallel()
	const sessions = 8
	where := newFile(t)
	s := reopened(t, where)
	original, err := os.ReadFile("../../fixtures/ahc-5th-session.md")
	if err != nil {
		t.Fatal(err)
	}
	text, packed, first := string(original), 0, int64(0)
	for n := range sessions {
		e := entryOf(t, "session.md", []byte(text))
		e.Date = "2023-01-01"
		if _, _, err := s.Add(t.Context(), e); err != nil {
			t.Fatal(err)
		}
		if n == 0 {
			first = size(t, where) // it brings every unit and proposal; the others what changed
		} else {
			var b bytes.Buffer
			z := gzip.NewWriter(&b)
			if _, err := z.Write([]byte(text)); err != nil {
				t.Fatal(err)
			}
			if err := z.Close(); err != nil {
				t.Fatal(err)
			}
			packed += b.Len()
		}
		text = edited(text, uint64(n))
	}
	if got := size(t, where) - first; got > 3*int64(packed) {
		t.Errorf("%d bytes for %d of gzip", got, packed)
	} else {
		t.Logf("%.2f times gzip", float64(got)/float64(packed))
	}
}

// size is that of a store, with what waits in its log put in its place.
func size(t *testing.T, where string) int64 {
	t.Helper()
	change(t, where, `PRAGMA wal_checkpoint(TRUNCATE)`)
	info, err := os.Stat(where)
	if err != nil {
		t.Fatal(err)
	}
	return info.Size()
}
