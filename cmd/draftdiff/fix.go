package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"

	"github.com/urfave/cli/v2"

	"github.com/draftdiff/draftdiff/pkg/check"
	"github.com/draftdiff/draftdiff/pkg/config"
	"github.com/draftdiff/draftdiff/pkg/source"
	"github.com/draftdiff/draftdiff/pkg/source/open"
)

// fix puts the files right, or shows what it would change.
func (k *checker) fix(c *cli.Context, jobs []job) error {
	for _, j := range jobs {
		if j.file == "" {
			return &fileError{j.name, errors.New("only a file can be fixed")}
		}
		cfg, err := j.config()
		if err != nil {
			return err
		}
		in, err := j.new(c.Context)
		if err != nil {
			return err
		}
		if in.document == nil {
			return &fileError{j.name, check.ErrNotText}
		}
		in.declare(check.Declared(cfg), k.authors)
		fixed, done, err := k.cure(in.document, cfg)
		if err != nil {
			return &fileError{j.name, err}
		}
		if len(done) == 0 {
			continue
		}
		if c.Bool("diff") {
			if err := emit(c, func(w io.Writer) error { return lineDiff(w, j.name, in.document.Raw, fixed) }); err != nil {
				return err
			}
			continue
		}
		err = writeFile(j.file, func(w io.Writer) error {
			_, err := w.Write(fixed)
			return err
		})
		if err != nil {
			return &fileError{j.name, fmt.Errorf("not written: %w", err)}
		}
		for _, f := range done {
			fmt.Fprintf(c.App.ErrWriter, "%s:%d:%d: put right: %s %s\n", j.name, f.Place.Line, f.Column, f.Rule.Code, f.Message)
		}
	}
	return nil
}

// cure carries out fixes until none is left: one may come to light through
// another.
func (k *checker) cure(doc *source.Document, cfg *config.Config) ([]byte, []check.Finding, error) {
	read := func(b []byte) (*source.Document, error) {
		d, err := open.Read("", b, k.limits)
		if err == nil {
			d.Parties = doc.Parties
		}
		return d, err
	}
	b, done, err := check.Cure(doc, cfg, check.Options{Only: k.opt.Only, Except: k.opt.Except}, read)
	return b, done, err
}

// lineDiff prints the lines that fixes changed, as a unified diff. Fixes stay
// within their lines, so that both texts have the same number.
func lineDiff(w io.Writer, name string, old, new []byte) error {
	x, y := bytes.SplitAfter(old, []byte("\n")), bytes.SplitAfter(new, []byte("\n"))
	if len(x) != len(y) {
		return errors.New("a fix has changed the number of lines")
	}
	var b bytes.Buffer
	fmt.Fprintf(&b, "--- a/%s\n+++ b/%s\n", name, name)
	line := func(mark byte, s []byte) {
		b.WriteByte(mark)
		b.Write(s)
		if !bytes.HasSuffix(s, []byte("\n")) {
			b.WriteString("\n\\ No newline at end of file\n")
		}
	}
	const context = 1
	for i := 0; i < len(x); i++ {
		if bytes.Equal(x[i], y[i]) {
			continue
		}
		from, to := max(0, i-context), i
		for to < len(x) && !bytes.Equal(x[to], y[to]) {
			to++
		}
		end := min(len(x), to+context)
		if end == len(x) && len(x[end-1]) == 0 {
			end = max(to, end-1)
		}
		fmt.Fprintf(&b, "@@ -%d,%d +%d,%d @@\n", from+1, end-from, from+1, end-from)
		for n := from; n < i; n++ {
			line(' ', x[n])
		}
		for n := i; n < to; n++ {
			line('-', x[n])
		}
		for n := i; n < to; n++ {
			line('+', y[n])
		}
		for n := to; n < end; n++ {
			line(' ', x[n])
		}
		i = to - 1
	}
	_, err := w.Write(b.Bytes())
	return err
}
