package check

import (
	"sort"
	"strings"

	"github.com/draftdiff/draftdiff/pkg/text"
)

// A token is a word of a text.
type token struct {
	word string
	at   int
}

func (t token) end() int { return t.at + len(t.word) }

// tokens lists the words of s.
func tokens(s string) []token {
	var list []token
	for i := 0; i < len(s); {
		start := i
		for i < len(s) && (isLetter(s[i]) || s[i] >= '0' && s[i] <= '9' || s[i] >= 0xC3 && s[i] < 0xE2 || i > start && s[i] >= 0x80 && s[i] < 0xC0 && s[i-1] >= 0xC3 && s[i-1] < 0xE2) {
			i++
		}
		if i > start {
			list = append(list, token{s[start:i], start})
		}
		i = max(i, start+1)
	}
	return list
}

// begins reports whether one list of words begins with another.
func begins(have, want []token) bool {
	for i := range want {
		if !strings.EqualFold(have[i].word, want[i].word) {
			return false
		}
	}
	return true
}

// words are those of a text, in which others are looked for: each time in about
// as many steps as the rarest of them occurs.
type words struct {
	tokens []token
	at     map[string][]int // by word, in lower case
	found  map[string][]int // what was looked for already
}

func newWords(list []token) *words {
	w := &words{list, make(map[string][]int, len(list)), map[string][]int{}}
	for i, t := range list {
		key := strings.ToLower(t.word)
		w.at[key] = append(w.at[key], i)
	}
	return w
}

// find lists where words begin, in order.
func (w *words) find(want []token) []int {
	if len(want) == 0 {
		return nil
	}
	var key strings.Builder
	rare := 0
	for i, t := range want {
		word := strings.ToLower(t.word)
		key.WriteString(word + " ")
		if len(w.at[word]) < len(w.at[strings.ToLower(want[rare].word)]) {
			rare = i
		}
	}
	found, ok := w.found[key.String()]
	if ok {
		return found
	}
	for _, k := range w.at[strings.ToLower(want[rare].word)] {
		if k -= rare; k >= 0 && k+len(want) <= len(w.tokens) && begins(w.tokens[k:], want) {
			found = append(found, k)
		}
	}
	w.found[key.String()] = found
	return found
}

// before counts how often words stand before an offset.
func (w *words) before(want []token, offset int) int {
	found := w.find(want)
	return sort.Search(len(found), func(i int) bool { return w.tokens[found[i]+len(want)-1].end() > offset })
}

// until lists the words before an offset.
func (w *words) until(offset int) []token {
	return w.tokens[:sort.Search(len(w.tokens), func(i int) bool { return w.tokens[i].end() > offset })]
}

// unitWords are the words of a unit.
type unitWords struct {
	text   *words   // of its text
	source *words   // of its blocks in the file, parted by empty words
	block  []*block // of each word of source
}

// wordsOf returns the words of a unit; they are looked up once.
func (t *Text) wordsOf(unit int) *unitWords {
	if x, ok := t.words[unit]; ok {
		return x
	}
	x := &unitWords{text: newWords(tokens(t.Snapshot.Units[unit].Text))}
	place := t.unitSpan(unit)
	var all []token
	first := sort.Search(len(t.blocks), func(i int) bool { return t.blocks[i].src.Span.End > place.Start })
	for i := first; i < len(t.blocks) && t.blocks[i].src.Span.Start < place.End; i++ {
		all = append(append(all, tokens(t.blocks[i].src.Text)...), token{})
		for len(x.block) < len(all) {
			x.block = append(x.block, &t.blocks[i])
		}
	}
	x.source = newWords(all)
	if t.words == nil {
		t.words = map[int]*unitWords{}
	}
	t.words[unit] = x
	return x
}

// span is where n words of the source, from the k-th on, stand in the file.
func (x *unitWords) span(k, n int) text.Span {
	return x.block[k].span(text.Span{Start: x.source.tokens[k].at, End: x.source.tokens[k+n-1].end()})
}

// bracketed reports whether n words of the source, from the k-th on, begin right
// behind a square bracket, and whether they end right before one.
func (x *unitWords) bracketed(k, n int) (opens, closes bool) {
	s := x.block[k].src.Text
	from, to := 0, len(s)
	if k > 0 && x.block[k-1] == x.block[k] {
		from = x.source.tokens[k-1].end()
	}
	if next := k + n; x.source.tokens[next].word != "" {
		to = x.source.tokens[next].at
	}
	before, after := s[from:x.source.tokens[k].at], s[x.source.tokens[k+n-1].end():to]
	i, j := strings.LastIndexAny(before, "[]"), strings.IndexAny(after, "[]")
	return i >= 0 && before[i] == '[', j >= 0 && after[j] == ']'
}
