package snapshot

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// TestWriter holds the writer, which looks at eight bytes at a time, against
// strings.Fields, on texts in which spaces, control characters and letters
// beyond ASCII stand at every place of such a word.
func TestWriter(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(1, 1))
	pieces := []string{"a", "bc", "def", "States", " ", " ", "  ", "\t", "\n", "\x1f", "\x7f", "\u00a0", "é", "–", "“"}
	for range 20_000 {
		var s strings.Builder
		for range r.IntN(30) {
			s.WriteString(pieces[r.IntN(len(pieces))])
		}
		in := s.String()
		if n := singleSpacedASCII(in); strings.Contains(in[:n], "  ") || strings.TrimRight(in[:n], " ") != in[:n] {
			t.Fatalf("%q: %q is not single-spaced", in, in[:n])
		}
		var w writer
		w.begin()
		w.write(in)
		want := strings.Join(strings.Fields(strings.ReplaceAll(in, "\x1f", " ")), " ")
		if w.text() != want {
			t.Fatalf("%q is written %q, want %q", in, w.text(), want)
		}
	}
}
