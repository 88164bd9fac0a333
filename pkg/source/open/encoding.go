package open

import (
	"bytes"
	"unicode/utf8"

	"github.com/wlynxg/chardet"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"github.com/draftdiff/draftdiff/pkg/source"
)

// decode returns the text of b in UTF-8, and the name of the encoding that it
// was in: "" where it is b itself. Bytes that are not UTF-8 in a text that is
// otherwise are damage and stay; a text of which they are the only letters
// beyond ASCII is in an old encoding.
func decode(b []byte) (words []byte, name string, err error) {
	if order, ok := utf16Order(b); ok {
		words, err := unicode.UTF16(order, unicode.UseBOM).NewDecoder().Bytes(b)
		if err != nil || isBinary(words) || bytes.Count(words, []byte("\uFFFD"))*300 > len(words) {
			return nil, "", &source.Error{What: "this is not a text: it begins like UTF-16 and does not go on like it"}
		}
		return words, "UTF-16", nil
	}
	if utf8.Valid(b) && !isBinary(b) { // nearly always
		return b, "", nil
	}
	good, bad := beyondASCII(b)
	switch {
	case isBinary(b), bad*4 > len(b) && good > 0 && bad < 4*good:
		return nil, "", &source.Error{What: "this is not a text: most of it cannot be read as letters", Do: "is it encrypted, or in an unusual format?"}
	case bad == 0, bad <= good:
		return b, "", nil
	}
	enc, name := declared(b)
	if enc == nil {
		enc, name = guess(b)
	}
	words, err = enc.NewDecoder().Bytes(b)
	if err != nil {
		return b, "", nil
	}
	return words, name, nil
}

// beyondASCII counts the characters of b beyond ASCII, and the bytes that are
// not UTF-8.
func beyondASCII(b []byte) (good, bad int) {
	for i := 0; i < len(b); {
		if b[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && n == 1 {
			bad++
		} else {
			good++
		}
		i += n
	}
	return good, bad
}

// declared is the encoding that a web page or an XML document says it is in.
func declared(b []byte) (encoding.Encoding, string) {
	if head := bytes.TrimSpace(b[:min(len(b), 1024)]); len(head) == 0 || head[0] != '<' {
		return nil, ""
	}
	if _, rest, ok := bytes.Cut(b[:min(len(b), 200)], []byte("encoding=")); ok && bytes.HasPrefix(b, []byte("<?xml")) && len(rest) > 1 {
		label, _, _ := bytes.Cut(rest[1:], rest[:1])
		if enc, name := charset.Lookup(string(label)); enc != nil && name != "utf-8" {
			return enc, name
		}
	}
	// Where a page declares nothing, the package says windows-1252.
	if enc, name, _ := charset.DetermineEncoding(b, "text/html"); name != "utf-8" && name != "windows-1252" {
		return enc, name
	}
	return nil, ""
}

// guess finds the encoding by the letters; the Western one of Windows if they
// do not tell.
func guess(b []byte) (encoding.Encoding, string) {
	found := chardet.Detect(b[:min(len(b), 4*sample)])
	if found.Confidence >= 0.2 {
		if enc, name := charset.Lookup(found.Charset); enc != nil && name != "utf-8" && name != "replacement" {
			return enc, name
		}
	}
	return charmap.Windows1252, "windows-1252"
}

// utf16Order tells the byte order of a text in UTF-16: by its byte order mark,
// or by the zero bytes that every other place of a Western text holds.
func utf16Order(b []byte) (unicode.Endianness, bool) {
	switch {
	case bytes.HasPrefix(b, []byte{0xff, 0xfe}):
		return unicode.LittleEndian, true
	case bytes.HasPrefix(b, []byte{0xfe, 0xff}):
		return unicode.BigEndian, true
	}
	head := b[:min(len(b), 4096)&^1]
	var zeros [2]int
	for i, c := range head {
		if c == 0 {
			zeros[i&1]++
		}
	}
	half := len(head) / 2
	switch {
	case half == 0:
	case zeros[1]*10 > half*7 && zeros[0]*50 < half:
		return unicode.LittleEndian, true
	case zeros[0]*10 > half*7 && zeros[1]*50 < half:
		return unicode.BigEndian, true
	}
	return unicode.LittleEndian, false
}
