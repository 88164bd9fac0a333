package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"

	"github.com/urfave/cli/v2"

	"github.com/draftdiff/draftdiff/pkg/check/format"
	"github.com/draftdiff/draftdiff/pkg/diff"
	"github.com/draftdiff/draftdiff/pkg/report"
	"github.com/draftdiff/draftdiff/pkg/report/text"
)

func textconvCommand() *cli.Command {
	return &cli.Command{
		Name:      "textconv",
		Usage:     "print a text with one line for each unit and each proposal, for git",
		ArgsUsage: "FILE",
		Description: `
“git log -p” and “git show” compare drafts in this form once “draftdiff git-setup”
has told git. What draftdiff cannot read is printed as it is.`,
		Flags: []cli.Flag{maxBytesFlag()},
		Action: func(c *cli.Context) error {
			r := newReader(c)
			r.here = true // git hands over a copy of the file in a folder for such
			in, err := r.one(c)
			if err == nil {
				return writeBuffered(c.App.Writer, func(w io.Writer) error { return format.Lines(w, in.snapshot) })
			}
			if _, b, bytesErr := r.bytes(c.Context, c.Args().First()); bytesErr == nil {
				_, err = c.App.Writer.Write(b)
			}
			return err
		},
	}
}

func externalDiffCommand() *cli.Command {
	return &cli.Command{
		Name:      "external-diff",
		Usage:     "report what changed, called by git with its seven arguments",
		ArgsUsage: "PATH OLD-FILE OLD-HEX OLD-MODE NEW-FILE NEW-HEX NEW-MODE [NEW-PATH INFO]",
		Description: `
“git diff” calls this once “draftdiff git-setup” has told it to. Git takes any
exit code but 0 for a crash and shows no further file, so that there is none,
unless --exit-code says that git knows better (2.47 and later).`,
		Flags: []cli.Flag{
			&cli.BoolFlag{Name: "exit-code", DisableDefaultText: true, Usage: "exit with 1 if something changed"},
			maxBytesFlag(),
		},
		Action: func(c *cli.Context) error {
			// A reader who has seen enough closes the pager: git, which would take the
			// death of this program for a crash, then ends by itself.
			signal.Ignore(syscall.SIGPIPE)
			if err := runExternalDiff(c); !errors.Is(err, syscall.EPIPE) {
				return err
			}
			return nil
		},
	}
}

func runExternalDiff(c *cli.Context) error {
	args := c.Args().Slice()
	switch len(args) {
	case 1:
		_, err := fmt.Fprintf(c.App.Writer, "%s is not merged yet\n", args[0])
		return err
	case 7, 9:
	default:
		return fmt.Errorf("git calls this with 7 or 9 arguments, not %d%s", len(args), seeHelp)
	}
	title := args[0]
	if len(args) == 9 {
		title += " → " + args[7]
	}
	if _, err := fmt.Fprintf(c.App.Writer, "draftdiff %s\n", title); err != nil {
		return err
	}
	r := newReader(c)
	old, oldErr := r.side(args[1], args[0])
	new, newErr := r.side(args[4], args[0])
	changed := args[2] != args[5]
	switch {
	case oldErr != nil || newErr != nil:
		for _, err := range []error{oldErr, newErr} {
			if err != nil {
				fmt.Fprintf(c.App.Writer, "not shown: %v\n", err)
			}
		}
	case old == nil:
		fmt.Fprintf(c.App.Writer, "a new text; units: %d, proposals: %d\n", len(new.snapshot.Units), len(new.snapshot.Proposals))
	case new == nil:
		fmt.Fprintf(c.App.Writer, "the text was deleted; units: %d, proposals: %d\n", len(old.snapshot.Units), len(old.snapshot.Proposals))
	default:
		rep, err := report.New(diff.Compare(old.snapshot, new.snapshot), report.Options{})
		if err != nil {
			return err
		}
		if changed = !rep.Empty(); !changed {
			_, err := fmt.Fprintln(c.App.Writer, "no unit and no proposal changed")
			return err
		}
		t := newTerminal(c.App.Writer)
		opt := text.Options{Width: t.width, Color: t.color || os.Getenv("GIT_PAGER_IN_USE") != "" && os.Getenv("NO_COLOR") == ""}
		if err := writeBuffered(c.App.Writer, func(w io.Writer) error { return text.Render(w, rep, opt) }); err != nil {
			return err
		}
	}
	if changed && c.Bool("exit-code") {
		return errChanges
	}
	return nil
}

// side reads one of the files that git hands over; nil for none. name is what it
// is called in the repository.
func (r *reader) side(file, name string) (*input, error) {
	if file == os.DevNull || filepath.ToSlash(file) == "/dev/null" || strings.EqualFold(file, "nul") {
		return nil, nil
	}
	b, err := os.ReadFile(file)
	if err != nil {
		return nil, plainly(err)
	}
	decls, err := r.declared(name)
	if err != nil {
		return nil, err
	}
	in, err := r.blob(name, b)
	if err != nil {
		return nil, err
	}
	in.declare(decls, r.authors)
	return in, nil
}
