package main

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/draftdiff/draftdiff/pkg/history"
	"github.com/draftdiff/draftdiff/pkg/snapshot"
	"github.com/draftdiff/draftdiff/pkg/store"
)

func blameCommand() *cli.Command {
	return &cli.Command{
		Name:      "blame",
		Usage:     "tell of every word of a unit in which session it came, and whose it was",
		ArgsUsage: "UNIT[@S]",
		Description: `
The text of the unit, and of those under it, with the session from which each
stretch stands and the delegations whose proposal it was; then what is proposed
on it and still open. What nobody had proposed is called silent.

   draftdiff blame art_6__para_2
   draftdiff blame art_6@4`,
		Flags:  []cli.Flag{formatFlag("text", "json", "csv"), storeFlag(), outputFlag()},
		Action: runBlame,
	}
}

// A blamed unit is one with the origin of its words.
type blamed struct {
	Unit      string       `json:"unit"`
	Cite      string       `json:"cite"`
	Proposed  bool         `json:"proposed"`
	Stretches []stretchRow `json:"stretches"`
	Open      []openRow    `json:"open"`
}

type stretchRow struct {
	history.Stretch
	Name string `json:"name,omitempty"` // of the proposal
	Date string `json:"date"`
}

// An openRow is a proposal on the unit that is not settled.
type openRow struct {
	Proposal string   `json:"proposal"`
	Since    int      `json:"since"`
	Action   string   `json:"action"`
	Words    string   `json:"words"`
	Sponsors []string `json:"sponsors"`
	Against  []string `json:"against"`
}

func runBlame(c *cli.Context) error {
	if c.NArg() < 1 || c.NArg() > 2 {
		return errors.New("which unit? Give its identifier, such as art_56__para_1" + seeHelp)
	}
	return withHistory(c, func(s *store.Store, h *history.History) error {
		id, session, err := cutSession(strings.Join(c.Args().Slice(), ""), h.Latest())
		if err != nil {
			return err
		}
		text, err := s.Snapshot(c.Context, session) // it knows the order of the units
		if err != nil {
			return err
		}
		var list []blamed
		tracer := h.Tracer()
		for i := range text.Units {
			u := &text.Units[i]
			if u.Kind == snapshot.KindHeading || u.ID != id && !strings.HasPrefix(u.ID, id+"__") {
				continue // the words of a heading stand with what it heads
			}
			if b := blame(h, tracer, h.FindUnit(u.ID, session), session); len(b.Stretches)+len(b.Open) > 0 {
				list = append(list, b)
			}
		}
		if len(list) == 0 {
			return fmt.Errorf("session %s has no unit %q with words; draftdiff snapshot %s lists them", at(session), id, at(session))
		}
		return emit(c, func(w io.Writer) error {
			switch c.String("format") {
			case "json":
				return writeJSON(w, struct {
					Schema  string   `json:"schema"`
					Session int      `json:"session"`
					Units   []blamed `json:"units"`
				}{"draftdiff.blame/v1", session, list})
			case "csv":
				return writeCSV(w, blameRows(list))
			}
			return blameText(w, list)
		})
	})
}

func blame(h *history.History, tracer *history.Tracer, thread, session int) blamed {
	u := h.Unit(thread, session)
	b := blamed{Unit: u.ID, Cite: u.Cite, Proposed: u.Proposed, Stretches: []stretchRow{}, Open: []openRow{}}
	for _, s := range tracer.Blame(thread, session) {
		if strings.TrimSpace(s.Text) == "" {
			continue
		}
		row := stretchRow{Stretch: s, Date: h.Sessions[s.Session-1].Date}
		if s.Proposal > 0 {
			row.Name = h.ProposalName(s.Proposal)
		}
		b.Stretches = append(b.Stretches, row)
	}
	for _, i := range h.OpenAt(thread, session) {
		p := h.Proposal(i, session)
		b.Open = append(b.Open, openRow{h.ProposalName(i), h.Proposals[i].States[0].Session, p.Action, p.Words(), p.Sponsors, p.Against})
	}
	return b
}

func (s *stretchRow) origin() string {
	switch {
	case s.Silent:
		return "silent"
	case len(s.Parties) > 0:
		return strings.Join(s.Parties, ", ")
	case s.Session > 1:
		return "nobody named"
	}
	return "base text"
}

func blameText(w io.Writer, list []blamed) error {
	for i, b := range list {
		title := b.Cite
		if b.Proposed {
			title += " (proposed)"
		}
		if i > 0 {
			title = "\n" + title
		}
		if _, err := fmt.Fprintln(w, title); err != nil {
			return err
		}
		var rows [][]string
		for _, s := range b.Stretches {
			rows = append(rows, []string{"  " + at(s.Session), s.origin(), s.Text})
		}
		// What is open has columns of its own: a long list of sponsors would push the
		// words off the page.
		var open [][]string
		for _, o := range b.Open {
			line := "open: " + history.Wish(o.Action, o.Words)
			if len(o.Sponsors) > 0 {
				line += " (" + strings.Join(o.Sponsors, ", ") + ")"
			}
			if len(o.Against) > 0 {
				line += "; against: " + strings.Join(o.Against, ", ")
			}
			open = append(open, []string{"  " + at(o.Since), line})
		}
		if err := errors.Join(indented(w, rows), indented(w, open)); err != nil {
			return err
		}
	}
	return nil
}

// indented writes columns two characters in.
func indented(w io.Writer, rows [][]string) error {
	var b strings.Builder
	if err := columns(&b, rows); err != nil {
		return err
	}
	for line := range strings.Lines(b.String()) {
		if _, err := io.WriteString(w, "  "+line); err != nil {
			return err
		}
	}
	return nil
}

func blameRows(list []blamed) [][]string {
	rows := [][]string{{"unit", "cite", "session", "date", "origin", "proposal", "state", "words"}}
	for _, b := range list {
		for _, s := range b.Stretches {
			rows = append(rows, []string{b.Unit, b.Cite, at(s.Session), s.Date, s.origin(), s.Name, "text", strings.TrimSpace(s.Text)})
		}
		for _, o := range b.Open {
			rows = append(rows, []string{b.Unit, b.Cite, at(o.Since), "", strings.Join(o.Sponsors, ", "), o.Proposal, "open", strings.TrimSpace(o.Action + " " + o.Words)})
		}
	}
	return rows
}
