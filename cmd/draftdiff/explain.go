package main

import (
	"errors"
	"io"

	"github.com/urfave/cli/v2"

	"github.com/draftdiff/draftdiff/pkg/check"
	"github.com/draftdiff/draftdiff/pkg/check/format"
)

//go:generate go run . explain --format markdown -o ../../docs/rules.md

func explainCommand() *cli.Command {
	return &cli.Command{
		Name:      "explain",
		Usage:     "say what a rule of check is there for, with an example wrong and right",
		ArgsUsage: "[RULE…]",
		Description: `
Without a rule, all rules are listed, one a line.

   draftdiff explain
   draftdiff explain DD004
   draftdiff explain silent`,
		Flags: []cli.Flag{formatFlag("text", "markdown"), outputFlag()},
		BashComplete: func(c *cli.Context) {
			for _, r := range check.Rules {
				_, _ = io.WriteString(c.App.Writer, r.Code+"\n"+r.Name+"\n")
			}
		},
		Action: func(c *cli.Context) error {
			var rules []*check.Rule
			for _, name := range c.Args().Slice() {
				found, err := check.Find(name)
				if err != nil {
					return errors.New(err.Error() + seeHelp)
				}
				rules = append(rules, found...)
			}
			return emit(c, func(w io.Writer) error {
				switch {
				case c.String("format") == "markdown" && rules == nil:
					return format.RulesPage(w, check.Rules)
				case c.String("format") == "markdown":
					return format.RulesPage(w, rules)
				case rules == nil:
					return format.RuleList(w, check.Rules)
				}
				return format.Explain(w, rules)
			})
		},
	}
}
