package report

import (
	"strings"

	"github.com/draftdiff/draftdiff/pkg/citation"
	"github.com/draftdiff/draftdiff/pkg/diff"
)

// add puts an entry where it is looked for.
func (b *builder) add(u *diff.UnitChange, e Entry, silent bool) {
	if silent {
		b.Silent = append(b.Silent, e)
		return
	}
	s := b.sectionOf(u)
	s.Entries = append(s.Entries, e)
}

// renumbered notes the new number of a unit in its section; the title of the
// section has its own.
func (b *builder) renumbered(u *diff.UnitChange) {
	s := b.sectionOf(u)
	old, new := u.Old[0], u.New[0]
	if b.new.Section(new) == new {
		return
	}
	within := func(c *citation.Citer, unit int) string {
		return strings.TrimPrefix(c.Cite(unit), c.Cite(c.Section(unit))+", ")
	}
	s.Renumbered = append(s.Renumbered, Renumbering{
		Was: within(b.old, old), Now: within(b.new, new),
		OldPlace: b.Diff.Old.Units[old].Source, NewPlace: b.Diff.New.Units[new].Source,
	})
}

// sectionOf returns the section in which a reader looks for a unit.
func (b *builder) sectionOf(u *diff.UnitChange) *Section {
	key := [2]int{-1, -1}
	if len(u.New) > 0 {
		key[1] = b.new.Section(u.New[0])
	} else {
		key[0] = b.old.Section(u.Old[0])
		if n := b.Diff.Units[b.Diff.Alignment.OfOld[key[0]]].New; len(n) > 0 {
			key = [2]int{-1, b.new.Section(n[0])}
		}
	}
	k, ok := b.sections[key]
	if !ok {
		k = len(b.Sections)
		b.sections[key] = k
		b.Sections = append(b.Sections, b.section(key))
	}
	return &b.Sections[k]
}

func (b *builder) section(key [2]int) Section {
	if key[1] < 0 {
		return Section{Title: b.old.Title(key[0]), Cite: b.old.Cite(key[0])}
	}
	s := Section{Title: b.new.Title(key[1]), Cite: b.new.Cite(key[1])}
	if old := b.Diff.Units[b.Diff.Alignment.OfNew[key[1]]].Old; len(old) > 0 {
		s.Was = differing(b.old.Cite(old[0]), b.new.Cite(key[1]))
	}
	return s
}
