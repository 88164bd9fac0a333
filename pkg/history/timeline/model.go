package timeline

import (
	"slices"
	"strconv"
	"strings"

	"github.com/draftdiff/draftdiff/pkg/history"
)

// A page is what the template is given.
type page struct {
	Title    string
	From, To string
	Sessions []history.Session
	Counts   []count
	Silent   []history.Line // of all sections, in texts that name those who propose
	Sections []section
	// Renumbered tells of the units, session by session.
	Renumbered []history.Line
}

// A count is how often something happened, over all sessions.
type count struct {
	What string
	N    int
}

// A section is an article with the proposals that were open in it, and what
// else happened there.
type section struct {
	Title string
	Rows  []row
	Other []history.Line

	events []int // of which Other tells
}

// A row is a proposal in the table.
type row struct {
	Cite, Wish string
	Sponsors   []string
	Cells      []cell
	Lines      []history.Line
}

// A cell is a proposal in a session.
type cell struct{ Mark, Says string }

// The marks, the strongest of what happened in a session.
var marks = []struct {
	mark, says string
	whats      []history.What
}{
	{"✓", "adopted", []history.What{history.Adopted}},
	{"✗", "withdrawn", []history.What{history.Withdrawn}},
	{"⊂", "part of another one", nil},
	{"+", "new", []history.What{history.Added}},
	{"↺", "back again", []history.What{history.Back}},
	{"≈", "reworded, moved, split or merged", []history.What{history.Reworded, history.Moved, history.Relabelled, history.Split, history.Merged}},
	{"±", "other sponsors or sides", []history.What{history.Joined, history.Left, history.Stance}},
	{"•", "open, as before", nil},
}

// build lays out the history from a session on.
func build(h *history.History, since int) *page {
	p := &page{From: name(&h.Sessions[since-1]), To: name(&h.Sessions[h.Latest()-1]), Sessions: h.Sessions[since-1:]}
	p.Title = "From " + p.From + " to " + p.To
	at := map[string]int{}
	part := func(unit int) *section {
		title := h.SectionOf(unit)
		i, ok := at[title]
		if !ok {
			i = len(p.Sections)
			at[title] = i
			p.Sections = append(p.Sections, section{Title: title})
		}
		return &p.Sections[i]
	}
	for i := 1; i < len(h.Proposals); i++ {
		if r, ok := rowOf(h, i, since); ok {
			s := part(h.Last(i).Unit)
			s.Rows = append(s.Rows, r)
		}
	}
	counts := map[history.What]int{}
	var renumbered []int
	for i := range h.Events {
		e := &h.Events[i]
		if e.Session < since {
			continue
		}
		counts[e.What]++
		switch {
		case e.What == history.Renumbered:
			renumbered = append(renumbered, i)
		case e.Proposal == 0:
			s := part(e.Unit)
			s.events = append(s.events, i)
		}
	}
	for w := history.Added; w <= history.UnitMerged; w++ {
		if counts[w] > 0 {
			p.Counts = append(p.Counts, count{h.Called(w), counts[w]})
		}
	}
	p.Renumbered = h.Lines(renumbered)
	order := h.SectionOrder()
	slices.SortStableFunc(p.Sections, func(a, b section) int { return order[a.Title] - order[b.Title] })
	for i := range p.Sections {
		s := &p.Sections[i]
		s.Other = h.Lines(s.events)
		for _, l := range s.Other {
			if l.Silent {
				p.Silent = append(p.Silent, l)
			}
		}
	}
	return p
}

func name(s *history.Session) string {
	return strings.TrimSuffix("@"+strconv.Itoa(s.Number)+" "+s.Name, " ")
}

// rowOf lays out a proposal; ok is false if it was settled before.
func rowOf(h *history.History, thread, since int) (r row, ok bool) {
	last := h.Last(thread)
	if last.Fate != history.Open && last.Session < since {
		return row{}, false
	}
	life := &h.Proposals[thread]
	r = row{Cite: h.CiteAt(last.Unit, last.Session), Wish: history.Wish(last.Action, last.Words()), Sponsors: last.Sponsors, Lines: h.Lines(life.Events)}
	for s := since; s <= h.Latest(); s++ {
		r.Cells = append(r.Cells, cellOf(h, thread, s))
	}
	return r, true
}

func cellOf(h *history.History, thread, session int) cell {
	var whats []history.What
	for _, i := range h.Proposals[thread].Events {
		if e := &h.Events[i]; e.Session == session && e.Proposal == thread {
			whats = append(whats, e.What)
		}
	}
	for _, m := range marks {
		if slices.ContainsFunc(m.whats, func(w history.What) bool { return slices.Contains(whats, w) }) {
			return cell{m.mark, m.says}
		}
	}
	if h.Proposal(thread, session) != nil {
		if h.Proposals[thread].States[0].Session == session {
			return cell{"+", "split off"}
		}
		return cell{"•", "open, as before"}
	}
	if last := h.Last(thread); last.Fate == history.FateMerged && last.Session == session {
		return cell{"⊂", "part of another one"}
	}
	return cell{"", "not there"}
}
