package snapshot

import (
	"strings"

	"github.com/draftdiff/draftdiff/pkg/source"
	"github.com/draftdiff/draftdiff/pkg/text"
)

// Evidence from the rest of the document. A conversion smears strikes over
// insertions; the same words of the same delegation often stand elsewhere with
// no strike, which shows them to be an insertion.

// evidence is the set of groups in square brackets that stand unstruck
// somewhere: their words and one of the parties behind them, the first in the
// alphabet, since the order of a list means nothing.
type evidence map[groupKey]bool

type groupKey struct{ words, party string }

// keyOf returns the words and a party of a group without groups in it,
// "[criminal: EU & mS]", whose inside is s.
func keyOf(s string) (groupKey, bool) {
	i := strings.LastIndexByte(s, ':')
	if i <= 0 || len(s) > 400 {
		return groupKey{}, false
	}
	if strings.ContainsAny(s, "\n\r\t\u00a0") {
		s = strings.Join(strings.Fields(s), " ")
		i = strings.LastIndexByte(s, ':')
	}
	words := strings.Trim(s[:i], " ,.;:")
	list, _, _ := strings.Cut(s[i+1:], ";")
	key := groupKey{words: words}
	for p := range strings.SplitSeq(list, ",") {
		p = strings.Trim(p, " .")
		if p != "" && p[0] >= 'A' && p[0] <= 'Z' && (key.party == "" || p < key.party) {
			key.party = p
		}
	}
	return key, words != "" && key.party != ""
}

// unstruck reports whether a group with the words and the party of s stands somewhere in the document with no strike on it.
func (b *builder) unstruck(s string) bool {
	key, ok := keyOf(s)
	if !ok {
		return false
	}
	if b.evidence == nil {
		b.evidence = evidence{}
		for i := range b.blocks {
			b.evidence.add(&b.blocks[i])
		}
	}
	return b.evidence[key]
}

// add notes the unstruck groups of a block.
func (e evidence) add(src *source.Block) {
	s := src.Text
	for at := 0; ; {
		i := strings.IndexByte(s[at:], '[')
		if i < 0 {
			return
		}
		start := at + i + 1
		n := strings.IndexAny(s[start:], "[]()")
		if n < 0 {
			return
		}
		at = start + n
		if s[at] != ']' {
			continue
		}
		if key, ok := keyOf(s[start:at]); ok && !e[key] && !struckAt(src.Marks, start) {
			e[key] = true
		}
	}
}

// struckAt reports whether the character at off is struck.
func struckAt(marks []text.Mark, off int) bool {
	for _, m := range marks {
		if m.Span.Start > off {
			return false
		}
		if m.Kind == text.MarkStruck && off < m.Span.End {
			return true
		}
	}
	return false
}
