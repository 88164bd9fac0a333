package main

import (
	"errors"
	"fmt"
	"io"

	"github.com/urfave/cli/v2"

	"github.com/draftdiff/draftdiff/pkg/history"
	"github.com/draftdiff/draftdiff/pkg/store"
)

func lockCommand() *cli.Command {
	return &cli.Command{
		Name:      "lock",
		Usage:     "correct which proposals or units of two sessions are the same",
		ArgsUsage: "[FILE]",
		Description: `
Takes a file of corrections, one a line, checks it, and makes the history again
with it; without a file it prints the corrections that are kept. The exit code
is 1 if a line names what is not there, and nothing is changed then.

   # what follows the second name is the reason
   same   art_3__para_1~replace-1eqcwh5@2  art_3__para_1~replace-88ab@3  reworded
   differ art_9__para_2@1  art_9__para_2@2  another paragraph with its number`,
		Flags:  []cli.Flag{storeFlag(), maxBytesFlag()},
		Action: runLock,
	}
}

func runLock(c *cli.Context) error {
	if c.NArg() > 1 {
		return errors.New("one file of corrections is wanted here" + seeHelp)
	}
	return withHistory(c, func(s *store.Store, h *history.History) error {
		if c.NArg() == 0 {
			text, err := s.Lock(c.Context)
			if err == nil {
				_, err = io.WriteString(c.App.Writer, text)
			}
			return err
		}
		arg := c.Args().First()
		_, b, err := newReader(c).bytes(c.Context, arg)
		if err != nil {
			return &fileError{arg, err}
		}
		lock, err := history.ParseLock(string(b))
		if err != nil {
			return &fileError{arg, err}
		}
		if findings := lock.Lint(h); len(findings) > 0 {
			for _, f := range findings {
				if _, err := fmt.Fprintf(c.App.Writer, "%s:%d: %s\n", arg, f.Line, f.Message); err != nil {
					return err
				}
			}
			return errChanges
		}
		if err := s.Rebuild(c.Context, string(b)); err != nil {
			return &fileError{arg, err}
		}
		_, err = fmt.Fprintf(c.App.ErrWriter, "corrections obeyed: %d\n", len(lock.Lines))
		return err
	})
}
