package docx

import (
	"encoding/xml"

	"github.com/draftdiff/draftdiff/pkg/source/internal/extract"
)

// table reads the present element, a w:tbl.
func (r *reader) table() error {
	before := r.grid
	r.grid = &extract.Table{}
	a, err := r.aside(func() error { return r.children(r.block) })
	if err != nil {
		return err
	}
	if r.grid.Settle(a.Builder) {
		r.out.Note("table", extract.EntriesNote)
	}
	r.put(a)
	r.grid = before
	return nil
}

// row reads a row of a table, which a tracked change may have inserted or
// deleted as a whole.
func (r *reader) row() error {
	before := r.changes
	defer func() { r.changes = before }()
	if r.grid != nil {
		r.grid.Row()
	}
	return r.children(func(e xml.StartElement) error {
		if e.Name.Local != "trPr" {
			return r.block(e)
		}
		p, err := r.runProperties()
		r.changes.add(p.inserted, p.deleted)
		return err
	})
}

// cell reads the present element, a w:tc.
func (r *reader) cell() error {
	if r.grid == nil {
		return r.children(r.block)
	}
	r.grid.Cell(r.out)
	err := r.children(r.block)
	r.grid.EndCell(r.out)
	return err
}
