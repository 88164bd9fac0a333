package store

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path"

	"github.com/draftdiff/draftdiff/pkg/history"
	"github.com/draftdiff/draftdiff/pkg/snapshot"
)

// archiveSchema names the format of an export.
const archiveSchema = "draftdiff.archive/v1"

// A manifest is the first file of an archive, archive.json.
type manifest struct {
	Schema   string    `json:"schema"`
	Sessions []Session `json:"sessions"`
	Lock     string    `json:"lock"`
}

// The files of a session in an archive.
func originalName(e *Session) string {
	return fmt.Sprintf("%04d/original/%s", e.Number, path.Base("/"+e.File))
}
func snapshotName(e *Session) string { return fmt.Sprintf("%04d/snapshot.json", e.Number) }
func measuresName(e *Session) string { return fmt.Sprintf("%04d/measures.json", e.Number) }

// Export writes everything that cannot be made again as a ZIP file: the originals,
// their snapshots, what they measure, and the corrections. The same sessions give
// the same bytes, whatever database they come from.
func (s *Store) Export(ctx context.Context, w io.Writer) error {
	list, err := s.sessions(ctx, s.db)
	if err != nil {
		return s.explain(err)
	}
	m := manifest{Schema: archiveSchema, Sessions: list}
	if m.Lock, err = s.Lock(ctx); err != nil {
		return err
	}
	z := zip.NewWriter(w)
	z.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, flate.BestCompression) })
	b, err := json.MarshalIndent(m, "", "  ")
	if err != nil {
		return err
	}
	if err := file(z, "archive.json", append(b, '\n')); err != nil {
		return err
	}
	for i := range list {
		if err := s.exportSession(ctx, z, &list[i]); err != nil {
			return s.explain(err)
		}
	}
	return z.Close()
}

func (s *Store) exportSession(ctx context.Context, z *zip.Writer, e *Session) error {
	original, snap, err := s.texts(ctx, s.db, e.Number)
	if err != nil {
		return err
	}
	r, _, err := s.row(ctx, s.db, e.Number)
	if err != nil {
		return err
	}
	measures, err := unpack(r.measures)
	if err != nil {
		return damaged(fmt.Sprintf("session @%d", e.Number), err)
	}
	var b bytes.Buffer
	if err := snapshot.Encode(&b, snap); err != nil {
		return err
	}
	if err := file(z, originalName(e), original); err != nil {
		return err
	}
	if err := file(z, snapshotName(e), b.Bytes()); err != nil {
		return err
	}
	return file(z, measuresName(e), measures)
}

// file adds a file without a time, so that nothing depends on the clock.
func file(z *zip.Writer, name string, content []byte) error {
	w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate})
	if err != nil {
		return err
	}
	_, err = w.Write(content)
	return err
}

// Import adds the sessions of an archive that are not there yet, all of them or,
// after any trouble, none. It returns how many were added.
func (s *Store) Import(ctx context.Context, r io.ReaderAt, size int64) (int, error) {
	z, err := zip.NewReader(r, size)
	if err != nil {
		return 0, &Error{Kind: KindRefused, Message: "this is no archive that draftdiff exported, or it is not whole", Err: err}
	}
	var m manifest
	b, err := read(z, "archive.json")
	if err == nil {
		err = json.Unmarshal(b, &m)
	}
	if err != nil || m.Schema != archiveSchema {
		return 0, &Error{Kind: KindRefused, Message: "this is no archive that draftdiff exported, or a newer one did", Err: err}
	}
	lock, err := history.ParseLock(m.Lock)
	if err != nil {
		return 0, &Error{Kind: KindRefused, Message: "the corrections in the archive cannot be read: " + err.Error(), Err: err}
	}
	added := 0
	err = s.write(ctx, func(tx *sql.Tx) error {
		added = 0
		if err := s.hold(ctx, tx); err != nil {
			return err
		}
		last := 0
		if err := tx.QueryRowContext(ctx, `SELECT coalesce(max(number), 0) FROM session`).Scan(&last); err != nil {
			return err
		}
		if last == 0 {
			if err := s.setLock(ctx, tx, m.Lock); err != nil {
				return err
			}
		} else if len(lock.Lines) > 0 {
			if kept, err := s.lockText(ctx, tx); err != nil || kept != m.Lock {
				return errors.Join(err, &Error{Kind: KindRefused, Message: "the archive brings other corrections; import it into a new store"})
			}
		}
		for i := range m.Sessions {
			n, err := s.importSession(ctx, tx, z, &m.Sessions[i])
			if err != nil {
				return err
			}
			added += n
		}
		return nil
	})
	return added, s.explain(err)
}

// importSession adds one session, unless its bytes are there already.
func (s *Store) importSession(ctx context.Context, tx *sql.Tx, z *zip.Reader, e *Session) (int, error) {
	n := 0
	if err := tx.QueryRowContext(ctx, s.q(`SELECT count(*) FROM session WHERE sha256 = $1`), e.SHA256).Scan(&n); err != nil || n > 0 {
		return 0, err
	}
	original, err := read(z, originalName(e))
	if err != nil {
		return 0, err
	}
	encoded, err := read(z, snapshotName(e))
	if err != nil {
		return 0, err
	}
	measures, err := read(z, measuresName(e))
	if err != nil {
		return 0, err
	}
	if sum(original) != e.SHA256 {
		return 0, &Error{Kind: KindRefused, Message: fmt.Sprintf("the archive is damaged: %s is not what was exported", e.File)}
	}
	snap, err := snapshot.Decode(bytes.NewReader(encoded))
	if err != nil {
		return 0, &Error{Kind: KindRefused, Message: fmt.Sprintf("the snapshot of %s in the archive cannot be read: %v", e.File, err), Err: err}
	}
	r := &row{Session: *e, original: pack(original), measures: pack(measures)}
	r.Size = len(original)
	if r.snapshot, err = packSnapshot(encoded, original); err != nil {
		return 0, err
	}
	_, err = s.append(ctx, tx, r, snap)
	return 1, err
}

func read(z *zip.Reader, name string) ([]byte, error) {
	f, err := z.Open(name)
	if err == nil {
		defer f.Close()
		var b []byte
		if b, err = io.ReadAll(f); err == nil {
			return b, nil
		}
	}
	return nil, &Error{Kind: KindRefused, Message: fmt.Sprintf("the archive is damaged: %s cannot be read", name), Err: err}
}
