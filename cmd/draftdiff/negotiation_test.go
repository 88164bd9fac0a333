package main

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"

	"github.com/draftdiff/draftdiff/internal/golden"
)

// TestNegotiation compares what the program prints of the constructed
// negotiation with what was read against its story and found right.
func TestNegotiation(t *testing.T) {
	t.Parallel()
	where := filepath.Join(t.TempDir(), "kept")
	prints := func(args ...string) string {
		t.Helper()
		var out, stderr bytes.Buffer
		if code := run(t.Context(), append([]string{"draftdiff"}, args...), nil, &out, &stderr); code != exitFine {
			t.Fatalf("draftdiff %s: exit code %d, %s", strings.Join(args, " "), code, stderr.String())
		}
		return out.String()
	}
	texts, err := filepath.Glob("../../fixtures/negotiation/session-*.md")
	if err != nil || len(texts) != 5 {
		t.Fatalf("%d sessions, %v", len(texts), err)
	}
	prints("init", "--store", where)
	prints(append([]string{"add", "--store", where}, texts...)...)
	for name, args := range map[string]string{
		"log.txt":        "log",
		"culvert.txt":    "log art_2__para__subpara_b",
		"article-14.txt": "blame art_14",
		"article-6.txt":  "blame art_6@2",
		"jp.txt":         "party JP",
		"search.csv":     "search culvert --format csv",
		"stats.txt":      "stats",
		"report.txt":     "report --format text",
	} {
		got := prints(append(strings.Fields(args), "--store", where)...)
		golden.Compare(t, filepath.Join("testdata", "negotiation", name), []byte(got))
	}
}
