package main

import (
	"errors"
	"fmt"
	"io"
	"runtime/debug"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"
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
		Commands:                  slices.Concat([]*cli.Command{diffCommand(), snapshotCommand(), showCommand(), tableCommand(), completionCommand(), helpCommand()}, checkCommands(), storeCommands()),
		Description: `draftdiff reads a consolidated negotiating text, in which every bracket is
somebody's proposal, into articles, paragraphs and proposals with their sponsors.

FILE is a path, - for standard input, REV:PATH for a text in a git repository,
@5 or @latest for a session that draftdiff add has kept, or a snapshot that
draftdiff saved. Flags may stand before or behind the files.

   draftdiff snapshot draft.md --format text
   draftdiff show draft.md --unit art_56 --as CARICOM`,
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
	message := fmt.Sprintf("there is no command %q", name)
	if near := strings.TrimSpace(cli.SuggestCommand(c.App.Commands, name)); near != "" {
		message += "; " + strings.ToLower(near[:1]) + near[1:] // "did you mean …?"
	}
	return errors.New(message + seeHelp)
}

// usageError rewrites what the flag package says about a wrong flag.
func usageError(c *cli.Context, err error, _ bool) error {
	message := err.Error()
	if name, ok := strings.CutPrefix(message, "flag provided but not defined: "); ok {
		name = strings.TrimLeft(name, "-")
		message = fmt.Sprintf("there is no flag --%s", name)
		if near := cli.SuggestFlag(c.Command.Flags, name, false); near != "" {
			message += "; did you mean " + near + "?"
		}
	} else if name, ok := strings.CutPrefix(message, "flag needs an argument: "); ok {
		message = fmt.Sprintf("the flag --%s needs a value", strings.TrimLeft(name, "-"))
	}
	return errors.New(message + seeHelp)
}

// version tells what was built, as far as the build recorded it.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" {
		return "(devel)"
	}
	return info.Main.Version
}
