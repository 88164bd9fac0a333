package store_test

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/draftdiff/draftdiff/pkg/store"
)

// adderKey makes the test program add sessions to the store that it names, each
// with something new, until it is killed or cannot.
const adderKey = "DRAFTDIFF_TEST_ADDER"

func TestMain(m *testing.M) {
	if where := os.Getenv(adderKey); where != "" {
		adder(where)
		return
	}
	os.Exit(m.Run())
}

func adder(where string) {
	ctx := context.Background()
	t := &testing.T{}
	var b strings.Builder
	for n := range 40 {
		fmt.Fprintf(&b, "## Article %d. On fish\n\n1. Each State Party shall count %d fish [of every kind: NO, CL].\n\n", n+1, 7*n)
	}
	s, err := store.Open(ctx, where)
	if err != nil {
		_, _ = io.WriteString(os.Stderr, err.Error())
		os.Exit(1)
	}
	_, _ = io.WriteString(os.Stdout, "ready\n")
	list, _ := s.Sessions(ctx)
	for n := len(list); ; n++ {
		e := entryOf(t, "session.md", fmt.Appendf(nil, "%s\n%s%d\n", b.String(), strings.Repeat("And so on. ", n%7), n))
		if _, _, err := s.Add(ctx, e); err != nil {
			_, _ = io.WriteString(os.Stderr, err.Error())
			os.Exit(1)
		}
	}
}

// kills is how often the program is killed; DRAFTDIFF_TEST_KILLS asks for more.
const kills = 30

// TestKill kills a program that adds sessions at any moment. The store opens
// after each time, nothing in it is damaged, and each session is whole or absent.
func TestKill(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	t.Parallel()
	where := newFile(t)
	random := rand.New(rand.NewPCG(1, 2))
	last := 0
	for range asked("DRAFTDIFF_TEST_KILLS", kills) {
		kill(t, where, time.Duration(random.IntN(60_000))*time.Microsecond)
		s, err := store.Open(t.Context(), where)
		if err != nil {
			t.Fatal(err)
		}
		clean(t, s)
		list, err := s.Sessions(t.Context())
		if err != nil || len(list) < last {
			t.Fatalf("%d sessions, there were %d: %v", len(list), last, err)
		}
		last = len(list)
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		if last > 60 {
			where, last = newFile(t), 0 // so that looking stays quick
		}
	}
}

// asked is how often something is tried: as often as a variable asks for, or n
// times.
func asked(variable string, n int) int {
	if more, err := strconv.Atoi(os.Getenv(variable)); err == nil {
		return more
	}
	return n
}

func kill(t *testing.T, where string, after time.Duration) {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), adderKey+"="+where)
	var trouble bytes.Buffer
	cmd.Stderr = &trouble
	out, err := cmd.StdoutPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	_, _ = out.Read(make([]byte, 8))
	time.Sleep(after)
	_ = cmd.Process.Kill()
	if err := cmd.Wait(); err == nil || trouble.Len() > 0 {
		t.Fatalf("it ended before it was killed: %v %s", err, trouble.String())
	}
}

