package main

import (
	"cmp"
	"errors"
	"fmt"
	"path/filepath"

	"github.com/urfave/cli/v2"

	"github.com/draftdiff/draftdiff/pkg/party"
	"github.com/draftdiff/draftdiff/pkg/snapshot"
	"github.com/draftdiff/draftdiff/pkg/source/open"
	"github.com/draftdiff/draftdiff/pkg/store"
)

func addCommand() *cli.Command {
	return &cli.Command{
		Name:      "add",
		Usage:     "keep a text as the next session and follow every proposal into it",
		ArgsUsage: "FILE…",
		Description: `
Keeps the bytes of the text as they are, what was read in them, and which
version read it. Several files are added in the order in which they are given.
The same bytes are added once.

   draftdiff add session6.docx
   draftdiff add session6.md --session "Sixth session" --date 2023-09-01`,
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "session", Usage: "the `NAME` of the session (default: what the text says)"},
			&cli.StringFlag{Name: "date", Usage: "the `DAY` of the text, as 2023-09-01 (default: what the text says)"},
			storeFlag(),
			maxBytesFlag(),
		},
		Action: runAdd,
	}
}

func runAdd(c *cli.Context) error {
	switch {
	case c.NArg() == 0:
		return errors.New("which text? Give a file, or - for standard input" + seeHelp)
	case c.NArg() > 1 && (c.IsSet("session") || c.IsSet("date")):
		return errors.New("--session and --date speak of one text; add the texts one by one" + seeHelp)
	}
	return withStore(c.Context, c.String("store"), func(s *store.Store) error {
		for _, arg := range c.Args().Slice() {
			e, err := newReader(c).entry(c, arg)
			if err != nil {
				return err
			}
			e.Name, e.Date = c.String("session"), c.String("date")
			number, added, err := s.Add(c.Context, e)
			if err != nil {
				return &fileError{arg, err}
			}
			list, err := s.Sessions(c.Context)
			if err != nil {
				return err
			}
			if err := tellAdded(c, arg, &list[number-1], added); err != nil {
				return err
			}
		}
		return nil
	})
}

// tellAdded says as which session a text is kept.
func tellAdded(c *cli.Context, arg string, e *store.Session, added bool) error {
	already := ""
	if !added {
		already = " already"
	}
	_, err := fmt.Fprintf(c.App.Writer, "%s is %s%s (%s, %s)\n", filepath.Base(arg), at(e.Number), already,
		cmp.Or(e.Name, "no session named"), cmp.Or(e.Date, "no date found"))
	return err
}

// entry reads a text that is to be kept.
func (r *reader) entry(c *cli.Context, arg string) (*store.Entry, error) {
	name, b, err := r.bytes(c.Context, arg)
	if err != nil {
		return nil, &fileError{arg, err}
	}
	if savedKind(b) != "" {
		return nil, &fileError{arg, errors.New("this was written by draftdiff; add the text that it was made from")}
	}
	decls, err := r.declared(arg)
	if err != nil {
		return nil, err
	}
	e, err := r.parse(name, b, decls)
	if err != nil {
		return nil, &fileError{arg, err}
	}
	return e, nil
}

// parse reads the bytes of a text that is to be kept, with the parties that the
// configuration adds.
func (r *reader) parse(name string, b []byte, decls []party.Declaration) (*store.Entry, error) {
	doc, err := open.Read(name, b, r.limits)
	if err != nil {
		return nil, err
	}
	doc.Parties = decls
	return &store.Entry{
		File: name, Format: doc.Format, Reader: "draftdiff " + version(), Original: b,
		Snapshot: snapshot.Build(snapshot.Tracked(doc, r.authors), name), Text: doc.File.Bytes,
	}, nil
}
