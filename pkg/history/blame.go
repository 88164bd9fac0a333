package history

import (
	"slices"
	"strings"

	"github.com/draftdiff/draftdiff/pkg/align/words"
	"github.com/draftdiff/draftdiff/pkg/diff"
)

// A Stretch is a run of words of a unit that came to the text together.
type Stretch struct {
	Text     string   `json:"text"`
	Session  int      `json:"session"`            // since which it is part of the text, wherever it stood
	Proposal int      `json:"proposal,omitempty"` // thread by which it came; 0 for text of the first session, and for what nobody proposed
	Parties  []string `json:"parties,omitempty"`  // the last sponsors of that proposal
	Silent   bool     `json:"silent,omitempty"`   // it came later, and nobody had proposed it, in texts that name those who propose
}

// A Tracer tells of every word of a unit since when it is there and whose
// proposal it was. It remembers what it has found out, so that the next unit
// costs less; it is for one user.
type Tracer struct {
	h     *History
	moves *moves
	known map[place][]Stretch
}

// A place is a unit in a session.
type place struct{ thread, session int }

// Tracer returns a tracer of this history.
func (h *History) Tracer() *Tracer {
	return &Tracer{h: h, moves: newMoves(h), known: map[place][]Stretch{}}
}

// Blame tells where the words that a unit has in a session come from. The
// stretches spell the text of the unit.
func (t *Tracer) Blame(thread, session int) []Stretch {
	states := t.h.Units[thread].States
	n := len(states)
	for n > 0 && (states[n-1].Session > session || states[n-1].Gone) {
		n-- // words of a unit that has gone may come back
	}
	if n == 0 {
		return nil
	}
	u := &states[n-1]
	at := place{thread, u.Session}
	list, ok := t.known[at]
	if !ok {
		list = t.reword(t.before(thread, u), u)
		t.known[at] = list
	}
	return list
}

// before is what the words of a state are compared with: the state before it,
// or those of the units that it came of.
func (t *Tracer) before(thread int, u *UnitState) (list []Stretch) {
	if len(u.From) == 0 {
		return t.Blame(thread, u.Session-1)
	}
	for _, from := range u.From {
		if from >= len(t.h.Units) || from == thread && u.Session == t.h.Units[thread].States[0].Session {
			continue
		}
		if t.h.Unit(from, u.Session-1) == nil {
			continue
		}
		if len(list) > 0 {
			list = append(list, Stretch{Text: " ", Session: u.Session})
		}
		list = append(list, t.Blame(from, u.Session-1)...)
	}
	return list
}

// reword gives the words of a state their origins: what stood before keeps its
// own, what is new came in this session.
func (t *Tracer) reword(was []Stretch, u *UnitState) (list []Stretch) {
	at := 0
	for _, s := range withoutIslands(diff.Redline(spell(was), u.Text)) {
		switch s.Op {
		case diff.Insert:
			list = join(list, t.arrived(u, s.Text)...)
		case diff.Delete:
			at += len(s.Text)
		default:
			list = join(list, cut(was, at, at+len(s.Text))...)
			at += len(s.Text)
		}
	}
	return list
}

func spell(list []Stretch) string {
	var b strings.Builder
	for _, s := range list {
		b.WriteString(s.Text)
	}
	return b.String()
}

// islandWords is how many words at most stand as before by chance, where all
// around them is new.
const islandWords = 2

// joints are words that any sentence has.
var joints = map[string]bool{"a": true, "and": true, "as": true, "by": true, "for": true, "from": true, "in": true, "of": true, "on": true, "or": true, "that": true, "the": true, "to": true, "with": true}

