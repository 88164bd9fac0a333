package main

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/draftdiff/draftdiff/pkg/diff"
	"github.com/draftdiff/draftdiff/pkg/report"
	"github.com/draftdiff/draftdiff/pkg/report/akn"
	"github.com/draftdiff/draftdiff/pkg/report/csv"
	"github.com/draftdiff/draftdiff/pkg/report/html"
	"github.com/draftdiff/draftdiff/pkg/report/json"
	"github.com/draftdiff/draftdiff/pkg/report/markdown"
	"github.com/draftdiff/draftdiff/pkg/report/text"
)

func diffCommand() *cli.Command {
	return &cli.Command{
		Name:      "diff",
		Usage:     "report what moved, who moved and what changed silently between two texts",
		ArgsUsage: "OLD NEW",
		Description: `
Lists in the order of the text which proposals were added, withdrawn, reworded,
moved or adopted, which sponsors joined and left, who changed side, and which
words changed with nobody having proposed it.

   draftdiff diff session5.md session6.md
   draftdiff diff session5.md session6.md --party CARICOM
   draftdiff diff HEAD~1:draft.md draft.md --format html -o report.html
   draftdiff diff session5.md session6.md --as CARICOM --unit art_56`,
		Flags: append([]cli.Flag{
			formatFlag("text", "markdown", "html", "json", "csv", "docx", "akn"),
			&cli.StringSliceFlag{Name: "party", Aliases: []string{"p"}, Usage: "keep what concerns `PARTY`, itself or through its group; may be repeated"},
			unitFlag("keep what happened at the unit with this `ID`, or under it; may be repeated"),
			&cli.StringSliceFlag{Name: "only", Usage: "keep events of one `TYPE`: " + strings.Join(typeNames(), ", ") + "; may be repeated"},
			&cli.BoolFlag{Name: "full", DisableDefaultText: true, Usage: "do not shorten long wordings in the text report"},
			outputFlag(),
			maxBytesFlag(),
			&cli.StringFlag{Name: "as", Usage: "the text as base or as `PARTY` wants it, the new one marked against the old one"},
		}, compromiseFlags()...),
		Action: runDiff,
	}
}

func runDiff(c *cli.Context) error {
	if c.NArg() != 2 {
		return fmt.Errorf("two texts are wanted, the old and the new one; there are %d%s", c.NArg(), seeHelp)
	}
	opt := report.Options{Parties: c.StringSlice("party"), Units: c.StringSlice("unit")}
	for _, name := range c.StringSlice("only") {
		t, err := eventType(name)
		if err != nil {
			return err
		}
		opt.Types = append(opt.Types, t)
	}
	old, new, err := newReader(c).two(c)
	if err != nil {
		return err
	}
	if wantsSide(c) {
		return diffSides(c, old.snapshot, new.snapshot)
	}
	if c.String("format") == "docx" {
		return writeRedline(c, old, new)
	}
	r, err := report.New(diff.Compare(old.snapshot, new.snapshot), opt)
	if err != nil {
		return err
	}
	if err := writeReport(c, r); err != nil || r.Empty() {
		return err
	}
	return errChanges
}

// writeReport writes r in the format that the flags ask for.
func writeReport(c *cli.Context, r *report.Report) error {
	switch c.String("format") {
	case "json":
		return emit(c, func(w io.Writer) error { return json.Render(w, r) })
	case "akn":
		return emit(c, func(w io.Writer) error { return akn.Amendments(w, r.Diff) })
	case "csv":
		return emit(c, func(w io.Writer) error { return csv.Render(w, r) })
	case "html":
		return emit(c, func(w io.Writer) error { return html.Render(w, r) })
	case "markdown":
		return emit(c, func(w io.Writer) error { return markdown.Render(w, r) })
	}
	opt := text.Options{Full: c.Bool("full")}
	render := func(w io.Writer) error { return text.Render(w, r, opt) }
	if c.String("output") != "" {
		return emit(c, render)
	}
	t := newTerminal(c.App.Writer)
	opt.Width, opt.Color = t.width, t.color
	if t.watched {
		return page(c.Context, c.App.Writer, render)
	}
	return emit(c, render)
}

func typeNames() []string {
	names := make([]string, len(diff.EventTypes))
	for i, t := range diff.EventTypes {
		names[i] = t.String()
	}
	return names
}

func eventType(name string) (diff.EventType, error) {
	for _, t := range diff.EventTypes {
		if strings.EqualFold(t.String(), name) {
			return t, nil
		}
	}
	return diff.EventInvalid, fmt.Errorf("there is no type of event %q; choose from %s", name, strings.Join(typeNames(), ", "))
}

// two reads the two texts that a command was given, both at once.
func (r *reader) two(c *cli.Context) (old, new *input, err error) {
	args := c.Args()
	if args.Get(0) == "-" && args.Get(1) == "-" {
		return nil, nil, errors.New("standard input can be one of the texts, not both")
	}
	var oldErr error
	done := make(chan struct{})
	go func() {
		defer close(done)
		old, oldErr = r.read(c.Context, args.Get(0))
	}()
	new, err = r.read(c.Context, args.Get(1))
	<-done
	if oldErr != nil {
		return nil, nil, oldErr
	}
	return old, new, err
}
