package plot_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/draftdiff/draftdiff/pkg/history"
	"github.com/draftdiff/draftdiff/pkg/history/plot"
)

// TestDraw checks that both formats are drawn, the same bytes each time, with
// the words that tell the lines apart.
func TestDraw(t *testing.T) {
	t.Parallel()
	var sessions []history.Session
	for n := range 30 {
		sessions = append(sessions, history.Session{Number: n + 1, Sections: []history.Measure{{Section: "Article 1", Brackets: 90 - 3*n, Proposals: 60 - 2*n, Words: 100, Contested: 30 - n}}})
	}
	for format, begin := range map[string]string{"svg": "<?xml", "png": "\x89PNG"} {
		var first, second bytes.Buffer
		if err := plot.Draw(&first, format, sessions); err != nil {
			t.Fatal(err)
		}
		if err := plot.Draw(&second, format, sessions); err != nil {
			t.Fatal(err)
		}
		if !strings.HasPrefix(first.String(), begin) || !bytes.Equal(first.Bytes(), second.Bytes()) {
			t.Errorf("%s: %.20q, the same twice: %v", format, first.String(), bytes.Equal(first.Bytes(), second.Bytes()))
		}
		if format == "svg" && (!strings.Contains(first.String(), "brackets") || !strings.Contains(first.String(), "@21")) {
			t.Error("the words are not there")
		}
	}
	if err := plot.Draw(&bytes.Buffer{}, "bmp", sessions); err == nil {
		t.Error("an unknown format is drawn")
	}
	if err := plot.Draw(&bytes.Buffer{}, "svg", sessions[:1]); err != nil {
		t.Errorf("one session: %v", err)
	}
}
