package main

import (
	"context"
	"fmt"
	"io"
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
	changes, err := repo.changes(ctx, "--diff-filter=AMRC", "--cached")
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
	if changes, err = repo.notMerged(ctx, changes); err != nil {
		return nil, err
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

// changes lists the regular files that differ, as “git diff” with these arguments
// finds them. Renames are followed.
func (r *repo) changes(ctx context.Context, args ...string) ([]change, error) {
	out, err := r.git(ctx, nil, append([]string{"diff", "--raw", "-z", "-M30%", "--no-abbrev", "--no-ext-diff"}, args...)...)
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

// notMerged leaves out, while a merge is going on, the files that are as in the
// branch that is merged: they were checked when they were committed there.
func (r *repo) notMerged(ctx context.Context, changes []change) ([]change, error) {
	if _, err := r.git(ctx, nil, "rev-parse", "--quiet", "--verify", "MERGE_HEAD"); err != nil {
		return changes, nil
	}
	out, err := r.git(ctx, nil, "diff", "--cached", "--name-only", "-z", "--no-ext-diff", "MERGE_HEAD")
	if err != nil {
		return nil, err
	}
	differ := map[string]bool{}
	for name := range strings.SplitSeq(string(out), "\x00") {
		differ[name] = true
	}
	return slices.DeleteFunc(changes, func(c change) bool { return !differ[c.path] }), nil
}
