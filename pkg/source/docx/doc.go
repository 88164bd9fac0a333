// Package docx reads Word documents (WordprocessingML, ISO/IEC 29500) as they
// are: runs with their strikes, tracked changes with author and date, the
// labels that Word generates, footnotes, endnotes and comments.
//
//	bytes ──archive──▶ parts ──styles, numbering, notes──▶ tables
//	                     └──main part, token by token──▶ blocks of marked text
//
// The document's File is the extracted text: one paragraph a line, with an
// empty line between. A generated label ("1.", "(a)") stands at the beginning
// of the block's text, as Word shows it, and in its Label. Text that a tracked
// change deletes is in the text, with a mark; so is text that it inserts, and
// text inserted by one and deleted by another carries both marks. Footnotes,
// endnotes, comments and text boxes follow the paragraph that refers to them,
// as blocks of the layout note.
//
// A strike is one by direct formatting, or by a character or paragraph style,
// where styles toggle. What a tracked format change replaced, hidden text, field
// codes, running heads and the page layout are no part of the text. Images and
// equations are named in notes. Nothing outside the file is ever followed, and
// every part is read within [source.Limits].
//
// Not read: the old binary format (.doc), documents behind a password, embedded
// documents, the text of charts and drawings.
package docx
