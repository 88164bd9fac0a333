package main

import (
	"errors"
	"fmt"
	"io"

	"github.com/urfave/cli/v2"

	"github.com/draftdiff/draftdiff/pkg/history"
	"github.com/draftdiff/draftdiff/pkg/history/timeline"
	"github.com/draftdiff/draftdiff/pkg/store"
)

func reportCommand() *cli.Command {
	return &cli.Command{
		Name:  "report",
		Usage: "tell what happened over many sessions, with a timeline",
		Description: `
One page to mail and print: what is open by session, and article by article
every proposal with what happened to it in each session. With --format text,
json or csv: the same events as a list.

   draftdiff report --since @4 --format html -o report.html`,
		Flags:  []cli.Flag{sinceFlag(), formatFlag("html", "text", "json", "csv"), storeFlag(), outputFlag()},
		Action: runReport,
	}
}

func runReport(c *cli.Context) error {
	if c.NArg() > 0 {
		return errors.New("report takes no files; draftdiff diff compares two texts" + seeHelp)
	}
	return withHistory(c, func(_ *store.Store, h *history.History) error {
		from, err := since(c, h)
		if err != nil {
			return err
		}
		if c.String("format") == "html" {
			return emit(c, func(w io.Writer) error { return timeline.Render(w, h, from) })
		}
		var events []int
		for i := range h.Events {
			if h.Events[i].Session >= from {
				events = append(events, i)
			}
		}
		return logLife(c, h, fmt.Sprintf("Sessions %s to %s", at(from), at(h.Latest())), events)
	})
}
