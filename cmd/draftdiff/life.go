package main

import (
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
