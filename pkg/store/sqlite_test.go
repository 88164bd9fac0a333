package store_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/draftdiff/draftdiff/pkg/store"
)

// newFile makes an empty store in a file.
func newFile(t testing.TB) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "store.db")
	s, err := store.Create(t.Context(), name)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return name
}

func TestSQLite(t *testing.T) {
	t.Parallel()
	suite(t, func(t *testing.T) string { return newFile(t) })
}

// TestReleased opens a store of each schema that was ever released, and goes on
// with it.
func TestReleased(t *testing.T) {
	t.Parallel()
	kept, err := filepath.Glob("testdata/v*.db")
	if err != nil || len(kept) != 1 {
		t.Fatalf("%d stores are kept, %v", len(kept), err)
	}
	for _, name := range kept {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		where := filepath.Join(t.TempDir(), "store.db")
		if err := os.WriteFile(where, b, 0o666); err != nil {
			t.Fatal(err)
		}
		s := reopened(t, where)
		clean(t, s)
		original, err := s.Original(t.Context(), 2)
		if err != nil || !bytes.Equal(original, entry(t, sessionFile(2)).Original) {
			t.Errorf("%s: the second original is another one: %v", name, err)
		}
		if number, added, err := s.Add(t.Context(), entry(t, sessionFile(3))); number != 3 || !added || err != nil {
			t.Errorf("%s: @%d, added %v, %v", name, number, added, err)
		}
		h, err := s.History(t.Context())
		if err != nil || h.Latest() != 3 || len(h.Events) < 45 {
			t.Errorf("%s: %d sessions, %d events, %v", name, h.Latest(), len(h.Events), err)
		}
		clean(t, s)
	}
}
