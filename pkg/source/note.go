package source

import (
	"unicode/utf8"

	"github.com/draftdiff/draftdiff/pkg/text"
)

// InvalidUTF8 is the note on bytes that are not UTF-8: where the first one
// stands. The bytes stay in the text as they are.
func InvalidUTF8(b []byte) Note {
	off := 0
	for off < len(b) {
		r, n := utf8.DecodeRune(b[off:])
		if r == utf8.RuneError && n == 1 {
			break
		}
		off += n
	}
	return Note{
		Rule:    "invalid-utf8",
		Message: "the file holds bytes that are not UTF-8; they are kept as they are",
		Span:    text.Span{Start: off, End: min(off+1, len(b))},
	}
}
