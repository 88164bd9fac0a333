package config_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v3"

	"github.com/draftdiff/draftdiff/pkg/config"
)

const whole = `
parties:
  - {id: FAO, name: Food and Agriculture Organization}
groups:
  - id: Rio Group
    members: [AR, BR]
rules:
  DD015: off
  glued-words: error
accept:
  - unit: art_56__para_2
    words: in a timely manner
    reason: agreed on 3 May
drafts: ["texts/*.md", "*.docx"]
`

func TestParse(t *testing.T) {
	t.Parallel()
	got, err := config.Parse("draftdiff.yaml", []byte(whole))
	if err != nil {
		t.Fatal(err)
	}
	want := &config.Config{
		File:    "draftdiff.yaml",
		Parties: []config.Party{{ID: "FAO", Name: "Food and Agriculture Organization"}},
		Groups:  []config.Group{{ID: "Rio Group", Members: []string{"AR", "BR"}}},
		Rules:   map[string]config.Setting{"DD015": {Off: true, Line: 8}, "glued-words": {Severity: "error", Line: 9}},
		Accept:  []config.Accept{{Unit: "art_56__para_2", Words: "in a timely manner", Reason: "agreed on 3 May", Source: "draftdiff.yaml", Line: 11}},
		Drafts:  []string{"texts/*.md", "*.docx"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	for file, want := range map[string]bool{"texts/a.md": true, "a.md": false, "texts/b.docx": true, "texts/deep/a.md": false} {
		if got, said := got.IsDraft(file); got != want || !said {
			t.Errorf("%s: %v, %v", file, got, said)
		}
	}
	if _, said := (&config.Config{}).IsDraft("a.md"); said {
		t.Error("a configuration without patterns says what is a draft")
	}
}

func TestMistakes(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"":                             "",
		"# nothing\n":                  "",
		"parties:\n":                   "",
		"a: 1":                         `draftdiff.yaml:1: there is no field "a"; expected one of accept, drafts, groups, parties, rules`,
		"- a":                          "draftdiff.yaml:1: fields are expected here (accept, drafts, groups, parties, rules), not a list",
		"parties: US":                  `draftdiff.yaml:1: a list of parties is expected here, each behind a dash, not "US"`,
		"parties:\n  - name: X":        "draftdiff.yaml:2: this party has no id: the code that the texts write is expected, such as id: FAO",
		"groups:\n  - id: X\n    a: b": `draftdiff.yaml:3: there is no field "a" of a group; expected one of id, members, name`,
		"rules:\n  DD001: maybe":       `draftdiff.yaml:2: on, off, error, warning or info is expected for DD001, not "maybe"`,
		"rules: [DD001]":               "draftdiff.yaml:1: rules with their settings are expected here, such as DD015: off, not a list",
		"accept:\n  - words: x":        "draftdiff.yaml:2: this accepted edit has no unit: an identifier is expected, such as unit: art_56__para_2",
		"drafts: ['[']":                "draftdiff.yaml:1: this is no pattern of file names: [; expected something like texts/*.md",
		"rules:\n  a: on\n  a: off":    "draftdiff.yaml:3: a stands in line 2 already; one of the two is expected",
		"accept:\naccept:":             "draftdiff.yaml:2: accept stands in line 1 already; one of the two is expected",
		"drafts: *.md":                 `draftdiff.yaml:1: this is not YAML: did not find expected alphabetic or numeric character; put what begins with * or & in quotation marks: "*.md"`,
		"rules:\n\tDD001: on":          "draftdiff.yaml:2: this is not YAML: found character that cannot start any token; indent with blanks, not with tabs",
		"a: b: c":                      "draftdiff.yaml:1: this is not YAML: mapping values are not allowed in this context; put what has a colon in it in quotation marks",
		"a: [1":                        "draftdiff.yaml:1: this is not YAML: did not find expected ',' or ']'",
	} {
		_, err := config.Parse(filepath.Join("some", "draftdiff.yaml"), []byte(in))
		got := ""
		if err != nil {
			got = err.Error()
		}
		if got != want {
			t.Errorf("%q:\n got %s\nwant %s", in, got, want)
		}
	}
}

func TestParseMessage(t *testing.T) {
	t.Parallel()
	got := config.ParseMessage("Title\n\nDraftdiff-Accept: art_1 \"in good faith\" agreed on 3 May\ndraftdiff-accept: art_2 – typing error\nDraftdiff-Accept: art_3 “x”\nDraftdiff-Accept:\n")
	want := []config.Accept{{Unit: "art_1", Words: "in good faith", Reason: "agreed on 3 May"}, {Unit: "art_2", Reason: "typing error"}, {Unit: "art_3", Words: "x"}}
	if diff := cmp.Diff(want, got, cmpopts.IgnoreFields(config.Accept{}, "Source", "Line")); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestFind looks upward, and not beyond the repository.
func TestFind(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	deep := filepath.Join(dir, "repo", "texts", "old")
	if err := os.MkdirAll(deep, 0o777); err != nil {
		t.Fatal(err)
	}
	at := func(elem ...string) string { return filepath.Join(append([]string{dir}, elem...)...) }
	write := func(file string) {
		if err := os.WriteFile(file, []byte(whole), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	expect := func(want string) {
		t.Helper()
		if got, err := config.Find(deep); got != want || err != nil {
			t.Errorf("got %q, %v; want %q", got, err, want)
		}
	}
	write(at(config.Name))
	expect(at(config.Name))
	if err := os.Mkdir(at("repo", ".git"), 0o777); err != nil {
		t.Fatal(err)
	}
	expect("")
	write(at("repo", config.Name))
	expect(at("repo", config.Name))
	write(at("repo", "texts", config.Name))
	expect(at("repo", "texts", config.Name))
	if cfg, err := config.Load(deep); err != nil || len(cfg.Accept) != 1 {
		t.Errorf("%+v, %v", cfg, err)
	}
}

// TestSchema checks that the published schema takes what Parse takes, and
// refuses what Parse refuses.
func TestSchema(t *testing.T) {
	t.Parallel()
	schema, err := jsonschema.NewCompiler().Compile("../../docs/draftdiff.yaml.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, in := range []string{whole, "{}", "rules: {DD001: error}", "a: 1", "parties: US", "parties: [{name: X}]", "rules: {DD001: maybe}", "accept: [{words: x}]", "accept: [{unit: art_1, reason: y}]", "groups: [{id: X, a: b}]"} {
		var doc any
		if err := yaml.Unmarshal([]byte(in), &doc); err != nil {
			t.Fatal(err)
		}
		_, want := config.Parse("", []byte(in))
		if got := schema.Validate(doc); (got == nil) != (want == nil) {
			t.Errorf("%s:\nthe schema says %v\nthe program says %v", strings.TrimSpace(in), got, want)
		}
	}
}
