package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/urfave/cli/v2"

	"github.com/draftdiff/draftdiff/pkg/store"
)

func initCommand() *cli.Command {
	return &cli.Command{
		Name:  "init",
		Usage: "make a store for the sessions of a negotiation",
		Description: `
Makes the folder .draftdiff here, with a database in it that needs no server.
For a team the sessions can be in a database that speaks the protocol of
PostgreSQL. A store that is there already is left as it is.

   draftdiff init
   draftdiff init --store postgres://secretariat@db.example.org/convention`,
		Flags: []cli.Flag{storeFlag()},
		Action: func(c *cli.Context) error {
			if c.NArg() > 0 {
				return errors.New("init takes no files; draftdiff add takes them" + seeHelp)
			}
			name := c.String("store")
			if !store.Remote(name) {
				if name == "" {
					name = storeFolder
				}
				if err := os.MkdirAll(name, 0o777); err != nil {
					return &fileError{name, outputError(err)}
				}
				name = filepath.Join(name, storeFile)
			}
			s, err := store.Create(c.Context, name)
			if err != nil {
				return err
			}
			if err := s.Close(); err != nil {
				return err
			}
			_, err = fmt.Fprintln(c.App.ErrWriter, "the store is ready; draftdiff add puts a text into it")
			return err
		},
	}
}
