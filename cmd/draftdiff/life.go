package main

import (
	"strings"
	"unicode/utf8"

	"github.com/draftdiff/draftdiff/pkg/history"
)

// An eventRow is an event for programs: what it is about by name.
type eventRow struct {
	Session  int          `json:"session"`
	Date     string       `json:"date"`
	What     history.What `json:"what"`
	Cite     string       `json:"cite"`
	Unit     string       `json:"unit"`
	Proposal string       `json:"proposal"`
	Parties  []string     `json:"parties"`
	From     string       `json:"from"`
	To       string       `json:"to"`
	Others   []string     `json:"others"`
}

func eventRows(h *history.History, events []int) []eventRow {
	rows := make([]eventRow, 0, len(events))
	for _, i := range events {
		e := &h.Events[i]
		row := eventRow{Session: e.Session, Date: h.Sessions[e.Session-1].Date, What: e.What, Cite: h.CiteAt(e.Unit, e.Session),
			Parties: append([]string{}, e.Parties...), From: e.From, To: e.To, Others: others(h, e)}
		if e.Unit > 0 {
			row.Unit = h.UnitName(e.Unit)
		}
		if e.Proposal > 0 {
			row.Proposal = h.ProposalName(e.Proposal)
		}
		rows = append(rows, row)
	}
	return rows
}

// others names the other proposals or units of an event.
func others(h *history.History, e *history.Event) []string {
	names := []string{}
	for _, o := range e.Others {
		if e.Proposal > 0 {
			names = append(names, h.ProposalName(o))
		} else {
			names = append(names, h.UnitName(o))
		}
	}
	return names
}

// describe says in a sentence what happened.
func describe(h *history.History, e *history.Event) string {
	parties := strings.Join(e.Parties, ", ")
	s := "s"
	if len(e.Parties) > 1 {
		s = ""
	}
	what := ""
	if e.Proposal > 0 {
		what = actionThen(h, e)
	}
	switch e.What {
	case history.Added:
		return parties + " propose" + s + ": " + what
	case history.Back:
		return "back again, by " + parties + ": " + what
	case history.Joined:
		return parties + " join" + s + ": " + what
	case history.Left:
		return parties + " leave" + s + ": " + what
	case history.Stance:
		return parties + ": " + side(e.From) + " → " + side(e.To) + ": " + what
	case history.Reworded:
		return "reworded: " + quoted(e.From) + " becomes " + quoted(e.To)
	case history.Relabelled, history.Renumbered:
		return "was " + e.From
	case history.Moved, history.UnitMoved:
		return "moved from " + e.From
	case history.Merged:
		return "takes in " + theWords(h, e) + "; now " + what
	case history.Split:
		return theWords(h, e) + " split off; what stays: " + what
	case history.Adopted:
		return "adopted: " + what + " (" + parties + ")"
	case history.Withdrawn:
		return "withdrawn by " + parties + ": " + what
	case history.Text:
		return "changed silently: " + quoted(e.From) + " becomes " + quoted(e.To)
	case history.UnitAdded:
		return "came silently: " + quoted(e.To)
	case history.UnitRemoved:
		return "went silently: " + quoted(e.From)
	case history.UnitSplit, history.UnitMerged:
		var cites []string
		for _, o := range e.Others {
			cites = append(cites, h.CiteAt(o, e.Session))
		}
		if e.What == history.UnitSplit {
			return "split; " + strings.Join(cites, ", ") + " was part of it"
		}
		return "took in " + strings.Join(cites, ", ")
	}
	return e.What.String()
}

func side(s string) string {
	if s == "none" {
		return "no position"
	}
	return s
}

// actionThen tells what the proposal of an event wanted in that session.
func actionThen(h *history.History, e *history.Event) string {
	p := h.Proposal(e.Proposal, e.Session)
	if p == nil {
		p = h.Last(e.Proposal)
	}
	if words := wordsOf(p); words != "" {
		return p.Action + " " + quoted(words)
	}
	return p.Action
}

// theWords quotes the other proposals of an event.
func theWords(h *history.History, e *history.Event) string {
	var list []string
	for _, o := range e.Others {
		list = append(list, quoted(wordsOf(h.Last(o))))
	}
	return strings.Join(list, ", ")
}

// wordsOf are the words of a proposal in one line.
func wordsOf(p *history.ProposalState) string {
	switch {
	case p.Old != "" && p.New != "":
		return p.Old + " → " + p.New
	case p.Old != "":
		return p.Old
	}
	return strings.TrimSpace(p.New + p.Target)
}

// longestQuote is how many characters of a wording a line shows.
const longestQuote = 90

func quoted(s string) string {
	if utf8.RuneCountInString(s) > longestQuote {
		cut := string([]rune(s)[:longestQuote])
		if i := strings.LastIndexByte(cut, ' '); i > longestQuote/2 {
			cut = cut[:i]
		}
		s = cut + " …"
	}
	if s == "" {
		return "nothing"
	}
	return "“" + s + "”"
}
