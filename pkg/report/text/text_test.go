package text

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

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

// TestRender renders the sample in the forms that people see: in a file, on a
// terminal, in colour, for one delegation.
func TestRender(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		report report.Options
		text   Options
	}{
		"sample": {},
		"narrow": {text: Options{Width: 60}},
		"color":  {text: Options{Width: 80, Color: true}},
		"party":  {report: report.Options{Parties: []string{"RU"}}},
	} {
		var b bytes.Buffer
		if err := Render(&b, sampleReport(t, c.report), c.text); err != nil {
			t.Fatal(err)
		}
		golden.Compare(t, "testdata/"+name+".txt", b.Bytes())
	}
}

// TestWidth checks that no line is wider than asked for, where it has a blank to
// break at, and that breaking lines changes no words.
func TestWidth(t *testing.T) {
	t.Parallel()
	var whole bytes.Buffer
	if err := Render(&whole, sampleReport(t, report.Options{}), Options{}); err != nil {
		t.Fatal(err)
	}
	words := func(b []byte) string {
		return strings.ReplaceAll(strings.Join(strings.Fields(string(b)), " "), "─", "")
	}
	for width := 20; width < 120; width++ {
		var b bytes.Buffer
		if err := Render(&b, sampleReport(t, report.Options{}), Options{Width: width}); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(words(whole.Bytes()), words(b.Bytes())); diff != "" {
			t.Fatalf("width %d (-want +got):\n%s", width, diff)
		}
		if width < 30 {
			continue // names and marks that stay together are longer
		}
		for line := range strings.Lines(b.String()) {
			if words := strings.Fields(line); utf8.RuneCountInString(strings.TrimRight(line, " \n")) > width && len(words) > 1 {
				t.Errorf("width %d: %q is wider", width, line)
			}
		}
	}
}
