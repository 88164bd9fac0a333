package json

import (
	"bytes"
	"encoding/json"
	"os"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/draftdiff/draftdiff/internal/golden"
	"github.com/draftdiff/draftdiff/pkg/report"
	"github.com/draftdiff/draftdiff/pkg/report/internal/sample"
)

func sampleReport(t *testing.T, opt report.Options) *report.Report {
	t.Helper()
	r, err := report.New(sample.Diff(), opt)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// TestRender checks the sample, whole and narrowed, against the published schema.
func TestRender(t *testing.T) {
	t.Parallel()
	compiler := jsonschema.NewCompiler()
	for _, name := range []string{"snapshot", "diff"} {
		f, err := os.Open("../../../docs/" + name + ".schema.json")
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		doc, err := jsonschema.UnmarshalJSON(f)
		if err != nil {
			t.Fatal(err)
		}
		if err := compiler.AddResource("https://draftdiff.github.io/draftdiff/"+name+".schema.json", doc); err != nil {
			t.Fatal(err)
		}
	}
	schema, err := compiler.Compile("https://draftdiff.github.io/draftdiff/diff.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	for name, opt := range map[string]report.Options{"sample": {}, "party": {Parties: []string{"RU"}}} {
		var b bytes.Buffer
		if err := Render(&b, sampleReport(t, opt)); err != nil {
			t.Fatal(err)
		}
		golden.Compare(t, "testdata/"+name+".json", b.Bytes())
		value, err := jsonschema.UnmarshalJSON(bytes.NewReader(b.Bytes()))
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(value); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		var indented bytes.Buffer
		if err := json.Indent(&indented, b.Bytes(), "", "  "); err != nil || !bytes.Equal(indented.Bytes(), b.Bytes()) {
			t.Errorf("%s: not in the form of encoding/json (%v)", name, err)
		}
	}
}
