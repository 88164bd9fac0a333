package timeline

import (
	"cmp"
	"slices"

	"github.com/draftdiff/draftdiff/pkg/history"
)

// A page is what the template is given.
type page struct {
	Title    string
	From, To string
	Sessions []history.Session
	Sections []section
	Counts   []count
}

// A count is how often something happened, over all sessions.
type count struct {
	What string
	N    int
}

// plain are the words for what has no good name of its own.
var plain = map[history.What]string{
	history.Added: "new", history.Back: "back again", history.Stance: "changes of side", history.Relabelled: "other labels",
	history.Text: "changed silently", history.UnitAdded: "units that came silently", history.UnitRemoved: "units that went silently",
	history.UnitMoved: "units moved", history.UnitSplit: "units split", history.UnitMerged: "units merged",
}

// A section is an article with the proposals that were open in it, and what
// else happened there.
type section struct {
	Title string
	Rows  []row
	Other []line
}

// A row is a proposal in the table.
type row struct {
	Cite, Words, Verb string
	Sponsors          []string
	Cells             []cell
	Lines             []line
}

// A cell is a proposal in a session.
type cell struct{ Mark, Says string }

// A line is something that happened.
type line struct {
	Session int
	Cite    string
	Says    string
	Silent  bool
}

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
	p.Title = "Sessions " + p.From + " to " + p.To
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
	for i := range h.Events {
		e := &h.Events[i]
		if e.Session < since {
			continue
		}
		counts[e.What]++
		if e.Proposal == 0 && e.What != history.Renumbered {
			s := part(e.Unit)
			s.Other = append(s.Other, lineOf(h, e))
		}
	}
	for w := history.Added; w <= history.UnitMerged; w++ {
		if counts[w] > 0 {
			p.Counts = append(p.Counts, count{cmp.Or(plain[w], w.String()), counts[w]})
		}
	}
	order := h.SectionOrder()
	slices.SortStableFunc(p.Sections, func(a, b section) int { return order[a.Title] - order[b.Title] })
	return p
}

func name(s *history.Session) string {
	if s.Name != "" {
		return s.Name
	}
	return s.File
}

func lineOf(h *history.History, e *history.Event) line {
	silent := e.What == history.Text || e.What == history.UnitAdded || e.What == history.UnitRemoved
	return line{e.Session, h.CiteAt(e.Unit, e.Session), h.Describe(e), silent}
}

// rowOf lays out a proposal; ok is false if it was settled before.
func rowOf(h *history.History, thread, since int) (r row, ok bool) {
	last := h.Last(thread)
	if last.Fate != history.Open && last.Session < since {
		return row{}, false
	}
	r = row{Cite: h.CiteAt(last.Unit, last.Session), Words: last.Words(), Verb: last.Verb(), Sponsors: last.Sponsors}
	life := &h.Proposals[thread]
	for s := since; s <= h.Latest(); s++ {
		r.Cells = append(r.Cells, cellOf(h, thread, s))
	}
	for _, i := range life.Events {
		r.Lines = append(r.Lines, lineOf(h, &h.Events[i]))
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
