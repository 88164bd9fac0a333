package snapshot

import (
	"strconv"
	"strings"
	"unicode"

	"github.com/draftdiff/draftdiff/pkg/notation"
	"github.com/draftdiff/draftdiff/pkg/source"
	"github.com/draftdiff/draftdiff/pkg/text"
)

// titleGoesOn reports whether s is the second line of the title of a chapter:
// capitals behind capitals.
func (b *builder) titleGoesOn(current int, s string) bool {
	last := len(b.snap.Units) - 1
	return b.states[current].level < levelArticle && last == current+1 && b.snap.Units[last].Kind == KindHeading &&
		inCapitals(s) && inCapitals(b.snap.Units[last].Text)
}

func inCapitals(s string) bool {
	return strings.IndexFunc(s, unicode.IsLower) < 0 && strings.IndexFunc(s, unicode.IsUpper) >= 0
}

// restOfTitle adds a line to the heading that was read last.
func (b *builder) restOfTitle(blk *block, l lead, of int, sp text.Span) {
	h := len(b.snap.Units) - 1
	b.contents(blk, l, h, claim{closer: notation.None})
	b.snap.Units[of].Heading = b.snap.Units[h].Text
	b.extend(h, sp)
}

// extend makes the place of a unit reach to the end of sp.
func (b *builder) extend(unit int, sp text.Span) {
	place, end := &b.snap.Units[unit].Source, b.place(sp)
	place.EndLine, place.EndOffset = end.EndLine, end.EndOffset
}

// titled returns the numbered paragraph that was read last if its words are only
// a title, so that its text is still to come; -1 if there is none.
func (b *builder) titled() int {
	last := len(b.snap.Units) - 1
	u := &b.snap.Units[last]
	if last != b.path[levelParagraph] || u.Label == "" || u.Heading != "" || u.Origin != OriginBase || len(b.pending) > 0 || !titles(u.Text, 60) || provides(u.Text) {
		return -1
	}
	if n := len(b.snap.Proposals); n > 0 && b.snap.Proposals[n-1].Unit == u.ID {
		return -1
	}
	return last
}

// underTitle reads the text of a paragraph whose title stands above it.
func (b *builder) underTitle(blk *block, l lead, of int, sp text.Span) {
	u := &b.snap.Units[of]
	u.Heading, u.Text = u.Text, ""
	b.contents(blk, l, of, claim{closer: notation.None})
	b.extend(of, sp)
}

// numbersAgain reports whether a number begins a list in the present paragraph,
// which announces one, or goes on with it, and is not the next paragraph's.
func (b *builder) numbersAgain(l notation.LabelText) bool {
	n, err := strconv.Atoi(l.Number)
	if err != nil || l.Proposed() {
		return false
	}
	par := b.path[levelParagraph]
	if sub := b.path[levelSubparagraph]; sub >= 0 {
		return b.states[sub].number == strconv.Itoa(n-1) && b.states[par].number != strconv.Itoa(n-1)
	}
	return n == 1 && b.states[par].number != "" && strings.HasSuffix(b.snap.Units[par].Text, ":")
}

// listGoesOn reports whether the next letter of the present list stands behind
// the present block, so that the block is a part of the last subparagraph.
func (b *builder) listGoesOn() bool {
	last := b.lastLetter()
	if len(last) != 1 || last[0] < 'a' {
		return false
	}
	next := b.nextLetter()
	for _, src := range b.blocks[b.at+1 : min(len(b.blocks), b.at+1+listWithin)] {
		switch l := notation.ScanLabel(strings.TrimLeft(src.Text, " [{~")); {
		case src.Layout == source.LayoutFurniture, l.Class == notation.NoLabel:
		case l.Class != notation.Letter:
			return false
		case l.Number == next:
			return true
		case !isRoman(l.Number):
			return false
		}
	}
	return false
}

// listWithin is how many blocks further on the next letter of a list is looked for.
const listWithin = 16
