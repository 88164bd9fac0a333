package byteset_test

import (
	"strings"
	"testing"

	"github.com/draftdiff/draftdiff/internal/byteset"
)

// TestIndex puts a byte of the set at every place of texts of every length, and
// looks for it from every place.
func TestIndex(t *testing.T) {
	t.Parallel()
	const chars = "[]\x00\xff"
	set := byteset.Of(chars)
	for n := range 40 {
		for at := range n + 1 {
			s := strings.Repeat("a", n)
			if at < n {
				k := at % len(chars)
				s = s[:at] + chars[k:k+1] + s[at+1:]
			}
			for from := range n + 1 {
				want := n
				if at >= from {
					want = at
				}
				if got := set.Index(s, from); got != want {
					t.Fatalf("in %q from %d it is at %d, want %d", s, from, got, want)
				}
			}
		}
	}
}

func TestTrimEnd(t *testing.T) {
	t.Parallel()
	set := byteset.Of(" .")
	for in, want := range map[string]string{"": "", " .": "", "a": "a", "a. .": "a", ". a.b ": ". a.b"} {
		if got := set.TrimEnd(in); got != want {
			t.Errorf("%q becomes %q, want %q", in, got, want)
		}
	}
	if !set.Has('.') || set.Has('a') {
		t.Error("the set has other bytes")
	}
}
