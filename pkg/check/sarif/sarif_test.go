package sarif_test

import (
	"bytes"
	"encoding/json"
	"os"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/draftdiff/draftdiff/pkg/check"
	"github.com/draftdiff/draftdiff/pkg/check/format"
	"github.com/draftdiff/draftdiff/pkg/check/sarif"
	"github.com/draftdiff/draftdiff/pkg/snapshot"
	"github.com/draftdiff/draftdiff/pkg/source/markdown"
)

// report is that of the real document against a constructed next session.
func report(t *testing.T) *format.Report {
	t.Helper()
	read := func(file string) *check.Text {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		doc := markdown.Read(b)
		return check.NewText(doc, snapshot.Build(doc, file))
	}
	f := format.File{
		Name: "texts/a draft: five.md", OldName: "HEAD:texts/draft.md",
		Text: read("../../../fixtures/ahc-6th-session-constructed.md"), Old: read("../../../fixtures/ahc-5th-session.md"),
	}
	r, err := check.Run(check.NewPass(f.Text, f.Old, nil), check.Options{})
	if err != nil {
		t.Fatal(err)
	}
	f.Findings = r.Findings
	return &format.Report{Files: []format.File{f}}
}

// TestValid checks the log against the schema of SARIF 2.1.0, which
// testdata/sarif-schema-2.1.0.json is as OASIS published it.
func TestValid(t *testing.T) {
	t.Parallel()
	schema, err := jsonschema.NewCompiler().Compile("testdata/sarif-schema-2.1.0.json")
	if err != nil {
		t.Fatal(err)
	}
	for name, r := range map[string]*format.Report{"findings": report(t), "none": {}} {
		var b bytes.Buffer
		if err := sarif.Write(&b, r, "v1.0.0"); err != nil {
			t.Fatal(err)
		}
		doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(b.Bytes()))
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(doc); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestContent checks what the schema does not ask for and viewers need: help for
// every rule, a list of results even if it is empty, a fingerprint for each.
func TestContent(t *testing.T) {
	t.Parallel()
	var log struct {
		Runs []struct {
			Tool struct {
				Driver struct {
					Rules []struct {
						ID      string
						HelpURI string
						Help    struct{ Text, Markdown string }
					}
				}
			}
			Results []struct {
				RuleID              string
				PartialFingerprints map[string]string
				Locations           []struct {
					PhysicalLocation struct {
						ArtifactLocation struct{ URI string }
						Region           struct{ StartLine, StartColumn, EndLine, EndColumn int }
					}
				}
			}
		}
	}
	var b bytes.Buffer
	if err := sarif.Write(&b, report(t), "v1.0.0"); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(b.Bytes(), &log); err != nil {
		t.Fatal(err)
	}
	run := log.Runs[0]
	if len(run.Tool.Driver.Rules) != len(check.Rules) {
		t.Errorf("%d rules, want %d", len(run.Tool.Driver.Rules), len(check.Rules))
	}
	for _, r := range run.Tool.Driver.Rules {
		if r.Help.Text == "" || r.Help.Markdown == "" || r.HelpURI == "" {
			t.Errorf("%s has no help", r.ID)
		}
	}
	seen := map[string]bool{}
	for _, r := range run.Results {
		at := r.Locations[0].PhysicalLocation
		if at.ArtifactLocation.URI != "texts/a%20draft:%20five.md" || at.Region.StartLine < 1 || at.Region.StartColumn < 1 || at.Region.EndLine < at.Region.StartLine {
			t.Errorf("%+v", at)
		}
		for _, print := range r.PartialFingerprints {
			if seen[print] {
				t.Errorf("fingerprint %s twice", print)
			}
			seen[print] = true
		}
	}
	if len(seen) != len(run.Results) || len(seen) < 100 {
		t.Errorf("%d fingerprints for %d results", len(seen), len(run.Results))
	}
}
