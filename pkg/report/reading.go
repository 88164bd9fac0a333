package report

import (
	"fmt"
	"strings"

	"github.com/draftdiff/draftdiff/pkg/citation"
	"github.com/draftdiff/draftdiff/pkg/snapshot"
)

// A Reading is a text, or units of it, as one side reads it.
type Reading struct {
	As    string // "base", or the id of a party
	Lines []ReadingLine
}

// A ReadingLine is one unit of a reading.
type ReadingLine struct {
	Kind     snapshot.UnitKind
	Depth    int // below the article, the preamble or another heading
	Label    string
	Heading  string
	Text     string
	Proposed bool
}

// NewReading reads the units, and everything under them, as "base" or as a
// party does; no units mean the whole text.
func NewReading(s *snapshot.Snapshot, as string, units []int) *Reading {
	return ReadWith(s, snapshot.NewReader(s, as), as, units)
}

// ReadWith reads the units as read does, and calls the reading as.
func ReadWith(s *snapshot.Snapshot, read *snapshot.Reader, as string, units []int) *Reading {
	r := &Reading{As: as}
	c := citation.New(s)
	for _, i := range Under(s, units) {
		if !read.Has(i) {
			continue
		}
		u := &s.Units[i]
		if n := len(r.Lines); u.Kind == snapshot.KindHeading && n > 0 && r.Lines[n-1].Heading != "" && r.Lines[n-1].Text == "" {
			r.Lines[n-1].Heading = read.Text(i) // of the unit above, which has it in its title
			continue
		}
		depth := 0
		for k, top := i, c.Section(i); k != top; k = c.Parent(k) {
			depth++
		}
		r.Lines = append(r.Lines, ReadingLine{u.Kind, depth, u.Label, u.Heading, read.Text(i), u.Origin == snapshot.OriginProposed})
	}
	return r
}

// Under lists the units and everything under them, in document order; no units
// mean all.
func Under(s *snapshot.Snapshot, units []int) []int {
	chosen := make([]bool, len(s.Units))
	for _, i := range units {
		chosen[i] = true
	}
	c := citation.New(s)
	var list []int
	for i := range s.Units {
		if p := c.Parent(i); p >= 0 && chosen[p] {
			chosen[i] = true
		}
		if chosen[i] || len(units) == 0 {
			list = append(list, i)
		}
	}
	return list
}

// FindUnits returns the indexes of units by their identifiers.
func FindUnits(s *snapshot.Snapshot, ids []string) ([]int, error) {
	var list []int
	for _, id := range ids {
		found := -1
		for i := range s.Units {
			if strings.EqualFold(s.Units[i].ID, id) {
				found = i
				break
			}
		}
		if found < 0 {
			return nil, noUnit("the text has no unit", id, s)
		}
		list = append(list, found)
	}
	return list, nil
}

// noUnit says that no unit has an identifier, and which one is meant perhaps.
func noUnit(message, id string, texts ...*snapshot.Snapshot) error {
	for _, s := range texts {
		if near := citation.Suggest(s, id); near != "" {
			return fmt.Errorf("%s %q; did you mean %s?", message, id, near)
		}
	}
	return fmt.Errorf("%s %q; draftdiff snapshot lists them", message, id)
}

// Spans gives the stretch of the source that each unit takes up, together with
// what stands under it.
func Spans(s *snapshot.Snapshot, units []int) []snapshot.Place {
	list := make([]snapshot.Place, len(units))
	for k, i := range units {
		span := s.Units[i].Source
		for _, u := range Under(s, []int{i}) {
			span.Offset = min(span.Offset, s.Units[u].Source.Offset)
			span.EndOffset = max(span.EndOffset, s.Units[u].Source.EndOffset)
		}
		list[k] = span
	}
	return list
}
