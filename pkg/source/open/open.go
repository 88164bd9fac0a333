package open

import (
	"bytes"
	"fmt"

	"github.com/draftdiff/draftdiff/pkg/source"
	"github.com/draftdiff/draftdiff/pkg/source/markdown"
	"github.com/draftdiff/draftdiff/pkg/source/plain"
)

// Limits bounds what is read. The zero Limits bounds nothing.
type Limits struct {
	Bytes int64 // size of the file
}

// An Error says why a file cannot be read, to the one who holds it.
type Error struct {
	What string // what is wrong: "this is an image (PNG), not a text"
	Do   string // what to do about it, "" if there is nothing
}

// Error joins both sentences.
func (e *Error) Error() string {
	if e.Do == "" {
		return e.What
	}
	return e.What + "; " + e.Do
}

// TooLarge is the error for a file over the limit.
func TooLarge(limit int64) *Error {
	return &Error{
		What: fmt.Sprintf("the file is larger than the limit of %s", size(limit)),
		Do:   "raise it with --max-bytes",
	}
}

// size gives a number of bytes in the largest unit that divides it.
func size(n int64) string {
	units := [...]string{"bytes", "KiB", "MiB", "GiB"}
	i := 0
	for ; i < len(units)-1 && n >= 1024 && n%1024 == 0; i++ {
		n /= 1024
	}
	return fmt.Sprintf("%d %s", n, units[i])
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
	words, err := decode(b)
	if err != nil {
		return nil, err
	}
	if len(bytes.TrimSpace(bytes.TrimPrefix(words, []byte("\ufeff")))) == 0 {
		return nil, &Error{What: "the file holds no words, only white space"}
	}
	var doc *source.Document
	if isMarkdown(name, words) {
		doc = markdown.Read(words)
	} else {
		doc = plain.Read(words)
	}
	doc.Raw = b
	return doc, nil
}
