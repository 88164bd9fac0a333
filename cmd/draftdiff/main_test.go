package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/testscript"

	"github.com/draftdiff/draftdiff/internal/golden"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"draftdiff": main})
}

// TestScript runs the scripts, each of which says what it is there for. Beside
// the commands of testscript they have
//
//	code N CMD…     runs CMD and checks its exit code
//	bytes FILE STR  writes a file from a Go string, for bytes that no script can hold
func TestScript(t *testing.T) {
	t.Parallel()
	for _, program := range []string{"git", "pre-commit"} {
		if _, err := exec.LookPath(program); err != nil && os.Getenv("DRAFTDIFF_NO_SKIP") != "" {
			t.Fatal(program + " is missing, and nothing may be skipped here")
		}
	}
	built, err := exec.Command("go", "env", "GOMODCACHE", "GOCACHE").Output()
	if err != nil {
		t.Fatal(err)
	}
	modules, cache, _ := strings.Cut(strings.TrimSpace(string(built)), "\n")
	testscript.Run(t, testscript.Params{
		Dir:           "testdata/script",
		UpdateScripts: golden.Update(),
		Setup: func(e *testscript.Env) error {
			checkout, err := filepath.Abs("../..")
			e.Setenv("CHECKOUT", checkout)
			e.Setenv("GOMODCACHE", modules)
			e.Setenv("GOCACHE", cache)
			e.Setenv("FORMATS", filepath.Join(checkout, "fixtures", "formats"))
			e.Setenv("GIT_CONFIG_NOSYSTEM", "1")
			e.Setenv("GIT_AUTHOR_NAME", "Secretariat")
			e.Setenv("GIT_AUTHOR_EMAIL", "secretariat@example.org")
			e.Setenv("GIT_COMMITTER_NAME", "Secretariat")
			e.Setenv("GIT_COMMITTER_EMAIL", "secretariat@example.org")
			return err
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"code":  checkCode,
			"bytes": writeBytes,
		},
	})
}

func checkCode(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: code N CMD…")
	}
	err := ts.Exec(args[1], args[2:]...)
	got := 0
	if exit, ok := err.(interface{ ExitCode() int }); ok {
		got = exit.ExitCode()
	} else if err != nil {
		ts.Fatalf("%v", err)
	}
	if want, _ := strconv.Atoi(args[0]); got != want {
		ts.Fatalf("exit code %d, want %s", got, args[0])
	}
}

func writeBytes(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: bytes FILE STRING")
	}
	s, err := strconv.Unquote(`"` + args[1] + `"`)
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(s), 0o644))
}

func TestFlagsFirst(t *testing.T) {
	t.Parallel()
	app := newApp(nil, nil, nil)
	for _, c := range []struct{ in, want string }{
		{"draftdiff", "draftdiff"},
		{"draftdiff snapshot a --format text", "draftdiff snapshot --format text -- a"},
		{"draftdiff snapshot a --format=text -o b", "draftdiff snapshot --format=text -o b -- a"},
		{"draftdiff snapshot - -o -", "draftdiff snapshot -o - -- -"},
		{"draftdiff snapshot --text a", "draftdiff snapshot --text -- a"},
		{"draftdiff snapshot a -- --format", "draftdiff snapshot -- a --format"},
		{"draftdiff diff a b --party -x c", "draftdiff diff --party -x -- a b c"},
		{"draftdiff diff a --party", "draftdiff diff --party"},
		{"draftdiff --help snapshot", "draftdiff --help snapshot"},
		{"draftdiff nothing a --x", "draftdiff nothing a --x"},
		{"draftdiff snapshot a -- --generate-bash-completion", "draftdiff snapshot a -- --generate-bash-completion"},
	} {
		got := strings.Join(flagsFirst(app, strings.Fields(c.in)), " ")
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.in, diff)
		}
	}
}

func TestByteSize(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ in, want string }{
		{"1", "1"}, {"1000", "1000"}, {"2048", "2K"}, {"500k", "500K"}, {"256M", "256M"}, {"256 MiB", "256M"}, {"2GB", "2G"}, {"1T", "1T"},
		{"", ""}, {"-1", ""}, {"0", ""}, {"x", ""}, {"9999999T", ""},
	} {
		var s byteSize
		if err := s.Set(c.in); err != nil && c.want != "" || err == nil && s.String() != c.want {
			t.Errorf("%q: got %s, %v; want %s", c.in, s.String(), err, c.want)
		}
	}
}

func TestGitObject(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		in, rev, file string
		ok            bool
	}{
		{"HEAD:draft.md", "HEAD", "draft.md", true},
		{"HEAD~1:texts/draft.md", "HEAD~1", "texts/draft.md", true},
		{"v1.0:./draft.md", "v1.0", "./draft.md", true},
		{"main:a:b.md", "main", "a:b.md", true},
		{`C:\drafts\a.md`, "", "", false},
		{`C:/drafts/a.md`, "", "", false},
		{"draft.md", "", "", false},
		{":draft.md", "", "", false},
		{"HEAD:", "", "", false},
		{"HEAD:a\nb", "", "", false},
	} {
		rev, file, ok := gitObject(c.in)
		if rev != c.rev || file != c.file || ok != c.ok {
			t.Errorf("%s: got %q, %q, %v", c.in, rev, file, ok)
		}
	}
}
