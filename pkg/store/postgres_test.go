package store_test

import (
	"crypto/rand"
	"database/sql"
	"net/url"
	"os"
	"strings"
	"testing"

	"github.com/draftdiff/draftdiff/pkg/store"
)

// server names the URL of a database in which tests may make schemas.
const server = "DRAFTDIFF_TEST_POSTGRES"

// newSchema makes an empty store in a schema of its own, which goes with the
// test.
func newSchema(t testing.TB, at string) string {
	t.Helper()
	u, err := url.Parse(at)
	if err != nil {
		t.Fatal(err)
	}
	name := "draftdiff_" + strings.ToLower(rand.Text())
	db, err := sql.Open("pgx", at)
	if err == nil {
		_, err = db.Exec(`CREATE SCHEMA ` + name)
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if _, err := db.Exec(`DROP SCHEMA ` + name + ` CASCADE`); err != nil {
			t.Error(err)
		}
		_ = db.Close()
	})
	q := u.Query()
	q.Set("search_path", name)
	u.RawQuery = q.Encode()
	s, err := store.Create(t.Context(), u.String())
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return u.String()
}

func TestPostgres(t *testing.T) {
	t.Parallel()
	at := os.Getenv(server)
	if at == "" && os.Getenv("DRAFTDIFF_NO_SKIP") != "" {
		t.Fatal("no PostgreSQL, and nothing may be skipped: set " + server)
	}
	if at == "" {
		t.Skip("no PostgreSQL: set " + server + " to the URL of a database to test in")
	}
	suite(t, func(t *testing.T) string { return newSchema(t, at) })
}
