package main

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/draftdiff/draftdiff/pkg/history"
	"github.com/draftdiff/draftdiff/pkg/store"
)

func logCommand() *cli.Command {
	return &cli.Command{
		Name:      "log",
		Usage:     "list the sessions, or the life of a unit or a proposal",
		ArgsUsage: "[UNIT|PROPOSAL][@S]",
		Description: `
Without an argument: every session, how much of its text was open, and what
happened in it. With the identifier of a unit or of a proposal: its life, from
the session in which it appeared to what became of it. An identifier is the one
that the newest text has, or the last one that had it; @S says of which session.

   draftdiff log
   draftdiff log art_3__para_1
   draftdiff log art_2__para__subpara_b~insert-1abcdef@1`,
		Flags:  []cli.Flag{formatFlag("text", "json", "csv"), storeFlag(), outputFlag()},
		Action: runLog,
	}
}

func runLog(c *cli.Context) error {
	if c.NArg() > 1 {
		return errors.New("one unit or proposal is wanted here" + seeHelp)
	}
	return withHistory(c, func(_ *store.Store, h *history.History) error {
		if c.NArg() == 0 {
			return logSessions(c, h)
		}
		title, events, err := lifeOf(h, c.Args().First())
		if err != nil {
			return err
		}
		return logLife(c, h, title, events)
	})
}

// A sessionLine is a session in the log.
type sessionLine struct {
	history.Session
	Open   history.Measure `json:"open"`
	Events []whatCount     `json:"events"`
}

// A whatCount is how often something happened in a session.
type whatCount struct {
	What  history.What `json:"what"`
	Count int          `json:"count"`
}

func logSessions(c *cli.Context, h *history.History) error {
	list := make([]sessionLine, len(h.Sessions))
	for i, s := range h.Sessions {
		list[i] = sessionLine{Session: s, Open: s.Total(), Events: []whatCount{}}
		list[i].Open.Section = ""
	}
	for i := range h.Events {
		e := &h.Events[i]
		counts := &list[e.Session-1].Events
		k := slices.IndexFunc(*counts, func(w whatCount) bool { return w.What == e.What })
		if k < 0 {
			k = len(*counts)
			*counts = append(*counts, whatCount{What: e.What})
		}
		(*counts)[k].Count++
	}
	for i := range list {
		slices.SortFunc(list[i].Events, func(a, b whatCount) int { return int(a.What) - int(b.What) })
	}
	rows := [][]string{{"session", "date", "name", "file", "proposals", "brackets", "alternatives", "clean", "events"}}
	for _, s := range list {
		var happened []string
		for _, e := range s.Events {
			name := h.Called(e.What)
			if c.String("format") == "csv" {
				name = e.What.String()
			}
			happened = append(happened, fmt.Sprint(name, " ", e.Count))
		}
		rows = append(rows, []string{at(s.Number), s.Date, s.Name, s.File, strconv.Itoa(s.Open.Proposals), strconv.Itoa(s.Open.Brackets),
			strconv.Itoa(s.Open.Alternatives), percent(s.Open.Clean()), strings.Join(happened, " · ")})
	}
	return emit(c, func(w io.Writer) error {
		switch c.String("format") {
		case "json":
			return writeJSON(w, struct {
				Schema   string        `json:"schema"`
				Sessions []sessionLine `json:"sessions"`
			}{"draftdiff.log/v1", list})
		case "csv":
			for i, s := range list {
				rows[i+1][7] = strconv.FormatFloat(s.Open.Clean(), 'f', 4, 64)
			}
			return writeCSV(w, rows)
		}
		return columns(w, rows)
	})
}

func percent(share float64) string { return strconv.FormatFloat(100*share, 'f', 0, 64) + " %" }

// lifeOf returns the events of what an argument names.
func lifeOf(h *history.History, arg string) (title string, events []int, err error) {
	id, session, err := cutSession(arg, h.Latest())
	if err != nil {
		return "", nil, err
	}
	if t := h.FindProposal(id, session); t > 0 {
		return proposalTitle(h, t), h.Proposals[t].Events, nil
	}
	threads := unitsUnder(h, id, session)
	if len(threads) == 0 {
		return "", nil, noSuch(h, id)
	}
	for _, t := range threads {
		events = append(events, h.Units[t].Events...)
	}
	slices.Sort(events)
	return h.CiteAt(threads[0], session), slices.Compact(events), nil
}

// unitsUnder returns the threads of a unit and of what has ever stood under it.
func unitsUnder(h *history.History, id string, session int) []int {
	top := h.FindUnit(id, session)
	if top == 0 {
		return nil
	}
	list := []int{top}
	for _, s := range h.Units[top].States {
		for t := 1; t < len(h.Units); t++ {
			for _, u := range h.Units[t].States {
				if strings.HasPrefix(u.ID, s.ID+"__") && stood(h, top, s.ID, u.Session) && !slices.Contains(list, t) {
					list = append(list, t)
				}
			}
		}
	}
	return list
}

// stood reports whether a unit had an identifier in a session.
func stood(h *history.History, thread int, id string, session int) bool {
	u := h.Unit(thread, session)
	return u != nil && u.ID == id
}

func noSuch(h *history.History, id string) error {
	return fmt.Errorf("none of the sessions %s has a unit or a proposal %q; draftdiff snapshot @latest lists them", sessionNames(h), id)
}

func proposalTitle(h *history.History, thread int) string {
	p := h.Last(thread)
	return h.CiteAt(p.Unit, p.Session) + ": " + history.Wish(p.Action, p.Words()) + "\n" + h.ProposalName(thread)
}

func logLife(c *cli.Context, h *history.History, title string, events []int) error {
	return emit(c, func(w io.Writer) error {
		switch c.String("format") {
		case "json":
			return writeJSON(w, struct {
				Schema string     `json:"schema"`
				Events []eventRow `json:"events"`
			}{"draftdiff.life/v1", eventRows(h, events)})
		case "csv":
			rows := [][]string{{"session", "date", "what", "where", "proposal", "parties", "from", "to", "others"}}
			for _, e := range eventRows(h, events) {
				rows = append(rows, []string{at(e.Session), e.Date, e.What.String(), e.Cite, e.Proposal, strings.Join(e.Parties, "; "), e.From, e.To, strings.Join(e.Others, "; ")})
			}
			return writeCSV(w, rows)
		}
		if _, err := fmt.Fprintf(w, "%s\n\n", title); err != nil {
			return err
		}
		var rows [][]string
		for _, line := range h.Lines(events) {
			row := []string{at(line.Session), h.Sessions[line.Session-1].Date, line.Cite, line.Says}
			if row[2] == title {
				row[2] = "" // as the title says
			}
			rows = append(rows, row)
		}
		return columns(w, rows)
	})
}
