package main

import (
	"cmp"
	"context"
	"errors"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"
	"sync"

	"github.com/urfave/cli/v2"

	"github.com/draftdiff/draftdiff/pkg/check"
	"github.com/draftdiff/draftdiff/pkg/check/format"
	"github.com/draftdiff/draftdiff/pkg/config"
	"github.com/draftdiff/draftdiff/pkg/source/open"
)

// A job is a draft to check: two texts, read when its turn comes.
type job struct {
	name, oldName string
	file          string // of the work tree, "" if it is none
	new, old      func(context.Context) (*input, error)
	config        func() (*config.Config, error)
	guess         bool // whether it is a draft has to be seen from its content
}

// jobs are the files that the user names.
func (k *checker) jobs(c *cli.Context) ([]job, error) {
	files := c.Args().Slice()
	if len(files) == 0 {
		return nil, errors.New("which text? Give one or more files, - for standard input, or --staged" + seeHelp)
	}
	against := c.String("against")
	rev, each := strings.CutSuffix(against, ":")
	if against != "" && !each && len(files) > 1 {
		return nil, errors.New("one older text cannot stand for several; give --against REV: to compare each file with itself in REV" + seeHelp)
	}
	jobs := make([]job, len(files))
	for i, file := range files {
		j := job{name: filepath.ToSlash(file), file: file}
		j.new = func(ctx context.Context) (*input, error) { return k.read(ctx, file) }
		j.config = func() (*config.Config, error) { return k.configOf(file) }
		if against != "" {
			j.oldName = against
			j.old = func(ctx context.Context) (*input, error) { return k.read(ctx, against) }
			if each {
				j.old = func(ctx context.Context) (old *input, err error) {
					old, jobs[i].oldName, err = k.earlier(ctx, rev, file)
					return old, err
				}
			}
		}
		if _, err := os.Stat(file); err != nil {
			j.file = ""
		}
		jobs[i] = j
	}
	return jobs, nil
}

// earlier reads a file as it was in a revision, and tells what it was called
// there; nil if it was not there yet.
func (k *checker) earlier(ctx context.Context, rev, file string) (old *input, name string, err error) {
	if filepath.IsAbs(file) {
		file = shown(file)
	}
	arg := rev + ":" + filepath.ToSlash(file)
	known := exec.CommandContext(ctx, "git", "rev-parse", "--quiet", "--verify", "--end-of-options", rev+"^{tree}").Run() == nil
	there := exec.CommandContext(ctx, "git", "cat-file", "-e", rev+":./"+filepath.ToSlash(file)).Run() == nil
	if known && !there {
		return k.renamed(ctx, rev, file)
	}
	old, err = k.read(ctx, arg)
	return old, arg, err
}

// renamed is earlier for a file that had another name in the revision.
func (k *checker) renamed(ctx context.Context, rev, file string) (old *input, name string, err error) {
	repo, err := openRepo(ctx)
	if err != nil {
		return nil, "", err
	}
	changes, err := repo.changes(ctx, "--diff-filter=R", rev)
	if err != nil {
		return nil, "", err
	}
	for _, c := range changes {
		if c.path == path.Join(repo.prefix, filepath.ToSlash(file)) {
			b, err := repo.git(ctx, nil, "cat-file", "blob", c.oldHash)
			if err != nil {
				return nil, "", err
			}
			old, err = k.blob(c.oldPath, b)
			return old, rev + ":" + c.oldPath, err
		}
	}
	return nil, "", nil
}

// shown is a path as the user would write it from the present folder.
func shown(file string) string {
	if dir, err := os.Getwd(); err == nil {
		if rel, err := filepath.Rel(dir, file); err == nil {
			return rel
		}
	}
	return file
}

// check checks one draft; nil if it turns out to be none.
func (k *checker) check(ctx context.Context, j *job) (*format.File, error) {
	cfg, err := j.config()
	if err != nil {
		return nil, err
	}
	if len(k.accept) > 0 {
		with := *cfg
		with.Accept = append(with.Accept[:len(with.Accept):len(with.Accept)], k.accept...)
		cfg = &with
	}
	now, old, err := j.read(ctx)
	if err != nil {
		return nil, err
	}
	decls := check.Declared(cfg)
	now.declare(decls, k.authors)
	old.declare(decls, k.authors)
	if j.guess && !readsLikeDraft(now) && !readsLikeDraft(old) {
		return nil, nil
	}
	f := &format.File{Name: j.name, Text: now.text()}
	if old != nil {
		f.OldName, f.Old = j.oldName, old.text()
	}
	r, err := check.Run(check.NewPass(f.Text, f.Old, cfg), k.opt)
	if err != nil {
		return nil, configError(err)
	}
	f.Findings, f.Accepted, f.Known = r.Findings, r.Accepted, r.Known
	return f, nil
}

// read reads both texts of a job at once.
func (j *job) read(ctx context.Context) (now, old *input, err error) {
	var oldErr error
	var wg sync.WaitGroup
	if j.old != nil {
		wg.Go(func() { old, oldErr = j.old(ctx) })
	}
	now, err = j.new(ctx)
	wg.Wait()
	return now, old, cmp.Or(err, oldErr)
}

// blob reads a text whose bytes came from git; name is what it is called there.
func (r *reader) blob(name string, b []byte) (*input, error) {
	in := &input{arg: name}
	var err error
	if kind := savedKind(b); kind != "" {
		in.snapshot, err = decodeSaved(kind, b)
	} else if in.document, err = open.Read(baseOf(name), b, r.limits); err == nil {
		in.understand(name, r.authors)
	}
	if err != nil {
		return nil, &fileError{name, err}
	}
	return in, nil
}

// text is what check makes of an input: tracked changes by delegations are
// proposals there too.
func (in *input) text() *check.Text {
	return check.NewText(in.marked, in.snapshot)
}

// baseOf is the last element of a path.
func baseOf(file string) string { return path.Base(filepath.ToSlash(file)) }
