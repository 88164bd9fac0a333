package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"

	"github.com/urfave/cli/v2"

	"github.com/draftdiff/draftdiff/pkg/config"
	"github.com/draftdiff/draftdiff/pkg/party"
	"github.com/draftdiff/draftdiff/pkg/snapshot"
	"github.com/draftdiff/draftdiff/pkg/source"
	"github.com/draftdiff/draftdiff/pkg/source/open"
)

// An input is a text that a command was given.
type input struct {
	arg      string // as the user wrote it
	snapshot *snapshot.Snapshot
	document *source.Document // nil if the input was a saved snapshot
	marked   *source.Document // the same, with the tracked changes of parties in the notation
}

// A reader reads the texts that a command was given.
type reader struct {
	stdin   io.Reader
	limits  open.Limits
	authors snapshot.Authors // of tracked changes
	store   string           // where the sessions are, "" to look for it
	config  *config.Config   // of --config; nil to look for it upward from each file
	here    bool             // look for it from the present folder, wherever the file is
}

func newReader(c *cli.Context) *reader {
	return &reader{stdin: c.App.Reader, limits: limits(c), authors: authorsOf(c), store: c.String("store")}
}

// one checks that a command was given one file, and reads it.
func (r *reader) one(c *cli.Context) (*input, error) {
	switch c.NArg() {
	case 0:
		return nil, errors.New("which text? Give a file, or - for standard input" + seeHelp)
	case 1:
		return r.read(c.Context, c.Args().First())
	}
	return nil, fmt.Errorf("one text is wanted here, and there are %d: %s%s", c.NArg(), strings.Join(c.Args().Slice(), ", "), seeHelp)
}

// read reads the text that arg names, whatever it is.
func (r *reader) read(ctx context.Context, arg string) (*input, error) {
	if in, err := r.stored(ctx, arg); in != nil || err != nil {
		return in, err
	}
	name, b, err := r.bytes(ctx, arg)
	if err != nil {
		return nil, &fileError{arg, err}
	}
	in := &input{arg: arg}
	if kind := savedKind(b); kind != "" {
		in.snapshot, err = decodeSaved(kind, b)
	} else if in.document, err = open.Read(name, b, r.limits); err == nil {
		var wrong error // is in the configuration, not in the text
		if in.document.Parties, wrong = r.declared(arg); wrong != nil {
			return nil, wrong
		}
		in.understand(name, r.authors)
	}
	if err != nil {
		return nil, &fileError{arg, err}
	}
	return in, nil
}

// understand makes the snapshot of the document.
func (in *input) understand(name string, authors snapshot.Authors) {
	in.marked = snapshot.Tracked(in.document, authors)
	in.snapshot = snapshot.Build(in.marked, name)
}

// declare reads the document, if it is there, anew with parties that it does not
// declare itself, if it was read with others.
func (in *input) declare(decls []party.Declaration, authors snapshot.Authors) {
	if in == nil || in.document == nil || slices.Equal(in.document.Parties, decls) {
		return
	}
	doc := *in.document
	doc.Parties = decls
	in.document = &doc
	in.understand(in.snapshot.Document.Source.Name, authors)
}

// bytes returns the content of what arg names, and a name for it that is not a
// path.
func (r *reader) bytes(ctx context.Context, arg string) (name string, b []byte, err error) {
	if arg == "-" {
		b, err = r.all(r.stdin, 0)
		return "stdin", b, err
	}
	info, err := os.Stat(arg)
	switch {
	case err == nil && info.IsDir():
		return "", nil, errors.New("this is a folder; give a file in it")
	case err == nil:
		b, err = r.file(arg, info.Size())
		return filepath.Base(arg), b, err
	case !errors.Is(err, fs.ErrNotExist) && runtime.GOOS != "windows":
		return "", nil, plainly(err)
	}
	if rev, file, ok := gitObject(arg); ok {
		b, err = readGit(ctx, rev, file, r.limits)
		return path.Base(filepath.ToSlash(file)), b, err
	}
	return "", nil, errors.New("there is no such file")
}

func (r *reader) file(name string, size int64) ([]byte, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, plainly(err)
	}
	defer f.Close()
	return r.all(f, size)
}

// all reads from f up to the limit; size is what is expected.
func (r *reader) all(f io.Reader, size int64) ([]byte, error) {
	limit := r.limits.Bytes
	if limit > 0 {
		if size > limit {
			return nil, open.TooLarge(limit)
		}
		f = io.LimitReader(f, limit+1)
	}
	var b bytes.Buffer
	b.Grow(int(size) + bytes.MinRead)
	if _, err := b.ReadFrom(f); err != nil {
		return nil, plainly(err)
	}
	if limit > 0 && int64(b.Len()) > limit {
		return nil, open.TooLarge(limit)
	}
	return b.Bytes(), nil
}

// plainly takes the name of the file and of the system call off an error.
func plainly(err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return errors.New("there is no such file")
	case errors.Is(err, fs.ErrPermission):
		return errors.New("you may not read this file")
	case errors.Is(err, syscall.EISDIR):
		return errors.New("this is a folder; give a file in it")
	}
	if p, ok := errors.AsType[*fs.PathError](err); ok {
		return p.Err
	}
	return err
}

// savedKind returns "snapshot" or "diff" if b is JSON that draftdiff wrote.
func savedKind(b []byte) string {
	head := bytes.TrimSpace(b[:min(len(b), 200)])
	if !bytes.HasPrefix(head, []byte("{")) {
		return ""
	}
	for _, kind := range []string{"snapshot", "diff", "error"} {
		if bytes.Contains(head, []byte(`"draftdiff.`+kind+`/`)) {
			return kind
		}
	}
	return ""
}

func decodeSaved(kind string, b []byte) (*snapshot.Snapshot, error) {
	if kind != "snapshot" {
		return nil, errors.New("this is a report that draftdiff wrote, not a text; give the texts that it was made from")
	}
	return snapshot.Decode(bytes.NewReader(b))
}
