package main

import (
	"context"
	"errors"
	"io"
	"os"
	"os/exec"
	"runtime"
	"strings"

	"golang.org/x/term"
)

// readable is the widest line that is easy to read.
const readable = 100

// A terminal is what stands behind standard output, if anybody watches.
type terminal struct {
	watched bool
	color   bool
	width   int // 0 if nobody watches: lines are not broken
}

// newTerminal looks at where w goes.
func newTerminal(w io.Writer) terminal {
	var t terminal
	f, ok := w.(*os.File)
	if ok && term.IsTerminal(int(f.Fd())) {
		t.watched = true
		t.width = readable
		if width, _, err := term.GetSize(int(f.Fd())); err == nil && width > 20 {
			t.width = min(width, readable)
		}
	}
	t.color = wantsColor(t.watched)
	return t
}

// wantsColor follows what programs have agreed on: NO_COLOR forbids, FORCE_COLOR
// asks for it, otherwise it is for terminals that know it.
func wantsColor(watched bool) bool {
	if os.Getenv("NO_COLOR") != "" {
		return false
	}
	if force := os.Getenv("FORCE_COLOR"); force != "" {
		return force != "0"
	}
	old := runtime.GOOS == "windows" && os.Getenv("WT_SESSION") == "" // a console before Windows Terminal
	return watched && os.Getenv("TERM") != "dumb" && !old
}

// page hands write a writer that shows what it gets page by page, as git does:
// through $PAGER, else less, which quits by itself if one page is enough.
func page(ctx context.Context, stdout io.Writer, write func(w io.Writer) error) error {
	cmd := pager(ctx)
	if cmd == nil {
		return writeBuffered(stdout, write)
	}
	cmd.Stdout, cmd.Stderr = stdout, os.Stderr
	in, err := cmd.StdinPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		return writeBuffered(stdout, write)
	}
	err = writeBuffered(in, write)
	_ = in.Close()
	if wait := cmd.Wait(); wait != nil && err == nil {
		return errors.New("the pager failed: " + wait.Error())
	}
	if err != nil && strings.Contains(err.Error(), "pipe") {
		return nil // the reader has seen enough
	}
	return err
}

// pager returns the command that shows pages, or nil for none.
func pager(ctx context.Context) *exec.Cmd {
	name, set := os.LookupEnv("PAGER")
	if !set {
		name = "less"
	}
	if name == "" || name == "cat" {
		return nil
	}
	program := strings.Fields(name)[0]
	if _, err := exec.LookPath(program); err != nil && !set {
		return nil
	}
	cmd := exec.CommandContext(ctx, "sh", "-c", name)
	if runtime.GOOS == "windows" {
		cmd = exec.CommandContext(ctx, program, strings.Fields(name)[1:]...)
	}
	cmd.Env = os.Environ()
	if _, ok := os.LookupEnv("LESS"); !ok {
		cmd.Env = append(cmd.Env, "LESS=FRX")
	}
	return cmd
}
