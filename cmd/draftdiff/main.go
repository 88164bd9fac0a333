package main

import (
	"context"
	"errors"
	"io"
	"os"
	"runtime/debug"

	"github.com/draftdiff/draftdiff/internal/jsonio"
	"github.com/draftdiff/draftdiff/pkg/source/pdf/isolate"
)

func main() {
	if servesPDF(os.Args) {
		os.Exit(isolate.Serve(os.Stdin, os.Stdout))
	}
	tuneMemory()
	os.Exit(run(withIsolation(context.Background()), os.Args, os.Stdin, os.Stdout, os.Stderr))
}

// tuneMemory lets the heap grow further than usual between collections, since
// the program runs for milliseconds, and holds large texts to a limit. It leaves
// alone what the user has set.
func tuneMemory() {
	if os.Getenv("GOGC") == "" && os.Getenv("GOMEMLIMIT") == "" {
		debug.SetGCPercent(400)
		debug.SetMemoryLimit(1 << 30)
	}
}

// The exit codes.
const (
	exitFine    = 0
	exitChanges = 1
	exitTrouble = 2
)

// errChanges is what a command returns when it found changes, and nothing went
// wrong.
var errChanges = errors.New("the texts differ")

// A fileError is trouble with one of the files on the command line.
type fileError struct {
	name string // as the user wrote it
	err  error
}

func (e *fileError) Error() string { return e.name + ": " + e.err.Error() }
func (e *fileError) Unwrap() error { return e.err }

// run runs the program and returns its exit code.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	app := newApp(stdin, stdout, stderr)
	args = flagsFirst(app, args)
	err := app.RunContext(ctx, args)
	if err != nil && !errors.Is(err, errChanges) {
		explain(stderr, err, wantsJSON(args))
	}
	return exitCode(err)
}

// exitCode is the one place that maps errors to exit codes.
func exitCode(err error) int {
	switch {
	case err == nil:
		return exitFine
	case errors.Is(err, errChanges):
		return exitChanges
	}
	return exitTrouble
}

// explain writes what went wrong in one line, or as JSON for a program.
func explain(w io.Writer, err error, asJSON bool) {
	if !asJSON {
		_, _ = io.WriteString(w, "draftdiff: "+err.Error()+"\n")
		return
	}
	var file fileError
	if f, ok := errors.AsType[*fileError](err); ok {
		file, err = *f, f.err
	}
	j := jsonio.NewWriter(w)
	j.Object()
	j.Key("schema")
	j.String("draftdiff.error/v1")
	j.Key("file")
	j.String(file.name)
	j.Key("message")
	j.String(err.Error())
	j.EndObject()
	j.Buf = append(j.Buf, '\n')
	_ = j.Flush() // there is nobody left to tell
}
