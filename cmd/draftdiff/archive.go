package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"

	"github.com/urfave/cli/v2"

	"github.com/draftdiff/draftdiff/pkg/store"
)

func exportCommand() *cli.Command {
	return &cli.Command{
		Name:  "export",
		Usage: "write all sessions into one archive",
		Description: `
Writes a ZIP file with the original of every session, its snapshot, and the
corrections. The same sessions give the same bytes.

   draftdiff export -o convention.zip`,
		Flags: []cli.Flag{storeFlag(), outputFlag()},
		Action: func(c *cli.Context) error {
			if c.NArg() > 0 {
				return errors.New("export takes no files; -o names the archive" + seeHelp)
			}
			return withStore(c.Context, c.String("store"), func(s *store.Store) error {
				return emit(c, func(w io.Writer) error { return s.Export(c.Context, w) })
			})
		},
	}
}

func importCommand() *cli.Command {
	return &cli.Command{
		Name:      "import",
		Usage:     "add the sessions of an archive",
		ArgsUsage: "ARCHIVE",
		Description: `
Adds the sessions of an archive that draftdiff exported, all or none; those that
are there already are left out.

   draftdiff import convention.zip`,
		Flags: []cli.Flag{storeFlag(), maxBytesFlag()},
		Action: func(c *cli.Context) error {
			if c.NArg() != 1 {
				return errors.New("which archive? Give one that draftdiff export wrote" + seeHelp)
			}
			arg := c.Args().First()
			_, b, err := newReader(c).bytes(c.Context, arg)
			if err != nil {
				return &fileError{arg, err}
			}
			return withStore(c.Context, c.String("store"), func(s *store.Store) error {
				n, err := s.Import(c.Context, bytes.NewReader(b), int64(len(b)))
				if err != nil {
					return &fileError{arg, err}
				}
				_, err = fmt.Fprintf(c.App.Writer, "%d sessions added\n", n)
				return err
			})
		},
	}
}
