package benchmarks

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/text"

	"github.com/draftdiff/draftdiff/pkg/snapshot"
	"github.com/draftdiff/draftdiff/pkg/source/open"
)

const fixture = "../fixtures/ahc-5th-session.md"

func read(b *testing.B) []byte {
	b.Helper()
	data, err := os.ReadFile(fixture)
	if err != nil {
		b.Fatal(err)
	}
	return data
}

// rivals compare words, as far as they are installed.
var rivals = [][]string{
	{"git", "diff", "--no-index", "--word-diff"},
	{"wdiff"},
	{"dwdiff"},
}

// BenchmarkDiff compares whole processes, from the command line to a report in a
// file, on the real text and on synthetic ones ten and a hundred times as long,
// with 15 % of the lines changed; heavy has 70 %. It comes first: a new process has
// the memory of the one that starts it in its peak.
func BenchmarkDiff(b *testing.B) {
	dir := b.TempDir()
	program := filepath.Join(dir, "draftdiff")
	build := exec.Command("go", "build", "-tags", "urfave_cli_no_docs", "-o", program, "./cmd/draftdiff")
	build.Dir = ".."
	if out, err := build.CombinedOutput(); err != nil {
		b.Fatalf("%v\n%s", err, out)
	}
	original := string(read(b))
	for _, size := range []struct {
		name  string
		times int
		share float64
	}{{"x1", 1, 0.15}, {"heavy", 1, 0.7}, {"x10", 10, 0.15}, {"x100", 100, 0.15}} {
		if testing.Short() && size.times > 10 {
			continue
		}
		old := Enlarge(original, size.times)
		pair := []string{write(b, dir, size.name+"-old.md", old), write(b, dir, size.name+"-new.md", Edit(old, size.share, 1))}
		for _, command := range append([][]string{{program, "diff", "--format", "text"}, {program, "diff", "--format", "json"}}, rivals...) {
			if _, err := exec.LookPath(command[0]); err != nil {
				b.Logf("%s is not installed", command[0])
				continue
			}
			name := filepath.Base(command[0]) + "-" + command[len(command)-1]
			if command[0] == "dwdiff" && size.times > 10 {
				continue // minutes
			}
			b.Run(size.name+"/"+name, func(b *testing.B) { process(b, dir, append(command[:len(command):len(command)], pair...)) })
		}
	}
}

func write(b *testing.B, dir, name, data string) string {
	b.Helper()
	name = filepath.Join(dir, name)
	if err := os.WriteFile(name, []byte(data), 0o666); err != nil {
		b.Fatal(err)
	}
	return name
}

// process runs a command with its output in a file and reports its peak memory.
func process(b *testing.B, dir string, command []string) {
	peak := int64(0)
	for b.Loop() {
		out, err := os.Create(filepath.Join(dir, "out"))
		if err != nil {
			b.Fatal(err)
		}
		var stderr bytes.Buffer
		cmd := exec.Command(command[0], command[1:]...)
		cmd.Stdout, cmd.Stderr = out, &stderr
		err = cmd.Run()
		if exit, ok := errors.AsType[*exec.ExitError](err); err != nil && (!ok || exit.ExitCode() != 1) {
			b.Fatalf("%s: %v\n%s", command[0], err, stderr.Bytes())
		}
		peak = max(peak, peakMemory(cmd.ProcessState))
		if err := out.Close(); err != nil {
			b.Fatal(err)
		}
	}
	if peak > 0 {
		b.ReportMetric(float64(peak)/1e6, "MB-peak")
	}
}

// BenchmarkParse compares the way from bytes to a snapshot with what a CommonMark
// parser needs for its tree of the same bytes, and shows that ten and a hundred
// times the text take ten and a hundred times as long.
func BenchmarkParse(b *testing.B) {
	data := read(b)
	b.Run("goldmark", func(b *testing.B) {
		parser := goldmark.New(goldmark.WithExtensions(extension.Strikethrough)).Parser()
		b.SetBytes(int64(len(data)))
		b.ReportAllocs()
		for b.Loop() {
			parser.Parse(text.NewReader(data))
		}
	})
	for _, times := range []int{1, 10, 100} {
		text := data
		if times > 1 {
			text = []byte(Enlarge(string(data), times))
		}
		b.Run("draftdiff/x"+strconv.Itoa(times), func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				doc, err := open.Read("a.md", text, open.Limits{})
				if err != nil {
					b.Fatal(err)
				}
				snapshot.Build(doc, "a.md")
			}
		})
	}
}

// TestEnlarge checks that the parts of a synthetic text have no words in common.
func TestEnlarge(t *testing.T) {
	data, err := os.ReadFile(fixture)
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range []int{1, 3, 30} {
		text := Enlarge(string(data), n)
		doc, err := open.Read("a.md", []byte(text), open.Limits{})
		if err != nil {
			t.Fatal(err)
		}
		s := snapshot.Build(doc, "a.md")
		articles := map[string]bool{}
		for _, u := range s.Units {
			if u.Kind == snapshot.KindArticle && u.Origin == snapshot.OriginBase {
				articles[u.Label] = true
			}
		}
		if len(articles) < 45*n {
			t.Errorf("%d times the text has %s", n, strconv.Itoa(len(articles))+" articles")
		}
	}
}
