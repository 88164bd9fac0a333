package main

import (
	"errors"
	"fmt"
	"io"

	"github.com/urfave/cli/v2"

	"github.com/draftdiff/draftdiff/pkg/report"
	"github.com/draftdiff/draftdiff/pkg/report/html"
	"github.com/draftdiff/draftdiff/pkg/report/markdown"
	"github.com/draftdiff/draftdiff/pkg/report/text"
	"github.com/draftdiff/draftdiff/pkg/snapshot"
)

func showCommand() *cli.Command {
	return &cli.Command{
		Name:      "show",
		Usage:     "print a text as written, as its base text, or as one delegation wants it",
		ArgsUsage: "FILE",
		Description: `
As written is every byte of the file. The base text is what stood before the
proposals. A delegation's reading has every proposal applied that it, or a group
that it belongs to, sponsors, and no other. To try a compromise, --accept adds
the proposals of others, and --reject takes some out again, whoever wants them.

   draftdiff show draft.md --unit art_56 --as base
   draftdiff show draft.md --unit art_56__para_2 --as US --as RU
   draftdiff show draft.md --as base --accept US,CARICOM --reject RU --format html -o try.html`,
		Flags: append([]cli.Flag{
			formatFlag("text", "markdown", "html", "docx"),
			unitFlag("only the unit with this `ID`, and what stands under it; may be repeated"),
			&cli.StringSliceFlag{Name: "as", Usage: "written, base, or a `PARTY`; may be repeated (default: written)"},
			outputFlag(),
			maxBytesFlag(),
		}, compromiseFlags()...),
		Action: runShow,
	}
}

func runShow(c *cli.Context) error {
	in, err := newReader(c).one(c)
	if err != nil {
		return err
	}
	if c.String("format") == "docx" {
		return writeSession(c, in)
	}
	units, err := report.FindUnits(in.snapshot, c.StringSlice("unit"))
	if err != nil {
		return &fileError{in.arg, err}
	}
	names := c.StringSlice("as")
	if len(names) == 0 {
		names = []string{"written"}
		if wantsSide(c) || c.String("format") != "text" {
			names[0] = snapshot.Base
		}
	}
	sides := make([]report.Side, len(names))
	for i, as := range names {
		switch {
		case as != "written":
			if sides[i], err = report.FindSide(in.snapshot, as, c.StringSlice("accept"), c.StringSlice("reject")); err != nil {
				return &fileError{in.arg, err}
			}
		case in.document == nil:
			return &fileError{in.arg, errNoSource}
		case c.IsSet("accept") || c.IsSet("reject") || c.String("format") != "text":
			return errors.New("as written is every byte of the file; give --as base or --as PARTY" + seeHelp)
		default:
			sides[i].As = as
		}
	}
	if c.String("format") == "html" {
		list := make([]*report.Reading, len(sides))
		for i, side := range sides {
			list[i] = side.Read(in.snapshot, units)
		}
		return emit(c, func(w io.Writer) error { return html.Readings(w, &in.snapshot.Document, list) })
	}
	opt := text.Options{}
	if c.String("output") == "" {
		opt.Width = newTerminal(c.App.Writer).width
	}
	return emit(c, func(w io.Writer) error {
		for i, side := range sides {
			if len(sides) > 1 {
				if err := announce(w, i, side.String()); err != nil {
					return err
				}
			}
			if err := showAs(w, in, side, units, c.String("format"), opt); err != nil {
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

func showAs(w io.Writer, in *input, side report.Side, units []int, format string, opt text.Options) error {
	switch {
	case side.As == "written":
	case format == "markdown":
		return markdown.Reading(w, side.Read(in.snapshot, units))
	default:
		return text.Reading(w, side.Read(in.snapshot, units), opt)
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
