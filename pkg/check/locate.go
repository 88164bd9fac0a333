package check

import (
	"sort"
	"strings"

	"github.com/draftdiff/draftdiff/pkg/align"
	"github.com/draftdiff/draftdiff/pkg/diff"
	"github.com/draftdiff/draftdiff/pkg/text"
)

// locate finds where words of a unit's text stand in the file: at is where they
// begin in the unit's text, in which they may occur before. The second result
// is false if only the unit could be found.
func (t *Text) locate(unit int, words string, at int) (text.Span, bool) {
	want := tokens(words)
	if t.Document == nil || len(want) == 0 {
		return t.unitSpan(unit), false
	}
	x := t.wordsOf(unit)
	found := x.source.find(want)
	if len(found) == 0 {
		return text.Span{}, false
	}
	return x.span(found[min(x.text.before(want, at), len(found)-1)], len(want)), true
}

// locateChange finds a change in the file: the words that are there now, or where those
// that are gone stood, which is behind the words before them.
func (p *Pass) locateChange(unit int, words string, start int) text.Span {
	t := p.New
	if sp, ok := t.locate(unit, words, start); ok {
		return sp
	}
	s := t.Snapshot.Units[unit].Text
	start = min(max(start, 0), len(s))
	before := t.wordsOf(unit).text.until(start)
	for n := min(4, len(before)); n > 0; n-- {
		from := before[len(before)-n].at
		if sp, ok := t.locate(unit, s[from:start], from); ok {
			return text.Span{Start: sp.End - len(before[len(before)-1].word), End: sp.End}
		}
	}
	return p.label(unit)
}

// cite names a unit as delegates do: "Article 56, paragraph 3 alt".
func (t *Text) cite(unit int) string { return t.citer.Cite(unit) }

// describe cites a unit, and gives its words where it has no number.
func (t *Text) describe(unit int) string {
	u := &t.Snapshot.Units[unit]
	if words := plain(u.Heading + " " + u.Text); u.Label == "" && words != "" {
		return t.cite(unit) + " " + quote(words)
	}
	return t.cite(unit)
}

// openWords looks whether words of a unit's text, at a span of it and found at a
// place of the file, lie in brackets that name no party. Where words repeat, a
// change can be told in several ways, “field the” of “[the field] [the area]” is
// “the field” too: the words and the place of the one that lies in brackets, else
// those that were given.
func (t *Text) openWords(unit int, sp diff.Span, at text.Span, words string) (text.Span, string, bool) {
	if t.leftOpen(at) {
		return at, words, true
	}
	s := t.Snapshot.Units[unit].Text
	all := t.wordsOf(unit).text.tokens
	from := sort.Search(len(all), func(k int) bool { return all[k].at >= sp.Start })
	to := sort.Search(len(all), func(k int) bool { return all[k].at >= sp.End })
	for _, step := range [...]int{-1, 1} {
		out, in := from+min(step, 0), to+min(step, 0) // the word that comes in on one side, and out on the other
		for range mostSlides {
			if out < 0 || in >= len(all) || out >= in || !strings.EqualFold(all[out].word, all[in].word) {
				break
			}
			first, last := out, in-1
			if step > 0 {
				first, last = out+1, in
			}
			slid := s[all[first].at:all[last].end()]
			if place, ok := t.locate(unit, slid, all[first].at); ok && t.leftOpen(place) {
				return place, slid, true
			}
			out, in = out+step, in+step
		}
	}
	return at, words, false
}

// mostSlides is how many words a change is told further to the left or right.
const mostSlides = 4

// leftOpen reports whether a span of the file lies in brackets that name no party.
func (t *Text) leftOpen(sp text.Span) bool {
	if t.open == nil {
		t.open = []text.Span{}
		for i := range t.groups {
			g := &t.groups[i]
			if s := g.span(g.node().Span); g.isOpen() && (len(t.open) == 0 || s.Start >= t.open[len(t.open)-1].End) {
				t.open = append(t.open, s)
			}
		}
	}
	k := sort.Search(len(t.open), func(i int) bool { return t.open[i].End >= sp.End })
	return k < len(t.open) && t.open[k].Contains(sp)
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
