package extract

import (
	"strings"

	"github.com/draftdiff/draftdiff/pkg/source"
	"github.com/draftdiff/draftdiff/pkg/text"
)

// A Change is a tracked change. The zero Change is none.
type Change struct {
	Author, Date string
}

// A Style is what is done to a stretch of words.
type Style struct {
	Struck            bool
	Emphasis          text.Emphasis
	Inserted, Deleted Change
}

// A Builder gathers blocks of marked text. The zero Builder is ready.
type Builder struct {
	buf    []byte
	blocks []source.Block
	notes  []source.Note
	start  int // where the present block begins in buf
	marks  []text.Mark
}

// Write adds words to the present block.
func (b *Builder) Write(words string, st Style) {
	if words == "" {
		return
	}
	at := len(b.buf) - b.start
	sp := text.Span{Start: at, End: at + len(words)}
	b.buf = append(b.buf, words...)
	if st.Inserted != (Change{}) {
		b.mark(text.Mark{Kind: text.MarkInserted, Span: sp, Author: st.Inserted.Author, Date: st.Inserted.Date})
	}
	if st.Deleted != (Change{}) {
		b.mark(text.Mark{Kind: text.MarkDeleted, Span: sp, Author: st.Deleted.Author, Date: st.Deleted.Date})
	}
	if st.Struck {
		b.mark(text.Mark{Kind: text.MarkStruck, Span: sp})
	}
	if st.Emphasis != 0 {
		b.mark(text.Mark{Kind: text.MarkEmphasis, Span: sp, Emphasis: st.Emphasis})
	}
}

// mark adds a mark, or makes the one of its kind that ends where it begins
// longer. Marks of one kind do not overlap, so one of the last few is that one.
func (b *Builder) mark(m text.Mark) {
	for i := len(b.marks) - 1; i >= 0 && i >= len(b.marks)-8; i-- {
		if last := &b.marks[i]; last.Kind == m.Kind {
			if last.Span.End == m.Span.Start && last.Author == m.Author && last.Date == m.Date && last.Emphasis == m.Emphasis {
				last.Span.End = m.Span.End
				return
			}
			break
		}
	}
	b.marks = append(b.marks, m)
}

// Ends reports whether the present block ends with white space or is empty.
func (b *Builder) Ends() bool {
	return len(b.buf) == b.start || strings.IndexByte(" \t\n", b.buf[len(b.buf)-1]) >= 0
}

// Empty reports whether the present block has no words yet.
func (b *Builder) Empty() bool {
	return strings.TrimSpace(string(b.buf[b.start:])) == ""
}

// Words is the text of the present block so far.
func (b *Builder) Words() string { return string(b.buf[b.start:]) }

// At is where the next words will stand in the extracted text.
func (b *Builder) At() int { return len(b.buf) }

// End ends the present block, which takes its layout, level, label and page
// from like. A block without words is left out.
func (b *Builder) End(like source.Block) {
	words := string(b.buf[b.start:])
	trimmed := strings.TrimRight(words, " \t\n\u00a0")
	lead := len(trimmed) - len(strings.TrimLeft(trimmed, " \t\n\u00a0"))
	trimmed = trimmed[lead:]
	if trimmed == "" {
		b.Drop()
		return
	}
	b.buf = append(append(b.buf[:b.start], trimmed...), "\n\n"...)
	like.Span = text.Span{Start: b.start, End: b.start + len(trimmed)}
	like.Runs = []text.Run{{Source: b.start}}
	for _, m := range b.marks {
		m.Span.Start = max(0, m.Span.Start-lead)
		m.Span.End = min(len(trimmed), m.Span.End-lead)
		if m.Span.Len() > 0 {
			like.Marks = append(like.Marks, m)
		}
	}
	b.blocks = append(b.blocks, like)
	b.start, b.marks = len(b.buf), b.marks[:0]
}

// Blocks returns the blocks so far. Their texts are not filled in.
func (b *Builder) Blocks() []source.Block { return b.blocks }

// Note adds a note on the place that the builder has come to.
func (b *Builder) Note(rule, message string) {
	b.notes = append(b.notes, source.Note{Rule: rule, Message: message, Span: text.Span{Start: b.start, End: b.start}})
}

// Document returns the document of a format, read from raw.
func (b *Builder) Document(format string, raw []byte) *source.Document {
	b.End(source.Block{})
	words := b.buf
	if n := len(words); n > 0 {
		words = words[:n-1] // one line break ends the last line
	}
	all := string(words)
	for i := range b.blocks {
		blk := &b.blocks[i]
		blk.Text = all[blk.Span.Start:blk.Span.End]
	}
	for i := range b.notes {
		sp := &b.notes[i].Span
		sp.Start = min(sp.Start, len(words))
		sp.End = min(max(sp.Start+1, sp.End), len(words))
	}
	return &source.Document{
		Format: format,
		Raw:    raw,
		File:   text.NewFile("", words),
		Blocks: b.blocks,
		Notes:  b.notes,
	}
}

// Drop forgets the present block.
func (b *Builder) Drop() { b.buf, b.marks = b.buf[:b.start], b.marks[:0] }

// Beside makes notes of all blocks so far: words beside the text.
func (b *Builder) Beside() {
	for i := range b.blocks {
		b.blocks[i].Layout, b.blocks[i].Level = source.LayoutNote, 0
	}
}

// Append adds the blocks and notes of another builder. It must not be called
// within a block.
func (b *Builder) Append(other *Builder) {
	shift := len(b.buf)
	b.buf = append(b.buf, other.buf[:other.start]...)
	for _, blk := range other.blocks {
		blk.Span = blk.Span.Shift(shift)
		blk.Runs = []text.Run{{Source: blk.Span.Start}}
		b.blocks = append(b.blocks, blk)
	}
	for _, n := range other.notes {
		n.Span = n.Span.Shift(shift)
		b.notes = append(b.notes, n)
	}
	b.start = len(b.buf)
}
