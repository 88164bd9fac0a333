package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"sync"

	"github.com/urfave/cli/v2"

	"github.com/draftdiff/draftdiff/pkg/check"
	"github.com/draftdiff/draftdiff/pkg/check/format"
	"github.com/draftdiff/draftdiff/pkg/check/sarif"
	"github.com/draftdiff/draftdiff/pkg/config"
)

const exitCodesOfCheck = "Exit codes: 0 clean, 1 findings as bad as --fail-on or worse, 2 wrong usage or a text that cannot be read."

// errFindings is what check returns when it found something, and nothing went
// wrong.
var errFindings = fmt.Errorf("there are findings: %w", errChanges)

// checkCommands are check and what makes it and git work together.
func checkCommands() []*cli.Command {
	return []*cli.Command{checkCommand(), explainCommand(), installHookCommand(), gitSetupCommand(), textconvCommand(), externalDiffCommand()}
}

func checkCommand() *cli.Command {
	return &cli.Command{
		Name:      "check",
		Usage:     "find mistakes in a draft, and edits of an older text that nobody proposed",
		ArgsUsage: "FILE…",
		Description: `
Looks for mistakes in the notation. With an older text it also looks for silent
edits: words that changed outside brackets, brackets and sponsors that vanished.
“draftdiff explain” lists the rules and says what each is there for.

   draftdiff check draft.md
   draftdiff check draft.md --against HEAD~1:draft.md
   draftdiff check texts/*.md --against main:
   draftdiff check --staged
   draftdiff check draft.md --fix --diff

An edit that was agreed on passes with a line under “accept:” in draftdiff.yaml,
or with a line in the commit message that --message hands over:
   Draftdiff-Accept: art_56__para_2 "in a timely manner" agreed on 3 May`,
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "against", Usage: "look for silent edits of the text `OLD`: a file, REV:PATH, a snapshot; REV: is each file as it was in REV"},
			&cli.BoolFlag{Name: "staged", DisableDefaultText: true, Usage: "check the staged drafts against HEAD; findings that HEAD has too are left out"},
			&cli.BoolFlag{Name: "new", DisableDefaultText: true, Usage: "leave out the findings on notation that the older text has too"},
			&cli.BoolFlag{Name: "all", DisableDefaultText: true, Usage: "with --staged, list those too"},
			formatFlag("text", "json", "sarif", "github"),
			&cli.StringFlag{Name: "severity", Value: "info", Usage: "list findings as bad as `LEVEL`, or worse: info, warning, error"},
			&cli.StringFlag{Name: "fail-on", Value: "warning", Usage: "exit with 1 if a finding is as bad as `LEVEL`, or worse: info, warning, error"},
			&cli.StringSliceFlag{Name: "only", Usage: "run only this `RULE`: a code, a name, or notation, silent; may be repeated"},
			&cli.StringSliceFlag{Name: "except", Usage: "do not run this `RULE`; may be repeated"},
			&cli.BoolFlag{Name: "fix", DisableDefaultText: true, Usage: "put right what can be put right with certainty, and say what"},
			&cli.BoolFlag{Name: "diff", DisableDefaultText: true, Usage: "with --fix, show the changes and write nothing"},
			&cli.StringFlag{Name: "config", Usage: "use this `FILE` in the place of the draftdiff.yaml found upward from each text"},
			&cli.StringFlag{Name: "message", Usage: "take accepted edits from the commit message in `FILE` too (- for standard input)"},
			outputFlag(),
			maxBytesFlag(),
		},
		Action: runCheck,
	}
}

// A checker checks files as the flags ask for.
type checker struct {
	*reader
	opt      check.Options
	severity check.Severity // of what is listed
	failOn   check.Severity
	accept   []config.Accept
	worst    check.Severity
}

func newChecker(c *cli.Context) (*checker, error) {
	k := &checker{reader: newReader(c)}
	k.opt = check.Options{Only: c.StringSlice("only"), Except: c.StringSlice("except"), New: c.Bool("new") || c.Bool("staged") && !c.Bool("all")}
	var err error
	if k.severity, err = check.ParseSeverity(c.String("severity")); err != nil {
		return nil, err
	}
	if k.failOn, err = check.ParseSeverity(c.String("fail-on")); err != nil {
		return nil, err
	}
	for _, name := range append(k.opt.Only, k.opt.Except...) {
		if _, err := check.Find(name); err != nil {
			return nil, err
		}
	}
	if file := c.String("config"); file != "" {
		if k.config, err = config.Open(file); err != nil {
			return nil, configError(err)
		}
	}
	if file := c.String("message"); file != "" {
		_, b, err := k.bytes(c.Context, file)
		if err != nil {
			return nil, &fileError{file, err}
		}
		k.accept = config.ParseMessage(string(b))
	}
	return k, nil
}

func runCheck(c *cli.Context) error {
	k, err := newChecker(c)
	if err != nil {
		return err
	}
	var jobs []job
	switch {
	case c.Bool("staged") && (c.IsSet("against") || c.Bool("fix")):
		return errors.New("--staged compares with HEAD and changes nothing; leave --against and --fix out" + seeHelp)
	case c.Bool("diff") && !c.Bool("fix"):
		return errors.New("--diff goes with --fix" + seeHelp)
	case c.Bool("staged"):
		jobs, err = k.stagedJobs(c.Context, c.Args().Slice(), c.App.ErrWriter)
	default:
		jobs, err = k.jobs(c)
	}
	if err != nil {
		return err
	}
	if c.Bool("fix") {
		if err := k.fix(c, jobs); err != nil || c.Bool("diff") {
			return err
		}
	}
	r, err := k.run(c.Context, jobs)
	if err != nil {
		return err
	}
	if err := writeFindings(c, r); err != nil {
		return err
	}
	if k.worst >= k.failOn {
		return errFindings
	}
	return nil
}

// run checks the drafts, as many at once as there are processors.
func (k *checker) run(ctx context.Context, jobs []job) (*format.Report, error) {
	files := make([]*format.File, len(jobs))
	errs := make([]error, len(jobs))
	var wg sync.WaitGroup
	slots := make(chan struct{}, runtime.GOMAXPROCS(0))
	for i := range jobs {
		slots <- struct{}{}
		wg.Go(func() {
			files[i], errs[i] = k.check(ctx, &jobs[i])
			<-slots
		})
	}
	wg.Wait()
	if err := cmp.Or(errs...); err != nil {
		return nil, err
	}
	r := &format.Report{}
	for _, f := range files {
		if f == nil {
			continue
		}
		keep := f.Findings[:0]
		for _, finding := range f.Findings {
			k.worst = max(k.worst, finding.Severity)
			if finding.Severity >= k.severity {
				keep = append(keep, finding)
			}
		}
		f.Findings = keep
		r.Files = append(r.Files, *f)
	}
	return r, nil
}

func writeFindings(c *cli.Context, r *format.Report) error {
	return emit(c, func(w io.Writer) error {
		switch c.String("format") {
		case "json":
			return format.JSON(w, r)
		case "sarif":
			return sarif.Write(w, r, version())
		case "github":
			return format.GitHub(w, r)
		}
		opt := format.TextOptions{}
		if c.String("output") == "" {
			t := newTerminal(c.App.Writer)
			opt.Width, opt.Color = t.width, t.color
		}
		return format.Text(w, r, opt)
	})
}
