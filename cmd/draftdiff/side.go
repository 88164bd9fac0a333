package main

import (
	"errors"
	"io"

	"github.com/urfave/cli/v2"

	"github.com/draftdiff/draftdiff/pkg/diff"
	"github.com/draftdiff/draftdiff/pkg/report"
	"github.com/draftdiff/draftdiff/pkg/report/html"
	"github.com/draftdiff/draftdiff/pkg/report/markdown"
	"github.com/draftdiff/draftdiff/pkg/report/text"
	"github.com/draftdiff/draftdiff/pkg/snapshot"
)

// compromiseFlags are those that change a reading.
func compromiseFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringSliceFlag{Name: "accept", Usage: "also with every proposal of these `PARTIES`, or the one with this id"},
		&cli.StringSliceFlag{Name: "reject", Usage: "without any proposal that one of these `PARTIES` sponsors, or the one with this id"},
	}
}

// wantsSide reports whether the flags ask for the text as a side reads it.
func wantsSide(c *cli.Context) bool {
	return c.IsSet("as") || c.IsSet("accept") || c.IsSet("reject")
}

// diffSides reports how the reading of one side changed.
func diffSides(c *cli.Context, old, new *snapshot.Snapshot) error {
	if c.IsSet("party") || c.IsSet("only") {
		return errors.New("--as prints a whole reading; --party and --only narrow the report of changes" + seeHelp)
	}
	side, err := report.FindSide(new, c.String("as"), c.StringSlice("accept"), c.StringSlice("reject"))
	if err != nil {
		if side, err = report.FindSide(old, c.String("as"), c.StringSlice("accept"), c.StringSlice("reject")); err != nil {
			return err
		}
	}
	r, err := report.NewSideReport(diff.Compare(old, new), side, report.Options{Units: c.StringSlice("unit")})
	if err != nil {
		return err
	}
	var render func(w io.Writer) error
	switch format := c.String("format"); format {
	case "html":
		render = func(w io.Writer) error { return html.Side(w, r) }
	case "markdown":
		render = func(w io.Writer) error { return markdown.Side(w, r) }
	case "text":
		opt := text.Options{}
		if c.String("output") == "" {
			t := newTerminal(c.App.Writer)
			opt.Width, opt.Color = t.width, t.color
		}
		render = func(w io.Writer) error { return text.Side(w, r, opt) }
	default:
		return errors.New("a reading has no format " + format + "; choose text, markdown or html" + seeHelp)
	}
	if err := emit(c, render); err != nil || r.Empty() {
		return err
	}
	return errChanges
}
