package store

import (
	"context"
	"database/sql"
	"errors"
	"strings"
)

// A Store keeps the sessions of one negotiation. It is safe for several users,
// in one process and in several.
type Store struct {
	db      *sql.DB
	dialect *dialect
	// readOnly is why the store was opened for reading alone, nil if it was not.
	readOnly *Error
}

// A dialect is what differs from one database to the other.
type dialect struct {
	name     string
	question bool // arguments are ?1, not $1
	apart    bool // statements that make tables stand in no transaction with others
	types    *strings.Replacer
	own      func(migration) []string
	hasMeta  func(context.Context, querier) (bool, error)
	// lock makes the writers of a transaction wait for each other.
	lock string
	// again reports whether a transaction failed only because of another one.
	again func(error) bool
	// explain turns what the database says into an [*Error].
	explain func(error) *Error
	// index adds a phrase to the full-text index, where the table does not do it.
	insertPhrase []string
	clearIndex   string
	checkIndex   string
	integrity    func(context.Context, *Store) (string, error)
	match        string // condition of a full-text query
	from         string // what it is read from
	and          string // between two words of a query
	vector       bool   // a phrase has a column of its words
}

// Remote reports whether a name of a store is the URL of a database.
func Remote(where string) bool {
	return strings.HasPrefix(where, "postgres://") || strings.HasPrefix(where, "postgresql://")
}

// Create makes a store, or brings one that is there to the newest schema. Where
// is the name of a file, whose folder exists, or a postgres:// URL.
func Create(ctx context.Context, where string) (*Store, error) {
	s, err := connect(ctx, where, true)
	if err != nil {
		return nil, err
	}
	if err := s.migrate(ctx, true); err != nil {
		return nil, errors.Join(s.explain(err), s.Close())
	}
	return s, nil
}

// Open opens a store that [Create] made, and brings it to the newest schema.
func Open(ctx context.Context, where string) (*Store, error) {
	s, err := connect(ctx, where, false)
	if err != nil {
		return nil, err
	}
	version, err := s.version(ctx, s.db)
	switch {
	case err != nil:
	case version > schemaVersion:
		err = newer(version)
	case version == schemaVersion:
		return s, nil
	default:
		err = s.migrate(ctx, false)
	}
	if err != nil {
		_ = s.Close()
		return nil, s.explain(err)
	}
	return s, nil
}

func connect(ctx context.Context, where string, create bool) (*Store, error) {
	if Remote(where) {
		return openPostgres(ctx, where)
	}
	return openSQLite(ctx, where, create)
}

// Close lets go of the database.
func (s *Store) Close() error { return s.db.Close() }

// attempts is how often a transaction is tried that another one made fail.
const attempts = 10

// write runs f in one transaction: all that it does is kept, or nothing. While
// it runs nobody else writes.
func (s *Store) write(ctx context.Context, f func(tx *sql.Tx) error) error {
	if s.readOnly != nil {
		return s.readOnly
	}
	return s.persist(func() error { return s.once(ctx, f) })
}

// persist tries again what failed only because of somebody else.
func (s *Store) persist(f func() error) (err error) {
	for range attempts {
		if err = f(); err == nil || !s.dialect.again(err) {
			break
		}
	}
	return err
}

func (s *Store) once(ctx context.Context, f func(tx *sql.Tx) error) error {
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback() }() // after a commit this does nothing
	if err := f(tx); err != nil {
		return err
	}
	return tx.Commit()
}

// hold makes this transaction the only one that writes, until it ends.
func (s *Store) hold(ctx context.Context, tx *sql.Tx) error {
	if s.dialect.lock == "" {
		return nil
	}
	var value string
	return tx.QueryRowContext(ctx, s.dialect.lock).Scan(&value)
}

// explain gives an error the form that a user can read.
func (s *Store) explain(err error) error {
	if err == nil {
		return nil
	}
	if e, ok := errors.AsType[*Error](err); ok {
		return e
	}
	if e := s.dialect.explain(err); e != nil {
		return e
	}
	return err
}
