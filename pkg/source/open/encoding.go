package open

import (
	"bytes"

	"golang.org/x/text/encoding/unicode"
)

// decode returns the text of b in UTF-8: b itself unless it is UTF-16.
func decode(b []byte) ([]byte, error) {
	order, ok := utf16Order(b)
	if !ok {
		if isBinary(b) {
			return nil, &Error{"this is not a text in UTF-8 or UTF-16", "if it is one in another encoding, save it as UTF-8; if it is encrypted, decrypt it"}
		}
		return b, nil
	}
	words, err := unicode.UTF16(order, unicode.UseBOM).NewDecoder().Bytes(b)
	if err != nil || isBinary(words) || bytes.Count(words, []byte("\uFFFD"))*300 > len(words) {
		return nil, &Error{"this is not a text: it begins like UTF-16 and does not go on like it", ""}
	}
	return words, nil
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