// withoutIslands takes for new the few words that stand as before between two
// larger changes, and joints between any two: a sentence that was written anew
// has its "of the", too.
func withoutIslands(list []diff.Segment) []diff.Segment {
	var lexicon words.Lexicon
	size := func(i int, op diff.Op) int {
		if i < 0 || i >= len(list) || list[i].Op != op {
			return 0
		}
		return len(lexicon.IDs(nil, list[i].Text))
	}
	// A change is a deletion, an insertion, or one and then the other; first is
	// where it begins. It is larger if it inserts and has more words.
	larger := func(first, n int) bool {
		gone, came := size(first, diff.Delete), size(first, diff.Insert)+size(first+1, diff.Insert)
		return came > 0 && max(gone, came) > n
	}
	out := make([]diff.Segment, 0, len(list))
	start := 0 // of the change before
	for i, s := range list {
		if s.Op == diff.Equal {
			n := size(i, diff.Equal)
			if !slices.ContainsFunc(strings.Fields(s.Text), func(w string) bool { return !joints[strings.ToLower(w)] }) {
				n = 0
			}
			if n <= islandWords && i > 0 && larger(start, n) && larger(i+1, n) {
				out = append(out, diff.Segment{Op: diff.Delete, Text: s.Text})
				s.Op = diff.Insert
			}
			start = i + 1
		}
		// What is inserted side by side is one arrival, whatever is deleted between.
		if k := len(out) - 1; s.Op == diff.Insert {
			for k > 0 && out[k].Op == diff.Delete {
				k--
			}
			if k >= 0 && out[k].Op == diff.Insert {
				out[k].Text += s.Text
				continue
			}
		}
		out = append(out, s)
	}
	return out
}

// join adds stretches, each to the last one if that is of the same origin. A
// stretch of marks and blanks alone goes with what is before it.
func join(list []Stretch, more ...Stretch) []Stretch {
	for _, s := range more {
		if n := len(list); n > 0 {
			last := &list[n-1]
			if last.Session == s.Session && last.Proposal == s.Proposal && last.Silent == s.Silent || strings.Trim(s.Text, " .,;:–-") == "" {
				last.Text += s.Text
				continue
			}
		}
		list = append(list, s)
	}
	return list
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

// arrived tells whose the words are that came to a unit in the session of its
// state: of a proposal that was adopted there, of the proposal that the unit is,
// of another unit that they left, or nobody's.
func (t *Tracer) arrived(u *UnitState, text string) []Stretch {
	if best := t.adopted(u, text); best > 0 {
		return t.ofProposal(best, u, text)
	}
	s := Stretch{Text: text, Session: u.Session}
	if u.Proposed || t.h.Units[u.Thread].States[0].Session == u.Session {
		s.Proposal = t.h.proposer(u)
	}
	if s.Proposal > 0 {
		s.Parties = t.h.Last(s.Proposal).Sponsors
		return []Stretch{s}
	}
	s.Silent = t.h.Named() && u.Session > 1 && !u.Proposed
	return t.moved(u, s)
}

// adopted returns the proposal, among those that were adopted at a unit in the
// session of its state, of whose words a text has most; 0 if it has no half of
// any.
func (t *Tracer) adopted(u *UnitState, text string) (best int) {
	var l words.Lexicon
	has := l.IDs(nil, text)
	most := 0
	for _, i := range t.h.Units[u.Thread].Events {
		e := &t.h.Events[i]
		if e.What != Adopted || e.Session != u.Session {
			continue
		}
		brings := l.IDs(nil, t.h.Last(e.Proposal).New)
		n := 0
		for _, w := range brings {
			if slices.Contains(has, w) {
				n++
			}
		}
		if n > most && 2*n >= len(brings) {
			best, most = e.Proposal, n
		}
	}
	return best
}

// ofProposal gives a proposal its own words of a text; the rest was added to
// them when it was adopted.
func (t *Tracer) ofProposal(proposal int, u *UnitState, text string) (list []Stretch) {
	p := t.h.Last(proposal)
	for _, s := range withoutIslands(diff.Redline(p.New, text)) {
		switch s.Op {
		case diff.Equal:
			list = join(list, Stretch{Text: s.Text, Session: u.Session, Proposal: proposal, Parties: p.Sponsors})
		case diff.Insert:
			other := t.adopted(u, s.Text)
			if other > 0 && other != proposal {
				list = join(list, t.ofProposal(other, u, s.Text)...)
				continue
			}
			list = join(list, t.moved(u, Stretch{Text: s.Text, Session: u.Session, Silent: t.h.Named()})...)
		}
	}
	return list
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