// TestFlippedFile changes single bits of the file. Each bit of a row, and each of
// what leads to it, is found; of the rest, which [mapped] knows to be free room,
// the database's own notes or how the full-text index ranks, each is found or
// makes no difference to anything that can be read or searched.
func TestFlippedFile(t *testing.T) {
	t.Parallel()
	where := newFile(t)
	s, err := store.Open(t.Context(), where)
	if err != nil {
		t.Fatal(err)
	}
	for n := 1; n <= 3; n++ {
		if _, _, err := s.Add(t.Context(), entry(t, sessionFile(n))); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Rebuild(t.Context(), "differ art_9__para_2@1 art_9__para_2@2 another paragraph with its number\n"); err != nil {
		t.Fatal(err)
	}
	want := everything(t, s)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	change(t, where, `PRAGMA wal_checkpoint(TRUNCATE)`)
	whole, err := os.ReadFile(where)
	if err != nil {
		t.Fatal(err)
	}
	m := mapped(t, where, whole)
	random := rand.New(rand.NewPCG(3, 4))
	each := asked("DRAFTDIFF_TEST_FLIPS", 200)
	if testing.Short() {
		each = 40
	}
	broken := filepath.Join(t.TempDir(), "broken.db")
	byUse := m.byUse()
	for _, use := range []use{ofRows, ofBase, free} {
		bytesOf, found := byUse[use], 0
		for range min(each, len(bytesOf)) {
			at := bytesOf[random.IntN(len(bytesOf))]
			b := bytes.Clone(whole)
			b[at] ^= 1 << random.IntN(8)
			switch noticed, got := flipped(t, broken, b); {
			case noticed:
				found++
			case use == ofRows:
				t.Errorf("byte %d of %s: a flipped bit is not found", at, m.owner[at])
			case got != want:
				t.Errorf("byte %d of %s: something else is read, and nothing was found", at, m.owner[at])
			}
		}
		t.Logf("%s: %d of %d bytes, %d of %d flipped bits found", use, len(bytesOf), len(whole), found, min(each, len(bytesOf)))
	}
}

// flipped opens a store that may be damaged: whether that is noticed, and else
// what is read.
func flipped(t *testing.T, where string, file []byte) (noticed bool, read string) {
	t.Helper()
	for _, beside := range []string{"-wal", "-shm"} {
		if err := os.RemoveAll(where + beside); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(where, file, 0o666); err != nil {
		t.Fatal(err)
	}
	s, err := store.Open(t.Context(), where)
	if err != nil {
		oneLine(t, err)
		return true, ""
	}
	defer func() { _ = s.Close() }()
	faults, err := s.Verify(t.Context())
	if err != nil {
		oneLine(t, err)
	}
	if err != nil || len(faults) > 0 {
		return true, ""
	}
	return false, everything(t, s)
}

// everything is all that can be read out of a store.
func everything(t *testing.T, s *store.Store) string {
	t.Helper()
	var b bytes.Buffer
	if err := s.Export(t.Context(), &b); err != nil {
		return err.Error()
	}
	h, err := s.History(t.Context())
	if err != nil {
		return err.Error()
	}
	for _, e := range h.Events {
		b.WriteString(e.What.String() + e.From + e.To + strings.Join(e.Parties, ""))
	}
	for _, q := range []store.Query{{Words: []string{"the"}}, {Words: []string{"fish"}, Unit: "art_1"}, {Words: []string{"rivers"}, Action: "replace", Parties: []string{"BR"}}} {
		hits, err := s.Search(t.Context(), q)
		if err != nil {
			return err.Error()
		}
		fmt.Fprintln(&b, hits)
	}
	return b.String()
}

// oneLine checks that trouble is told in one line, without what the database
// calls it.
func oneLine(t *testing.T, err error) {
	t.Helper()
	if _, ok := errors.AsType[*store.Error](err); !ok || strings.Contains(err.Error(), "\n") {
		t.Errorf("%T: %v", err, err)
	}
}

// TestTrouble checks what is said of stores that cannot be used.
func TestTrouble(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	write := func(name, content string) string {
		name = filepath.Join(dir, name)
		if err := os.WriteFile(name, []byte(content), 0o666); err != nil {
			t.Fatal(err)
		}
		return name
	}
	later := newFile(t)
	change(t, later, `UPDATE meta SET value = '999' WHERE name = 'schema'`)
	foreign := filepath.Join(dir, "foreign.db")
	change(t, foreign, `CREATE TABLE other (x INTEGER)`)
	for where, want := range map[string]store.Kind{
		filepath.Join(dir, "none.db"):                       store.KindMissing,
		write("text.db", strings.Repeat("no database", 99)): store.KindDamaged,
		write("empty.db", ""):                               store.KindMissing,
		foreign:                                             store.KindMissing,
		later:                                               store.KindNewer,
		dir:                                                 store.KindRefused,
	} {
		s, err := store.Open(t.Context(), where)
		if err == nil {
			_ = s.Close()
			t.Errorf("%s can be opened", filepath.Base(where))
			continue
		}
		oneLine(t, err)
		if e, _ := errors.AsType[*store.Error](err); e == nil || e.Kind != want {
			t.Errorf("%s: %v", filepath.Base(where), err)
		}
	}
}

// change runs a statement on the file of a store.
func change(t *testing.T, where, statement string) {
	t.Helper()
	db, err := sql.Open("sqlite", where)
	if err == nil {
		_, err = db.Exec(statement)
	}
	if err == nil {
		err = db.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
}
