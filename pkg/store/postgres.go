package store

import (
	"context"
	"database/sql"
	"errors"
	"net"
	"strings"

	"github.com/jackc/pgx/v5/pgconn"
	_ "github.com/jackc/pgx/v5/stdlib" // the driver that database/sql knows as pgx
)

// Every statement here, and every type in schema.go, is one that CockroachDB and
// YugabyteDB have too; docs/store.md says where they are described.
var postgresDialect = &dialect{
	name:  "postgres",
	apart: true,
	types: strings.NewReplacer("BLOB", "BYTEA", ") STRICT", ")"),
	own:   func(m migration) []string { return m.postgres },
	hasMeta: func(ctx context.Context, q querier) (bool, error) {
		n := 0
		err := q.QueryRowContext(ctx, `SELECT count(*) FROM information_schema.tables WHERE table_schema = current_schema() AND table_name = 'meta'`).Scan(&n)
		return n > 0, err
	},
	lock: `SELECT value FROM meta WHERE name = 'schema' FOR UPDATE`,
	again: func(err error) bool {
		e, ok := errors.AsType[*pgconn.PgError](err)
		// Serialization failure, deadlock, a commit of which nobody knows whether it was
		// done (the same bytes are added once), and two that made the same session or
		// the same table at once.
		return ok && (e.Code == "40001" || e.Code == "40P01" || e.Code == "40003" || e.Code == "23505" && e.TableName == "session" ||
			e.Code == "42P07" || e.Code == "23505" && e.SchemaName == "pg_catalog")
	},
	explain: explainPostgres,
	insertPhrase: []string{
		`INSERT INTO phrase (id, session, kind, thread, unit, action, parties, words, vector) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, to_tsvector('simple', $9))`,
	},
	integrity: func(context.Context, *Store) (string, error) { return "", nil },
	from:      `phrase`,
	match:     `phrase.vector @@ to_tsquery('simple', $1)`,
	and:       ` & `,
	vector:    true,
}

func openPostgres(ctx context.Context, where string) (*Store, error) {
	db, err := sql.Open("pgx", where)
	if err != nil {
		return nil, &Error{Kind: KindRefused, Message: "the URL of the store cannot be read", Err: err}
	}
	s := &Store{db: db, dialect: postgresDialect}
	if err := db.PingContext(ctx); err != nil {
		_ = db.Close()
		return nil, s.explain(err)
	}
	return s, nil
}

func explainPostgres(err error) *Error {
	if e, ok := errors.AsType[*pgconn.PgError](err); ok {
		kind, message := KindOther, "the database says: "+e.Message
		switch {
		case e.Code == "53100":
			kind, message = KindFull, "the disk of the database is full; nothing was changed"
		case e.Code == "25006" || e.Code == "42501":
			kind, message = KindReadOnly, "this user may not write to the store; nothing was changed"
		case e.Code == "3D000":
			kind, message = KindMissing, "there is no such database; create it first"
		case strings.HasPrefix(e.Code, "28"):
			kind, message = KindRefused, "the database does not let this user in"
		case strings.HasPrefix(e.Code, "XX"):
			kind, message = KindDamaged, "the database is damaged: "+e.Message
		case e.Code == "40001" || e.Code == "40P01" || e.Code == "55P03":
			kind, message = KindBusy, "too many are writing to the store at once; nothing was changed; try again"
		}
		return &Error{Kind: kind, Message: message, Err: err}
	}
	if _, ok := errors.AsType[*pgconn.ConnectError](err); ok {
		return &Error{Kind: KindMissing, Message: "no database answers there", Err: err}
	}
	if _, ok := errors.AsType[net.Error](err); ok {
		return &Error{Kind: KindOther, Message: "the database stopped answering; nothing was changed", Err: err}
	}
	return nil
}
