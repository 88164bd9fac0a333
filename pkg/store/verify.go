package store

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/draftdiff/draftdiff/pkg/history"
)

// Verify reads everything that is kept and compares it with its hashes: each
// row of a session, the bytes of each text, its snapshot, the history, and what
// is searched. It returns what is wrong; the error is that it could not look.
func (s *Store) Verify(ctx context.Context) ([]Fault, error) {
	v := &verifier{Store: s}
	message, err := s.dialect.integrity(ctx, s)
	if err != nil {
		message = s.explain(err).Error()
	}
	if message != "" {
		v.fault(0, message)
	}
	list, err := s.sessions(ctx, s.db)
	if err != nil {
		return v.list, v.give(err)
	}
	var want []phrase
	for i, e := range list {
		if e.Number != i+1 {
			v.fault(e.Number, fmt.Sprintf("session @%d is not there", i+1))
		}
		v.session(ctx, e.Number)
		want = append(want, v.delta(ctx, e.Number)...)
	}
	v.tip(ctx, len(list))
	v.phrases(ctx, want)
	v.schema(ctx)
	return v.list, nil
}

// A verifier collects faults. Trouble with one row does not keep it from the
// next.
type verifier struct {
	*Store
	list []Fault
}

func (v *verifier) fault(session int, message string) {
	v.list = append(v.list, Fault{session, message})
}

// reason says why something cannot be read, to one who knows that the store is
// damaged.
func (v *verifier) reason(err error) string {
	if v.dialect.explain(err) != nil {
		return "the database refuses"
	}
	return err.Error()
}

// give keeps the error where nothing else has been found.
func (v *verifier) give(err error) error {
	if len(v.list) > 0 {
		return nil
	}
	return v.explain(err)
}

func (v *verifier) session(ctx context.Context, number int) {
	r, want, err := v.row(ctx, v.db, number)
	if err != nil {
		v.fault(number, "the row of the session cannot be read: "+v.reason(err))
		return
	}
	if r.digest() != want {
		v.fault(number, "the row of the session is not what was written")
	}
	if _, err := unpack(r.original); err != nil {
		v.fault(number, "the original cannot be unpacked: "+err.Error())
		return
	}
	if _, _, err := r.unpack(); errors.Is(err, errDigest) {
		v.fault(number, "the original is not what was added")
	} else if err != nil {
		v.fault(number, "the snapshot cannot be read: "+err.Error())
	}
	b, err := unpack(r.measures)
	var measures []history.Measure
	if err == nil {
		err = json.Unmarshal(b, &measures)
	}
	if err != nil {
		v.fault(number, "the measures cannot be read: "+err.Error())
	}
}

// delta checks the history of a session and returns the phrases that follow
// from it.
func (v *verifier) delta(ctx context.Context, number int) []phrase {
	var content []byte
	var want string
	err := v.db.QueryRowContext(ctx, v.q(`SELECT content, digest FROM delta WHERE session = $1`), number).Scan(&content, &want)
	var d history.Delta
	if err == nil {
		err = open(content, &d, want, digest(number, content))
	}
	if err != nil {
		v.fault(number, "the history of the session cannot be read: "+v.reason(err))
		return nil
	}
	return phrases(&d)
}

func (v *verifier) tip(ctx context.Context, last int) {
	switch t, err := v.tipIn(ctx, v.db); {
	case err != nil:
		v.fault(0, v.explain(err).Error())
	case t == nil && last > 0 || t != nil && t.Session != last:
		v.fault(0, "the history does not end with the last session")
	}
}

// phrases compares what is searched with what it was made from.
func (v *verifier) phrases(ctx context.Context, want []phrase) {
	rows, err := v.db.QueryContext(ctx, `SELECT session, kind, thread, unit, action, parties, words FROM phrase ORDER BY id`)
	if err != nil {
		v.fault(0, v.explain(err).Error())
		return
	}
	defer rows.Close()
	n := 0
	for rows.Next() {
		var p phrase
		if err := rows.Scan(&p.session, &p.kind, &p.thread, &p.unit, &p.action, &p.people, &p.words); err != nil {
			v.fault(0, v.explain(err).Error())
			return
		}
		if n >= len(want) || p != want[n] {
			v.fault(p.session, "what is searched is not what stands in the history")
			return
		}
		n++
	}
	switch err := rows.Err(); {
	case err != nil:
		v.fault(0, v.explain(err).Error())
	case n != len(want):
		v.fault(0, "what is searched is not all that stands in the history")
	}
	if v.dialect.checkIndex == "" || v.readOnly != nil {
		return
	}
	if _, err := v.db.ExecContext(ctx, v.dialect.checkIndex); err != nil {
		if e := v.dialect.explain(err); e == nil || e.Kind != KindReadOnly && e.Kind != KindFull { // the check has to write
			v.fault(0, "the full-text index does not fit: "+v.explain(err).Error())
		}
	}
}

func (v *verifier) schema(ctx context.Context) {
	if n, err := v.version(ctx, v.db); err != nil || n != schemaVersion {
		v.fault(0, "the store does not say of which version it is")
	}
	if _, err := v.lockIn(ctx, v.db); err != nil {
		v.fault(0, v.explain(err).Error())
	}
}
