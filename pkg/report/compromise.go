package report

import (
	"slices"
	"strings"

	"github.com/draftdiff/draftdiff/pkg/citation"
	"github.com/draftdiff/draftdiff/pkg/diff"
	"github.com/draftdiff/draftdiff/pkg/snapshot"
)

// A Side is whose text is read: the base text or that of a party, and what a
// compromise changes in it.
type Side struct {
	As             string // "base", or the id of a party
	Accept, Reject []string
}

// FindSide makes a side of names as people write them; "" reads as the base
// text. An entry of a list may be a party, several with commas between them, or
// the id of a proposal.
func FindSide(s *snapshot.Snapshot, as string, accept, reject []string) (Side, error) {
	side := Side{As: as}
	var err error
	if as == "" || as == snapshot.Base {
		side.As = snapshot.Base
	} else if side.As, err = FindParty(s, as); err != nil {
		return side, err
	}
	if side.Accept, err = findAll(s, accept); err == nil {
		side.Reject, err = findAll(s, reject)
	}
	return side, err
}

// findAll finds parties and proposals. A comma may part two names or be in the
// middle of one, as in "Bolivia, Plurinational State of".
func findAll(s *snapshot.Snapshot, names []string) ([]string, error) {
	var list []string
	for _, name := range names {
		if slices.ContainsFunc(s.Proposals, func(p snapshot.Proposal) bool { return p.ID == name }) {
			list = append(list, name)
			continue
		}
		id, err := FindParty(s, name)
		if err == nil {
			list = append(list, id)
			continue
		}
		parts := strings.Split(name, ",")
		if len(parts) == 1 {
			return nil, err
		}
		for i := range parts {
			parts[i] = strings.TrimSpace(parts[i])
		}
		more, err := findAll(s, parts)
		if err != nil {
			return nil, err
		}
		list = append(list, more...)
	}
	return list, nil
}

// String names the side: "base + CA, JP − RU".
func (s Side) String() string {
	name := s.As
	if len(s.Accept) > 0 {
		name += " + " + strings.Join(s.Accept, ", ")
	}
	if len(s.Reject) > 0 {
		name += " − " + strings.Join(s.Reject, ", ")
	}
	return name
}

// Reader reads s as the side does.
func (s Side) Reader(t *snapshot.Snapshot) *snapshot.Reader {
	return snapshot.NewCompromise(t, s.As, s.Accept, s.Reject)
}

// Read reads the units of s as the side does; no units mean the whole text.
func (s Side) Read(t *snapshot.Snapshot, units []int) *Reading {
	return ReadWith(t, s.Reader(t), s.String(), units)
}

// A SideReport is how a text changed as one side reads it.
type SideReport struct {
	Old, New *snapshot.Document
	As       string
	Lines    []SideLine
	Changed  int // lines that differ
}

// A SideLine is one unit in both readings.
type SideLine struct {
	Kind    snapshot.UnitKind
	Depth   int
	Title   string         // citation of an article or a larger part, "" for any other unit
	Heading []diff.Segment // old against new
	Label   string         // of a unit without a title
	Was     string         // its label in the old reading, if that differs
	Words   []diff.Segment // old against new
}

// Differs reports whether the words are not the same in both readings.
func (l *SideLine) Differs() bool {
	changed := func(s diff.Segment) bool { return s.Op != diff.Equal }
	return slices.ContainsFunc(l.Words, changed) || slices.ContainsFunc(l.Heading, changed)
}

// NewSideReport reads both texts of d as a side does and marks one against the
// other. The options may narrow it to units; they know of no other limit.
func NewSideReport(d *diff.Diff, side Side, opt Options) (*SideReport, error) {
	f, err := newFilter(d, Options{Units: opt.Units})
	if err != nil {
		return nil, err
	}
	r := &SideReport{Old: &d.Old.Document, New: &d.New.Document, As: side.String()}
	b := &builder{Report: &Report{Diff: d, old: citation.New(d.Old), new: citation.New(d.New)}}
	old, new := side.Reader(d.Old), side.Reader(d.New)
	for i := range d.Units {
		u := &d.Units[i]
		if !f.unit(u) {
			continue
		}
		l, ok := b.sideLine(u, old, new)
		if !ok || l.Kind == snapshot.KindNote {
			continue
		}
		if n := len(r.Lines); l.Kind == snapshot.KindHeading && n > 0 && r.Lines[n-1].Title != "" {
			r.Lines[n-1].Heading = l.Words // stands in the title
			continue
		}
		r.Lines = append(r.Lines, l)
	}
	for i := range r.Lines {
		if r.Lines[i].Differs() {
			r.Changed++
		}
	}
	return r, nil
}

// sideLine reads both sides of a pair; ok is false if neither reading has it,
// or no words in it.
func (b *builder) sideLine(u *diff.UnitChange, old, new *snapshot.Reader) (l SideLine, ok bool) {
	was, oldWords := sideText(b.Diff.Old, old, u.Old)
	is, newWords := sideText(b.Diff.New, new, u.New)
	unit, c, k := is, b.new, 0
	if is != nil {
		k = u.New[0]
	} else if was != nil {
		unit, c, k = was, b.old, u.Old[0]
	} else {
		return l, false
	}
	l.Kind = unit.Kind
	for n, top := k, c.Section(k); n != top; n = c.Parent(n) {
		l.Depth++
	}
	if unit.Kind <= snapshot.KindOption {
		l.Title = c.Cite(k)
		l.Heading = diff.Redline(headingOf(was), headingOf(is))
	} else {
		l.Label = unit.Label
	}
	if was != nil && is != nil {
		l.Was = differing(was.Label, is.Label)
	}
	l.Words = diff.Redline(oldWords, newWords)
	return l, len(l.Words) > 0 || l.Title != ""
}

func headingOf(u *snapshot.Unit) string {
	if u == nil {
		return ""
	}
	return u.Heading
}

// sideText is what a reading has of units: the first one that is there, and
// the words of all.
func sideText(s *snapshot.Snapshot, read *snapshot.Reader, units []int) (first *snapshot.Unit, words string) {
	for _, i := range units {
		if !read.Has(i) {
			continue
		}
		if first == nil {
			first = &s.Units[i]
		}
		if text := read.Text(i); text != "" {
			words = strings.TrimSpace(words + " " + text)
		}
	}
	return first, words
}

// Empty reports whether both readings are the same.
func (r *SideReport) Empty() bool { return r.Changed == 0 }
