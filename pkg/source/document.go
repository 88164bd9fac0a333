package source

import (
	"github.com/draftdiff/draftdiff/pkg/party"
	"github.com/draftdiff/draftdiff/pkg/text"
)

// A Document is a file as its format's reader understood it.
type Document struct {
	Format string     // "markdown", "plain", "docx", …
	Raw    []byte     // the bytes that were read
	File   *text.File // the text in which spans and lines count: Raw itself, or what was extracted from it
	Blocks []Block    // in the order of the text; their spans do not overlap
	Notes  []Note     // what the reader had to guess or leave aside

	// Parties are those that the user declares, beside what the document itself
	// says: the authors of tracked changes, the parties of a configuration.
	Parties []party.Declaration
}

// Layout is what the format says a block is. The words decide, not the layout:
// a conversion marks as headings what is none, and the other way round.
type Layout uint8

// The layouts.
const (
	LayoutParagraph Layout = iota
	LayoutHeading
	LayoutItem      // an item of a list
	LayoutFurniture // a page number, a running head, a rule: not part of the text
	LayoutNote      // a footnote, a comment, a box: words beside the text
)

// A Block is a paragraph, a heading or an item of a list.
type Block struct {
	text.Marked
	Span   text.Span // in Document.File; from the first to the last byte of the block
	Layout Layout
	Level  int    // of a heading or an item, from 1; 0 where the format does not say
	Label  string // the number that the format generates and does not write, such as Word's
	Page   int    // from 1; 0 where the format has no pages
}

// A Note is something the reader says about the file.
type Note struct {
	Rule    string // a short stable name, such as "invalid-utf8"
	Message string
	Span    text.Span
}
