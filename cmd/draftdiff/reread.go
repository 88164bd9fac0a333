package main

import (
	"errors"
	"fmt"

	"github.com/urfave/cli/v2"

	"github.com/draftdiff/draftdiff/pkg/store"
)

func rereadCommand() *cli.Command {
	return &cli.Command{
		Name:  "reread",
		Usage: "read every kept text again, with this version of the program",
		Description: `
Makes the snapshots anew from the originals, and the history from them: after an
update that reads the texts better. Names, dates and corrections stay.

   draftdiff reread`,
		Flags: []cli.Flag{storeFlag(), maxBytesFlag()},
		Action: func(c *cli.Context) error {
			if c.NArg() > 0 {
				return errors.New("reread takes no files; it reads what is kept" + seeHelp)
			}
			r := newReader(c)
			decls, err := r.declared("")
			if err != nil {
				return err
			}
			return withStore(c.Context, c.String("store"), func(s *store.Store) error {
				n := 0
				err := s.Reread(c.Context, func(e store.Session, b []byte) (*store.Entry, error) {
					n++
					return r.parse(e.File, b, decls)
				})
				if err == nil {
					_, err = fmt.Fprintf(c.App.Writer, "texts read again: %d\n", n)
				}
				return err
			})
		},
	}
}
