package snapshot

import (
	"slices"

	"github.com/draftdiff/draftdiff/pkg/notation"
	"github.com/draftdiff/draftdiff/pkg/text"
)

// How much of a group is struck, and what one strike covers besides it.

// ownStruck counts the letters of a group's own words, and those of them that
// are struck, a word as a whole.
func (b *builder) ownStruck(sc scope, g notation.ID) (letters, struck int) {
	if sc.strikes.In(sc.tree.Nodes[g].Span) == 0 {
		return 1, 0
	}
	for c := sc.tree.Nodes[g].First; c != notation.None; c = sc.tree.Nodes[c].Next {
		switch n := &sc.tree.Nodes[c]; {
		case n.Kind == notation.Text:
			sc.strikes.cuts(sc.src.Text, n.Span, func(part text.Span, s bool) {
				k := 0
				for i := part.Start; i < part.End; i++ {
					if isLetter(sc.src.Text[i]) {
						k++
					}
				}
				letters += k
				if s {
					struck += k
				}
			})
		case n.Kind == notation.Group && sc.tree.Attribution(c) == notation.None:
			l, s := b.ownStruck(sc, c)
			letters, struck = letters+l, struck+s
		}
	}
	if letters == 0 { // punctuation only: "[/]", "[.: CN]"
		sp := sc.tree.Nodes[g].Span
		if sc.strikes.In(text.Span{Start: sp.Start + 1, End: min(sp.Start+2, sp.End)}) > 0 {
			return 1, 1
		}
	}
	return letters, struck
}

// A smear is what one strike covers among the children of a group or of the block.
type smear struct {
	letters int // outside of groups
	groups  int // attributed ones that it covers as a whole
}

// under names a smear: the strike begins at start.
type under struct {
	parent notation.ID
	start  int
}

// smearOver looks at the strike that covers g as a whole; what it finds serves
// all the groups beside g under that strike.
func (b *builder) smearOver(sc scope, g notation.ID) smear {
	t := sc.tree
	sp := t.Nodes[g].Span
	near := sc.strikes.From(sp.Start)
	k := slices.IndexFunc(near, func(m text.Span) bool { return m.End > sp.Start })
	if k < 0 || !near[k].Contains(sp) {
		return smear{}
	}
	m := near[k]
	key := under{t.Nodes[g].Parent, m.Start}
	if s, ok := b.smears[key]; ok {
		return s
	}
	first := g
	for p := t.Nodes[g].Prev; p != notation.None && t.Nodes[p].Span.End > m.Start; p = t.Nodes[p].Prev {
		first = p
	}
	var s smear
	for c := first; c != notation.None && t.Nodes[c].Span.Start < m.End; c = t.Nodes[c].Next {
		n := &t.Nodes[c]
		switch {
		case n.Kind == notation.Group && m.Contains(n.Span) && t.Attribution(c) != notation.None:
			s.groups++
		case n.Kind == notation.Text:
			for i := max(n.Span.Start, m.Start); i < min(n.Span.End, m.End); i++ {
				if isLetter(sc.src.Text[i]) {
					s.letters++
				}
			}
		}
	}
	b.smears[key] = s
	return s
}
