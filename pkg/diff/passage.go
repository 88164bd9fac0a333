package diff

import (
	"sort"
	"strings"

	"github.com/draftdiff/draftdiff/pkg/align/words"
	"github.com/draftdiff/draftdiff/pkg/snapshot"
)

// A passage is one side of a pair as words: the base text of its units, one
// behind the other, and the proposals on them.
type passage struct {
	units    []int
	sources  []string // what words stand in: the texts of the units first
	words    []word
	ids      []uint32 // of words
	props    []proposal
	proposed bool // the units do not belong to the base
	covered  bool // the words are those of a proposed unit
	scratch  []words.Word
	arena    []uint32
}

// A word is a word of a passage and where it stands.
type word struct {
	id         uint32
	source     int32
	start, end int32
}

// A proposal is one of a passage. The words are those of its Old and New; of a
// wish about a unit also those of its target.
type proposal struct {
	*snapshot.Proposal
	index    int32
	unit     int32 // in the passage
	old, new []uint32
	// at and end are the words that it takes up in the passage; of one that
	// stands in the words of another, those of the outermost, and inner is its
	// place within.
	at, end int32
	inner   int32
	order   int32 // its place in the order of events, in words of the new passage
	partner int32 // in the other passage, -1 for none
	match   Match
	state   state
}

// state is what is known of a proposal without a partner.
type state uint8

const (
	open state = iota
	adopted
	settled // reported already, or part of what is reported
)

// read fills the passage with the words of the units.
func (s *reading) read(c *comparer, units []int) {
	s.units, s.sources = units, s.sources[:0]
	s.words, s.ids, s.props, s.arena = s.words[:0], s.ids[:0], s.props[:0], s.arena[:0]
	s.proposed, s.passage.covered = false, false
	for n, u := range units {
		unit := &s.s.Units[u]
		s.proposed, s.passage.covered = unit.Origin == snapshot.OriginProposed, s.side.covered[u]
		s.sources = append(s.sources, unit.Text)
		s.scratch = c.lexicon.Words(s.scratch[:0], unit.Text)
		first := int32(len(s.words))
		for _, w := range s.scratch {
			s.words = append(s.words, word{w.ID, int32(n), w.Start, w.End})
			s.ids = append(s.ids, w.ID)
		}
		for _, i := range s.of(u) {
			p := s.proposal(c, i, int32(n), first)
			p.order = p.at
			s.props = append(s.props, p)
		}
	}
}

// proposal reads proposal i, on the n-th unit, whose text begins at word first.
func (s *reading) proposal(c *comparer, i, n, first int32) proposal {
	p := proposal{Proposal: &s.s.Proposals[i], index: i, unit: n, inner: -1, partner: -1}
	text := p.New
	if p.Action.OfUnit() {
		text = withoutLabel(text, s.s.Units[s.units[n]].Label)
	}
	p.old = s.store(c, p.Old)
	if p.Action.OnUnit() {
		p.old = s.store(c, p.Old, p.Target)
	}
	p.new = s.store(c, text)
	if p.Within == "" {
		p.at, p.end = s.anchor(first, p.At)
		return p
	}
	outer := s.outer(i, p.Within)
	switch {
	case outer < 0:
		p.at, p.end = first, first
	case s.s.Proposals[outer].Action.OfUnit():
		// The words of the outer proposal are its label and the texts of its units.
		shift := max(0, strings.Index(s.s.Proposals[outer].New, s.sources[n]))
		p.at, p.end = s.anchor(first, snapshot.Anchor{Start: max(0, p.At.Start-shift), End: max(0, p.At.End-shift)})
	default:
		for k := range s.props {
			if s.props[k].index == outer {
				p.at, p.end = s.props[k].at, s.props[k].end
			}
		}
		p.inner = int32(len(c.lexicon.IDs(c.ids[:0], s.s.Proposals[outer].New[:min(p.At.Start, len(s.s.Proposals[outer].New))])))
	}
	return p
}

// store keeps the words of texts for as long as the passage lasts.
func (s *reading) store(c *comparer, texts ...string) []uint32 {
	from := len(s.arena)
	for _, t := range texts {
		s.arena = c.lexicon.IDs(s.arena, t)
	}
	return s.arena[from:len(s.arena):len(s.arena)]
}

// outer finds the proposal with the identifier among those before i. It opened
// before what stands in it, so it is near.
func (s *side) outer(i int32, id string) int32 {
	for k := i - 1; k >= max(0, i-far); k-- {
		if s.s.Proposals[k].ID == id {
			return k
		}
	}
	return -1
}

const far = 256

// anchor turns bytes of the unit's text into words of the passage.
func (s *reading) anchor(first int32, a snapshot.Anchor) (at, end int32) {
	list := s.words[first:]
	from := sort.Search(len(list), func(k int) bool { return int(list[k].end) > a.Start })
	to := sort.Search(len(list), func(k int) bool { return int(list[k].start) >= a.End })
	return first + int32(from), first + int32(max(from, to))
}

// withoutLabel takes the label off the front of a proposed unit's words, so
// that a unit that was only renumbered has the same words.
func withoutLabel(text, label string) string {
	rest, _ := words.CutPrefix(text, label)
	return rest
}
