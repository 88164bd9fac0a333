package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/draftdiff/draftdiff/internal/golden"
)

const (
	fifth = "../../fixtures/ahc-5th-session.md"
	sixth = "../../fixtures/ahc-6th-session-constructed.md"
)

// TestFixtures compares what the program prints of the fixtures, in every
// format, with what was read and found right.
func TestFixtures(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		args string
		code int
	}{
		"snapshot.txt": {"snapshot --format text " + fifth, exitFine},
		"report.txt":   {"diff " + fifth + " " + sixth, exitChanges},
		"report.md":    {"diff --format markdown " + fifth + " " + sixth, exitChanges},
		"report.csv":   {"diff --format csv " + fifth + " " + sixth, exitChanges},
		"report.json":  {"diff --format json --unit art_59 --unit art_104 " + fifth + " " + sixth, exitChanges},
		"caricom.txt":  {"diff --party CARICOM " + fifth + " " + sixth, exitChanges},
		"base.txt":     {"show --as base --unit art_104 " + fifth, exitFine},
	} {
		var out, stderr bytes.Buffer
		code := run(t.Context(), append([]string{"draftdiff"}, strings.Fields(c.args)...), nil, &out, &stderr)
		if code != c.code || stderr.Len() > 0 {
			t.Errorf("draftdiff %s: exit code %d, %s", c.args, code, stderr.String())
		}
		golden.Compare(t, filepath.Join("testdata", "fixtures", name), out.Bytes())
	}
}

// TestSame checks that a text does not differ from itself, from its snapshot, or
// from itself with other line ends.
func TestSame(t *testing.T) {
	t.Parallel()
	b, err := os.ReadFile(fifth)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	crlf := filepath.Join(dir, "crlf.md")
	if err := os.WriteFile(crlf, bytes.ReplaceAll(b, []byte("\n"), []byte("\r\n")), 0o666); err != nil {
		t.Fatal(err)
	}
	saved := filepath.Join(dir, "saved.json")
	if code := run(t.Context(), []string{"draftdiff", "snapshot", fifth, "-o", saved}, nil, nil, os.Stderr); code != exitFine {
		t.Fatalf("exit code %d", code)
	}
	for _, other := range []string{fifth, saved, crlf} {
		var out bytes.Buffer
		if code := run(t.Context(), []string{"draftdiff", "diff", fifth, other}, nil, &out, os.Stderr); code != exitFine {
			t.Errorf("%s: exit code %d\n%s", filepath.Base(other), code, out.String())
		}
	}
}

// BenchmarkDiff is the whole way from two files to a report.
func BenchmarkDiff(b *testing.B) {
	for _, format := range []string{"text", "json"} {
		b.Run(format, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				var out bytes.Buffer
				run(b.Context(), []string{"draftdiff", "diff", "--format", format, fifth, sixth}, nil, &out, os.Stderr)
			}
		})
	}
}

// TestReadme checks that the example of the README is what the program prints,
// but for line breaks and what "…" leaves out.
func TestReadme(t *testing.T) {
	t.Parallel()
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, example, _ := strings.Cut(string(readme), "$ draftdiff diff fixtures/ahc-5th-session.md fixtures/ahc-6th-session-constructed.md\n")
	example, _, found := strings.Cut(example, "\n```")
	if !found {
		t.Fatal("the README has no example")
	}
	plain := func(s string) string { return strings.Join(strings.Fields(strings.ReplaceAll(s, "─", "")), " ") }
	var out bytes.Buffer
	run(t.Context(), []string{"draftdiff", "diff", fifth, sixth}, nil, &out, os.Stderr)
	printed := plain(out.String())
	for part := range strings.SplitSeq(example, "\n…") {
		if !strings.Contains(printed, plain(part)) {
			t.Errorf("the program does not print this part of the README:\n%s", part)
		}
	}
}
