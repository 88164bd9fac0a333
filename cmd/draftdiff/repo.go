package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"path/filepath"
	"strings"
)

// A repo is the git repository around the present folder.
type repo struct {
	root   string
	prefix string // of the present folder, from the root on
}

func openRepo(ctx context.Context) (*repo, error) {
	out, err := exec.CommandContext(ctx, "git", "rev-parse", "--show-toplevel", "--show-prefix").Output()
	if errors.Is(err, exec.ErrNotFound) {
		return nil, errors.New("git is needed for this and is not installed")
	}
	if err != nil {
		return nil, fmt.Errorf("git: %s", gitSays(err))
	}
	lines := strings.SplitN(string(out), "\n", 3)
	return &repo{filepath.FromSlash(lines[0]), strings.TrimSuffix(lines[1], "/")}, nil
}

// git runs git at the root of the repository.
func (r *repo) git(ctx context.Context, stdin io.Reader, args ...string) ([]byte, error) {
	cmd := exec.CommandContext(ctx, "git", args...)
	cmd.Dir, cmd.Stdin = r.root, stdin
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("git %s: %s", args[0], gitSays(err))
	}
	return out, nil
}

// contents reads all versions through one git process.
func (r *repo) contents(ctx context.Context, changes []change) error {
	var ask bytes.Buffer
	var to []*[]byte
	for i := range changes {
		c := &changes[i]
		ask.WriteString(c.hash + "\n")
		to = append(to, &c.content)
		if c.oldHash != "" {
			ask.WriteString(c.oldHash + "\n")
			to = append(to, &c.oldContent)
		}
	}
	if len(to) == 0 {
		return nil
	}
	out, err := r.git(ctx, &ask, "cat-file", "--batch")
	if err != nil {
		return err
	}
	in := bufio.NewReader(bytes.NewReader(out))
	for _, b := range to {
		if *b, err = object(in); err != nil {
			return err
		}
	}
	return nil
}

// object reads one answer of git cat-file --batch; nil if the object is missing.
func object(in *bufio.Reader) ([]byte, error) {
	line, err := in.ReadString('\n')
	if err != nil {
		return nil, fmt.Errorf("git cat-file: %w", err)
	}
	var hash, kind string
	var size int
	if n, _ := fmt.Sscan(line, &hash, &kind, &size); n != 3 {
		return nil, nil // "… missing"
	}
	b := make([]byte, size+1) // and a line end
	if _, err := io.ReadFull(in, b); err != nil {
		return nil, fmt.Errorf("git cat-file: %w", err)
	}
	return b[:size], nil
}
