package main

import (
	"bytes"
	"errors"
	"io"
	"os"

	"github.com/urfave/cli/v2"
	"golang.org/x/term"

	"github.com/draftdiff/draftdiff/pkg/report/docx"
)

// redlineAuthor is whose changes those of a redline are.
const redlineAuthor = "draftdiff"

// writeRedline writes the new text with what changed as tracked changes.
func writeRedline(c *cli.Context, old, new *input) error {
	for _, in := range []*input{old, new} {
		if in.document == nil {
			return &fileError{in.arg, errNoSource}
		}
	}
	err := emitDocument(c, func(w io.Writer) error {
		return docx.Redline(w, old.marked, new.marked, docx.Change{Author: redlineAuthor})
	})
	if err == nil && !bytes.Equal(old.document.Raw, new.document.Raw) {
		err = errChanges
	}
	return err
}

// writeSession writes a text with its proposals as tracked changes.
func writeSession(c *cli.Context, in *input) error {
	if c.IsSet("unit") || c.IsSet("as") {
		return errors.New("a Word document holds the whole text with all its proposals; leave out --unit and --as" + seeHelp)
	}
	return emitDocument(c, func(w io.Writer) error { return docx.Session(w, in.snapshot, in.marked) })
}

// emitDocument is emit for what is no text: a terminal cannot show it.
func emitDocument(c *cli.Context, write func(w io.Writer) error) error {
	if f, ok := c.App.Writer.(*os.File); ok && c.String("output") == "" && term.IsTerminal(int(f.Fd())) {
		return errors.New("a Word document cannot be shown in a terminal; give -o OUT.docx" + seeHelp)
	}
	return emit(c, write)
}
