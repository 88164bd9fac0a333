package open

import (
	"bytes"
	"unicode/utf8"
)

// sample is how many bytes decide what a file is.
const sample = 64 << 10

// A signature tells a kind of file by its first bytes.
type signature struct {
	magic string
	at    int
	err   Error
}

const (
	notText = ", not a text"
	scan    = "a scan has to go through text recognition (OCR) first"
	unpack  = "unpack it, and give the text in it"
	resave  = "save the document as plain text or Markdown, and give that"
)

var signatures = []signature{
	{"\x89PNG\r\n", 0, Error{"this is an image (PNG)" + notText, scan}},
	{"\xff\xd8\xff", 0, Error{"this is an image (JPEG)" + notText, scan}},
	{"GIF8", 0, Error{"this is an image (GIF)" + notText, scan}},
	{"II*\x00", 0, Error{"this is an image (TIFF)" + notText, scan}},
	{"MM\x00*", 0, Error{"this is an image (TIFF)" + notText, scan}},
	{"WEBP", 8, Error{"this is an image (WebP)" + notText, scan}},
	{"ftyp", 4, Error{"this is an image or a film" + notText, scan}},
	{"\x7fELF", 0, Error{"this is a program" + notText, ""}},
	{"MZ\x90", 0, Error{"this is a program (Windows)" + notText, ""}},
	{"\xcf\xfa\xed\xfe", 0, Error{"this is a program (macOS)" + notText, ""}},
	{"\x1f\x8b", 0, Error{"this is a compressed file (gzip)", unpack}},
	{"BZh", 0, Error{"this is a compressed file (bzip2)", unpack}},
	{"\xfd7zXZ\x00", 0, Error{"this is a compressed file (xz)", unpack}},
	{"7z\xbc\xaf\x27\x1c", 0, Error{"this is an archive (7-Zip)", unpack}},
	{"Rar!\x1a\x07", 0, Error{"this is an archive (RAR)", unpack}},
	{"SQLite format 3\x00", 0, Error{"this is a database (SQLite)" + notText, ""}},
	{"{\\rtf", 0, Error{"this is a Rich Text document, which draftdiff does not read", resave}},
	{"-----BEGIN PGP MESSAGE", 0, Error{"this text is encrypted (PGP)", "decrypt it first"}},
	{"age-encryption.org/", 0, Error{"this text is encrypted (age)", "decrypt it first"}},
}

// refuse returns an error if b is something that no reader reads.
func refuse(b []byte) error {
	for i := range signatures {
		s := &signatures[i]
		if len(b) > s.at && bytes.HasPrefix(b[s.at:], []byte(s.magic)) {
			return &s.err
		}
	}
	head := b[:min(len(b), sample)]
	switch {
	case bytes.HasPrefix(b, []byte("PK\x03\x04")):
		return zipped(b)
	case bytes.HasPrefix(b, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")):
		return compound(b)
	case bytes.Contains(head[:min(len(head), 1024)], []byte("%PDF-")):
		return notYet("a PDF document")
	}
	return tagged(head)
}

func notYet(what string) *Error {
	return &Error{"this is " + what + ", which draftdiff cannot read yet", resave}
}

// zipped says what a ZIP file holds.
func zipped(b []byte) *Error {
	for _, kind := range []struct{ part, what string }{
		{"word/document.xml", "a Word document (.docx)"},
		{"xl/workbook.xml", "a spreadsheet (.xlsx)"},
		{"ppt/presentation.xml", "a presentation (.pptx)"},
		{"mimetypeapplication/vnd.oasis.opendocument.text", "an OpenDocument text (.odt)"},
	} {
		if bytes.Contains(b, []byte(kind.part)) {
			return notYet(kind.what)
		}
	}
	return &Error{"this is an archive (ZIP)", unpack}
}

// compound says what an OLE compound file holds: an old Word document, or a new
// one behind a password.
func compound(b []byte) *Error {
	if bytes.Contains(b, []byte("E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e")) {
		return &Error{"this document is protected by a password", "open it in Word, take the password off, and save it as plain text"}
	}
	return &Error{"this is a document of an old Office program (such as .doc)", "open it in Word, and save it as plain text"}
}

// tagged recognises documents in XML and HTML by their first tag.
func tagged(head []byte) error {
	head = bytes.TrimPrefix(head, []byte("\ufeff"))
	head = bytes.TrimSpace(head)
	if len(head) == 0 || head[0] != '<' {
		return nil
	}
	start := bytes.ToLower(head[:min(len(head), 2048)])
	switch {
	case bytes.Contains(start, []byte("<akomantoso")):
		return notYet("an Akoma Ntoso document")
	case bytes.HasPrefix(start, []byte("<!doctype html")), bytes.HasPrefix(start, []byte("<html")),
		bytes.HasPrefix(start, []byte("<?xml")) && bytes.Contains(start, []byte("<html")):
		return notYet("a web page (HTML)")
	case bytes.HasPrefix(start, []byte("<?xml")):
		return &Error{"this is an XML file of a kind that draftdiff does not know", resave}
	}
	return nil
}

// isBinary reports whether a file without a known signature is no text: more
// than one byte in twenty is a control character, or more than one in four is
// not UTF-8. Damaged texts and texts of other encodings stay far below.
func isBinary(b []byte) bool {
	head := b[:min(len(b), sample)]
	control, invalid := 0, 0
	for i := 0; i < len(head); {
		c := head[i]
		if c < utf8.RuneSelf {
			if c < ' ' && (c < '\t' || c > '\r') && c != 0x1b || c == 0x7f {
				control++
			}
			i++
			continue
		}
		r, n := utf8.DecodeRune(head[i:])
		if r == utf8.RuneError && n == 1 {
			invalid++
		}
		i += n
	}
	return control*20 > len(head) || invalid*4 > len(head)+16
}
