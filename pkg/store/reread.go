package store

import (
	"context"
	"database/sql"
	"fmt"
)

// Reread makes every snapshot again from its original, as read reads it now, and
// the history from the snapshots: for a reader that has learned something, or a
// snapshot that a newer program cannot read. Names and dates stay. After any
// trouble everything is as it was.
func (s *Store) Reread(ctx context.Context, read func(Session, []byte) (*Entry, error)) error {
	err := s.write(ctx, func(tx *sql.Tx) error {
		if err := s.hold(ctx, tx); err != nil {
			return err
		}
		list, err := s.sessions(ctx, tx)
		if err != nil {
			return err
		}
		for _, e := range list {
			if err := s.rereadSession(ctx, tx, e, read); err != nil {
				return fmt.Errorf("reading session @%d again: %w", e.Number, err)
			}
		}
		lock, err := s.lockIn(ctx, tx)
		if err != nil {
			return err
		}
		return s.rebuildIn(ctx, tx, lock)
	})
	return s.explain(err)
}

func (s *Store) rereadSession(ctx context.Context, tx *sql.Tx, e Session, read func(Session, []byte) (*Entry, error)) error {
	old, _, err := s.row(ctx, tx, e.Number)
	if err != nil {
		return err
	}
	original, err := unpack(old.original)
	if err != nil || sum(original) != e.SHA256 {
		return damaged(fmt.Sprintf("the original of session @%d", e.Number), err)
	}
	entry, err := read(e, original)
	if err != nil {
		return err
	}
	entry.Original = original
	r, err := newRow(entry)
	if err != nil {
		return err
	}
	r.Number, r.Name, r.Date, r.File = e.Number, e.Name, e.Date, e.File
	_, err = tx.ExecContext(ctx, s.q(`UPDATE session SET format = $1, reader = $2, original = $3, snapshot = $4, measures = $5, digest = $6 WHERE number = $7`),
		r.Format, r.Reader, r.original, r.snapshot, r.measures, r.digest(), r.Number)
	return err
}
