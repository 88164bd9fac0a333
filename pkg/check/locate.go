package check

import (
	"sort"
	"strings"

	"github.com/draftdiff/draftdiff/pkg/align"
	"github.com/draftdiff/draftdiff/pkg/snapshot"
	"github.com/draftdiff/draftdiff/pkg/text"
)

// locate finds where words of a unit's text stand in the file: at is where they
// begin in the unit's text, in which they may occur before. The second result
// is false if only the unit could be found.
func (t *Text) locate(unit int, words string, at int) (text.Span, bool) {
	want := tokens(words)
	place := t.unitSpan(unit)
	if t.Document == nil || len(want) == 0 {
		return place, false
	}
	skip := count(tokens(t.Snapshot.Units[unit].Text[:min(max(at, 0), len(t.Snapshot.Units[unit].Text))]), want)
	var last text.Span
	first := sort.Search(len(t.blocks), func(i int) bool { return t.blocks[i].src.Span.End > place.Start })
	for i := first; i < len(t.blocks) && t.blocks[i].src.Span.Start < place.End; i++ {
		b := &t.blocks[i]
		have := tokens(b.src.Text)
		for k := 0; k+len(want) <= len(have); k++ {
			if !begins(have[k:], want) {
				continue
			}
			last = b.span(text.Span{Start: have[k].at, End: have[k+len(want)-1].end()})
			if skip--; skip < 0 {
				return last, true
			}
		}
	}
	return last, last.End > 0
}

// locateChange finds a change in the file: the words that are there now, or where those
// that are gone stood, which is behind the words before them.
func (p *Pass) locateChange(unit int, words string, start int) text.Span {
	t := p.New
	if sp, ok := t.locate(unit, words, start); ok {
		return sp
	}
	s := t.Snapshot.Units[unit].Text
	before := tokens(s[:min(max(start, 0), len(s))])
	for n := min(4, len(before)); n > 0; n-- {
		from := before[len(before)-n].at
		if sp, ok := t.locate(unit, s[from:min(start, len(s))], from); ok {
			return text.Span{Start: sp.End - len(before[len(before)-1].word), End: sp.End}
		}
	}
	return p.label(unit)
}

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

// count is how often a list of words has another one in it.
func count(have, want []token) int {
	n := 0
	for k := 0; k+len(want) <= len(have); k++ {
		if begins(have[k:], want) {
			n++
		}
	}
	return n
}

// cite names a unit as delegates do: "Article 56, paragraph 3 alt".
func (t *Text) cite(unit int) string {
	u := &t.Snapshot.Units[unit]
	own := u.Label
	switch {
	case u.Kind == snapshot.KindParagraph && own != "":
		own = "paragraph " + own
	case u.Kind == snapshot.KindParagraph:
		own = "the text"
	case u.Kind == snapshot.KindHeading:
		own = "the heading"
	case own == "":
		own = u.Kind.String()
	}
	p := t.parent(unit)
	if p < 0 || u.Kind == snapshot.KindArticle || u.Kind == snapshot.KindCluster || u.Kind == snapshot.KindChapter {
		return own
	}
	return t.cite(p) + ", " + own
}

// goneAt is where a unit of the older text stood: at what now is the last unit
// before it that stayed.
func (p *Pass) goneAt(old int) text.Span {
	if p.stayed == nil {
		p.stayed = make([]int, len(p.Old.Snapshot.Units)+1)
		p.stayed[0] = -1
		for u := range p.Old.Snapshot.Units {
			p.stayed[u+1] = p.stayed[u]
			if now := p.newUnit(u); now >= 0 && p.Diff.Units[p.Diff.Alignment.OfOld[u]].Change != align.Moved {
				p.stayed[u+1] = now
			}
		}
	}
	if now := p.stayed[old]; now >= 0 {
		return p.label(now)
	}
	return text.Span{}
}
