package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/draftdiff/draftdiff/pkg/config"
)

// defaultPatterns are the files that git shows through draftdiff when neither
// the user nor a configuration names any.
var defaultPatterns = []string{"*.md", "*.docx"}

// xfuncname finds the heading that stands above a change in what textconv
// prints.
const xfuncname = `^((Article|Chapter|Preamble|Cluster|Annex|Part|Title|Section|Option) ?.*)$`

// gitSettings are the settings of a repository.
func gitSettings(trustsExitCode bool) [][2]string {
	s := [][2]string{
		{"diff.draftdiff.textconv", "draftdiff textconv"},
		{"diff.draftdiff.xfuncname", xfuncname},
		{"diff.draftdiff.command", "draftdiff external-diff"},
		{"difftool.draftdiff.cmd", `draftdiff diff "$LOCAL" "$REMOTE"`},
	}
	if trustsExitCode {
		s[2][1] = "draftdiff external-diff --exit-code"
		s = append(s, [2]string{"diff.draftdiff.trustExitCode", "true"})
	}
	return s
}

func gitSetupCommand() *cli.Command {
	return &cli.Command{
		Name:      "git-setup",
		Usage:     "make git show what changed in drafts, and not which lines",
		ArgsUsage: "[PATTERN…]",
		Description: `
“git diff” then prints semantic diffs of the files that PATTERN fits (default:
the drafts of draftdiff.yaml, else *.md and *.docx), “git log -p” and “git show”
one line for each unit and proposal, and “git difftool -t draftdiff” works.

The attributes go to the repository's own file, which is not committed; with
--shared they go to .gitattributes, for everybody. The settings are local always:
each clone runs git-setup once.

   draftdiff git-setup
   draftdiff git-setup --shared "texts/*.md"
   draftdiff git-setup --undo`,
		Flags: []cli.Flag{
			&cli.BoolFlag{Name: "shared", DisableDefaultText: true, Usage: "write the attributes to .gitattributes, to be committed"},
			&cli.BoolFlag{Name: "undo", DisableDefaultText: true, Usage: "take everything back"},
		},
		Action: func(c *cli.Context) error {
			repo, err := openRepo(c.Context)
			if err != nil {
				return err
			}
			return repo.setUp(c)
		},
	}
}

func (r *repo) setUp(c *cli.Context) error {
	out, err := r.git(c.Context, nil, "rev-parse", "--git-path", "info/attributes")
	if err != nil {
		return err
	}
	private, shared := r.absolute(strings.TrimSpace(string(out))), filepath.Join(r.root, ".gitattributes")
	if c.Bool("undo") {
		for _, file := range []string{private, shared} {
			if err := setAttributes(file, nil); err != nil {
				return &fileError{shown(file), err}
			}
		}
		for _, section := range []string{"diff.draftdiff", "difftool.draftdiff"} {
			_, _ = r.git(c.Context, nil, "config", "--local", "--remove-section", section) // it may not be there
		}
		_, err := fmt.Fprintln(c.App.Writer, "git shows drafts line by line again")
		return err
	}
	patterns := c.Args().Slice()
	if len(patterns) == 0 {
		patterns = r.patterns()
	}
	for _, p := range patterns {
		if strings.ContainsAny(p, "\"\n\r") || strings.HasPrefix(p, "#") || strings.HasPrefix(p, "!") {
			return fmt.Errorf("%q is not a pattern of file names", p)
		}
	}
	file := private
	if c.Bool("shared") {
		file = shared
	}
	if err := setAttributes(file, patterns); err != nil {
		return &fileError{shown(file), err}
	}
	for _, s := range gitSettings(r.trustsExitCode(c)) {
		if _, err := r.git(c.Context, nil, "config", "--local", s[0], s[1]); err != nil {
			return err
		}
	}
	_, err = fmt.Fprintf(c.App.Writer, "git shows %s through draftdiff now (%s)\n", strings.Join(patterns, ", "), filepath.ToSlash(shown(file)))
	return err
}

// patterns are those of the configuration at the root.
func (r *repo) patterns() []string {
	cfg, err := config.Open(filepath.Join(r.root, config.Name))
	if err != nil || len(cfg.Drafts) == 0 {
		return defaultPatterns
	}
	return cfg.Drafts
}

// trustsExitCode reports whether git knows diff.<driver>.trustExitCode, which
// came with 2.47: without it, an exit code of 1 is taken for a crash.
func (r *repo) trustsExitCode(c *cli.Context) bool {
	out, err := r.git(c.Context, nil, "version")
	var major, minor int
	if _, scanErr := fmt.Sscanf(string(out), "git version %d.%d", &major, &minor); err != nil || scanErr != nil {
		return false
	}
	return major > 2 || major == 2 && minor >= 47
}

// setAttributes writes the lines of draftdiff into a file of attributes, in the
// place of those of an earlier time; no patterns take them out.
func setAttributes(file string, patterns []string) error {
	old, err := os.ReadFile(file)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return plainly(err)
	}
	now := string(withoutMarked(old))
	if len(patterns) > 0 {
		if now != "" && !strings.HasSuffix(now, "\n") {
			now += "\n"
		}
		lines := make([]string, len(patterns))
		for i, p := range patterns {
			if strings.Contains(p, " ") {
				p = `"` + p + `"`
			}
			lines[i] = p + " diff=draftdiff"
		}
		now += marked(strings.Join(lines, "\n"))
	}
	switch {
	case now == string(old):
		return nil
	case now == "":
		return os.Remove(file)
	}
	if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
		return err
	}
	return writeFile(file, func(w io.Writer) error { _, err := io.WriteString(w, now); return err })
}
