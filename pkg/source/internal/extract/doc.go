// Package extract builds the document of a format whose bytes are not the text:
// Word, HTML, Akoma Ntoso, PDF. The reader of the format hands over words with
// their style; the builder keeps the extracted text, one paragraph a line with
// an empty line between, and the blocks that lie in it. Spans of the document
// count in that text.
package extract
