package main

import (
	"context"
	"os"

	"github.com/draftdiff/draftdiff/pkg/source/pdf/isolate"
)

// isolateKey is the key of a context under which the program is found that
// parses PDFs.
type isolateKey struct{}

// withIsolation returns a context in which PDFs are parsed by this program,
// started again. Only main has one: a test that calls run is not the program.
func withIsolation(ctx context.Context) context.Context {
	exe, err := os.Executable()
	if err != nil {
		return ctx
	}
	return context.WithValue(ctx, isolateKey{}, []string{exe, os.Args[0]})
}

// isolation is the program that parses PDFs, nil for none.
func isolation(ctx context.Context) []string {
	program, _ := ctx.Value(isolateKey{}).([]string)
	return program
}

// servesPDF reports whether this is the process that parses a PDF.
func servesPDF(args []string) bool { return len(args) == 2 && args[1] == isolate.Command }
