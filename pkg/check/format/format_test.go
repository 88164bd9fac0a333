package format_test

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/draftdiff/draftdiff/internal/golden"
	"github.com/draftdiff/draftdiff/pkg/check"
	"github.com/draftdiff/draftdiff/pkg/check/format"
	"github.com/draftdiff/draftdiff/pkg/snapshot"
	"github.com/draftdiff/draftdiff/pkg/source/markdown"
)

var (
	filler = strings.Repeat("in all matters of justice and so on ", 8)
	old    = "Article 1. Scope\n\n1. Each Party shall in good faith cooperate [with others: MX] " + filler + ".\n\n3. End.\n"
)

// sample is a report with a finding of each severity, a fix, a related place in
// each text, a long line, and characters of several bytes.
func sample(t *testing.T) *format.Report {
	t.Helper()
	read := func(s string) *check.Text {
		doc := markdown.Read([]byte(s))
		return check.NewText(doc, snapshot.Build(doc, ""))
	}
	new := "Article 1. Scope\n\n1. Each Party shall “coöperate” [with others: MX; against – EY, MX] " + filler + "[at once: US, CA, US].\n\n3. End.\n"
	f := format.File{Name: "a b,c.md", OldName: "HEAD:a.md", Text: read(new), Old: read(old), Accepted: 1, Known: 2}
	r, err := check.Run(check.NewPass(f.Text, f.Old, nil), check.Options{})
	if err != nil {
		t.Fatal(err)
	}
	f.Findings = r.Findings
	return &format.Report{Files: []format.File{f}}
}

func TestGolden(t *testing.T) {
	t.Parallel()
	r := sample(t)
	for name, render := range map[string]func(io.Writer) error{
		"sample.txt":  func(w io.Writer) error { return format.Text(w, r, format.TextOptions{Width: 80}) },
		"color.txt":   func(w io.Writer) error { return format.Text(w, r, format.TextOptions{Width: 60, Color: true}) },
		"sample.json": func(w io.Writer) error { return format.JSON(w, r) },
		"github.txt":  func(w io.Writer) error { return format.GitHub(w, r) },
		"lines.txt":   func(w io.Writer) error { return format.Lines(w, r.Files[0].Text.Snapshot) },
		"explain.txt": func(w io.Writer) error { return format.Explain(w, check.Rules[:2]) },
	} {
		var b bytes.Buffer
		if err := render(&b); err != nil {
			t.Fatal(err)
		}
		golden.Compare(t, filepath.Join("testdata", name), b.Bytes())
		if err := render(failing{}); !errors.Is(err, errFull) {
			t.Errorf("%s: the error of the writer is lost: %v", name, err)
		}
	}
}

// TestSchema checks the JSON against the schema that is published for it.
func TestSchema(t *testing.T) {
	t.Parallel()
	schema, err := jsonschema.NewCompiler().Compile("../../../docs/check.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range []*format.Report{sample(t), {}} {
		var b bytes.Buffer
		if err := format.JSON(&b, r); err != nil {
			t.Fatal(err)
		}
		doc, err := jsonschema.UnmarshalJSON(&b)
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(doc); err != nil {
			t.Error(err)
		}
	}
}

var errFull = errors.New("the disk is full")

type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, errFull }

// TestRulesPage checks that docs/rules.md is what go generate makes of the rules.
func TestRulesPage(t *testing.T) {
	t.Parallel()
	var b bytes.Buffer
	if err := format.RulesPage(&b, check.Rules); err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile("../../../docs/rules.md")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(b.String(), string(got)); diff != "" {
		t.Errorf("docs/rules.md is out of date, run go generate ./cmd/draftdiff (-want +got):\n%s", diff)
	}
}
