package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// schemaVersion is the newest schema that this program knows.
const schemaVersion = 1

// A migration makes the schema of its version out of the one before. They are
// never changed once a version has been released: a store of each released
// version is kept as a fixture, and is opened by the tests.
type migration struct {
	version  int
	both     []string
	sqlite   []string
	postgres []string
}

// BLOB stands for the type of bytes, which the databases call differently, and
// STRICT for what makes SQLite hold a column to its type, as the others do.
var migrations = []migration{{
	version: 1,
	both: []string{
		`CREATE TABLE IF NOT EXISTS meta (
	name TEXT PRIMARY KEY,
	value TEXT NOT NULL) STRICT`,
		`CREATE TABLE IF NOT EXISTS session (
	number INTEGER PRIMARY KEY,
	name TEXT NOT NULL,
	date TEXT NOT NULL,
	file TEXT NOT NULL,
	format TEXT NOT NULL,
	reader TEXT NOT NULL,
	sha256 TEXT NOT NULL UNIQUE,
	size INTEGER NOT NULL,
	original BLOB NOT NULL,
	snapshot BLOB NOT NULL,
	measures BLOB NOT NULL,
	digest TEXT NOT NULL) STRICT`,
		`CREATE TABLE IF NOT EXISTS delta (
	session INTEGER PRIMARY KEY REFERENCES session (number),
	content BLOB NOT NULL,
	digest TEXT NOT NULL) STRICT`,
		`CREATE TABLE IF NOT EXISTS tip (
	session INTEGER PRIMARY KEY REFERENCES session (number),
	content BLOB NOT NULL,
	digest TEXT NOT NULL) STRICT`,
	},
	sqlite: []string{
		`CREATE TABLE IF NOT EXISTS phrase (
	id INTEGER PRIMARY KEY,
	session INTEGER NOT NULL REFERENCES session (number),
	kind TEXT NOT NULL,
	thread INTEGER NOT NULL,
	unit TEXT NOT NULL,
	action TEXT NOT NULL,
	parties TEXT NOT NULL,
	words TEXT NOT NULL) STRICT`,
		`CREATE VIRTUAL TABLE IF NOT EXISTS phrase_words USING fts5 (words, content='phrase', content_rowid='id', tokenize='unicode61 remove_diacritics 2')`,
	},
	postgres: []string{
		`CREATE TABLE IF NOT EXISTS phrase (
	id INTEGER PRIMARY KEY,
	session INTEGER NOT NULL REFERENCES session (number),
	kind TEXT NOT NULL,
	thread INTEGER NOT NULL,
	unit TEXT NOT NULL,
	action TEXT NOT NULL,
	parties TEXT NOT NULL,
	words TEXT NOT NULL,
	vector TSVECTOR NOT NULL)`,
		`CREATE INDEX IF NOT EXISTS phrase_vector ON phrase USING GIN (vector)`,
	},
}}

// migrate brings a database to the newest schema.
func (s *Store) migrate(ctx context.Context, create bool) error {
	if s.dialect.apart {
		return s.persist(func() error { return s.makeTables(ctx, s.db, create) })
	}
	return s.write(ctx, func(tx *sql.Tx) error { return s.makeTables(ctx, tx, create) })
}

// makeTables runs the statements that a database still needs, and then notes
// that it did: where not all of them are one transaction, those that are done can
// be run again. A database that does not say which schema it has is at version 0.
func (s *Store) makeTables(ctx context.Context, q querier, create bool) error {
	version, err := s.version(ctx, q)
	switch {
	case err != nil:
		return err
	case version > schemaVersion:
		return newer(version)
	case version == 0 && !create:
		return &Error{Kind: KindMissing, Message: "there is no store here yet; make one with draftdiff init"}
	}
	for _, m := range migrations {
		if m.version <= version {
			continue
		}
		for _, statement := range append(m.both, s.dialect.own(m)...) {
			if _, err := q.ExecContext(ctx, s.dialect.types.Replace(statement)); err != nil {
				return fmt.Errorf("making schema %d: %w", m.version, err)
			}
		}
	}
	return s.setMeta(ctx, q, "schema", strconv.Itoa(schemaVersion))
}

// version reads the schema version, 0 where there is none.
func (s *Store) version(ctx context.Context, q querier) (int, error) {
	there, err := s.dialect.hasMeta(ctx, q)
	if err != nil || !there {
		return 0, err
	}
	value, err := s.meta(ctx, q, "schema")
	if err != nil || value == "" {
		return 0, err
	}
	version, err := strconv.Atoi(value)
	if err != nil {
		return 0, &Error{Kind: KindDamaged, Message: "the store is damaged: it does not say of which version it is", Err: err}
	}
	return version, nil
}

func newer(version int) error {
	return &Error{Kind: KindNewer, Message: fmt.Sprintf("the store was made by a newer draftdiff (schema %d, this program knows %d); use that one", version, schemaVersion)}
}

// querier is a database or a transaction.
type querier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
	ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error)
}

// meta reads a value of the store as a whole, "" where there is none.
func (s *Store) meta(ctx context.Context, q querier, name string) (string, error) {
	var value string
	err := q.QueryRowContext(ctx, s.q(`SELECT value FROM meta WHERE name = $1`), name).Scan(&value)
	if errors.Is(err, sql.ErrNoRows) {
		return "", nil
	}
	return value, err
}

func (s *Store) setMeta(ctx context.Context, q querier, name, value string) error {
	_, err := q.ExecContext(ctx, s.q(`INSERT INTO meta (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value`), name, value)
	return err
}

// q writes a statement as the database wants its arguments.
func (s *Store) q(statement string) string {
	if s.dialect.question {
		return strings.ReplaceAll(statement, "$", "?")
	}
	return statement
}
