package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/urfave/cli/v2"
)

// What draftdiff writes into files of others stands between two lines, by which
// it finds it again.
const (
	markBegin = "# >>> draftdiff >>>"
	markEnd   = "# <<< draftdiff <<<"
)

// The hooks. Mistakes in the notation stop a commit before its message is
// written; silent edits behind it, because the message may accept them.
var hooks = []struct{ name, run string }{
	{"pre-commit", "draftdiff check --staged --except silent || exit 1"},
	{"commit-msg", `draftdiff check --staged --only silent --only setup --message "$1" || exit 1`},
}

func installHookCommand() *cli.Command {
	return &cli.Command{
		Name:  "install-hook",
		Usage: "make git check the staged drafts before each commit",
		Description: `
Writes the hooks pre-commit and commit-msg of this repository, where
core.hooksPath says. A hook that is there already keeps what it does; draftdiff
goes before it. Those who use pre-commit (pre-commit.com) need no such hook:
docs/git.md says how to set it up.

   draftdiff install-hook
   draftdiff install-hook --undo`,
		Flags: []cli.Flag{
			&cli.BoolFlag{Name: "undo", DisableDefaultText: true, Usage: "take the hooks away again, and leave everything else in them"},
		},
		Action: func(c *cli.Context) error {
			if c.NArg() > 0 {
				return errors.New("install-hook takes no file" + seeHelp)
			}
			repo, err := openRepo(c.Context)
			if err != nil {
				return err
			}
			dir, err := repo.hooksFolder(c)
			if err != nil {
				return err
			}
			for _, h := range hooks {
				file := filepath.Join(dir, h.name)
				if err := setHook(file, h.run, c.Bool("undo")); err != nil {
					return &fileError{filepath.ToSlash(shown(file)), err}
				}
				fmt.Fprintf(c.App.Writer, "%s: %s\n", filepath.ToSlash(shown(file)), map[bool]string{false: "draftdiff checks here now", true: "draftdiff no longer checks here"}[c.Bool("undo")])
			}
			return nil
		},
	}
}

// hooksFolder is where git looks for hooks. A folder outside of the repository
// belongs to all repositories of the user, and is left alone.
func (r *repo) hooksFolder(c *cli.Context) (string, error) {
	out, err := r.git(c.Context, nil, "rev-parse", "--git-common-dir", "--git-path", "hooks")
	if err != nil {
		return "", err
	}
	lines := strings.SplitN(string(out), "\n", 3)
	common, dir := r.absolute(lines[0]), r.absolute(lines[1])
	if !inside(common, dir) && !inside(r.root, dir) {
		var b strings.Builder
		fmt.Fprintf(&b, "core.hooksPath points to %s, which holds for other repositories too; draftdiff leaves it alone. Add to its hooks by hand:", dir)
		for _, h := range hooks {
			fmt.Fprintf(&b, "\n  %s: %s", h.name, h.run)
		}
		return "", errors.New(b.String())
	}
	return dir, os.MkdirAll(dir, 0o777)
}

func (r *repo) absolute(dir string) string {
	dir = filepath.FromSlash(dir)
	if !filepath.IsAbs(dir) {
		dir = filepath.Join(r.root, dir)
	}
	return filepath.Clean(dir)
}

func inside(dir, file string) bool {
	rel, err := filepath.Rel(dir, file)
	return err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator))
}

var shellHook = regexp.MustCompile(`^#! ?(/usr)?/bin/(env )?(sh|bash|dash|zsh|ksh)\b`)

// setHook puts the lines of draftdiff right behind the first line of a hook, or
// takes them out.
func setHook(file, run string, undo bool) error {
	old, err := os.ReadFile(file)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return plainly(err)
	}
	rest := string(withoutMarked(old))
	var now string
	switch {
	case undo && (rest == "" || strings.TrimSpace(rest) == "#!/bin/sh"):
		if old == nil || rest == string(old) {
			return nil
		}
		return os.Remove(file)
	case undo:
		now = rest
	case rest == "":
		now = "#!/bin/sh\n" + marked(missingProgram+run)
	case !shellHook.MatchString(rest):
		return fmt.Errorf("there is a hook already, and it is no shell script; let it run: %s", strings.TrimSuffix(run, " || exit 1"))
	default:
		first, others, _ := strings.Cut(rest, "\n")
		now = first + "\n" + marked(missingProgram+run) + others
	}
	if now == string(old) {
		return nil
	}
	if err := writeFile(file, func(w io.Writer) error { _, err := io.WriteString(w, now); return err }); err != nil {
		return err
	}
	return os.Chmod(file, 0o755)
}

// missingProgram stops a commit that could not be checked, and says why.
const missingProgram = `command -v draftdiff >/dev/null || { echo "draftdiff is not installed, so that the drafts cannot be checked" >&2; exit 1; }` + "\n"

func marked(lines string) string { return markBegin + "\n" + lines + "\n" + markEnd + "\n" }

// withoutMarked takes out what stands between the marks.
func withoutMarked(b []byte) []byte {
	i := bytes.Index(b, []byte(markBegin))
	j := bytes.Index(b, []byte(markEnd+"\n"))
	if i < 0 || j < i {
		return b
	}
	return append(b[:i:i], b[j+len(markEnd)+1:]...)
}
