package open

import (
	"bytes"

	"github.com/draftdiff/draftdiff/pkg/source"
	"github.com/draftdiff/draftdiff/pkg/source/akn"
	"github.com/draftdiff/draftdiff/pkg/source/docx"
	"github.com/draftdiff/draftdiff/pkg/source/html"
	"github.com/draftdiff/draftdiff/pkg/source/markdown"
	"github.com/draftdiff/draftdiff/pkg/source/pdf"
	"github.com/draftdiff/draftdiff/pkg/source/pdf/isolate"
	"github.com/draftdiff/draftdiff/pkg/source/plain"
)

// Limits bounds what is read. The zero Limits does not bound the size of the
// file, and everything else as [source.Limits.WithDefaults] says.
type Limits = source.Limits

// An Error says why a file cannot be read, to the one who holds it.
type Error = source.Error

// TooLarge is the error for a file over the limit.
func TooLarge(limit int64) *Error {
	return &Error{
		What: "the file is larger than the limit of " + source.Size(limit),
		Do:   "raise it with --max-bytes",
	}
}

// Read turns the bytes of a file into a document. The name is used only where
// the content leaves open whether it is Markdown. The error is an [*Error].
func Read(name string, b []byte, lim Limits) (*source.Document, error) {
	if lim.Bytes > 0 && int64(len(b)) > lim.Bytes {
		return nil, TooLarge(lim.Bytes)
	}
	if len(b) == 0 {
		return nil, &Error{What: "the file is empty"}
	}
	if err := refuse(b); err != nil {
		return nil, err
	}
	if isWord(b) {
		return docx.Read(b, lim)
	}
	if isPDF(b) {
		pages, err := isolate.Pages(b, lim)
		if err != nil {
			return nil, err
		}
		return pdf.Understand(pages, b)
	}
	words, encoding, err := decode(b)
	if err != nil {
		return nil, err
	}
	if len(bytes.TrimSpace(bytes.TrimPrefix(words, []byte("\ufeff")))) == 0 {
		return nil, &Error{What: "the file holds no words, only white space"}
	}
	doc, err := readText(name, words, lim)
	if err != nil {
		return nil, err
	}
	if len(doc.Blocks) == 0 && doc.Format != plain.Format {
		return nil, &Error{What: "the file holds no words"}
	}
	if encoding != "" {
		doc.Notes = append(doc.Notes, source.Note{Rule: "encoding", Message: "the text is not in UTF-8; it was read as " + encoding})
	}
	doc.Raw = b
	return doc, nil
}

// readText reads a text in UTF-8.
func readText(name string, words []byte, lim Limits) (*source.Document, error) {
	switch kind, err := tagged(words); {
	case err != nil:
		return nil, err
	case kind == akn.Format:
		return akn.Read(words, lim)
	case kind == html.Format:
		return html.Read(words, lim)
	case isMarkdown(name, words):
		return markdown.Read(words), nil
	}
	return plain.Read(words), nil
}
