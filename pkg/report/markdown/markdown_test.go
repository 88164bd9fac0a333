package markdown

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

// TestRender renders the sample, in which words try to be markup.
func TestRender(t *testing.T) {
	t.Parallel()
	for name, opt := range map[string]report.Options{"sample": {}, "party": {Parties: []string{"RU"}}} {
		var b bytes.Buffer
		if err := Render(&b, sampleReport(t, opt)); err != nil {
			t.Fatal(err)
		}
		golden.Compare(t, "testdata/"+name+".md", b.Bytes())
	}
}
