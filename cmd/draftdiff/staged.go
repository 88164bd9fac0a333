package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/draftdiff/draftdiff/pkg/config"
	"github.com/draftdiff/draftdiff/pkg/snapshot"
	"github.com/draftdiff/draftdiff/pkg/source/open"
)

// A change is a staged file: what it was in HEAD and what it is in the index.
type change struct {
	path, oldPath       string // from the root of the repository
	hash, oldHash       string // "" if there is none
	content, oldContent []byte
}

// stagedJobs are the drafts that are staged, or those of them that the user
// names. Whole files are read from the index: what counts is what will be
// committed, not what stands in the work tree.
func (k *checker) stagedJobs(ctx context.Context, only []string, notes io.Writer) ([]job, error) {
	repo, err := openRepo(ctx)
	if err != nil {
		return nil, err
	}
	changes, err := repo.staged(ctx)
	if err != nil {
		return nil, err
	}
	if len(only) > 0 {
		named := map[string]bool{}
		for _, file := range only {
			named[path.Join(repo.prefix, filepath.ToSlash(file))] = true
		}
		changes = slices.DeleteFunc(changes, func(c change) bool { return !named[c.path] })
	}
	configs, err := repo.configs(ctx, changes, k.config, notes)
	if err != nil {
		return nil, err
	}
	guess := map[string]bool{}
	changes = slices.DeleteFunc(changes, func(c change) bool {
		draft, said := configs[path.Dir(c.path)].draft(c.path)
		guess[c.path] = !said
		return said && !draft || !said && !draftEndings[strings.ToLower(path.Ext(c.path))]
	})
	if err := repo.contents(ctx, changes); err != nil {
		return nil, err
	}
	jobs := make([]job, 0, len(changes))
	for _, c := range changes {
		j := job{name: c.path, oldName: "HEAD:" + c.oldPath, guess: guess[c.path]}
		j.new = func(context.Context) (*input, error) { return k.blob(c.path, c.content) }
		if c.oldHash != "" {
			j.old = func(context.Context) (*input, error) { return k.blob(c.oldPath, c.oldContent) }
		}
		j.config = func() (*config.Config, error) { return configs[path.Dir(c.path)].Config, nil }
		if guess[c.path] {
			if _, err := open.Read(baseOf(c.path), c.content, k.limits); err != nil {
				fmt.Fprintf(notes, "draftdiff: %s is not checked: %v\n", c.path, err)
				continue
			}
		}
		jobs = append(jobs, j)
	}
	return jobs, nil
}

// draftEndings are the endings of files that are looked into when no configuration
// says which files are drafts.
var draftEndings = map[string]bool{".md": true, ".markdown": true, ".txt": true, ".docx": true, ".html": true, ".htm": true, ".pdf": true, ".xml": true, ".akn": true}

// readsLikeDraft tells a negotiated text from a README: it has articles, or
// proposals with sponsors.
func readsLikeDraft(in *input) bool {
	if in == nil {
		return false
	}
	return slices.ContainsFunc(in.snapshot.Units, func(u snapshot.Unit) bool {
		return u.Kind == snapshot.KindArticle || u.Kind == snapshot.KindChapter || u.Kind == snapshot.KindPreamble
	}) || slices.ContainsFunc(in.snapshot.Proposals, func(p snapshot.Proposal) bool { return len(p.Sponsors) > 0 })
}

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

// staged lists the regular files that differ between HEAD and the index, those
// that were deleted aside. Renames are followed.
func (r *repo) staged(ctx context.Context) ([]change, error) {
	out, err := r.git(ctx, nil, "diff", "--cached", "--raw", "-z", "-M30%", "--no-abbrev", "--no-ext-diff", "--diff-filter=AMRC")
	if err != nil {
		return nil, err
	}
	var list []change
	fields := strings.Split(string(out), "\x00")
	for len(fields) > 1 && strings.HasPrefix(fields[0], ":") {
		// ":100644 100644 HASH HASH R087", "old", "new"
		head := strings.Fields(fields[0])
		c := change{path: fields[1], oldPath: fields[1], hash: head[3], oldHash: head[2]}
		fields = fields[2:]
		if s := head[4][0]; s == 'R' || s == 'C' {
			c.path, fields = fields[0], fields[1:]
		}
		if strings.Trim(c.oldHash, "0") == "" {
			c.oldHash = ""
		}
		if strings.HasPrefix(head[1], "100") { // no link, no submodule
			list = append(list, c)
		}
	}
	return list, nil
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

// A folder's configuration, and where it stands.
type folderConfig struct {
	*config.Config
	dir string
}

// draft asks the configuration whether a file is a draft.
func (f folderConfig) draft(file string) (draft, said bool) {
	return f.IsDraft(strings.TrimPrefix(strings.TrimPrefix(file, f.dir), "/"))
}

// configs reads the draftdiff.yaml of each folder, upward, from the index: an
// edit is accepted by what is committed with it.
func (r *repo) configs(ctx context.Context, changes []change, given *config.Config, notes io.Writer) (map[string]folderConfig, error) {
	found := map[string]folderConfig{}
	var dirs []string
	for _, c := range changes {
		for d := path.Dir(c.path); ; d = path.Dir(d) {
			if _, ok := found[d]; ok {
				break
			}
			found[d] = folderConfig{given, "."}
			dirs = append(dirs, d)
			if d == "." {
				break
			}
		}
	}
	if given != nil || len(dirs) == 0 {
		return found, nil
	}
	slices.SortFunc(dirs, func(a, b string) int { return strings.Count(a, "/") - strings.Count(b, "/") })
	slices.SortStableFunc(dirs, func(a, b string) int { return bool2int(b == ".") - bool2int(a == ".") })
	var ask bytes.Buffer
	for _, d := range dirs {
		ask.WriteString(":" + path.Join(d, config.Name) + "\n")
	}
	out, err := r.git(ctx, &ask, "cat-file", "--batch")
	if err != nil {
		return nil, err
	}
	in := bufio.NewReader(bytes.NewReader(out))
	for _, d := range dirs {
		b, err := object(in)
		if err != nil {
			return nil, err
		}
		name := path.Join(d, config.Name)
		switch _, missing := os.Stat(filepath.Join(r.root, filepath.FromSlash(name))); {
		case b != nil:
			cfg, err := config.Parse(name, b)
			if err != nil {
				return nil, configError(name, err)
			}
			found[d] = folderConfig{cfg, strings.TrimPrefix(d, ".")}
			continue
		case missing == nil:
			fmt.Fprintf(notes, "draftdiff: %s does not count yet: stage it with “git add %s”\n", name, name)
		}
		found[d] = folderConfig{&config.Config{}, ""}
		if up, ok := found[path.Dir(d)]; ok && d != "." {
			found[d] = up
		}
	}
	return found, nil
}

func bool2int(b bool) int {
	if b {
		return 1
	}
	return 0
}
