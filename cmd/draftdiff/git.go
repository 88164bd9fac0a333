package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os/exec"
	"strings"

	"github.com/draftdiff/draftdiff/pkg/source/open"
)

// gitObject splits REV:PATH. A drive letter is no revision.
func gitObject(arg string) (rev, file string, ok bool) {
	rev, file, ok = strings.Cut(arg, ":")
	drive := len(rev) == 1 && strings.HasPrefix(strings.ReplaceAll(file, `\`, "/"), "/")
	if !ok || rev == "" || file == "" || drive || strings.ContainsAny(arg, "\n\r\x00") {
		return "", "", false
	}
	return rev, strings.ReplaceAll(file, `\`, "/"), true
}

// readGit reads a file of a revision through the git program. The path is
// looked up from the present folder first, then, as git does, from the root of
// the repository.
func readGit(ctx context.Context, rev, file string, lim open.Limits) ([]byte, error) {
	names := []string{rev + ":" + file}
	if !strings.HasPrefix(file, ".") {
		names = []string{rev + ":./" + file, rev + ":" + file}
	}
	cmd := exec.CommandContext(ctx, "git", "cat-file", "--batch-check")
	cmd.Stdin = strings.NewReader(strings.Join(names, "\n") + "\n")
	out, err := cmd.Output()
	switch {
	case errors.Is(err, exec.ErrNotFound):
		return nil, errors.New("there is no such file, and git, which could look for it in a repository, is not installed")
	case err != nil:
		return nil, fmt.Errorf("there is no such file, and git cannot help: %s", gitSays(err))
	}
	for line := range strings.Lines(string(out)) {
		var hash, kind string
		var size int64
		if n, _ := fmt.Sscan(line, &hash, &kind, &size); n != 3 {
			continue // "… missing", "… ambiguous"
		}
		if kind != "blob" {
			return nil, errors.New("this is a folder in the repository; give a file in it")
		}
		if lim.Bytes > 0 && size > lim.Bytes {
			return nil, open.TooLarge(lim.Bytes)
		}
		b, err := exec.CommandContext(ctx, "git", "cat-file", "blob", hash).Output()
		if err != nil {
			return nil, fmt.Errorf("git cannot read it: %s", gitSays(err))
		}
		return b, nil
	}
	return nil, fmt.Errorf("there is no such file, and in the repository no revision %q that has it", rev)
}

// gitSays gives the first line of what git wrote about its failure.
func gitSays(err error) string {
	if exit, ok := errors.AsType[*exec.ExitError](err); ok {
		first, _, _ := bytes.Cut(bytes.TrimSpace(exit.Stderr), []byte("\n"))
		if len(first) > 0 {
			return strings.TrimPrefix(string(first), "fatal: ")
		}
	}
	return err.Error()
}
