// Package pdf makes a text of the pages of a PDF: characters and rules on a
// sheet of paper become lines, lines paragraphs, rules strikes.
//
//	characters ──baseline──▶ lines ──furniture off──▶ paragraphs ──hyphens──▶ blocks
//	rules ───────height────▶ strikes on characters
//
// The file is parsed elsewhere: package pdfium takes the characters and rules off
// the pages, in a process of its own if [Isolate] says so. What is here does not
// trust them.
//
// Running heads and feet, page numbers and the numbers of UN documents are
// furniture, and so are the numbers of lines. Paragraphs are told by gaps, by
// indents, or by their last line. Footnotes are notes, and their marks in the text
// are left out; the rows of tables are notes too. A page in two columns is read column by column, and said to be; a page turned on
// its side is turned; a PDF without text is a scan, and refused.
//
// Not read: form fields, comments other than strikes, text that is not
// horizontal on a page whose other text is. Bold and italic are not told.
package pdf
