package words

import (
	"math/rand/v2"
	"strings"
	"testing"
)

func TestFolding(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		a, b   string
		equal  bool
		reason string
	}{
		{"Each State Party", "each  state\u00a0party", true, "case and white space mean nothing"},
		{"the “Convention”", `the "Convention"`, true, "quotes of another shape mean nothing"},
		{"co-operation", "co–operation", true, "dashes of another shape mean nothing"},
		{"co\u00adoperation", "cooperation", true, "a soft hyphen is not there"},
		{"co-operation", "cooperation", false, "a hyphen parts words"},
		{"State’s", "State's", true, "apostrophes of another shape mean nothing"},
		{"State's", "States", false, "an apostrophe between letters counts"},
		{"Parties' laws", "Parties laws", true, "a closing quote does not"},
		{"con\ufb01scation", "confiscation", true, "a ligature is its letters"},
		{"50 %", "50", false, "a per cent sign is a word"},
		{"10 €", "10 $", false, "a currency sign is a word"},
		{"Économie", "économie", true, "case of letters beyond ASCII"},
		{"offences, property", "offences property", true, "punctuation parts words and is none"},
		{"may", "shall", false, "other words"},
		{"may", "may not", false, "more words"},
		{"\ufeffmay\u200b", "may", true, "characters without width are not there"},
		{"", "…;—", true, "no words at all"},
	} {
		if got := Equal(c.a, c.b); got != c.equal {
			t.Errorf("Equal(%q, %q) = %v, want %v: %s", c.a, c.b, got, c.equal, c.reason)
		}
		if got := Hash(c.a) == Hash(c.b); got != c.equal {
			t.Errorf("Hash(%q) == Hash(%q) is %v, want %v: %s", c.a, c.b, got, c.equal, c.reason)
		}
	}
}

func TestSameLetters(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"in cluding", "including", true},
		{"capacitybuilding", "capacity-building", true},
		{"con\ufb01scation of assets", "Confis cation\u00a0of as\u00adsets", true},
		{"", " —", true},
		{"may", "may not", false},
		{"50 %", "50", false},
		{"20", "200", false},
	} {
		if got := SameLetters(c.a, c.b); got != c.want {
			t.Errorf("SameLetters(%q, %q) = %v", c.a, c.b, got)
		}
	}
}

func TestSpans(t *testing.T) {
	t.Parallel()
	var l Lexicon
	s := "“The State’s co-operation; (20 %)"
	var got []string
	for _, w := range l.Words(nil, s) {
		got = append(got, s[w.Start:w.End])
	}
	if want := "The|State’s|co|operation|20|%"; strings.Join(got, "|") != want {
		t.Errorf("got %q, want %q", strings.Join(got, "|"), want)
	}
}

// TestNumbers interns more words than the first table holds and reads them
// again in another order: the same word must keep its number.
func TestNumbers(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(1, 2))
	var list []string
	for range 5000 {
		list = append(list, string([]rune{rune('a' + rng.IntN(26)), rune('a' + rng.IntN(26)), rune('à' + rng.IntN(20)), rune('0' + rng.IntN(10))}))
	}
	var l Lexicon
	first := l.IDs(nil, strings.Join(list, " "))
	distinct := map[string]uint32{}
	for i, w := range list {
		if id, ok := distinct[w]; ok && id != first[i] {
			t.Fatalf("%q is %d and %d", w, id, first[i])
		}
		distinct[w] = first[i]
	}
	if l.Len() != len(distinct) {
		t.Errorf("Len is %d, want %d", l.Len(), len(distinct))
	}
	for w, id := range distinct {
		if got := l.IDs(nil, strings.ToUpper(w)); len(got) != 1 || got[0] != id {
			t.Fatalf("%q is %v now, was %d", w, got, id)
		}
	}
}

func FuzzWords(f *testing.F) {
	f.Add("The State’s co-operation; (20 %) con\ufb01scation \xff")
	f.Fuzz(func(t *testing.T, s string) {
		var l Lexicon
		ids, last := l.IDs(nil, s), int32(0)
		list := l.Words(nil, s)
		if len(ids) != len(list) {
			t.Fatalf("%d words without spans, %d with", len(ids), len(list))
		}
		for i, w := range list {
			if w.ID != ids[i] || w.Start < last || w.End <= w.Start || int(w.End) > len(s) {
				t.Fatalf("word %d: %+v after byte %d, number %d", i, w, last, ids[i])
			}
			last = w.End
		}
	})
}

func BenchmarkIDs(b *testing.B) {
	s := strings.Repeat("Each State Party shall adopt such legislative and other measures, in accordance with the fundamental principles of its domestic law; ", 400)
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	var dst []uint32
	for b.Loop() {
		var l Lexicon
		dst = l.IDs(dst[:0], s)
	}
}
