package wordset_test

import (
	"strings"
	"testing"

	"github.com/draftdiff/draftdiff/internal/wordset"
)

func TestHas(t *testing.T) {
	t.Parallel()
	const list = "shall may should"
	s := wordset.Of(list)
	for _, w := range strings.Fields(list) {
		if !s.Has(w) {
			t.Errorf("%q is missing", w)
		}
	}
	if !s.Begins('s') || s.Begins('x') || !s.MayHave('s', 5) || s.MayHave('s', 4) || s.MayHave('s', 99) {
		t.Error("the shapes are not those of the words")
	}
	for _, w := range []string{"", "s", "shalt", "Shall", "man", "shoulder", strings.Repeat("s", 37), strings.Repeat("s", 300)} {
		if s.Has(w) {
			t.Errorf("%q is in the set", w)
		}
	}
}
