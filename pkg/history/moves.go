package history

import (
	"github.com/draftdiff/draftdiff/pkg/align/words"
	"github.com/draftdiff/draftdiff/pkg/diff"
)

// movedRun is how many words have to follow each other to be known again at
// another unit.
const movedRun = 5

// Moves knows the words that left the units of a text, session by session, as
// far as it has been asked.
type moves struct {
	h       *History
	changed [][]place // of each session: the units whose state changed
	lexicon words.Lexicon
	left    map[int]*leavers
}

// Leavers are the stretches of words that left their units in a session.
type leavers struct {
	list []leaver
	runs map[[movedRun]uint32][]spot // where each run of words begins
}

// A leaver is a stretch that left a unit; its words count in the text that the
// unit had before.
type leaver struct {
	thread  int
	section string
	words   []words.Word
}

type spot struct{ leaver, word int }

func newMoves(h *History) *moves {
	m := &moves{h: h, changed: make([][]place, h.Latest()+1), left: map[int]*leavers{}}
	for thread := range h.Units {
		for i := range h.Units[thread].States {
			s := h.Units[thread].States[i].Session
			m.changed[s] = append(m.changed[s], place{thread, i})
		}
	}
	return m
}

// in returns what left in a session.
func (m *moves) in(session int) *leavers {
	if l := m.left[session]; l != nil {
		return l
	}
	l := &leavers{runs: map[[movedRun]uint32][]spot{}}
	m.left[session] = l
	for _, c := range m.changed[session] {
		was := m.h.Unit(c.thread, session-1)
		if was == nil {
			continue
		}
		now := &m.h.Units[c.thread].States[c.session]
		if now.Gone {
			l.add(was, m.lexicon.Words(nil, was.Text))
			continue
		}
		at := 0
		for _, s := range withoutIslands(diff.Redline(was.Text, now.Text)) {
			if s.Op == diff.Delete {
				l.add(was, shifted(m.lexicon.Words(nil, s.Text), at))
			}
			if s.Op != diff.Insert {
				at += len(s.Text)
			}
		}
	}
	return l
}

func shifted(list []words.Word, by int) []words.Word {
	for i := range list {
		list[i].Start += int32(by)
		list[i].End += int32(by)
	}
	return list
}

func (l *leavers) add(was *UnitState, list []words.Word) {
	if len(list) < movedRun {
		return
	}
	for i := range list[:len(list)-movedRun+1] {
		k := runAt(list[i:])
		l.runs[k] = append(l.runs[k], spot{len(l.list), i})
	}
	l.list = append(l.list, leaver{was.Thread, was.Section, list})
}

// runAt is the run with which a list of words begins.
func runAt(list []words.Word) (run [movedRun]uint32) {
	for i := range run {
		run[i] = list[i].ID
	}
	return run
}

// origins tells of each word of a list where it left from, as part of the longest
// run that did; of runs of the same length one from the same section counts, and
// then the first. Words that did not come from anywhere have a leaver below 0.
func (l *leavers) origins(list []words.Word, section string) []spot {
	from := make([]spot, len(list))
	for i := range from {
		from[i].leaver = -1
	}
	longest := make([]int, len(list))
	for i := range list[:max(0, len(list)-movedRun+1)] {
		for _, s := range l.runs[runAt(list[i:])] {
			left := &l.list[s.leaver]
			n := movedRun
			for i+n < len(list) && s.word+n < len(left.words) && list[i+n].ID == left.words[s.word+n].ID {
				n++
			}
			for k := range n {
				old := from[i+k].leaver
				if n > longest[i+k] || n == longest[i+k] && left.section == section && l.list[old].section != section {
					from[i+k], longest[i+k] = spot{s.leaver, s.word + k}, n
				}
			}
		}
	}
	return from
}

// moved gives the words of a stretch that left other units in the same session
// the origin that they had there. The rest stays what it is.
func (t *Tracer) moved(u *UnitState, s Stretch) (list []Stretch) {
	all := t.moves.lexicon.Words(nil, s.Text)
	if len(all) < movedRun || s.Session < 2 {
		return []Stretch{s}
	}
	left := t.moves.in(s.Session)
	at := 0
	for i, from := range left.origins(all, u.Section) {
		origin, to := s, len(s.Text) // what stands between two words goes with the first
		if i+1 < len(all) {
			to = int(all[i+1].Start)
		}
		if from.leaver >= 0 {
			l := &left.list[from.leaver]
			w := l.words[from.word]
			origin = cut(t.Blame(l.thread, s.Session-1), int(w.Start), int(w.End))[0]
		}
		origin.Text = s.Text[at:to]
		list, at = join(list, origin), to
	}
	return list
}
