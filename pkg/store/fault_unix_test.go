//go:build unix

package store_test

import (
	"bytes"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"github.com/draftdiff/draftdiff/pkg/store"
)

// limitKey makes the program that adds sessions one that can write no file
// beyond a size, as on a disk that is full.
const limitKey = "DRAFTDIFF_TEST_LIMIT"

func init() {
	n, err := strconv.ParseUint(os.Getenv(limitKey), 10, 64)
	if err != nil {
		return
	}
	signal.Ignore(syscall.SIGXFSZ)
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: n, Max: n}); err != nil {
		panic(err)
	}
}

// TestFullDisk adds sessions until there is no room. The program says so in one
// line, what was there is there, and with room again it goes on.
func TestFullDisk(t *testing.T) {
	t.Parallel()
	for _, room := range []int{60_000, 150_000, 400_000} {
		where := newFile(t)
		cmd := exec.Command(os.Args[0])
		cmd.Env = append(os.Environ(), adderKey+"="+where, limitKey+"="+strconv.Itoa(room))
		var trouble bytes.Buffer
		cmd.Stderr = &trouble
		if err := cmd.Run(); err == nil {
			t.Fatal("it never ended")
		}
		if got := trouble.String(); !strings.Contains(got, "full") || !strings.Contains(got, "nothing was changed") || strings.Contains(got, "\n") {
			t.Errorf("room for %d bytes: %s", room, got)
		}
		s, err := store.Open(t.Context(), where)
		if err != nil {
			t.Fatal(err)
		}
		clean(t, s)
		before, err := s.Sessions(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if _, added, err := s.Add(t.Context(), entry(t, sessionFile(5))); err != nil || !added {
			t.Errorf("with room again: %v", err)
		}
		after, err := s.Sessions(t.Context())
		if err != nil || len(after) != len(before)+1 {
			t.Errorf("%d sessions, there were %d: %v", len(after), len(before), err)
		}
		clean(t, s)
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// TestReadOnly reads a store in a folder where nobody may write, and says in one
// line that nothing can be added.
func TestReadOnly(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	where := filepath.Join(dir, "store.db")
	s, err := store.Create(t.Context(), where)
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := s.Add(t.Context(), entry(t, sessionFile(1))); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	// The rights do not hold back the superuser: the program runs as nobody then,
	// from a place where nobody may read.
	program := filepath.Join(dir, "program")
	b, err := os.ReadFile(os.Args[0])
	if err == nil {
		err = os.WriteFile(program, b, 0o755)
	}
	for path, mode := range map[string]os.FileMode{where: 0o444, dir: 0o555, filepath.Dir(dir): 0o755} {
		if err == nil {
			err = os.Chmod(path, mode)
		}
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.Chmod(dir, 0o755) })
	cmd := exec.Command(program)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), adderKey+"="+where)
	if os.Geteuid() == 0 {
		cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
	}
	var out, trouble bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &trouble
	if err := cmd.Run(); err == nil {
		t.Fatal("it wrote")
	}
	if out.String() != "ready\n" {
		t.Errorf("the store is not opened: %s", out.String())
	}
	if want := "the store cannot be written: the file or its folder is read-only; nothing was changed"; trouble.String() != want {
		t.Errorf("got %s", trouble.String())
	}
}
