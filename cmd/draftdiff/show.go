package main

import (
	"fmt"
	"io"

	"github.com/urfave/cli/v2"

	"github.com/draftdiff/draftdiff/pkg/report"
	"github.com/draftdiff/draftdiff/pkg/report/text"
)

func showCommand() *cli.Command {
	return &cli.Command{
		Name:      "show",
		Usage:     "print a text as written, as its base text, or as one delegation wants it",
		ArgsUsage: "FILE",
		Description: `
As written is every byte of the file. The base text is what stood before the
proposals. A delegation's reading has every proposal applied that it, or a group
that it belongs to, sponsors, and no other.

   draftdiff show draft.md --unit art_56 --as base
   draftdiff show draft.md --unit art_56__para_2 --as US --as RU`,
		Flags: []cli.Flag{
			unitFlag("only the unit with this `ID`, and what stands under it; may be repeated"),
			&cli.StringSliceFlag{Name: "as", Usage: "written, base, or a `PARTY`; may be repeated (default: written)"},
			outputFlag(),
			maxBytesFlag(),
		},
		Action: runShow,
	}
}

func runShow(c *cli.Context) error {
	in, err := newReader(c).one(c)
	if err != nil {
		return err
	}
	units, err := report.FindUnits(in.snapshot, c.StringSlice("unit"))
	if err != nil {
		return &fileError{in.arg, err}
	}
	readings := c.StringSlice("as")
	if len(readings) == 0 {
		readings = []string{"written"}
	}
	for i, as := range readings {
		switch as {
		case "written":
			if in.document == nil {
				return &fileError{in.arg, errNoSource}
			}
		case "base":
		default:
			if readings[i], err = report.FindParty(in.snapshot, as); err != nil {
				return &fileError{in.arg, err}
			}
		}
	}
	opt := text.Options{}
	if c.String("output") == "" {
		opt.Width = newTerminal(c.App.Writer).width
	}
	return emit(c, func(w io.Writer) error {
		for i, as := range readings {
			if len(readings) > 1 {
				if err := announce(w, i, as); err != nil {
					return err
				}
			}
			if err := showAs(w, in, as, units, opt); err != nil {
				return err
			}
		}
		return nil
	})
}

// announce tells several readings apart.
func announce(w io.Writer, i int, as string) error {
	before := "\n"
	if i == 0 {
		before = ""
	}
	_, err := fmt.Fprintf(w, "%s— as %s —\n\n", before, as)
	return err
}

func showAs(w io.Writer, in *input, as string, units []int, opt text.Options) error {
	if as != "written" {
		return text.Reading(w, report.NewReading(in.snapshot, as, units), opt)
	}
	if len(units) == 0 {
		_, err := w.Write(in.document.Raw)
		return err
	}
	for i, span := range report.Spans(in.snapshot, units) {
		if i > 0 {
			if _, err := io.WriteString(w, "\n"); err != nil {
				return err
			}
		}
		if _, err := w.Write(in.document.File.Bytes[span.Offset:span.EndOffset]); err != nil {
			return err
		}
	}
	return nil
}
