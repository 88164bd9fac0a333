package text

import "sort"

// MarkKind says what a mark does to the characters it covers. The zero kind is
// invalid.
type MarkKind uint8

// The marks that a reader can deliver.
const (
	MarkInvalid  MarkKind = iota
	MarkStruck            // struck through, by nobody in particular
	MarkInserted          // a tracked insertion, by Author
	MarkDeleted           // a tracked deletion, by Author
	MarkEmphasis          // set off, as Emphasis says
)

// Emphasis is how words are set off: a set of the constants.
type Emphasis uint8

// The ways to set words off.
const (
	Bold Emphasis = 1 << iota
	Italic
	Underlined
)

// A Mark is something done to a span of characters. Marks know nothing of
// syntax: they may begin and end anywhere, cross brackets and cross each other.
type Mark struct {
	Kind     MarkKind
	Span     Span     // in the marked string
	Author   string   // of a tracked change, as the source names it
	Date     string   // of a tracked change, as the source writes it
	Emphasis Emphasis // of words that are set off
}

// A Run maps a stretch of a marked string to the place it came from: from At
// on, the byte at offset o of the string is the byte Source + o - At of the
// file, until the next run begins.
type Run struct {
	At, Source int
}

// Marked is a string as a reader of the page sees it, without the markup of
// its format, together with the marks on it and the way back to the file.
type Marked struct {
	Text  string
	Marks []Mark // in order of Span.Start
	Runs  []Run  // in order of At; the first has At 0
}

// Source returns the offset in the file of the byte at offset off. The end of
// a run belongs to the run, so that the end of a span maps to the end of what
// it covers; markup that follows is not part of it.
func (m *Marked) Source(off int) int {
	i := sort.Search(len(m.Runs), func(i int) bool { return m.Runs[i].At > off }) - 1
	if i < 0 {
		return 0
	}
	return m.Runs[i].Source + off - m.Runs[i].At
}

// SourceEnd returns the offset in the file just behind the byte before off.
func (m *Marked) SourceEnd(off int) int {
	if off == 0 {
		return m.Source(0)
	}
	return m.Source(off-1) + 1
}

// SourceSpan returns the span of the file that s came from.
func (m *Marked) SourceSpan(s Span) Span {
	return Span{m.Source(s.Start), m.SourceEnd(s.End)}
}
