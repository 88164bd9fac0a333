package main

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/draftdiff/draftdiff/pkg/history"
	"github.com/draftdiff/draftdiff/pkg/history/plot"
	"github.com/draftdiff/draftdiff/pkg/store"
)

func statsCommand() *cli.Command {
	return &cli.Command{
		Name:  "stats",
		Usage: "show whether the text converges: brackets, alternatives, contested words, agreement",
		Description: `
By session: the brackets, the proposals, the open alternatives, and the share of
words that nothing is written around. By article: the same, first session and
last. Then the delegations that stand together most in the last session.

   draftdiff stats
   draftdiff stats --since @3 --plot burndown.svg
   draftdiff stats --format csv -o stats.csv`,
		Flags: []cli.Flag{
			sinceFlag(),
			&cli.StringFlag{Name: "plot", Usage: "draw the sessions into `FILE`, .svg or .png"},
			&cli.IntFlag{Name: "pairs", Value: 10, Usage: "tell of `N` pairs of delegations; 0 for all"},
			formatFlag("text", "json", "csv"), storeFlag(), outputFlag(),
		},
		Action: runStats,
	}
}

// A sessionStats is what is open in a session.
type sessionStats struct {
	Session  int               `json:"session"`
	Name     string            `json:"name"`
	Date     string            `json:"date"`
	Total    history.Measure   `json:"total"`
	Clean    float64           `json:"clean"`
	Sections []history.Measure `json:"sections"`
}

func runStats(c *cli.Context) error {
	picture := c.String("plot")
	format := strings.TrimPrefix(strings.ToLower(filepath.Ext(picture)), ".")
	if picture != "" && format != "svg" && format != "png" {
		return errors.New("a plot is an .svg or a .png file" + seeHelp)
	}
	return withHistory(c, func(_ *store.Store, h *history.History) error {
		from, err := since(c, h)
		if err != nil {
			return err
		}
		sessions := h.Sessions[from-1:]
		if picture != "" {
			if err := writeFile(picture, func(w io.Writer) error { return plot.Draw(w, format, sessions) }); err != nil {
				return &fileError{picture, fmt.Errorf("not written: %w", err)}
			}
		}
		pairs := h.Agreement(h.Latest())
		if n := c.Int("pairs"); n > 0 && n < len(pairs) {
			pairs = pairs[:n]
		}
		return emit(c, func(w io.Writer) error {
			switch c.String("format") {
			case "json":
				return writeJSON(w, struct {
					Schema    string         `json:"schema"`
					Sessions  []sessionStats `json:"sessions"`
					Agreement []history.Pair `json:"agreement"`
				}{"draftdiff.stats/v1", statsOf(sessions), pairs})
			case "csv":
				return writeCSV(w, statsRows(sessions))
			}
			return statsText(w, sessions, pairs)
		})
	})
}

func statsOf(sessions []history.Session) (list []sessionStats) {
	for i := range sessions {
		s := &sessions[i]
		total := s.Total()
		list = append(list, sessionStats{s.Number, s.Name, s.Date, total, total.Clean(), s.Sections})
	}
	return list
}

func statsRows(sessions []history.Session) [][]string {
	rows := [][]string{{"session", "date", "section", "brackets", "proposals", "alternatives", "words", "contested", "clean"}}
	for i := range sessions {
		s := &sessions[i]
		for _, m := range append([]history.Measure{s.Total()}, s.Sections...) {
			rows = append(rows, []string{at(s.Number), s.Date, m.Section, strconv.Itoa(m.Brackets), strconv.Itoa(m.Proposals), strconv.Itoa(m.Alternatives),
				strconv.Itoa(m.Words), strconv.Itoa(m.Contested), strconv.FormatFloat(m.Clean(), 'f', 4, 64)})
		}
	}
	return rows
}

func statsText(w io.Writer, sessions []history.Session, pairs []history.Pair) error {
	rows := [][]string{{"session", "date", "brackets", "proposals", "alternatives", "contested words", "clean"}}
	for i := range sessions {
		s := &sessions[i]
		t := s.Total()
		rows = append(rows, []string{at(s.Number), s.Date, strconv.Itoa(t.Brackets), strconv.Itoa(t.Proposals), strconv.Itoa(t.Alternatives), strconv.Itoa(t.Contested), percent(t.Clean())})
	}
	if err := columns(w, rows); err != nil {
		return err
	}
	rows = [][]string{{"brackets by article"}}
	for i := range sessions {
		rows[0] = append(rows[0], at(sessions[i].Number))
	}
	last := &sessions[len(sessions)-1]
	for _, name := range sectionsOf(sessions) {
		row, open := []string{name}, 0
		for i := range sessions {
			n := "–" // the section is not there
			for _, m := range sessions[i].Sections {
				if m.Section == name {
					n = strconv.Itoa(m.Brackets)
					open += m.Brackets
				}
			}
			row = append(row, n)
		}
		if open > 0 {
			rows = append(rows, row)
		}
	}
	if len(rows) > 1 && len(sessions) <= 12 {
		if _, err := io.WriteString(w, "\n"); err != nil {
			return err
		}
		if err := columns(w, rows); err != nil {
			return err
		}
	}
	if len(pairs) == 0 {
		return nil
	}
	if _, err := fmt.Fprintf(w, "\nstanding together most in %s\n", at(last.Number)); err != nil {
		return err
	}
	rows = [][]string{{"", "together", "apart", "before"}}
	for _, p := range pairs {
		if p.Together+p.Apart == 0 {
			continue
		}
		rows = append(rows, []string{p.A + ", " + p.B, strconv.Itoa(p.Together), strconv.Itoa(p.Apart), fmt.Sprintf("%d, %d", p.TogetherBefore, p.ApartBefore)})
	}
	return columns(w, rows)
}

// sectionsOf lists the sections of all sessions, those of the last one first, in
// the order of the text.
func sectionsOf(sessions []history.Session) (names []string) {
	seen := map[string]bool{}
	for i := len(sessions) - 1; i >= 0; i-- {
		for _, m := range sessions[i].Sections {
			if !seen[m.Section] {
				seen[m.Section] = true
				names = append(names, m.Section)
			}
		}
	}
	return names
}
