package store

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/draftdiff/draftdiff/pkg/history"
	"github.com/draftdiff/draftdiff/pkg/snapshot"
)

// errDigest is what is wrong with a row in which a bit has changed.
var errDigest = errors.New("it is not what was written")

func damaged(what string, err error) error {
	return &Error{Kind: KindDamaged, Message: "the store is damaged: " + what + " cannot be read; draftdiff verify tells more, draftdiff reread makes what was read anew", Err: err}
}

// Sessions lists the sessions in their order.
func (s *Store) Sessions(ctx context.Context) ([]Session, error) {
	list, err := s.sessions(ctx, s.db)
	return list, s.explain(err)
}

func (s *Store) sessions(ctx context.Context, q querier) ([]Session, error) {
	rows, err := q.QueryContext(ctx, `SELECT number, name, date, file, format, reader, sha256, size FROM session ORDER BY number`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var list []Session
	for rows.Next() {
		var e Session
		if err := rows.Scan(&e.Number, &e.Name, &e.Date, &e.File, &e.Format, &e.Reader, &e.SHA256, &e.Size); err != nil {
			return nil, err
		}
		list = append(list, e)
	}
	return list, rows.Err()
}

// Original returns the bytes of a text as they were.
func (s *Store) Original(ctx context.Context, session int) ([]byte, error) {
	b, _, err := s.texts(ctx, s.db, session)
	return b, s.explain(err)
}

// Snapshot returns the snapshot of a session.
func (s *Store) Snapshot(ctx context.Context, session int) (*snapshot.Snapshot, error) {
	_, snap, err := s.texts(ctx, s.db, session)
	return snap, s.explain(err)
}

// texts reads both forms of a text, and checks them.
func (s *Store) texts(ctx context.Context, q querier, session int) ([]byte, *snapshot.Snapshot, error) {
	r, want, err := s.row(ctx, q, session)
	if err != nil {
		return nil, nil, err
	}
	if r.digest() != want {
		return nil, nil, damaged(fmt.Sprintf("session @%d", session), errDigest)
	}
	original, snap, err := r.unpack()
	if err != nil {
		return nil, nil, damaged(fmt.Sprintf("session @%d", session), err)
	}
	return original, snap, nil
}

func (s *Store) row(ctx context.Context, q querier, session int) (r *row, digest string, err error) {
	r = &row{Session: Session{Number: session}}
	err = q.QueryRowContext(ctx, s.q(`SELECT name, date, file, format, reader, sha256, size, original, snapshot, measures, digest FROM session WHERE number = $1`), session).
		Scan(&r.Name, &r.Date, &r.File, &r.Format, &r.Reader, &r.SHA256, &r.Size, &r.original, &r.snapshot, &r.measures, &digest)
	if errors.Is(err, sql.ErrNoRows) {
		err = &Error{Kind: KindMissing, Message: fmt.Sprintf("there is no session @%d", session)}
	}
	return r, digest, err
}

// unpack returns the bytes of the text, which have to have the digest by which
// they are known, and the snapshot.
func (r *row) unpack() ([]byte, *snapshot.Snapshot, error) {
	original, err := unpack(r.original)
	if err != nil {
		return nil, nil, err
	}
	if sum(original) != r.SHA256 {
		return nil, nil, errDigest
	}
	encoded, err := unpackSnapshot(r.snapshot, original)
	if err != nil {
		return nil, nil, err
	}
	snap, err := snapshot.Decode(bytes.NewReader(encoded))
	return original, snap, err
}

// History returns the history of the negotiation up to the last session.
func (s *Store) History(ctx context.Context) (*history.History, error) {
	h, err := s.history(ctx)
	return h, s.explain(err)
}

func (s *Store) history(ctx context.Context) (*history.History, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT s.number, s.name, s.date, s.file, s.measures, d.content, d.digest
FROM session s JOIN delta d ON d.session = s.number ORDER BY s.number`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	h := history.New()
	for rows.Next() {
		var e history.Session
		var measures, content []byte
		var want string
		if err := rows.Scan(&e.Number, &e.Name, &e.Date, &e.File, &measures, &content, &want); err != nil {
			return nil, err
		}
		var d history.Delta
		err := open(content, &d, want, digest(e.Number, content))
		if err == nil {
			if measures, err = unpack(measures); err == nil {
				err = json.Unmarshal(measures, &e.Sections)
			}
		}
		if err != nil {
			return nil, damaged(fmt.Sprintf("the history of session @%d", e.Number), err)
		}
		h.Append(e, &d)
	}
	return h, rows.Err()
}
