package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"github.com/draftdiff/draftdiff/pkg/snapshot"
	"github.com/draftdiff/draftdiff/pkg/source/open"
)

// addReadingFlags gives a command that reads texts the flags that say how.
func addReadingFlags(cmd *cli.Command) {
	reads := slices.ContainsFunc(cmd.Flags, func(f cli.Flag) bool { return slices.Contains(f.Names(), "max-bytes") })
	if !reads {
		return
	}
	cmd.Flags = append(cmd.Flags,
		&cli.GenericFlag{Name: "limit", Value: &limitFlag{}, Usage: "raise a limit of the readers: `NAME=N`, where NAME is " + strings.Join(limitNames(), ", ") + "; may be repeated"},
		&cli.BoolFlag{Name: "authors-are-parties", DisableDefaultText: true, Usage: "read tracked changes as proposals by their authors (default: if the authors bear names of parties)"},
		&cli.BoolFlag{Name: "quiet", Aliases: []string{"q"}, DisableDefaultText: true, Usage: "show no progress"},
	)
}

// authorsOf is what the flags say of the authors of tracked changes.
func authorsOf(c *cli.Context) snapshot.Authors {
	switch {
	case !c.IsSet("authors-are-parties"):
		return snapshot.AuthorsByName
	case c.Bool("authors-are-parties"):
		return snapshot.AuthorsParties
	}
	return snapshot.AuthorsNobodies
}

// limitFlag is the value of --limit: the limits that were raised.
type limitFlag struct {
	open.Limits
	set []string
}

// raisers set a limit, by its name.
var raisers = []struct {
	name  string
	raise func(l *open.Limits, value string) error
}{
	{"inflated", func(l *open.Limits, v string) error { return setSize(&l.Inflated, v) }},
	{"parts", func(l *open.Limits, v string) error { return setCount(&l.Parts, v) }},
	{"nodes", func(l *open.Limits, v string) error { return setCount(&l.Nodes, v) }},
	{"depth", func(l *open.Limits, v string) error { return setCount(&l.Depth, v) }},
	{"pages", func(l *open.Limits, v string) error { return setCount(&l.Pages, v) }},
	{"memory", func(l *open.Limits, v string) error { return setSize(&l.Memory, v) }},
	{"seconds", func(l *open.Limits, v string) error {
		var n int
		err := setCount(&n, v)
		l.Time = time.Duration(n) * time.Second
		return err
	}},
}

func limitNames() []string {
	names := make([]string, len(raisers))
	for i, r := range raisers {
		names[i] = r.name
	}
	return names
}

// String gives the limits as they were set.
func (f *limitFlag) String() string { return strings.Join(f.set, ",") }

// Set reads one limit.
func (f *limitFlag) Set(value string) error {
	name, number, ok := strings.Cut(value, "=")
	for _, r := range raisers {
		if ok && r.name == name {
			f.set = append(f.set, value)
			return r.raise(&f.Limits, number)
		}
	}
	return fmt.Errorf("%q is not a limit; write NAME=N, where NAME is %s", value, strings.Join(limitNames(), ", "))
}

func setSize(to *int64, value string) error {
	var size byteSize
	err := size.Set(value)
	*to = int64(size)
	return err
}

func setCount(to *int, value string) error {
	n, err := strconv.Atoi(value)
	if err != nil || n <= 0 || n > 1<<30 {
		return fmt.Errorf("%q is not a number from 1", value)
	}
	*to = n
	return nil
}
