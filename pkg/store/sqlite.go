package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

var sqliteDialect = &dialect{
	name:     "sqlite",
	question: true,
	types:    strings.NewReplacer(),
	own:      func(m migration) []string { return m.sqlite },
	hasMeta: func(ctx context.Context, q querier) (bool, error) {
		n := 0
		err := q.QueryRowContext(ctx, `SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'meta'`).Scan(&n)
		return n > 0, err
	},
	again:   func(error) bool { return false }, // a transaction begins by waiting for the other one
	explain: explainSQLite,
	insertPhrase: []string{
		`INSERT INTO phrase (id, session, kind, thread, unit, action, parties, words) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
		`INSERT INTO phrase_words (rowid, words) VALUES ($1, $8)`,
	},
	clearIndex: `INSERT INTO phrase_words (phrase_words) VALUES ('delete-all')`,
	checkIndex: `INSERT INTO phrase_words (phrase_words, rank) VALUES ('integrity-check', 1)`,
	integrity:  sqliteIntegrity,
	from:       `phrase_words JOIN phrase ON phrase.id = phrase_words.rowid`,
	match:      `phrase_words MATCH $1`,
	and:        ` `,
}

// patience is how many milliseconds a writer waits for another one.
const patience = 60_000

func openSQLite(ctx context.Context, name string, create bool) (*Store, error) {
	info, err := os.Stat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist) && !create:
		return nil, &Error{Kind: KindMissing, Message: "there is no store here yet; make one with draftdiff init", Err: err}
	case err == nil && info.IsDir():
		return nil, &Error{Kind: KindRefused, Message: filepath.Base(name) + " is a folder, not a store"}
	}
	s := &Store{dialect: sqliteDialect}
	if s.db, err = sqliteDB(name, "rw", create); err == nil {
		err = s.tryOut(ctx, create)
	}
	if err == nil {
		return s, nil
	}
	if why := explainSQLite(err); why != nil && (why.Kind == KindReadOnly || why.Kind == KindFull) && !create && settled(name) {
		// A store on a disk that cannot be written, or is full, can still be read, as
		// long as nothing waits in its log.
		_ = s.db.Close()
		s.readOnly = why
		if s.db, err = sqliteDB(name, "ro", false); err == nil {
			if err = s.tryOut(ctx, false); err == nil {
				return s, nil
			}
		}
	}
	_ = s.db.Close()
	return nil, s.explain(err)
}

// settled reports whether all that was written to a store is in its file.
func settled(name string) bool {
	info, err := os.Stat(name + "-wal")
	return err != nil || info.Size() == 0
}

func sqliteDB(name, mode string, create bool) (*sql.DB, error) {
	v := url.Values{"_txlock": {"immediate"}, "_pragma": {
		fmt.Sprintf("busy_timeout(%d)", patience), "foreign_keys(1)", "synchronous(FULL)", "trusted_schema(0)",
	}}
	switch {
	case mode == "ro":
		v.Set("immutable", "1")
	case create:
		mode = "rwc"
	}
	v.Set("mode", mode)
	return sql.Open("sqlite", (&url.URL{Scheme: "file", Opaque: escape(name), RawQuery: v.Encode()}).String())
}

// sqliteIntegrity lets the database check itself, and then whether its tables are
// those that this program makes: a letter of what says how a table is meant can
// change, too.
func sqliteIntegrity(ctx context.Context, s *Store) (string, error) {
	var answer string
	err := s.db.QueryRowContext(ctx, `PRAGMA integrity_check(1)`).Scan(&answer)
	if err != nil {
		return "", err
	}
	if answer != "ok" {
		words := strings.Fields(strings.TrimPrefix(strings.TrimSpace(answer), "*** in database main ***"))
		return "the file of the store is damaged: " + strings.Join(words, " "), nil
	}
	db, err := sql.Open("sqlite", ":memory:")
	if err != nil {
		return "", err
	}
	defer db.Close()
	db.SetMaxOpenConns(1) // each connection would have a database of its own
	fresh := &Store{db: db, dialect: s.dialect}
	if err := fresh.migrate(ctx, true); err != nil {
		return "", err
	}
	want, err := fresh.tables(ctx)
	if err != nil {
		return "", err
	}
	got, err := s.tables(ctx)
	if err != nil || got == want {
		return "", err
	}
	return "the store is damaged: its tables are not those that draftdiff makes", nil
}

// tables spells the statements that made the tables; those of the full-text
// index are the business of the database.
func (s *Store) tables(ctx context.Context) (string, error) {
	var all string
	err := s.db.QueryRowContext(ctx, `SELECT coalesce(group_concat(type || name || tbl_name || sql, char(10) ORDER BY name), '') FROM sqlite_master WHERE name NOT LIKE 'phrase!_words!_%' ESCAPE '!'`).Scan(&all)
	return all, err
}

// escape writes a path so that a URI can hold it.
func escape(name string) string {
	return strings.NewReplacer("%", "%25", "?", "%3f", "#", "%23", `\`, "/").Replace(name)
}

// tryOut reads from the database, and sees that it keeps a log, so that readers
// and a writer do not wait for each other.
func (s *Store) tryOut(ctx context.Context, create bool) error {
	n := 0
	if err := s.db.QueryRowContext(ctx, `SELECT count(*) FROM sqlite_master`).Scan(&n); err != nil {
		return err
	}
	if !create {
		return nil
	}
	var mode string
	return s.db.QueryRowContext(ctx, `PRAGMA journal_mode = WAL`).Scan(&mode)
}

func explainSQLite(err error) *Error {
	e, ok := errors.AsType[*sqlite.Error](err)
	if !ok {
		return nil
	}
	kind, message := KindOther, "the database says: "+e.Error()
	switch e.Code() & 0xff {
	case sqlite3.SQLITE_FULL:
		kind, message = KindFull, "the disk is full; nothing was changed"
	case sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH:
		kind, message = KindReadOnly, "the store cannot be written: the file or its folder is read-only; nothing was changed"
	case sqlite3.SQLITE_CANTOPEN:
		kind, message = KindReadOnly, "the store cannot be opened: you may not write in its folder, or it is not there"
	case sqlite3.SQLITE_CORRUPT:
		kind, message = KindDamaged, "the store is damaged; draftdiff verify says where, draftdiff import makes it anew from an export"
	case sqlite3.SQLITE_NOTADB:
		kind, message = KindDamaged, "the store is damaged: its file is no database"
	case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED:
		kind, message = KindBusy, "somebody else has been writing to the store for a minute; nothing was changed; try again"
	case sqlite3.SQLITE_IOERR:
		kind, message = KindFull, "the disk does not take what is written, it may be full; nothing was changed"
	}
	return &Error{Kind: kind, Message: message, Err: err}
}
