package main

import (
	"errors"
	"io"

	"github.com/urfave/cli/v2"

	"github.com/draftdiff/draftdiff/pkg/report"
	"github.com/draftdiff/draftdiff/pkg/report/akn"
	"github.com/draftdiff/draftdiff/pkg/report/text"
	"github.com/draftdiff/draftdiff/pkg/snapshot"
)

func snapshotCommand() *cli.Command {
	return &cli.Command{
		Name:      "snapshot",
		Usage:     "read a text into articles, paragraphs and proposals",
		ArgsUsage: "FILE",
		Description: `
Prints the structure of one text: as JSON for other programs, or with --format
text as a summary and an outline for reading. Save the JSON, and draftdiff takes
it wherever it takes a text.

   draftdiff snapshot draft.md --format text
   draftdiff snapshot draft.md -o draft.json
   draftdiff snapshot HEAD~1:draft.md`,
		Flags: []cli.Flag{
			formatFlag("json", "text", "akn"),
			&cli.BoolFlag{Name: "text", DisableDefaultText: true, Usage: "print the words of the file in which lines and offsets are counted"},
			outputFlag(),
			maxBytesFlag(),
		},
		Action: func(c *cli.Context) error {
			in, err := newReader(c).one(c)
			if err != nil {
				return err
			}
			if c.Bool("text") && in.document == nil {
				return &fileError{in.arg, errNoSource}
			}
			return emit(c, func(w io.Writer) error {
				switch {
				case c.Bool("text"):
					_, err := w.Write(in.document.File.Bytes)
					return err
				case c.String("format") == "akn":
					return akn.Session(w, in.snapshot)
				case c.String("format") == "text":
					return text.Overview(w, report.NewOverview(in.snapshot))
				}
				return snapshot.Encode(w, in.snapshot)
			})
		},
	}
}

// errNoSource is said where a saved snapshot cannot stand for its text.
var errNoSource = errors.New("a saved snapshot does not hold the text as it was written; give the text itself")
