package main

import (
	"fmt"
	"io"

	"github.com/urfave/cli/v2"

	"github.com/draftdiff/draftdiff/pkg/store"
)

func verifyCommand() *cli.Command {
	return &cli.Command{
		Name:  "verify",
		Usage: "check everything that is kept against its hashes",
		Description: `
Reads every original, every snapshot and the whole history, and compares them
with the hashes that were kept with them. Exit code 1 says that something is
damaged; what is still whole can be exported.

   draftdiff verify`,
		Flags: []cli.Flag{formatFlag("text", "json", "csv"), storeFlag(), outputFlag()},
		Action: func(c *cli.Context) error {
			return withStore(c.Context, c.String("store"), func(s *store.Store) error {
				faults, err := s.Verify(c.Context)
				if err != nil {
					return err
				}
				list, err := s.Sessions(c.Context)
				if err != nil && len(faults) == 0 {
					return err
				}
				if err := emit(c, func(w io.Writer) error { return faultsTo(w, c.String("format"), faults, len(list)) }); err != nil || len(faults) == 0 {
					return err
				}
				return errChanges
			})
		},
	}
}

func faultsTo(w io.Writer, format string, faults []store.Fault, sessions int) error {
	rows := [][]string{{"session", "message"}}
	for _, f := range faults {
		session := ""
		if f.Session > 0 {
			session = at(f.Session)
		}
		rows = append(rows, []string{session, f.Message})
	}
	switch format {
	case "json":
		return writeJSON(w, struct {
			Schema   string        `json:"schema"`
			Sessions int           `json:"sessions"`
			Faults   []store.Fault `json:"faults"`
		}{"draftdiff.verify/v1", sessions, append([]store.Fault{}, faults...)})
	case "csv":
		return writeCSV(w, rows)
	}
	if len(faults) == 0 {
		_, err := fmt.Fprintf(w, "all %d sessions are as they were added\n", sessions)
		return err
	}
	return columns(w, rows[1:])
}
