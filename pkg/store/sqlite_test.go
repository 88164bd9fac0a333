package store_test

import (
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
