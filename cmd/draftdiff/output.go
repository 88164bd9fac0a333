package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/signal"
	"path/filepath"

	"github.com/urfave/cli/v2"
)

// emit hands the output that the flags ask for to write: standard output, or a
// file that appears only when everything has been written.
func emit(c *cli.Context, write func(w io.Writer) error) error {
	name := c.String("output")
	if name == "" || name == "-" {
		return writeBuffered(c.App.Writer, write)
	}
	if err := writeFile(name, write); err != nil {
		return &fileError{name, fmt.Errorf("not written: %w", err)}
	}
	return nil
}

func writeBuffered(w io.Writer, write func(w io.Writer) error) error {
	b := bufio.NewWriterSize(w, 64<<10)
	if err := write(b); err != nil {
		return err
	}
	return b.Flush()
}

// writeFile replaces a file as a whole: it writes beside it, syncs, and renames.
// After a failure, or an interruption, the old file is as it was and nothing
// else is left. What is no regular file, such as a device, is written to.
func writeFile(name string, write func(w io.Writer) error) (err error) {
	if target, err := filepath.EvalSymlinks(name); err == nil {
		name = target // the link stays, what it points to is replaced
	}
	info, statErr := os.Stat(name)
	switch {
	case statErr == nil && info.IsDir():
		return errors.New("this is a folder")
	case statErr == nil && !info.Mode().IsRegular():
		f, err := os.OpenFile(name, os.O_WRONLY, 0)
		if err != nil {
			return outputError(err)
		}
		return errors.Join(writeBuffered(f, write), f.Close())
	}
	temp := filepath.Join(filepath.Dir(name), fmt.Sprintf(".%s.%08x.tmp", filepath.Base(name), rand.Uint32()))
	f, err := os.OpenFile(temp, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return outputError(err)
	}
	stop := removeWhenInterrupted(temp)
	defer stop()
	defer func() {
		if err != nil {
			_ = f.Close()
			_ = os.Remove(temp)
		}
	}()
	if statErr == nil {
		if err := f.Chmod(info.Mode().Perm()); err != nil {
			return outputError(err)
		}
	}
	if err := writeBuffered(f, write); err != nil {
		return err
	}
	if err := f.Sync(); err != nil {
		return outputError(err)
	}
	if err := f.Close(); err != nil {
		return outputError(err)
	}
	if err := os.Rename(temp, name); err != nil {
		return outputError(err)
	}
	syncFolder(filepath.Dir(name))
	return nil
}

// syncFolder makes a rename last, on systems where a folder can be synced.
func syncFolder(name string) {
	if d, err := os.Open(name); err == nil {
		_ = d.Sync()
		_ = d.Close()
	}
}

// removeWhenInterrupted removes a file if the user interrupts the program,
// until stop is called.
func removeWhenInterrupted(name string) (stop func()) {
	interrupted := make(chan os.Signal, 1)
	done := make(chan struct{})
	signal.Notify(interrupted, os.Interrupt)
	go func() {
		select {
		case <-interrupted:
			_ = os.Remove(name)
			os.Exit(128 + 2) // as a shell reports SIGINT
		case <-done:
		}
	}()
	return func() {
		signal.Stop(interrupted)
		close(done)
	}
}

// outputError says in plain words why a file cannot be written.
func outputError(err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return errors.New("there is no such folder")
	case errors.Is(err, fs.ErrPermission):
		return errors.New("you may not write there")
	}
	return plainly(err)
}
