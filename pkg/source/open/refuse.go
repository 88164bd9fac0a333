package open

import (
	"bytes"

	"github.com/draftdiff/draftdiff/pkg/source/akn"
	"github.com/draftdiff/draftdiff/pkg/source/html"
)

// sample is how many bytes decide what a file is.
const sample = 64 << 10

// A signature tells a kind of file by its first bytes.
type signature struct {
	magic    string
	at       int
	what, do string
}

const (
	notText = ", not a text"
	scan    = "a scan has to go through text recognition (OCR) first"
	unpack  = "unpack it, and give the text in it"
	resave  = "save the document as .docx, HTML or plain text, and give that"
)

var signatures = []signature{
	{"\x89PNG\r\n", 0, "this is an image (PNG)" + notText, scan},
	{"\xff\xd8\xff", 0, "this is an image (JPEG)" + notText, scan},
	{"GIF8", 0, "this is an image (GIF)" + notText, scan},
	{"II*\x00", 0, "this is an image (TIFF)" + notText, scan},
	{"MM\x00*", 0, "this is an image (TIFF)" + notText, scan},
	{"WEBP", 8, "this is an image (WebP)" + notText, scan},
	{"ftyp", 4, "this is an image or a film" + notText, scan},
	{"\x7fELF", 0, "this is a program" + notText, ""},
	{"MZ\x90", 0, "this is a program (Windows)" + notText, ""},
	{"\xcf\xfa\xed\xfe", 0, "this is a program (macOS)" + notText, ""},
	{"\x1f\x8b", 0, "this is a compressed file (gzip)", unpack},
	{"BZh", 0, "this is a compressed file (bzip2)", unpack},
	{"\xfd7zXZ\x00", 0, "this is a compressed file (xz)", unpack},
	{"7z\xbc\xaf\x27\x1c", 0, "this is an archive (7-Zip)", unpack},
	{"Rar!\x1a\x07", 0, "this is an archive (RAR)", unpack},
	{"SQLite format 3\x00", 0, "this is a database (SQLite)" + notText, ""},
	{"{\\rtf", 0, "this is a Rich Text document, which draftdiff does not read", resave},
	{"-----BEGIN PGP MESSAGE", 0, "this text is encrypted (PGP)", "decrypt it first"},
	{"age-encryption.org/", 0, "this text is encrypted (age)", "decrypt it first"},
}

// refuse returns an error if b is something that no reader reads.
func refuse(b []byte) error {
	for i := range signatures {
		s := &signatures[i]
		if len(b) > s.at && bytes.HasPrefix(b[s.at:], []byte(s.magic)) {
			return refusal(s.what, s.do)
		}
	}
	switch {
	case bytes.HasPrefix(b, []byte("PK\x03\x04")) && !isWord(b):
		return zipped(b)
	case bytes.HasPrefix(b, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")):
		return compound(b)
	}
	return nil
}

func refusal(what, do string) *Error { return &Error{What: what, Do: do} }

func notYet(what string) *Error {
	return refusal("this is "+what+", which draftdiff does not read", resave)
}

// zipped says what a ZIP file holds.
func zipped(b []byte) *Error {
	for _, kind := range []struct{ part, what string }{
		{"xl/workbook.xml", "a spreadsheet (.xlsx)"},
		{"ppt/presentation.xml", "a presentation (.pptx)"},
		{"mimetypeapplication/vnd.oasis.opendocument.text", "an OpenDocument text (.odt)"},
	} {
		if bytes.Contains(b, []byte(kind.part)) {
			return notYet(kind.what)
		}
	}
	return refusal("this is an archive (ZIP)", unpack)
}

// compound says what an OLE compound file holds: an old Word document, or a new
// one behind a password.
func compound(b []byte) *Error {
	if bytes.Contains(b, []byte("E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e")) {
		return refusal("this document is protected by a password", "open it in Word, take the password off, and save it as .docx")
	}
	return refusal("this is a document of an old Office program (such as .doc)", "open it in Word or LibreOffice, and save it as .docx")
}

// isPDF reports whether b is a PDF, which may begin with other bytes.
func isPDF(b []byte) bool { return bytes.Contains(b[:min(len(b), 1024)], []byte("%PDF-")) }

// isWord reports whether b is an archive that holds a Word document.
func isWord(b []byte) bool {
	return bytes.HasPrefix(b, []byte("PK\x03\x04")) && bytes.Contains(b, []byte("word/")) && bytes.Contains(b, []byte("[Content_Types].xml"))
}

// tagged recognises documents in XML and HTML by their first tags, "" if b is
// neither.
func tagged(b []byte) (format string, err error) {
	head := bytes.TrimSpace(bytes.TrimPrefix(b[:min(len(b), sample)], []byte("\ufeff")))
	if len(head) == 0 || head[0] != '<' {
		return "", nil
	}
	head = bytes.ToLower(head)
	start := head[:min(len(head), 2048)]
	switch {
	case bytes.Contains(start, []byte("akomantoso")):
		return akn.Format, nil
	case bytes.Contains(start, []byte("<!doctype html")), bytes.Contains(start, []byte("<html")), bytes.HasPrefix(start, []byte("<body")),
		bytes.Count(head, []byte("</p>"))+bytes.Count(head, []byte("</div>"))+bytes.Count(head, []byte("</span>")) > 2 && !bytes.HasPrefix(start, []byte("<?xml")):
		return html.Format, nil
	case bytes.HasPrefix(start, []byte("<?xml")):
		return "", refusal("this is an XML file of a kind that draftdiff does not know", resave)
	}
	return "", nil
}

// isBinary reports whether a file without a known signature is no text: more
// than one byte in twenty is a control character.
func isBinary(b []byte) bool {
	head := b[:min(len(b), sample)]
	control := 0
	for _, c := range head {
		if c < ' ' && (c < '\t' || c > '\r') && c != 0x1b || c == 0x7f {
			control++
		}
	}
	return control*20 > len(head)
}
