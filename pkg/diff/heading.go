package diff

import (
	"github.com/draftdiff/draftdiff/pkg/align/words"
	"github.com/draftdiff/draftdiff/pkg/snapshot"
)

// headings reports the words that changed in the heading of a unit, unless the
// heading is a unit of its own and was compared as such.
func (c *comparer) headings(i, j int) {
	u, v := &c.d.Old.Units[i], &c.d.New.Units[j]
	if u.Heading == v.Heading || c.sides[0].proposed && c.sides[1].proposed || hasHeading(c.d.Old, i) || hasHeading(c.d.New, j) {
		return
	}
	old, new := headline(c, i, u.Heading), headline(c, j, v.Heading)
	for _, h := range c.hunks(&old, &new) {
		e := Event{Type: Text, OldUnit: i, NewUnit: j, Old: -1, New: -1, Text: &TextChange{InHeading: true}}
		e.Text.Old, e.Text.OldSpan, _ = old.stretch(h.A0, h.A1)
		e.Text.New, e.Text.NewSpan, _ = new.stretch(h.B0, h.B1)
		if !words.SameLetters(e.Text.Old, e.Text.New) {
			c.emit(0, e)
		}
	}
}

// headline is a heading as a passage.
func headline(c *comparer, unit int, text string) passage {
	p := passage{units: []int{unit}, sources: []string{text}}
	for _, w := range c.lexicon.Words(nil, text) {
		p.words, p.ids = append(p.words, word{w.ID, 0, w.Start, w.End}), append(p.ids, w.ID)
	}
	return p
}

// hasHeading reports whether the heading of a unit is a unit of its own, which
// then is the first below it.
func hasHeading(s *snapshot.Snapshot, unit int) bool {
	return unit+1 < len(s.Units) && s.Units[unit+1].Kind == snapshot.KindHeading && s.Units[unit+1].Parent == s.Units[unit].ID
}
