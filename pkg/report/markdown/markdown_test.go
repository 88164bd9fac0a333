package markdown

import (
	"bytes"
	"flag"
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/draftdiff/draftdiff/pkg/report"
	"github.com/draftdiff/draftdiff/pkg/report/internal/sample"
)

var update = flag.Bool("update", false, "write the golden files")

// golden compares got with a file, or writes it.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	if *update {
		if err := os.WriteFile(name, got, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s (-want +got):\n%s", name, diff)
	}
}

func sampleReport(t *testing.T, opt report.Options) *report.Report {
	t.Helper()
	r, err := report.New(sample.Diff(), opt)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// TestRender renders the sample, in which words try to be markup.
func TestRender(t *testing.T) {
	t.Parallel()
	for name, opt := range map[string]report.Options{"sample": {}, "party": {Parties: []string{"RU"}}} {
		var b bytes.Buffer
		if err := Render(&b, sampleReport(t, opt)); err != nil {
			t.Fatal(err)
		}
		golden(t, "testdata/"+name+".md", b.Bytes())
	}
}
