package history

import (
	"slices"
	"strconv"
	"strings"

	"github.com/draftdiff/draftdiff/pkg/snapshot"
)

// Build makes the history of texts in the order of their sessions; the lock may
// be nil. Brackets without a name are not measured, since no snapshot has them.
func Build(texts []*snapshot.Snapshot, lock *Lock) *History {
	h := New()
	var tip *Tip
	for i, s := range texts {
		var delta *Delta
		tip, delta = Extend(tip, s, lock)
		h.Append(Session{Number: i + 1, Name: SessionOf(&s.Document), Date: DateOf(s), File: s.Document.Source.Name, Sections: Measured(s, nil)}, delta)
	}
	return h
}

// New returns the history of nothing yet.
func New() *History {
	return &History{Units: make([]UnitLife, 1), Proposals: make([]ProposalLife, 1)}
}

// Append adds a session with what it changed. Deltas come in the order in which
// [Extend] made them.
func (h *History) Append(s Session, d *Delta) {
	h.Sessions = append(h.Sessions, s)
	total := s.Total()
	h.brackets += total.Brackets
	h.named += total.Proposals
	for _, u := range d.Units {
		u.Session = d.Session
		for len(h.Units) <= u.Thread {
			h.Units = append(h.Units, UnitLife{})
		}
		h.Units[u.Thread].States = append(h.Units[u.Thread].States, u)
	}
	for _, p := range d.Proposals {
		p.Session = d.Session
		for len(h.Proposals) <= p.Thread {
			h.Proposals = append(h.Proposals, ProposalLife{})
		}
		h.Proposals[p.Thread].States = append(h.Proposals[p.Thread].States, p)
	}
	for _, e := range d.Events {
		e.Session = d.Session
		at := len(h.Events)
		h.Events = append(h.Events, e)
		if e.Proposal > 0 {
			h.Proposals[e.Proposal].Events = append(h.Proposals[e.Proposal].Events, at)
			for _, o := range e.Others {
				h.Proposals[o].Events = append(h.Proposals[o].Events, at)
			}
		} else if e.Unit > 0 {
			for _, o := range e.Others {
				h.Units[o].Events = append(h.Units[o].Events, at)
			}
		}
		if e.Unit > 0 {
			h.Units[e.Unit].Events = append(h.Units[e.Unit].Events, at)
		}
	}
}

// Named reports whether the texts name those who propose: one bracket in ten
// does at least. Only there can a change be called silent; where nobody is ever
// named, nobody's name is missing.
func (h *History) Named() bool { return h.named > 0 && 10*h.named >= h.brackets }

// Latest is the number of the last session, 0 if there is none.
func (h *History) Latest() int { return len(h.Sessions) }

// Unit returns the state of a unit in a session, nil if it was not there.
func (h *History) Unit(thread, session int) *UnitState {
	for _, u := range slices.Backward(h.Units[thread].States) {
		if u.Session <= session {
			if u.Gone {
				return nil
			}
			return &u
		}
	}
	return nil
}

// Proposal returns the state of a proposal in a session, nil if it was not
// open then.
func (h *History) Proposal(thread, session int) *ProposalState {
	for _, p := range slices.Backward(h.Proposals[thread].States) {
		if p.Session <= session {
			if p.Fate != Open {
				return nil
			}
			return &p
		}
	}
	return nil
}

// Last returns the last state of a proposal, whatever became of it.
func (h *History) Last(thread int) *ProposalState {
	states := h.Proposals[thread].States
	return &states[len(states)-1]
}

// ProposalName is the identity of a proposal: the identifier that it had first,
// and the session, which no later session changes.
func (h *History) ProposalName(thread int) string {
	s := &h.Proposals[thread].States[0]
	return s.ID + "@" + strconv.Itoa(s.Session)
}

// UnitName is the identity of a unit, as [History.ProposalName] is that of a
// proposal.
func (h *History) UnitName(thread int) string {
	s := &h.Units[thread].States[0]
	return s.ID + "@" + strconv.Itoa(s.Session)
}

// CiteAt cites a unit as it was called in a session, or last before it.
func (h *History) CiteAt(thread, session int) string {
	cite := ""
	if thread > 0 {
		for _, u := range h.Units[thread].States {
			if cite == "" || u.Session <= session {
				cite = u.Cite
			}
		}
	}
	return cite
}

// FindUnit returns the thread of the unit that has an identifier in a session;
// if none has, of the one that had it last. It is 0 if none ever had.
func (h *History) FindUnit(id string, session int) int {
	return find(h.Units, session, func(u *UnitLife) (bool, int) {
		return lastWith(u.States, session, func(s *UnitState) (string, int, bool) { return s.ID, s.Session, s.Gone }, id)
	})
}

// FindProposal returns the thread of a proposal, as [History.FindUnit] does that
// of a unit.
func (h *History) FindProposal(id string, session int) int {
	return find(h.Proposals, session, func(p *ProposalLife) (bool, int) {
		return lastWith(p.States, session, func(s *ProposalState) (string, int, bool) { return s.ID, s.Session, s.Fate != Open }, id)
	})
}

// find returns the life that bears an identifier now, or else the one that bore
// it last.
func find[T any](lives []T, session int, with func(*T) (now bool, last int)) int {
	best, at := 0, 0
	for i := 1; i < len(lives); i++ {
		now, last := with(&lives[i])
		if now {
			return i
		}
		if last > at {
			best, at = i, last
		}
	}
	return best
}

// lastWith tells whether the state in a session has an identifier, and else the
// last session until which one had it.
func lastWith[T any](states []T, session int, of func(*T) (string, int, bool), id string) (now bool, last int) {
	for i := range states {
		got, from, gone := of(&states[i])
		if from > session {
			break
		}
		now = false
		if strings.EqualFold(got, id) {
			now, last = !gone, from
		}
	}
	return now, last
}
