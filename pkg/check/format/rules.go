package format

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/draftdiff/draftdiff/pkg/check"
)

// RuleList writes one line a rule.
func RuleList(w io.Writer, rules []*check.Rule) error {
	b := bufio.NewWriter(w)
	for _, r := range rules {
		fmt.Fprintf(b, "%s  %-8s %-22s %s\n", r.Code, r.Severity, r.Name, r.Title)
	}
	return b.Flush()
}

// Explain writes what rules are there for.
func Explain(w io.Writer, rules []*check.Rule) error {
	b := bufio.NewWriter(w)
	for i, r := range rules {
		if i > 0 {
			fmt.Fprintln(b)
		}
		fmt.Fprintf(b, "%s %s (%s)\n%s\n\n%s\n\n", r.Code, r.Name, r.Severity, r.Title, r.Explanation)
		fmt.Fprintf(b, "wrong:\n%s\nright:\n%s\n", indent(r.Wrong), indent(r.Right))
	}
	return b.Flush()
}

func indent(s string) string {
	return "    " + strings.ReplaceAll(strings.TrimRight(s, "\n"), "\n", "\n    ") + "\n"
}

// The headings of the page of rules, by class.
var classTitles = []struct {
	class       check.Class
	title, text string
}{
	{check.Notation, "Mistakes in the notation", "They are looked for in every text."},
	{check.Silent, "Silent edits", "They are looked for where there is an older text: with `--against` and `--staged`."},
	{check.Setup, "Mistakes in what draftdiff was told", ""},
}

// RulesPage writes the page of rules for the documentation.
func RulesPage(w io.Writer, rules []*check.Rule) error {
	b := bufio.NewWriter(w)
	fmt.Fprint(b, "# Rules\n\nWhat `draftdiff check` looks for. This page is made from the rules themselves (`go generate ./...`); `draftdiff explain\nDD004` prints a part of it. A rule is turned off, or given another severity, under `rules:` in `draftdiff.yaml`.\n")
	fmt.Fprint(b, "\n| code | name | severity | |\n|---|---|---|---|\n")
	for _, r := range rules {
		fmt.Fprintf(b, "| [%s](#%s) | %s | %s | %s |\n", r.Code, anchor(r), r.Name, r.Severity, r.Title)
	}
	for _, c := range classTitles {
		first := true
		for _, r := range rules {
			if r.Class != c.class {
				continue
			}
			if first {
				fmt.Fprintf(b, "\n## %s\n", c.title)
				if c.text != "" {
					fmt.Fprintf(b, "\n%s\n", c.text)
				}
				first = false
			}
			fmt.Fprintf(b, "\n### %s %s\n\n**%s** (%s)\n\n%s\n\n", r.Code, r.Name, r.Title, r.Severity, r.Explanation)
			fmt.Fprintf(b, "Wrong:\n\n```\n%s\n```\n\nRight:\n\n```\n%s\n```\n", r.Wrong, r.Right)
		}
	}
	return b.Flush()
}

// anchor is what the heading of a rule can be linked by.
func anchor(r *check.Rule) string { return strings.ToLower(r.Code) + "-" + r.Name }
