package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// BenchmarkStaged is what a hook does before a commit of twenty drafts of 300
// KB; the goal is 1.5 seconds on two cores.
func BenchmarkStaged(b *testing.B) {
	if _, err := exec.LookPath("git"); err != nil {
		b.Skip("git is not installed")
	}
	old, err := os.ReadFile(fifth)
	if err != nil {
		b.Fatal(err)
	}
	now, err := os.ReadFile(sixth)
	if err != nil {
		b.Fatal(err)
	}
	dir := b.TempDir()
	git := func(args ...string) {
		cmd := exec.Command("git", append([]string{"-c", "user.name=x", "-c", "user.email=x@example.org"}, args...)...)
		cmd.Dir = dir
		if out, err := cmd.CombinedOutput(); err != nil {
			b.Fatalf("git %v: %v\n%s", args, err, out)
		}
	}
	write := func(text []byte) {
		for i := range 20 {
			// Each text is another one, as in life: git would store equal ones once.
			if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("draft%d.md", i)), fmt.Appendf(text, "\nText %d.\n", i), 0o666); err != nil {
				b.Fatal(err)
			}
		}
		git("add", ".")
	}
	git("init", "-q", ".")
	write(old)
	git("commit", "-qm", "first")
	write(now)
	b.Chdir(dir)
	for b.Loop() {
		var out, stderr bytes.Buffer
		if code := run(b.Context(), []string{"draftdiff", "check", "--staged"}, nil, &out, &stderr); code != exitChanges {
			b.Fatalf("exit code %d: %s", code, stderr.String())
		}
	}
}
