package extract

// longCell is how long, in bytes, the words of a cell are that hold text and not
// an entry.
const longCell = 400

// A Table is what is known of a table that is being read: one that sets text in
// columns, or frames it, holds text; any other holds entries, which stand beside
// the text.
type Table struct {
	columns, cells int // of the widest row, of the present row
	at, blocks     int // where the present cell begins
	text           bool
}

// Row begins a row.
func (t *Table) Row() { t.cells = 0 }

// Cell begins a cell, into which b writes.
func (t *Table) Cell(b *Builder) {
	t.cells++
	t.columns = max(t.columns, t.cells)
	t.at, t.blocks = len(b.buf), len(b.blocks)
}

// EndCell ends a cell, all blocks of which are ended.
func (t *Table) EndCell(b *Builder) {
	if len(b.buf)-t.at > longCell || len(b.blocks) > t.blocks+1 {
		t.text = true
	}
}

// Settle makes notes of the blocks in b, which are those of the table, if they
// are entries. It reports whether they are.
func (t *Table) Settle(b *Builder) bool {
	if t.columns < 2 || t.text {
		return false
	}
	b.Beside()
	return len(b.blocks) > 0
}

// EntriesNote is said of a table of entries.
const EntriesNote = "a table stands here; its cells are read as notes, beside the text"
