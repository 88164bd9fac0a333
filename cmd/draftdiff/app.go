package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"regexp"
	"runtime/debug"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"
	"github.com/xrash/smetrics"
)

// seeHelp ends the message of a usage error.
const seeHelp = " (draftdiff --help tells more)"

// newApp returns a fresh application that knows nothing of the process but what
// it is given.
func newApp(stdin io.Reader, stdout, stderr io.Writer) *cli.App {
	app := &cli.App{
		Name:                      "draftdiff",
		Usage:                     "what changed between two drafts of a negotiated text",
		HideHelp:                  true, // see helpFlag
		Reader:                    stdin,
		Writer:                    stdout,
		ErrWriter:                 stderr,
		EnableBashCompletion:      true,
		DisableSliceFlagSeparator: true, // "Bolivia, Plurinational State of" is one party
		ExitErrHandler:            func(*cli.Context, error) {},
		OnUsageError:              usageError,
		Action:                    noCommand,
		Flags:                     []cli.Flag{helpFlag(), &cli.BoolFlag{Name: "version", Aliases: []string{"v"}, DisableDefaultText: true, Usage: "print the version"}},
		Commands:                  slices.Concat([]*cli.Command{diffCommand(), snapshotCommand(), showCommand(), tableCommand()}, checkCommands(), storeCommands(), []*cli.Command{completionCommand(), helpCommand()}),
		Description: `draftdiff reads a consolidated negotiating text, in which every bracket is
somebody's proposal, into articles, paragraphs and proposals with their sponsors.

FILE is a path, - for standard input, REV:PATH for a text in a git repository,
@5 or @latest for a session that draftdiff add has kept, or a snapshot that
draftdiff saved. Flags may stand before or behind the files.

   draftdiff diff session5.docx session6.docx
   draftdiff snapshot draft.md --format text
   draftdiff show draft.md --unit art_56 --as CARICOM

draftdiff COMMAND --help tells more of each command.`,
	}
	for _, cmd := range app.Commands {
		cmd.OnUsageError = usageError
		cmd.HideHelp = true
		addReadingFlags(cmd)
		addStoreFlag(cmd)
		cmd.Flags = append(cmd.Flags, helpFlag())
		codes := exitCodes
		switch cmd.Name {
		case "diff":
			codes = exitCodesOfDiff
		case "check":
			codes = exitCodesOfCheck
		case "verify", "lock":
			codes = exitCodesOfStore
		}
		cmd.Description = strings.TrimSpace(cmd.Description) + "\n\n" + codes
	}
	return app
}

// helpFlag stands for the one of the library, which is a variable that every
// run in a process would share, as is its help command.
func helpFlag() cli.Flag {
	return &cli.BoolFlag{Name: "help", Aliases: []string{"h"}, DisableDefaultText: true, Usage: "show this help"}
}

func helpCommand() *cli.Command {
	return &cli.Command{
		Name:      "help",
		Usage:     "show the help of a command",
		ArgsUsage: "[COMMAND]",
		BashComplete: func(c *cli.Context) {
			fmt.Fprintln(c.App.Writer, strings.Join(commandNames(c.App), "\n"))
		},
		Action: func(c *cli.Context) error {
			name := c.Args().First()
			switch {
			case name == "":
				return cli.ShowAppHelp(c)
			case c.App.Command(name) == nil:
				return unknownCommand(c, name)
			}
			cli.HelpPrinter(c.App.Writer, cli.CommandHelpTemplate, c.App.Command(name))
			return nil
		},
	}
}

// The exit codes, for the help of the commands.
const (
	exitCodes       = "Exit codes: 0 fine, 2 wrong usage or a text that cannot be read."
	exitCodesOfDiff = "Exit codes: 0 no change, 1 changes, 2 wrong usage or a text that cannot be read."
)

// noCommand answers a call without a command, or with one that does not exist.
func noCommand(c *cli.Context) error {
	switch name := c.Args().First(); {
	case c.Bool("version"):
		_, err := fmt.Fprintln(c.App.Writer, "draftdiff version", version())
		return err
	case name != "":
		return unknownCommand(c, name)
	}
	return cli.ShowAppHelp(c)
}

func unknownCommand(c *cli.Context, name string) error {
	if _, err := os.Stat(name); err == nil || strings.ContainsAny(name, `./\:@`) {
		return fmt.Errorf("%q is no command; put one before the texts, such as draftdiff diff OLD NEW%s", name, seeHelp)
	}
	message := fmt.Sprintf("there is no command %q", name)
	if near := nearest(name, commandNames(c.App)); near != "" {
		message += fmt.Sprintf("; did you mean %q?", near)
	}
	return errors.New(message + seeHelp)
}

func commandNames(app *cli.App) []string {
	names := make([]string, len(app.Commands))
	for i, cmd := range app.Commands {
		names[i] = cmd.Name
	}
	return names
}

// nearest returns the name that was meant by a misspelt one, "" if none is like
// it.
func nearest(name string, names []string) string {
	best, found := 0.8, "" // below, two words have little in common
	for _, n := range names {
		if likeness := smetrics.JaroWinkler(strings.ToLower(name), n, 0.7, 4); likeness > best {
			best, found = likeness, n
		}
	}
	return found
}

var wrongValue = regexp.MustCompile(`^invalid (?:boolean )?value "(.*)" for (?:flag )?-?([\w-]+): (.*)$`)

// usageError rewrites what the flag package says about a wrong flag.
func usageError(c *cli.Context, err error, _ bool) error {
	message := err.Error()
	if name, ok := strings.CutPrefix(message, "flag provided but not defined: -"); ok {
		message = noFlag(c, strings.TrimLeft(name, "-"))
	} else if name, ok := strings.CutPrefix(message, "flag needs an argument: "); ok {
		message = "the flag " + dashed(strings.TrimLeft(name, "-")) + " needs a value"
	} else if m := wrongValue.FindStringSubmatch(message); m != nil && m[3] == "parse error" {
		message = "the flag " + dashed(m[2]) + " takes no value"
	} else if m != nil {
		message = dashed(m[2]) + ": " + m[3]
	}
	return errors.New(message + seeHelp)
}

// noFlag says that there is no flag of a name, and where it would be one.
func noFlag(c *cli.Context, name string) string {
	var names []string
	for _, f := range c.Command.Flags {
		names = append(names, f.Names()...)
	}
	if near := nearest(name, names); near != "" {
		return "there is no flag " + dashed(name) + "; did you mean " + dashed(near) + "?"
	}
	if c.Command.Name == "" || c.Command.Name == c.App.Name {
		for _, cmd := range c.App.Commands {
			if slices.ContainsFunc(cmd.Flags, func(f cli.Flag) bool { return slices.Contains(f.Names(), name) }) {
				return "put the flag " + dashed(name) + " behind the command: draftdiff " + cmd.Name + " … " + dashed(name)
			}
		}
	}
	return "there is no flag " + dashed(name)
}

func dashed(name string) string {
	if len(name) == 1 {
		return "-" + name
	}
	return "--" + name
}

// version tells what was built, as far as the build recorded it.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" {
		return "(devel)"
	}
	return info.Main.Version
}
