package redline

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestWords(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		old, new string
		want     string // {-deleted-}{+inserted+}
		reason   string
	}{
		{"", "", "", "nothing"},
		{"may", "may", "may", "the same"},
		{"", "may", "{+may+}", "all new"},
		{"Parties shall act", "Parties may act", "Parties {-shall-}{+may+} act", "a word"},
		{"shall act", "shall not act", "shall {+not +}act", "an insertion takes the space behind it"},
		{"prosecution", "prosecutions", "{-prosecution-}{+prosecutions+}", "never half a word"},
		{"in an action by", "in the measures by", "in {-an action-}{+the measures+} by", "two words are one change"},
		{"a, b", "a; b", "a{-,-}{+;+} b", "punctuation counts here"},
		{"the “law”", "the \"law\"", "the {-“-}{+\"+}law{-”-}{+\"+}", "bytes count here, so that the redline spells both texts"},
	} {
		if d := cmp.Diff(c.want, marked(Words(c.old, c.new))); d != "" {
			t.Errorf("%s (-want +got):\n%s", c.reason, d)
		}
	}
}

func marked(list []Segment) string {
	var b strings.Builder
	for _, s := range list {
		switch s.Op {
		case Delete:
			b.WriteString("{-" + s.Text + "-}")
		case Insert:
			b.WriteString("{+" + s.Text + "+}")
		default:
			b.WriteString(s.Text)
		}
	}
	return b.String()
}

// merged writes segments with the deletion of each change first.
func merged(list []Segment) string {
	for i := 1; i < len(list); i++ {
		if list[i].Op == Delete && list[i-1].Op == Insert {
			list[i-1], list[i] = list[i], list[i-1]
		}
	}
	return marked(list)
}

// check fails unless the segments spell both texts and mirror the segments of
// the texts swapped.
func check(t *testing.T, old, new string) {
	t.Helper()
	var a, b strings.Builder
	last := OpInvalid
	for _, s := range Words(old, new) {
		if s.Text == "" || s.Op == last || s.Op == Delete && last == Insert {
			t.Fatalf("%s segment %q after %s one\nold %q\nnew %q", s.Op, s.Text, last, old, new)
		}
		last = s.Op
		if s.Op != Insert {
			a.WriteString(s.Text)
		}
		if s.Op != Delete {
			b.WriteString(s.Text)
		}
	}
	back := Words(new, old)
	for i := range back {
		back[i].Op = [...]Op{Equal: Equal, Insert: Delete, Delete: Insert}[back[i].Op]
	}
	if m := merged(back); m != merged(Words(old, new)) {
		t.Fatalf("no mirror\nold %q\nnew %q\n%s\n%s", old, new, merged(Words(old, new)), m)
	}
	if a.String() != old || b.String() != new {
		t.Fatalf("does not spell its texts\nold %q\nis  %q\nnew %q\nis  %q", old, a.String(), new, b.String())
	}
}

// mirror fails unless the hunks turned are the mirror of the hunks.
func mirror(t *testing.T, a, b []uint32) {
	t.Helper()
	var d, e Differ
	there, back := slices.Clone(d.Hunks(a, b, false)), e.Hunks(b, a, true)
	for i, h := range back {
		back[i] = Hunk{h.B0, h.B1, h.A0, h.A1}
	}
	if diff := cmp.Diff(there, slices.Clone(back)); diff != "" {
		t.Fatalf("%v against %v is no mirror (-there +back):\n%s", a, b, diff)
	}
	i, j := 0, 0
	for _, h := range there {
		if !slices.Equal(a[i:h.A0], b[j:h.B0]) {
			t.Fatalf("%v against %v: not equal before %+v", a, b, h)
		}
		i, j = h.A1, h.B1
	}
	if !slices.Equal(a[i:], b[j:]) {
		t.Fatalf("%v against %v: not equal at the end", a, b)
	}
}

// TestRandom makes 2,000 pairs of up to 60 words of a vocabulary of 12, the
// second with each word lost, doubled or replaced with probability 1/10.
func TestRandom(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(3, 4))
	vocabulary := strings.Fields("the State Party shall may , ; “law” — a\u00ad b ﬁne")
	for range 2000 {
		var old, new []string
		var a, b []uint32
		add := func(list *[]string, ids *[]uint32, w int) {
			*list, *ids = append(*list, vocabulary[w]), append(*ids, uint32(w))
		}
		for range rng.IntN(60) {
			w := rng.IntN(len(vocabulary))
			add(&old, &a, w)
			switch rng.IntN(30) {
			case 0:
			case 1:
				add(&new, &b, w)
				add(&new, &b, w)
			case 2:
				add(&new, &b, rng.IntN(len(vocabulary)))
			default:
				add(&new, &b, w)
			}
		}
		check(t, strings.Join(old, " "), strings.Join(new, " "))
		mirror(t, a, b)
	}
}

// TestLong gives two long texts with nothing in common, and with one rare word
// in common, which a quadratic comparison would take minutes for.
func TestLong(t *testing.T) {
	t.Parallel()
	var a, b []uint32
	for i := range uint32(200000) {
		a, b = append(a, i%1000), append(b, 1000+i%1000)
	}
	mirror(t, a, b)
	a[100000], b[50000] = 5000, 5000
	var d Differ
	if got := d.Hunks(a, b, false); len(got) != 2 {
		t.Errorf("%d hunks, want one on each side of the word in common", len(got))
	}
	mirror(t, a, b)
	a[0] = maxID + 1 // has no rune
	mirror(t, a, b)
}

func FuzzWords(f *testing.F) {
	f.Add("Parties shall act", "Parties may act")
	f.Add("a\xffb", "\xff")
	f.Add("…—", "")
	f.Fuzz(func(t *testing.T, old, new string) { check(t, old, new) })
}

func BenchmarkWords(b *testing.B) {
	old := strings.Repeat("Each State Party shall adopt such legislative and other measures, in accordance with its law; ", 5)
	new := strings.Replace(old, "shall", "may", 1)
	b.SetBytes(int64(len(old)))
	b.ReportAllocs()
	for b.Loop() {
		Words(old, new)
	}
}

func BenchmarkHunks(b *testing.B) {
	var x, y []uint32
	for i := range uint32(75) {
		x, y = append(x, i%40), append(y, i%40)
	}
	y[30], y[60] = 100, 101
	var d Differ
	b.ReportAllocs()
	for b.Loop() {
		d.Hunks(x, y, false)
	}
}
