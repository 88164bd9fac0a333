package history

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// A Lock holds what people know better than the words do: which proposals or
// units of two sessions are the same, and which are not.
//
//	# one line a correction; what follows the second name is the reason
//	same   art_3__para_1~replace-1eqcwh5@2   art_3__para_1~replace-77ab@3   reworded in the corridor
//	differ art_9__para_2~insert-1ppmbnn@1    art_9__para_2~insert-1ppmbnn@4 two sentences that read alike
type Lock struct {
	Lines []Correction
	known map[name]int // threads of what the lines name, as far as it has been met
}

// A Correction is a line of a lock file.
type Correction struct {
	Line     int
	Same     bool
	Old, New string // identifiers in the two sessions
	From, To int    // the sessions, From before To
	Reason   string
}

// A name is an identifier in a session.
type name struct {
	session int
	id      string
}

// A LockError is a line that cannot be obeyed.
type LockError struct {
	Line    int
	Message string
}

func (e *LockError) Error() string { return fmt.Sprintf("line %d: %s", e.Line, e.Message) }

// ParseLock reads a lock file. It reports the first line that it cannot read.
func ParseLock(text string) (*Lock, error) {
	l := &Lock{}
	n := 0
	for line := range strings.Lines(text) {
		n++
		fields := strings.Fields(line)
		if len(fields) == 0 || strings.HasPrefix(fields[0], "#") {
			continue
		}
		c := Correction{Line: n, Same: fields[0] == "same"}
		if !c.Same && fields[0] != "differ" {
			return nil, &LockError{n, fmt.Sprintf("a line begins with same or differ, not with %q", fields[0])}
		}
		if len(fields) < 3 {
			return nil, &LockError{n, "two names are wanted, such as art_3__para_1~insert-ab12@2"}
		}
		var err error
		if c.Old, c.From, err = ParseName(fields[1]); err != nil {
			return nil, &LockError{n, err.Error()}
		}
		if c.New, c.To, err = ParseName(fields[2]); err != nil {
			return nil, &LockError{n, err.Error()}
		}
		if c.From == c.To {
			return nil, &LockError{n, fmt.Sprintf("both names are of session @%d; a correction ties one session to another", c.To)}
		}
		if c.From > c.To {
			c.Old, c.New, c.From, c.To = c.New, c.Old, c.To, c.From
		}
		c.Reason = strings.Join(fields[3:], " ")
		l.Lines = append(l.Lines, c)
	}
	return l, l.contradiction()
}

// ParseName reads an identifier with its session: "art_3__para_1@2".
func ParseName(s string) (id string, session int, err error) {
	i := strings.LastIndexByte(s, '@')
	if i > 0 {
		session, err = strconv.Atoi(s[i+1:])
	}
	if i <= 0 || err != nil || session < 1 {
		return "", 0, fmt.Errorf("%q does not say of which session; write %s@2 for the second", s, strings.TrimRight(s[:max(i, 0)]+s, "@"))
	}
	return s[:i], session, nil
}

// contradiction reports the first line that says the opposite of another one, or
// gives one proposal two predecessors.
func (l *Lock) contradiction() error {
	for i, c := range l.Lines {
		for _, d := range l.Lines[:i] {
			switch {
			case c.From == d.From && c.To == d.To && c.Old == d.Old && c.New == d.New && c.Same != d.Same:
				return &LockError{c.Line, fmt.Sprintf("this says the opposite of line %d", d.Line)}
			case c.Same && d.Same && c.To == d.To && c.New == d.New && (c.Old != d.Old || c.From != d.From) && c.From == d.From:
				return &LockError{c.Line, fmt.Sprintf("line %d says that %s@%d is another one", d.Line, c.New, c.To)}
			}
		}
	}
	return nil
}

// Touches reports whether a line speaks of a session.
func (l *Lock) Touches(session int) bool {
	return l != nil && slices.ContainsFunc(l.Lines, func(c Correction) bool { return c.From == session || c.To == session })
}

// joined returns the thread that an identifier of a session has by a line of the
// lock, 0 if no line says.
func (l *Lock) joined(session int, id string) int {
	if l == nil {
		return 0
	}
	for _, c := range l.Lines {
		if c.Same && c.To == session && c.New == id {
			return l.known[name{c.From, c.Old}]
		}
	}
	return 0
}

// parted reports whether a line says that an identifier of the session before
// and one of this session differ.
func (l *Lock) parted(session int, old, new string) bool {
	return l != nil && slices.ContainsFunc(l.Lines, func(c Correction) bool {
		return !c.Same && c.To == session && c.From == session-1 && c.Old == old && c.New == new
	})
}

// partedThread is the same of a thread that is asleep.
func (l *Lock) partedThread(session int, id string, thread int) bool {
	return l != nil && slices.ContainsFunc(l.Lines, func(c Correction) bool {
		return !c.Same && c.To == session && c.New == id && l.known[name{c.From, c.Old}] == thread
	})
}

// remember notes the threads of what the lines name in the session at hand.
func (l *Lock) remember(x *extender) {
	if l == nil || !l.Touches(x.session) {
		return
	}
	if l.known == nil {
		l.known = map[name]int{}
	}
	wanted := map[string]bool{}
	for _, c := range l.Lines {
		if c.From == x.session {
			wanted[c.Old] = true
		}
		if c.To == x.session {
			wanted[c.New] = true
		}
	}
	for i := range x.s.Units {
		if id := x.s.Units[i].ID; wanted[id] {
			l.known[name{x.session, id}] = x.unitOf[i]
		}
	}
	for i := range x.s.Proposals {
		if id := x.s.Proposals[i].ID; wanted[id] {
			l.known[name{x.session, id}] = x.proposalOf[i]
		}
	}
}

// A LockFinding is what is wrong, or needless, about a line.
type LockFinding struct {
	Line    int
	Message string
}

// Lint checks the lines against the texts of the sessions, in order: what they
// name has to be there, and both have to be of a kind.
func (l *Lock) Lint(h *History) (list []LockFinding) {
	for _, c := range l.Lines {
		if max(c.From, c.To) > h.Latest() {
			list = append(list, LockFinding{c.Line, fmt.Sprintf("there is no session @%d", c.To)})
			continue
		}
		a, b := h.kindOf(c.Old, c.From), h.kindOf(c.New, c.To)
		switch {
		case a == 0:
			list = append(list, LockFinding{c.Line, fmt.Sprintf("session @%d has no unit or proposal %s", c.From, c.Old)})
		case b == 0:
			list = append(list, LockFinding{c.Line, fmt.Sprintf("session @%d has no unit or proposal %s", c.To, c.New)})
		case a != b:
			list = append(list, LockFinding{c.Line, "one of the names is a unit, the other a proposal"})
		}
	}
	slices.SortStableFunc(list, func(a, b LockFinding) int { return cmp.Compare(a.Line, b.Line) })
	return list
}

// kindOf tells whether an identifier is a unit ('u') or a proposal ('p') of a
// session.
func (h *History) kindOf(id string, session int) byte {
	if t := h.FindUnit(id, session); t > 0 {
		if u := h.Unit(t, session); u != nil && u.ID == id {
			return 'u'
		}
	}
	if t := h.FindProposal(id, session); t > 0 {
		if p := h.Proposal(t, session); p != nil && p.ID == id {
			return 'p'
		}
	}
	return 0
}
