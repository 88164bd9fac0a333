package main

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"github.com/draftdiff/draftdiff/pkg/history"
	"github.com/draftdiff/draftdiff/pkg/party"
	"github.com/draftdiff/draftdiff/pkg/store"
)

func partyCommand() *cli.Command {
	return &cli.Command{
		Name:      "party",
		Usage:     "the ledger of a delegation: what it stood for, article by article, and what became of it",
		ArgsUsage: "PARTY",
		Description: `
Lists the proposals that the delegation, or a group that speaks for it,
sponsors, is against, or answers by asking to retain the text; what became of
each; and with which delegations it stands together or apart.

   draftdiff party CARICOM
   draftdiff party NZ --since @4 --format csv`,
		Flags:  []cli.Flag{sinceFlag(), formatFlag("text", "json", "csv"), storeFlag(), outputFlag()},
		Action: runParty,
	}
}

func runParty(c *cli.Context) error {
	if c.NArg() != 1 {
		return errors.New("which delegation? Give one, such as NZ, CARICOM or \"EU & mS\"" + seeHelp)
	}
	return withHistory(c, func(_ *store.Store, h *history.History) error {
		from, err := since(c, h)
		if err != nil {
			return err
		}
		id, groups, err := partyIn(h, c.Args().First())
		if err != nil {
			return err
		}
		l := h.Ledger(id, groups, from)
		return emit(c, func(w io.Writer) error {
			switch c.String("format") {
			case "json":
				return writeJSON(w, struct {
					Schema string `json:"schema"`
					*history.Ledger
				}{"draftdiff.party/v1", l})
			case "csv":
				return writeCSV(w, ledgerRows(l))
			}
			return ledgerText(w, h, l)
		})
	})
}

// partyIn finds a delegation among those that took a side in any session, by
// any name that is publicly known, and the groups that speak for it.
func partyIn(h *history.History, name string) (id string, groups []string, err error) {
	seen := map[string]bool{}
	var all []string
	for i := range h.Proposals {
		for _, s := range h.Proposals[i].States {
			for _, p := range slices.Concat(s.Sponsors, s.Against, s.Retain) {
				if !seen[p] {
					seen[p] = true
					all = append(all, p)
				}
			}
		}
	}
	reg := party.Default()
	known, ok := reg.Lookup(name)
	for _, p := range all {
		if strings.EqualFold(p, name) || ok && reg.Canonical(p) == known.ID {
			id = p
			break
		}
	}
	switch {
	case id == "" && !ok:
		message := fmt.Sprintf("no delegation or group is called %q", name)
		if near := reg.Suggest(name); len(near) > 0 {
			message += "; did you mean " + strings.Join(near, " or ") + "?"
		}
		return "", nil, errors.New(message)
	case id == "":
		id = known.ID
	}
	day, _ := time.Parse(time.DateOnly, h.Sessions[h.Latest()-1].Date) // without a date: as it is known to be
	of := reg.Groups(id, day)
	for _, p := range all {
		if slices.Contains(of, reg.Canonical(p)) {
			groups = append(groups, p)
		}
	}
	return id, groups, nil
}

// became says what became of a position, and of the proposal.
func became(p *history.Position) string {
	s := p.Outcome
	switch {
	case p.Until > 0:
		s += " " + at(p.Until)
	case p.Outcome == history.Pending && p.Fate == history.Open:
		return s
	}
	s += ": " + p.Fate.String()
	if p.Settled > 0 {
		s += " " + at(p.Settled)
	}
	return s
}

func ledgerText(w io.Writer, h *history.History, l *history.Ledger) error {
	counts := map[string]int{}
	for i := range l.Positions {
		counts[l.Positions[i].Side]++
		counts[l.Positions[i].Outcome]++
	}
	span := "sessions " + at(l.Since) + " to " + at(h.Latest())
	if _, err := fmt.Fprintf(w, "%s, %s: sponsor of %d, against %d, retaining %d; won %d, lost %d, given up %d, open %d\n", l.Party, span,
		counts["sponsor"], counts["against"], counts["retain"], counts[history.Won], counts[history.Lost], counts[history.GivenUp], counts[history.Pending]); err != nil {
		return err
	}
	for i := 0; i < len(l.Positions); {
		section := l.Positions[i].Section
		if _, err := fmt.Fprintf(w, "\n%s\n", section); err != nil {
			return err
		}
		var rows [][]string
		for ; i < len(l.Positions) && l.Positions[i].Section == section; i++ {
			p := &l.Positions[i]
			who := p.Side
			if p.Through != "" {
				who += " (" + p.Through + ")"
			}
			rows = append(rows, []string{at(p.From), who, became(p), strings.TrimPrefix(p.Cite, section+", "), history.Wish(p.Action, p.Words)})
		}
		if err := indented(w, rows); err != nil {
			return err
		}
	}
	if len(l.With) == 0 {
		return nil
	}
	rows := [][]string{{"with", "together", "apart"}}
	for _, t := range l.With {
		rows = append(rows, []string{t.Party, strconv.Itoa(t.Together), strconv.Itoa(t.Apart)})
	}
	if _, err := io.WriteString(w, "\n"); err != nil {
		return err
	}
	return columns(w, rows)
}

func ledgerRows(l *history.Ledger) [][]string {
	rows := [][]string{{"party", "section", "cite", "side", "through", "from", "until", "fate", "settled", "outcome", "proposal", "action", "words"}}
	session := func(n int) string {
		if n == 0 {
			return ""
		}
		return at(n)
	}
	for i := range l.Positions {
		p := &l.Positions[i]
		rows = append(rows, []string{l.Party, p.Section, p.Cite, p.Side, p.Through, at(p.From), session(p.Until), p.Fate.String(), session(p.Settled), p.Outcome, p.Name, p.Action, p.Words})
	}
	return rows
}
