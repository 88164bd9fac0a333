package report

import (
	"slices"
	"strconv"
	"strings"

	"github.com/draftdiff/draftdiff/pkg/align"
	"github.com/draftdiff/draftdiff/pkg/diff"
	"github.com/draftdiff/draftdiff/pkg/snapshot"
)

// layRows makes the parts and a row for each unit that the report keeps.
func (b *pager) layRows() {
	d, part := b.Page.Diff, 0
	for _, i := range b.Page.Units {
		u := &d.Units[i]
		s := b.sectionOf(u)
		secs := b.builder.Sections
		if part >= len(secs) || s != &secs[part] {
			part = slices.IndexFunc(secs, func(t Section) bool { return t.Title == s.Title && t.Was == s.Was })
			for s != &secs[part] {
				part++
			}
		}
		for len(b.Parts) < len(secs) {
			id, cite := b.partOf(u)
			b.Parts = append(b.Parts, Part{ID: id, Cite: cite})
		}
		if u.Change == align.Renumbered && b.worthTelling(u) {
			b.renumbered(u)
		}
		e := b.unitEntry(&diff.UnitChange{Pair: align.Pair{Old: u.Old, New: u.New, Change: align.Same}})
		row := &Row{
			ID: "p" + strconv.Itoa(i), pair: i, Part: part, Cite: e.Cite, Was: e.Was, Change: u.Change,
			OldPlace: e.OldPlace, NewPlace: e.NewPlace,
			Proposed: b.proposed(d.Old, u.Old) && b.proposed(d.New, u.New),
		}
		row.Within = within(row.Cite, b.Parts[part].Cite)
		row.Was = strings.TrimPrefix(row.Was, b.Parts[part].Cite+", ")
		b.rows[i] = row
		b.Parts[part].Rows = append(b.Parts[part].Rows, row)
	}
	for i := range b.Parts {
		p := &b.Parts[i]
		p.Section = b.builder.Sections[i]
		p.Title, p.Cite = capital(p.Title), capital(p.Cite)
		if p.Note() {
			p.Was = "" // nobody has numbered it
		}
	}
}

// partOf is the identifier and the citation of the unit that heads the part of u.
func (b *pager) partOf(u *diff.UnitChange) (id, cite string) {
	if len(u.New) > 0 {
		k := b.builder.new.Section(u.New[0])
		return b.Page.Diff.New.Units[k].ID, b.builder.new.Cite(k)
	}
	k := b.builder.old.Section(u.Old[0])
	return b.Page.Diff.Old.Units[k].ID, b.builder.old.Cite(k)
}

// within is a citation without that of its part.
func within(cite, part string) string {
	if cite == part {
		return ""
	}
	return capital(strings.TrimPrefix(cite, part+", "))
}

// capital begins words with a capital letter.
func capital(words string) string {
	if words != "" && 'a' <= words[0] && words[0] <= 'z' {
		return string(words[0]-'a'+'A') + words[1:]
	}
	return words
}

func (b *pager) proposed(s *snapshot.Snapshot, units []int) bool {
	return !slices.ContainsFunc(units, func(i int) bool { return s.Units[i].Origin != snapshot.OriginProposed })
}
