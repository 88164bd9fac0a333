package history

import (
	"strconv"
	"strings"
	"unicode"
)

// A Line tells what happened, for people.
type Line struct {
	Session int
	Cite    string // of the unit where it happened, "" where there are several
	Says    string
	Silent  bool // nobody had proposed it, in texts that name those who propose
}

// Lines tells events, given as indexes in order. What several events say of one
// unit, or the new numbers of a session, is one line.
func (h *History) Lines(events []int) (list []Line) {
	texts := map[place]int{}      // lines, by unit and session
	renumbered := map[int][]int{} // events, by session
	for _, i := range events {
		if e := &h.Events[i]; e.What == Renumbered {
			renumbered[e.Session] = append(renumbered[e.Session], i)
		}
	}
	for _, i := range events {
		e := &h.Events[i]
		line := Line{e.Session, h.CiteAt(e.Unit, e.Session), h.Describe(e), h.Named() && e.What.base()}
		switch e.What {
		case Text:
			at := place{e.Unit, e.Session}
			if k, ok := texts[at]; ok {
				list[k].Says += "; " + becomes(e.From, e.To)
				continue
			}
			texts[at] = len(list)
		case Renumbered:
			all := renumbered[e.Session]
			if i != all[0] {
				continue
			}
			if len(all) > 1 {
				line.Cite, line.Says = "", "renumbered: "+strings.Join(h.numbers(all), "; ")
			}
		}
		list = append(list, line)
	}
	return list
}

// called are the names for people of what the coded names do not say plainly, and
// of what happens silently in texts that name those who propose.
var called = map[What]string{
	Added: "new", Stance: "change of side", Text: "changed", UnitAdded: "came", UnitRemoved: "went",
	UnitMoved: "unit moved", UnitSplit: "unit split", UnitMerged: "unit merged",
}

// Called names what happened, for people.
func (h *History) Called(w What) string {
	name, ok := called[w]
	switch {
	case !ok:
		return w.String()
	case w.base() && h.Named():
		return name + " silently"
	}
	return name
}

// base reports whether something happened to the base text that a proposal would
// account for, if there were one.
func (w What) base() bool { return w == Text || w == UnitAdded || w == UnitRemoved }

// numbers tells which numbers units have now, a row of them in one piece.
func (h *History) numbers(events []int) (list []string) {
	for k := 0; k < len(events); {
		first := &h.Events[events[k]]
		last := first
		for k++; k < len(events) && follows(last.From, h.Events[events[k]].From) && follows(last.To, h.Events[events[k]].To); k++ {
			last = &h.Events[events[k]]
		}
		if last == first {
			list = append(list, first.From+" is now "+first.To)
		} else {
			list = append(list, first.From+" to "+last.From+" are now "+first.To+" to "+last.To)
		}
	}
	return list
}

// follows reports whether the number at the end of b is the next after that of a:
// "Article 9", "Article 10".
func follows(a, b string) bool {
	cut := func(s string) (string, int) {
		head := strings.TrimRightFunc(s, unicode.IsDigit)
		n, err := strconv.Atoi(s[len(head):])
		if err != nil {
			return s, -2
		}
		return head, n
	}
	headA, m := cut(a)
	headB, n := cut(b)
	return headA == headB && n == m+1
}
