package csv

import (
	"bytes"
	"testing"

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

func TestRender(t *testing.T) {
	t.Parallel()
	var b bytes.Buffer
	if err := Render(&b, sampleReport(t, report.Options{})); err != nil {
		t.Fatal(err)
	}
	golden.Compare(t, "testdata/sample.csv", b.Bytes())
}

// TestHarmless checks that no cell can run in a spreadsheet.
func TestHarmless(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{"=1+1": "'=1+1", "+41": "'+41", "-x": "'-x", "@a": "'@a", "\tx": "'\tx", "\r": "'\r", "a=b": "a=b", "": ""} {
		if got := harmless(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}
