package report

import (
	"cmp"
	"maps"
	"slices"

	"github.com/draftdiff/draftdiff/pkg/align"
	"github.com/draftdiff/draftdiff/pkg/diff"
	"github.com/draftdiff/draftdiff/pkg/snapshot"
)

// inHead is how many parties and articles the head names.
const inHead = 5

// A Head says in a few numbers what happened.
type Head struct {
	Events           []diff.Count // by type, named as in entries; in the order of the types
	Units            []diff.Count // by change, without those that stayed
	Silent           int
	Parties          []diff.Count // those that most events are about
	Sections         []diff.Count // those with most entries
	OldRead, NewRead Understood
}

func (b *builder) head() Head {
	h := Head{Silent: len(b.Silent), OldRead: NewUnderstood(b.Diff.Old), NewRead: NewUnderstood(b.Diff.New)}
	var events tally
	for _, i := range b.Events {
		events[b.Diff.Events[i].Type]++
	}
	for _, t := range diff.EventTypes {
		if events[t] > 0 {
			h.Events = append(h.Events, diff.Count{Name: b.eventWord(t), N: events[t]})
		}
	}
	for _, c := range b.Summary.Units {
		if c.Name != "same" {
			h.Units = append(h.Units, c)
		}
	}
	for _, p := range b.Summary.Parties {
		n := 0
		for _, c := range p.Events {
			n += c.N
		}
		h.Parties = append(h.Parties, diff.Count{Name: p.Party, N: n})
	}
	for i := range b.Sections {
		if n := len(b.Sections[i].Entries); n > 0 {
			h.Sections = append(h.Sections, diff.Count{Name: b.Sections[i].Cite, N: n})
		}
	}
	h.Parties, h.Sections = most(h.Parties), most(h.Sections)
	return h
}

// most keeps the largest counts, largest first.
func most(list []diff.Count) []diff.Count {
	slices.SortStableFunc(list, func(a, b diff.Count) int { return cmp.Compare(b.N, a.N) })
	return list[:min(inHead, len(list))]
}

// summarize counts what the filter has left, as diff counts everything.
func (b *builder) summarize() diff.Summary {
	var s diff.Summary
	units := map[string]int{}
	for _, i := range b.Units {
		units[b.Diff.Units[i].Change.String()]++
	}
	for c := align.Same; c <= align.Merged; c++ {
		if n := units[c.String()]; n > 0 {
			s.Units = append(s.Units, diff.Count{Name: c.String(), N: n})
		}
	}
	var all tally
	parties := map[string]*tally{}
	for _, i := range b.Events {
		e := &b.Diff.Events[i]
		all[e.Type]++
		for _, p := range b.about(e) {
			if parties[p] == nil {
				parties[p] = new(tally)
			}
			parties[p][e.Type]++
		}
	}
	s.Events = all.counts()
	for _, p := range slices.Sorted(maps.Keys(parties)) {
		s.Parties = append(s.Parties, diff.PartyCount{Party: p, Events: parties[p].counts()})
	}
	return s
}

// A tally counts events by type.
type tally [len(eventWords)]int

func (t *tally) counts() []diff.Count {
	var list []diff.Count
	for _, k := range diff.EventTypes {
		if t[k] > 0 {
			list = append(list, diff.Count{Name: k.String(), N: t[k]})
		}
	}
	return list
}

// about lists the parties that an event is about, each once: those that moved,
// or else the sponsors.
func (b *builder) about(e *diff.Event) []string {
	var list []string
	switch e.Type {
	case diff.Responsored:
		list = append(append(list, e.Joined...), e.Left...)
	case diff.Stances:
		for _, s := range e.Stances {
			list = append(list, s.Party)
		}
	default:
		for _, p := range []*snapshot.Proposal{b.Diff.OldProposal(e), b.Diff.NewProposal(e)} {
			if p != nil {
				list = append(list, p.Sponsors...)
			}
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}
