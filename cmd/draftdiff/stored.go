package main

import (
	"context"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"text/tabwriter"

	"github.com/urfave/cli/v2"

	"github.com/draftdiff/draftdiff/pkg/history"
	"github.com/draftdiff/draftdiff/pkg/source/open"
	"github.com/draftdiff/draftdiff/pkg/store"
)

// Where a store is: in this folder, of the working folder or of one above it.
const (
	storeFolder = ".draftdiff"
	storeFile   = "store.db"
	storeKey    = "DRAFTDIFF_STORE"
)

// exitCodesOfStore is for the help of the commands that look for faults.
const exitCodesOfStore = "Exit codes: 0 fine, 1 something is wrong with what is kept or with the corrections, 2 wrong usage or a store that cannot be read."

var errNoStore = errors.New("there is no store here; make one with draftdiff init, or name one with --store")

// storeCommands are those that work on a series of sessions.
func storeCommands() []*cli.Command {
	return []*cli.Command{initCommand(), addCommand(), logCommand(), blameCommand(), partyCommand(), searchCommand(), statsCommand(),
		reportCommand(), verifyCommand(), rereadCommand(), lockCommand(), exportCommand(), importCommand()}
}

func storeFlag() cli.Flag {
	return &cli.StringFlag{Name: "store", EnvVars: []string{storeKey}, Usage: "the sessions are in `STORE`: a folder, or postgres://… (default: " + storeFolder + " here or above)"}
}

// storeName is the file or the URL of the store that a command works on.
func storeName(named string) (string, error) {
	if named == "" {
		named = os.Getenv(storeKey)
	}
	switch {
	case store.Remote(named):
		return named, nil
	case named != "":
		return filepath.Join(named, storeFile), nil
	}
	dir, err := os.Getwd()
	if err != nil {
		return "", err
	}
	for {
		name := filepath.Join(dir, storeFolder, storeFile)
		if _, err := os.Stat(name); err == nil {
			return name, nil
		}
		above := filepath.Dir(dir)
		if above == dir {
			return "", errNoStore
		}
		dir = above
	}
}

// withStore opens the store that the flags name and hands it to f.
func withStore(ctx context.Context, named string, f func(*store.Store) error) error {
	name, err := storeName(named)
	if err != nil {
		return err
	}
	s, err := store.Open(ctx, name)
	if err != nil {
		return err
	}
	return errors.Join(f(s), s.Close())
}

// withHistory opens a store and reads its history.
func withHistory(c *cli.Context, f func(*store.Store, *history.History) error) error {
	return withStore(c.Context, c.String("store"), func(s *store.Store) error {
		h, err := s.History(c.Context)
		if err != nil {
			return err
		}
		if h.Latest() == 0 {
			return errors.New("the store is empty; draftdiff add puts a text into it")
		}
		return f(s, h)
	})
}

// sessionNumber reads "@5", "@latest" or "@latest~1", where there are so many
// sessions.
func sessionNumber(arg string, latest int) (int, error) {
	name, ok := strings.CutPrefix(arg, "@")
	if !ok {
		return 0, fmt.Errorf("%q names no session; write @5, @latest or @latest~1", arg)
	}
	n, err := strconv.Atoi(name)
	if rest, ok := strings.CutPrefix(name, "latest"); ok {
		back := 0
		if err = nil; rest != "" {
			back, err = strconv.Atoi(strings.TrimPrefix(rest, "~"))
			if !strings.HasPrefix(rest, "~") || back < 0 {
				err = strconv.ErrSyntax
			}
		}
		n = latest - back
	}
	switch {
	case err != nil:
		return 0, fmt.Errorf("%q names no session; write @5, @latest or @latest~1", arg)
	case n < 1 || n > latest:
		return 0, fmt.Errorf("there is no session %s; the sessions are @1 to @%d", arg, latest)
	}
	return n, nil
}

// cutSession takes a session off the end of a name: "art_56@5".
func cutSession(arg string, latest int) (id string, session int, err error) {
	i := strings.LastIndexByte(arg, '@')
	if i < 0 {
		return arg, latest, nil
	}
	session, err = sessionNumber(arg[i:], latest)
	return arg[:i], session, err
}

// since reads the flag --since, 1 where it is not given.
func since(c *cli.Context, h *history.History) (int, error) {
	if c.String("since") == "" {
		return 1, nil
	}
	return sessionNumber(c.String("since"), h.Latest())
}

func sinceFlag() cli.Flag {
	return &cli.StringFlag{Name: "since", Usage: "leave out what was over before `@S`"}
}

// addStoreFlag gives a command that reads texts the flag by which it finds the
// sessions that are named like @5.
func addStoreFlag(cmd *cli.Command) {
	has := func(name string) bool {
		return slices.ContainsFunc(cmd.Flags, func(f cli.Flag) bool { return slices.Contains(f.Names(), name) })
	}
	if has("max-bytes") && !has("store") {
		cmd.Flags = append(cmd.Flags, storeFlag())
	}
}

// stored reads a text that is kept, if arg names a session and no file. What was
// read in the text when it was added counts; the text itself is parsed only for
// those who want to see it as written.
func (r *reader) stored(ctx context.Context, arg string) (*input, error) {
	if !strings.HasPrefix(arg, "@") {
		return nil, nil
	}
	if _, err := os.Stat(arg); err == nil {
		return nil, nil
	}
	in := &input{arg: arg}
	err := withStore(ctx, r.store, func(s *store.Store) error {
		sessions, err := s.Sessions(ctx)
		if err != nil {
			return err
		}
		n, err := sessionNumber(arg, len(sessions))
		if err != nil {
			return err
		}
		if in.snapshot, err = s.Snapshot(ctx, n); err != nil {
			return err
		}
		b, err := s.Original(ctx, n)
		if err != nil {
			return err
		}
		in.document, err = open.Read(sessions[n-1].File, b, r.limits)
		return err
	})
	if err != nil {
		return nil, &fileError{arg, err}
	}
	return in, nil
}

// writeJSON writes a result for programs.
func writeJSON(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}

// writeCSV writes rows for a spreadsheet; the first names the columns. A cell
// that a spreadsheet would run as a formula is written as text.
func writeCSV(w io.Writer, rows [][]string) error {
	for _, r := range rows {
		for i, cell := range r {
			if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) && !isNumber(cell) && !isSession(cell) {
				r[i] = "'" + cell
			}
		}
	}
	return csv.NewWriter(w).WriteAll(rows)
}

func isNumber(s string) bool {
	_, err := strconv.ParseFloat(s, 64)
	return err == nil
}

func isSession(s string) bool { return isNumber(strings.TrimPrefix(s, "@")) }

// columns writes rows under each other.
func columns(w io.Writer, rows [][]string) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, r := range rows {
		for i, cell := range r {
			cell = strings.Join(strings.Fields(cell), " ")
			if i+1 < len(r) {
				cell += "\t"
			}
			_, _ = io.WriteString(t, cell) // the error comes with Flush
		}
		_, _ = io.WriteString(t, "\n")
	}
	return t.Flush()
}

// at writes the number of a session as it is named on the command line.
func at(session int) string { return "@" + strconv.Itoa(session) }

func sessionNames(h *history.History) string {
	return at(1) + " to " + at(h.Latest())
}
