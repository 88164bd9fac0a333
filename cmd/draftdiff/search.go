package main

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/draftdiff/draftdiff/pkg/history"
	"github.com/draftdiff/draftdiff/pkg/party"
	"github.com/draftdiff/draftdiff/pkg/store"
)

func searchCommand() *cli.Command {
	return &cli.Command{
		Name:      "search",
		Usage:     "find words in the texts and proposals of all sessions",
		ArgsUsage: "WORDS…",
		Description: `
Finds what has all of the words, in any order and whatever their case. Each
wording is listed once, with the sessions from which it stood so.

   draftdiff search transboundary rivers
   draftdiff search terrorism --party EG --action delete --unit art_3`,
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "party", Aliases: []string{"p"}, Usage: "only proposals on which `PARTY` takes a side"},
			&cli.StringFlag{Name: "unit", Aliases: []string{"u"}, Usage: "only the unit with this `ID`, and what stands under it"},
			&cli.StringFlag{Name: "action", Usage: "only proposals with this `ACTION`: insert, delete, replace, add …"},
			&cli.IntFlag{Name: "limit", Value: 200, Usage: "look at no more than `N` wordings; 0 for all"},
			formatFlag("text", "json", "csv"), storeFlag(), outputFlag(),
		},
		Action: runSearch,
	}
}

func runSearch(c *cli.Context) error {
	return withStore(c.Context, c.String("store"), func(s *store.Store) error {
		query := store.Query{Words: strings.Fields(strings.Join(c.Args().Slice(), " ")), Parties: partyNames(c.String("party")), Unit: c.String("unit"), Action: c.String("action"), Limit: c.Int("limit")}
		list, err := s.Search(c.Context, query)
		if err != nil {
			return err
		}
		return emit(c, func(w io.Writer) error {
			switch c.String("format") {
			case "json":
				if list == nil {
					list = []store.Hit{}
				}
				return writeJSON(w, struct {
					Schema string      `json:"schema"`
					Hits   []store.Hit `json:"hits"`
				}{"draftdiff.search/v1", list})
			case "csv":
				rows := [][]string{{"sessions", "kind", "unit", "action", "parties", "words"}}
				for i := range list {
					h := &list[i]
					rows = append(rows, []string{sessionList(h.Sessions), h.Kind, h.Unit, h.Action, strings.Join(h.Parties, "; "), h.Words})
				}
				return writeCSV(w, rows)
			}
			return hitsText(w, list, query.Words)
		})
	})
}

// partyNames are the names under which a party may stand in the texts: the one
// that was given, and the one by which it is publicly known.
func partyNames(name string) []string {
	if name == "" {
		return nil
	}
	names := []string{name}
	if known, ok := party.Default().Lookup(name); ok && known.ID != name {
		names = append(names, known.ID)
	}
	return names
}

func sessionList(list []int) string {
	names := make([]string, len(list))
	for i, n := range list {
		names[i] = at(n)
	}
	return strings.Join(names, " ")
}

func hitsText(w io.Writer, list []store.Hit, words []string) error {
	if len(list) == 0 {
		_, err := fmt.Fprintln(w, "nothing found")
		return err
	}
	var rows [][]string
	for i := range list {
		h := &list[i]
		what := "text"
		if h.Kind == "proposal" {
			what = history.Wish(h.Action, "") + ": " + strings.Join(h.Parties, ", ")
		}
		rows = append(rows, []string{sessionList(h.Sessions), h.Unit, what, around(h.Words, words)})
	}
	if err := columns(w, rows); err != nil {
		return err
	}
	_, err := fmt.Fprintln(w, "\n"+strconv.Itoa(len(list))+" found")
	return err
}

// around shows the part of a wording in which the first of the words stands.
func around(text string, words []string) string {
	i := -1
	for _, w := range words {
		if i = strings.Index(strings.ToLower(text), strings.ToLower(w)); i >= 0 && i < len(text) {
			break
		}
	}
	if i <= history.LongestQuote/2 {
		return history.Quoted(text)
	}
	from := i - history.LongestQuote/2
	if blank := strings.IndexByte(text[from:], ' '); blank >= 0 {
		from += blank + 1
	}
	return "… " + history.Quoted(text[min(from, len(text)):])
}
