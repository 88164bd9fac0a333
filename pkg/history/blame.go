package history

import (
	"slices"
	"strings"

	"github.com/draftdiff/draftdiff/pkg/align/words"
	"github.com/draftdiff/draftdiff/pkg/diff"
)

// A Stretch is a run of words of a unit that came to it together.
type Stretch struct {
	Text     string   `json:"text"`
	Session  int      `json:"session"`            // since which it is part of the text
	Proposal int      `json:"proposal,omitempty"` // thread by which it came; 0 for text of the first session, and for a silent edit
	Parties  []string `json:"parties,omitempty"`  // the last sponsors of that proposal
	Silent   bool     `json:"silent,omitempty"`   // it came later, and nobody had proposed it
}

// Blame tells of every word that a unit has in a session since when it is there
// and whose proposal it was. The stretches spell the text of the unit.
func (h *History) Blame(thread, session int) []Stretch {
	var list []Stretch
	text := ""
	for i, u := range h.Units[thread].States {
		if u.Session > session {
			break
		}
		if u.Gone {
			continue // its words may come back
		}
		if i == 0 || len(u.From) > 0 {
			list, text = h.beginning(thread, &u)
		}
		if u.Text != text {
			list = h.reword(list, text, &u, i == 0)
			text = u.Text
		}
	}
	return list
}

// beginning is what a unit's words are compared with when it first appears, or
// when others became part of it: those of the units that it came of.
func (h *History) beginning(thread int, u *UnitState) (list []Stretch, text string) {
	for _, from := range u.From {
		if from >= len(h.Units) || from == thread && u.Session == h.Units[thread].States[0].Session {
			continue
		}
		if was := h.Unit(from, u.Session-1); was != nil {
			if text != "" {
				text += " "
				list = append(list, Stretch{Text: " ", Session: u.Session})
			}
			list = append(list, h.Blame(from, u.Session-1)...)
			text += was.Text
		}
	}
	return list, text
}

// reword gives the words of a new state their origins: what stood before keeps
// its own, what is new came in this session.
func (h *History) reword(list []Stretch, text string, u *UnitState, first bool) []Stretch {
	if text == "" {
		return []Stretch{h.origin(u, u.Text, first)}
	}
	var next []Stretch
	at := 0
	for _, s := range diff.Redline(text, u.Text) {
		switch s.Op {
		case diff.Insert:
			next = join(next, h.origin(u, s.Text, first && len(u.From) == 0))
		case diff.Delete:
			at += len(s.Text)
		default:
			for _, piece := range cut(list, at, at+len(s.Text)) {
				next = join(next, piece)
			}
			at += len(s.Text)
		}
	}
	return next
}

// join adds a stretch, to the last one if that is of the same origin. A stretch
// of marks and blanks alone goes with what is before it.
func join(list []Stretch, s Stretch) []Stretch {
	if n := len(list); n > 0 {
		last := &list[n-1]
		if last.Session == s.Session && last.Proposal == s.Proposal && last.Silent == s.Silent || strings.Trim(s.Text, " .,;:–-") == "" {
			last.Text += s.Text
			return list
		}
	}
	return append(list, s)
}

// cut returns the stretches of the bytes [from, to).
func cut(list []Stretch, from, to int) (out []Stretch) {
	at := 0
	for _, s := range list {
		a, b := max(from, at), min(to, at+len(s.Text))
		if a < b {
			piece := s
			piece.Text = s.Text[a-at : b-at]
			out = append(out, piece)
		}
		at += len(s.Text)
	}
	return out
}

// origin tells whose words came to a unit in the session of its state.
func (h *History) origin(u *UnitState, text string, first bool) Stretch {
	s := Stretch{Text: text, Session: u.Session}
	best, score := 0, 0
	for _, i := range h.Units[u.Thread].Events {
		if e := &h.Events[i]; e.What == Adopted && e.Session == u.Session {
			if n := shared(h.Last(e.Proposal), text); n > score {
				best, score = e.Proposal, n
			}
		}
	}
	if best == 0 && (u.Proposed || first) {
		best = h.proposer(u)
	}
	if best > 0 {
		s.Proposal, s.Parties = best, h.Last(best).Sponsors
		return s
	}
	s.Silent = u.Session > 1 && !u.Proposed
	return s
}

// shared counts the words of a text that a proposal brings.
func shared(p *ProposalState, text string) int {
	var l words.Lexicon
	brings := l.IDs(nil, p.New)
	n := 0
	for _, w := range l.IDs(nil, text) {
		if slices.Contains(brings, w) {
			n++
		}
	}
	return n
}

// proposer returns the proposal that a proposed unit is, or is a part of.
func (h *History) proposer(u *UnitState) int {
	for i := 1; i < len(h.Proposals); i++ {
		p := h.Proposal(i, u.Session)
		if p == nil || p.Action != "add" && p.Action != "alternative" && p.Action != "rewrite" {
			continue
		}
		unit, _, _ := strings.Cut(p.ID, "~")
		if p.Unit == u.Thread || strings.HasPrefix(u.ID, unit+"__") {
			return i
		}
	}
	return 0
}

// OpenAt returns the proposals that are open on a unit in a session, in the
// order in which they first appeared.
func (h *History) OpenAt(thread, session int) (list []int) {
	for i := 1; i < len(h.Proposals); i++ {
		if p := h.Proposal(i, session); p != nil && p.Unit == thread {
			list = append(list, i)
		}
	}
	return list
}
