package snapshot

import (
	"strings"

	"github.com/draftdiff/draftdiff/internal/byteset"
	"github.com/draftdiff/draftdiff/internal/hash64"
	"github.com/draftdiff/draftdiff/pkg/text"
)

// Evidence from the rest of the document. A conversion smears strikes over
// insertions; the same words of the same delegation often stand elsewhere with
// no strike, which shows them to be an insertion.

// evidence is the set of groups in square brackets that stand unstruck
// somewhere, by the digest of their words and one of the parties behind them,
// the first in the alphabet, since the order of a list means nothing.
type evidence map[uint64]bool

var (
	brackets = byteset.Of("[]()")
	spaces   = byteset.Of("\t\n\v\f\r\xc2") // the first bytes of white space other than the space
	wordsEnd = byteset.Of(" ,.;:")          // what may stand behind the words of a group
	partyEnd = byteset.Of(" .")             // and behind a party
)

// digestOf returns the digest of a group without groups in it, whose inside is
// s: "criminal: EU & mS".
func digestOf(s string) (uint64, bool) {
	i := strings.LastIndexByte(s, ':')
	if i <= 0 || len(s) > 400 {
		return 0, false
	}
	if spaces.Index(s, 0) < len(s) {
		s = strings.Join(strings.Fields(s), " ")
		i = strings.LastIndexByte(s, ':')
	}
	words := wordsEnd.TrimEnd(s[:i])
	party := firstParty(s[i+1:])
	if words == "" || party == "" {
		return 0, false
	}
	return hash64.Text(hash64.Text(hash64.Seed, words), party), true
}

// firstParty returns the party of a list that comes first in the alphabet.
func firstParty(list string) string {
	first := ""
	for i := 0; i < len(list); {
		for i < len(list) && (list[i] == ' ' || list[i] == ',') {
			i++
		}
		j := i
		for j < len(list) && list[j] != ',' && list[j] != ';' {
			j++
		}
		if p := partyEnd.TrimEnd(list[i:j]); p != "" && p[0] >= 'A' && p[0] <= 'Z' && (first == "" || p < first) {
			first = p
		}
		if j < len(list) && list[j] == ';' {
			break
		}
		i = j
	}
	return first
}

// unstruck reports whether a group with the words and the party of s stands somewhere in the document with no strike on it.
func (b *builder) unstruck(s string) bool {
	key, ok := digestOf(s)
	if !ok {
		return false
	}
	if b.evidence == nil {
		b.evidence = make(evidence, len(b.blocks))
		var struck text.Strikes
		for i := range b.blocks {
			struck = text.AppendStrikes(struck[:0], &b.blocks[i].Marked)
			b.evidence.add(b.blocks[i].Text, struck)
		}
	}
	return b.evidence[key]
}

// add notes the unstruck groups of a block.
func (e evidence) add(s string, struck text.Strikes) {
	for at := 0; ; {
		i := strings.IndexByte(s[at:], '[')
		if i < 0 {
			return
		}
		start := at + i + 1
		if at = brackets.Index(s, start); at == len(s) {
			return
		}
		if s[at] != ']' {
			continue
		}
		if struck.In(text.Span{Start: start, End: start + 1}) > 0 {
			continue
		}
		if key, ok := digestOf(s[start:at]); ok {
			e[key] = true
		}
	}
}
