package store

import (
	"context"
	"database/sql"

	"github.com/draftdiff/draftdiff/pkg/history"
)

// Lock returns the corrections with which the history was made.
func (s *Store) Lock(ctx context.Context) (string, error) {
	text, err := s.lockText(ctx, s.db)
	return text, s.explain(err)
}

// lockText reads the corrections, and checks them.
func (s *Store) lockText(ctx context.Context, q querier) (string, error) {
	text, err := s.meta(ctx, q, "lock")
	if err != nil {
		return "", err
	}
	digest, err := s.meta(ctx, q, "lock sha256")
	if err == nil && digest != sum([]byte(text)) && text+digest != "" {
		err = &Error{Kind: KindDamaged, Message: "the store is damaged: the corrections are not what was written; draftdiff lock FILE gives them anew"}
	}
	return text, err
}

func (s *Store) setLock(ctx context.Context, tx *sql.Tx, text string) error {
	if err := s.setMeta(ctx, tx, "lock", text); err != nil {
		return err
	}
	return s.setMeta(ctx, tx, "lock sha256", sum([]byte(text)))
}

// Rebuild makes the history again from the snapshots, with other corrections.
// The text is that of a lock file; see [history.ParseLock].
func (s *Store) Rebuild(ctx context.Context, lock string) error {
	parsed, err := history.ParseLock(lock)
	if err != nil {
		return err
	}
	err = s.write(ctx, func(tx *sql.Tx) error {
		if err := s.hold(ctx, tx); err != nil {
			return err
		}
		if err := s.setLock(ctx, tx, lock); err != nil {
			return err
		}
		return s.rebuildIn(ctx, tx, parsed)
	})
	return s.explain(err)
}

// lockIn reads the corrections that are kept.
func (s *Store) lockIn(ctx context.Context, q querier) (*history.Lock, error) {
	text, err := s.lockText(ctx, q)
	if err != nil {
		return nil, err
	}
	return history.ParseLock(text)
}

func (s *Store) rebuildIn(ctx context.Context, tx *sql.Tx, lock *history.Lock) error {
	for _, q := range []string{`DELETE FROM tip`, `DELETE FROM delta`, s.dialect.clearIndex, `DELETE FROM phrase`} {
		if q == "" {
			continue
		}
		if _, err := tx.ExecContext(ctx, q); err != nil {
			return err
		}
	}
	list, err := s.sessions(ctx, tx)
	if err != nil {
		return err
	}
	var tip *history.Tip
	for _, e := range list {
		_, snap, err := s.texts(ctx, tx, e.Number)
		if err != nil {
			return err
		}
		var delta *history.Delta
		tip, delta = history.Extend(tip, snap, lock)
		if err := s.insertDelta(ctx, tx, delta); err != nil {
			return err
		}
	}
	if tip == nil {
		return nil
	}
	return s.insertTip(ctx, tx, tip)
}
