package store

import (
	"bytes"
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/draftdiff/draftdiff/pkg/history"
	"github.com/draftdiff/draftdiff/pkg/snapshot"
)

// Add keeps a text as the next session and follows every proposal into it. The
// same bytes are added once: added is false where they are there already, and
// the number is that of their session. Sessions are added in their order.
func (s *Store) Add(ctx context.Context, e *Entry) (number int, added bool, err error) {
	r, err := newRow(e)
	if err != nil {
		return 0, false, err
	}
	err = s.write(ctx, func(tx *sql.Tx) error {
		added = false
		if err := s.hold(ctx, tx); err != nil {
			return err
		}
		var name, date string
		err := tx.QueryRowContext(ctx, s.q(`SELECT number, name, date FROM session WHERE sha256 = $1`), r.SHA256).Scan(&number, &name, &date)
		if err == nil && (e.Name != "" && clean(e.Name) != name || e.Date != "" && e.Date != date) {
			return &Error{Kind: KindRefused, Message: fmt.Sprintf("these bytes are @%d already, as %s, %s", number, cmp.Or(name, "no session"), cmp.Or(date, "no date"))}
		}
		if !errors.Is(err, sql.ErrNoRows) {
			return err
		}
		number, err = s.append(ctx, tx, r, e.Snapshot)
		added = err == nil
		return err
	})
	if err != nil {
		return 0, false, s.explain(err)
	}
	return number, added, nil
}

// append writes a session and everything that follows from it.
func (s *Store) append(ctx context.Context, tx *sql.Tx, r *row, snap *snapshot.Snapshot) (int, error) {
	var last int
	var date sql.NullString
	if err := tx.QueryRowContext(ctx, `SELECT coalesce(max(number), 0), max(date) FROM session`).Scan(&last, &date); err != nil {
		return 0, err
	}
	if r.Date != "" && r.Date < date.String {
		return 0, &Error{Kind: KindRefused, Message: fmt.Sprintf("the text is of %s, and there is one of %s already; sessions are added in their order (--date says it if the document does not)", r.Date, date.String)}
	}
	r.Number = last + 1
	if err := s.insertSession(ctx, tx, r); err != nil {
		return 0, err
	}
	lock, err := s.lockIn(ctx, tx)
	if err != nil {
		return 0, err
	}
	if lock.Touches(r.Number) {
		return r.Number, s.rebuildIn(ctx, tx, lock)
	}
	tip, err := s.tipIn(ctx, tx)
	if err != nil {
		return 0, err
	}
	next, delta := history.Extend(tip, snap, nil)
	if err := s.insertDelta(ctx, tx, delta); err != nil {
		return 0, err
	}
	return r.Number, s.insertTip(ctx, tx, next)
}

// A row is a session as the table has it.
type row struct {
	Session
	original, snapshot, measures []byte // packed
}

func newRow(e *Entry) (*row, error) {
	if _, err := time.Parse(time.DateOnly, e.Date); e.Date != "" && err != nil {
		return nil, &Error{Kind: KindRefused, Message: fmt.Sprintf("%q is no date; write it as 2023-09-01", e.Date)}
	}
	r := &row{Session: Session{
		Name: clean(cmp.Or(e.Name, history.SessionOf(&e.Snapshot.Document))), Date: cmp.Or(e.Date, history.DateOf(e.Snapshot)), File: clean(e.File),
		Format: e.Format, Reader: e.Reader, SHA256: sum(e.Original), Size: len(e.Original),
	}}
	var b bytes.Buffer
	err := snapshot.Encode(&b, e.Snapshot)
	if err == nil {
		r.snapshot, err = packSnapshot(b.Bytes(), e.Original)
	}
	if err != nil {
		return nil, fmt.Errorf("packing the snapshot: %w", err)
	}
	measures, err := json.Marshal(history.Measured(e.Snapshot, e.Text))
	if err != nil {
		return nil, err
	}
	r.original, r.measures = pack(e.Original), pack(measures)
	if _, _, err := r.unpack(); err != nil {
		// What cannot be read again must not be what later sessions build on.
		return nil, &Error{Kind: KindRefused, Message: "what was read in this text cannot be kept, which is a mistake of draftdiff: " + err.Error(), Err: err}
	}
	return r, nil
}

// digest covers every column, so that no bit of the row can change unseen.
func (r *row) digest() string {
	return digest(r.Number, r.Name, r.Date, r.File, r.Format, r.Reader, r.SHA256, r.Size, r.original, r.snapshot, r.measures)
}

// clean takes out what a column of text cannot hold.
func clean(s string) string {
	return strings.ReplaceAll(strings.ToValidUTF8(s, "\uFFFD"), "\x00", "")
}

func (s *Store) insertSession(ctx context.Context, tx *sql.Tx, r *row) error {
	_, err := tx.ExecContext(ctx, s.q(`INSERT INTO session (number, name, date, file, format, reader, sha256, size, original, snapshot, measures, digest)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`),
		r.Number, r.Name, r.Date, r.File, r.Format, r.Reader, r.SHA256, r.Size, r.original, r.snapshot, r.measures, r.digest())
	return err
}

func (s *Store) insertDelta(ctx context.Context, tx *sql.Tx, d *history.Delta) error {
	b, err := json.Marshal(d)
	if err != nil {
		return err
	}
	b = pack(b)
	if _, err := tx.ExecContext(ctx, s.q(`INSERT INTO delta (session, content, digest) VALUES ($1, $2, $3)`), d.Session, b, digest(d.Session, b)); err != nil {
		return err
	}
	return s.insertPhrases(ctx, tx, d)
}

func (s *Store) insertTip(ctx context.Context, tx *sql.Tx, t *history.Tip) error {
	b, err := json.Marshal(t)
	if err != nil {
		return err
	}
	b = pack(b)
	if _, err := tx.ExecContext(ctx, `DELETE FROM tip`); err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, s.q(`INSERT INTO tip (session, content, digest) VALUES ($1, $2, $3)`), t.Session, b, digest(t.Session, b))
	return err
}

// tipIn reads the tip with its snapshot, nil where no session is there yet.
func (s *Store) tipIn(ctx context.Context, q querier) (*history.Tip, error) {
	var session int
	var packed []byte
	var want string
	err := q.QueryRowContext(ctx, `SELECT session, content, digest FROM tip`).Scan(&session, &packed, &want)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	t := new(history.Tip)
	if err := open(packed, t, want, digest(session, packed)); err != nil {
		return nil, damaged("the end of the history", err)
	}
	_, t.Snapshot, err = s.texts(ctx, q, session)
	return t, err
}

// open unpacks a JSON value whose digest is right.
func open(packed []byte, v any, want, got string) error {
	if want != got {
		return errDigest
	}
	b, err := unpack(packed)
	if err != nil {
		return err
	}
	return json.Unmarshal(b, v)
}
