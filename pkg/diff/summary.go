package diff

import (
	"maps"
	"slices"

	"github.com/draftdiff/draftdiff/pkg/align"
)

// summarize counts what happened, by change, by type and by party.
func summarize(d *Diff) Summary {
	var (
		s       Summary
		changes [align.Merged + 1]int
		types   [Text + 1]int
		parties = map[string]*[Text + 1]int{}
	)
	for i := range d.Units {
		changes[d.Units[i].Change]++
	}
	for i := range d.Events {
		e := &d.Events[i]
		types[e.Type]++
		concerned(d, e, func(p string) {
			n := parties[p]
			if n == nil {
				n = new([Text + 1]int)
				parties[p] = n
			}
			n[e.Type]++
		})
	}
	for c, n := range changes {
		if n > 0 {
			s.Units = append(s.Units, Count{align.Change(c).String(), n})
		}
	}
	s.Events = counts(&types)
	for _, p := range slices.Sorted(maps.Keys(parties)) {
		s.Parties = append(s.Parties, PartyCount{p, counts(parties[p])})
	}
	return s
}

func counts(n *[Text + 1]int) []Count {
	var list []Count
	for _, t := range EventTypes {
		if n[t] > 0 {
			list = append(list, Count{t.String(), n[t]})
		}
	}
	return list
}

// concerned calls f for each party that an event is about: those that came or
// went, those that changed side, or else the sponsors.
func concerned(d *Diff, e *Event, f func(string)) {
	switch e.Type {
	case Responsored:
		each(e.Joined, f)
		each(e.Left, f)
	case Stances:
		for _, s := range e.Stances {
			f(s.Party)
		}
	case Text:
	default:
		p := d.NewProposal(e)
		if p == nil {
			p = d.OldProposal(e)
		}
		each(p.Sponsors, f)
	}
}

func each(list []string, f func(string)) {
	for _, p := range list {
		f(p)
	}
}
