package hash64_test

import (
	"strings"
	"testing"

	"github.com/draftdiff/draftdiff/internal/hash64"
)

// TestText hashes texts that differ little: in a byte, in their length, in where
// one of two ends. None may share a hash, and a text always has the same one.
func TestText(t *testing.T) {
	t.Parallel()
	seen := map[uint64]string{}
	note := func(name string, h uint64) {
		if other, ok := seen[h]; ok {
			t.Errorf("%s and %s have the hash %x", name, other, h)
		}
		seen[h] = name
	}
	for n := range 40 {
		s := strings.Repeat("a", n)
		note("a × "+s, hash64.Text(hash64.Seed, s))
		for i := range n {
			note(s[:i]+"b"+s[i+1:], hash64.Text(hash64.Seed, s[:i]+"b"+s[i+1:]))
			if i > 0 {
				note(s[:i]+"|"+s[i:], hash64.Text(hash64.Text(hash64.Seed, s[:i]), s[i:]))
			}
		}
	}
	const want = 0x61e127a0351d8945
	if got := hash64.Text(hash64.Seed, "States Parties shall"); got != want {
		t.Errorf("the hash of a text is %x, and was %x", got, uint64(want))
	}
}
