package history

import (
	"cmp"
	"slices"
	"strings"
)

// A Ledger is what a delegation stood for, and what became of it.
type Ledger struct {
	Party     string     `json:"party"`
	Since     int        `json:"since"`
	Positions []Position `json:"positions"` // by section, in the order in which the proposals appeared
	With      []Tie      `json:"with"`      // the other parties, those it agrees with most first
}

// A Position is the side of a party on a proposal.
type Position struct {
	Proposal int    `json:"proposal"`
	Name     string `json:"name"` // of the proposal: identifier and session
	Section  string `json:"section"`
	Cite     string `json:"cite"`
	Side     string `json:"side"`              // "sponsor", "against" or "retain"
	Through  string `json:"through,omitempty"` // the group that took the side for the party
	From     int    `json:"from"`              // session in which it took the side
	Until    int    `json:"until,omitempty"`   // session in which it gave it up, 0 if it did not
	Fate     Fate   `json:"fate"`              // of the proposal
	Settled  int    `json:"settled,omitempty"` // session in which the proposal was adopted or withdrawn
	Outcome  string `json:"outcome"`           // for the party: [Won], [Lost], [GivenUp] or [Pending]
	Action   string `json:"action"`
	Words    string `json:"words"`
}

// A Tie counts on how many proposals two parties stand together and apart.
type Tie struct {
	Party    string `json:"party"`
	Together int    `json:"together"`
	Apart    int    `json:"apart"`
}

// Ledger lists the positions that a party, or one of the groups that speak for
// it, held in a session or later.
func (h *History) Ledger(party string, groups []string, since int) *Ledger {
	l := &Ledger{Party: party, Since: since}
	together, apart := map[string]int{}, map[string]int{}
	for i := 1; i < len(h.Proposals); i++ {
		p, ok := h.position(i, append([]string{party}, groups...))
		if !ok || p.last() < since && p.last() > 0 {
			continue
		}
		if p.Through == party {
			p.Through = ""
		}
		l.Positions = append(l.Positions, p)
		for _, s := range h.others(i, &p) {
			if s.side == p.Side || s.side != sideSponsor && p.Side != sideSponsor {
				together[s.party]++
			} else {
				apart[s.party]++
			}
		}
	}
	order := h.SectionOrder()
	slices.SortStableFunc(l.Positions, func(a, b Position) int { return cmp.Compare(order[a.Section], order[b.Section]) })
	for name := range together {
		l.With = append(l.With, Tie{name, together[name], apart[name]})
	}
	for name := range apart {
		if together[name] == 0 {
			l.With = append(l.With, Tie{name, 0, apart[name]})
		}
	}
	l.With = slices.DeleteFunc(l.With, func(t Tie) bool { return t.Party == party || slices.Contains(groups, t.Party) })
	slices.SortFunc(l.With, func(a, b Tie) int {
		return cmp.Or(cmp.Compare(b.Together-b.Apart, a.Together-a.Apart), cmp.Compare(b.Together, a.Together), strings.Compare(a.Party, b.Party))
	})
	return l
}

// last is the last session in which the position meant something, 0 if it still
// does.
func (p *Position) last() int {
	switch {
	case p.Until > 0 && p.Settled > 0:
		return min(p.Until, p.Settled)
	case p.Until > 0:
		return p.Until
	}
	return p.Settled
}

// The outcomes of a position.
const (
	Won     = "won"      // what the party stood for was adopted, or what it was against is gone
	Lost    = "lost"     // the other way round
	GivenUp = "given up" // before it was settled
	Pending = "open"     // not settled, or part of another proposal now
)

func (p *Position) outcome() string {
	switch {
	case p.Until > 0:
		return GivenUp
	case p.Fate != FateAdopted && p.Fate != FateWithdrawn:
		return Pending
	case (p.Fate == FateAdopted) == (p.Side == sideSponsor):
		return Won
	}
	return Lost
}

// position follows the side of a party through the life of a proposal; the last
// side that it took counts.
func (h *History) position(thread int, names []string) (p Position, ok bool) {
	for _, s := range h.Proposals[thread].States {
		if s.Fate != Open {
			p.Fate, p.Settled = s.Fate, s.Session
			continue
		}
		p.Fate, p.Settled = Open, 0
		side, through := sideNone, ""
		for _, n := range names {
			if side = s.Side(n); side != sideNone {
				through = n
				break
			}
		}
		switch {
		case side == sideNone && ok && p.Until == 0:
			p.Until = s.Session
		case side != sideNone && (side != p.Side || p.Until > 0):
			p.Side, p.From, p.Until, ok = side, s.Session, 0, true
			p.Through = through
		}
	}
	if !ok {
		return p, false
	}
	s := h.Last(thread)
	p.Proposal, p.Name, p.Action, p.Words = thread, h.ProposalName(thread), s.Action, s.Words()
	p.Cite = h.CiteAt(s.Unit, s.Session)
	p.Section = h.SectionOf(s.Unit)
	p.Outcome = p.outcome()
	return p, true
}

// SectionOf names the section in which a unit stands, as the last text has it.
func (h *History) SectionOf(unit int) string {
	if unit == 0 {
		return ""
	}
	states := h.Units[unit].States
	return states[len(states)-1].Section
}

// SectionOrder ranks the sections by the last text that has them.
func (h *History) SectionOrder() map[string]int {
	order := map[string]int{}
	for _, s := range slices.Backward(h.Sessions) {
		for _, m := range s.Sections {
			if _, ok := order[m.Section]; !ok {
				order[m.Section] = len(order)
			}
		}
	}
	return order
}

type sided struct{ party, side string }

// others are the sides of all parties when the position was last held.
func (h *History) others(thread int, p *Position) (list []sided) {
	at := h.Latest()
	if last := p.last(); last > 0 {
		at = last - 1
	}
	for _, s := range slices.Backward(h.Proposals[thread].States) {
		if s.Session > at || s.Fate != Open {
			continue
		}
		for _, n := range s.Sponsors {
			list = append(list, sided{n, sideSponsor})
		}
		for _, n := range s.Against {
			list = append(list, sided{n, sideAgainst})
		}
		for _, n := range s.Retain {
			list = append(list, sided{n, sideRetain})
		}
		break
	}
	return list
}
