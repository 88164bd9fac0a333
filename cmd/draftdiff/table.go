package main

import (
	"io"

	"github.com/urfave/cli/v2"

	"github.com/draftdiff/draftdiff/pkg/report"
	"github.com/draftdiff/draftdiff/pkg/report/csv"
	"github.com/draftdiff/draftdiff/pkg/report/html"
	"github.com/draftdiff/draftdiff/pkg/report/markdown"
)

func tableCommand() *cli.Command {
	return &cli.Command{
		Name:      "table",
		Usage:     "print the negotiator's table of a text: who proposes what, and who is against it",
		ArgsUsage: "FILE",
		Description: `
One row a provision: the base text, the proposals with their sponsors, the
delegations against them, and those that want the text retained.

   draftdiff table draft.md --format html -o table.html
   draftdiff table draft.md --format csv -o table.csv`,
		Flags: []cli.Flag{
			formatFlag("markdown", "html", "csv"),
			outputFlag(),
			maxBytesFlag(),
		},
		Action: runTable,
	}
}

func runTable(c *cli.Context) error {
	in, err := newReader(c).one(c)
	if err != nil {
		return err
	}
	t := report.NewTable(in.snapshot)
	return emit(c, func(w io.Writer) error {
		switch c.String("format") {
		case "html":
			return html.Table(w, t)
		case "csv":
			return csv.Table(w, t)
		}
		return markdown.Table(w, t)
	})
}
