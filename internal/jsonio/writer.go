package jsonio

import (
	"io"
	"strconv"
	"unicode/utf8"
)

// flushAt is the size of the buffer at which a Writer passes it on.
const flushAt = 64 << 10

// A Writer appends indented JSON to Buf. The zero Writer only collects in Buf.
type Writer struct {
	Buf   []byte
	Depth int // of indentation, two spaces each

	out   io.Writer
	err   error
	first bool // nothing stands yet in the object or array that was opened last
}

// NewWriter returns a Writer that passes its buffer on to out as it fills.
func NewWriter(out io.Writer) *Writer {
	return &Writer{Buf: make([]byte, 0, flushAt+flushAt/4), out: out}
}

// Flush passes the rest of the buffer on and returns the first error met.
func (w *Writer) Flush() error {
	if w.out != nil {
		if w.err == nil && len(w.Buf) > 0 {
			_, w.err = w.out.Write(w.Buf)
		}
		w.Buf = w.Buf[:0]
	}
	return w.err
}

// Object opens an object.
func (w *Writer) Object() { w.open('{') }

// EndObject closes the object that was opened last.
func (w *Writer) EndObject() { w.close('}') }

// Array opens an array.
func (w *Writer) Array() { w.open('[') }

// EndArray closes the array that was opened last.
func (w *Writer) EndArray() { w.close(']') }

func (w *Writer) open(c byte) {
	w.Buf = append(w.Buf, c)
	w.Depth++
	w.first = true
}

func (w *Writer) close(c byte) {
	w.Depth--
	if !w.first {
		w.newline()
	}
	w.Buf = append(w.Buf, c)
	w.first = false
}

// Key begins a field of an object; its value must follow. The name is written
// as it is, so it must need no escaping.
func (w *Writer) Key(name string) {
	w.next()
	w.Buf = append(w.Buf, '"')
	w.Buf = append(w.Buf, name...)
	w.Buf = append(w.Buf, `": `...)
}

// Name begins a field whose name comes from a document and may need escaping.
func (w *Writer) Name(name string) {
	w.next()
	w.String(name)
	w.Buf = append(w.Buf, ": "...)
}

// Element begins an element of an array; its value must follow.
func (w *Writer) Element() {
	if len(w.Buf) >= flushAt && w.out != nil {
		_ = w.Flush() // kept for the last Flush to return
	}
	w.next()
}

func (w *Writer) next() {
	if !w.first {
		w.Buf = append(w.Buf, ',')
	}
	w.first = false
	w.newline()
}

func (w *Writer) newline() {
	w.Buf = append(w.Buf, '\n')
	for range w.Depth {
		w.Buf = append(w.Buf, ' ', ' ')
	}
}

// Int writes a whole number.
func (w *Writer) Int(n int) { w.Buf = strconv.AppendInt(w.Buf, int64(n), 10) }

// Float writes a number with two digits behind the point at most.
func (w *Writer) Float(f float64) {
	n := len(w.Buf)
	w.Buf = strconv.AppendFloat(w.Buf, f, 'f', 2, 64)
	for w.Buf[len(w.Buf)-1] == '0' && len(w.Buf) > n+1 {
		w.Buf = w.Buf[:len(w.Buf)-1]
	}
	if w.Buf[len(w.Buf)-1] == '.' {
		w.Buf = w.Buf[:len(w.Buf)-1]
	}
}

// Bool writes true or false.
func (w *Writer) Bool(b bool) { w.Buf = strconv.AppendBool(w.Buf, b) }

// Null writes null.
func (w *Writer) Null() { w.Buf = append(w.Buf, "null"...) }

// Strings writes an array of strings.
func (w *Writer) Strings(list []string) {
	w.Array()
	for _, s := range list {
		w.Element()
		w.String(s)
	}
	w.EndArray()
}

const hexDigits = "0123456789abcdef"

// plain tells the bytes that stand for themselves in a JSON string.
var plain = func() (t [256]bool) {
	for c := ' '; c < utf8.RuneSelf; c++ {
		t[c] = c != '"' && c != '\\'
	}
	return t
}()

// String writes a string.
func (w *Writer) String(s string) {
	b := append(w.Buf, '"')
	from := 0
	for i := 0; i < len(s); {
		c := s[i]
		if plain[c] {
			i++
			continue
		}
		if c < utf8.RuneSelf {
			b = append(b, s[from:i]...)
			b = appendEscape(b, c)
			i++
			from = i
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			b = append(b, s[from:i]...)
			b = append(b, "\uFFFD"...)
			from = i + n
		case r == '\u2028' || r == '\u2029':
			b = append(b, s[from:i]...)
			b = append(b, `\u202`...)
			b = append(b, hexDigits[r&0xF])
			from = i + n
		}
		i += n
	}
	b = append(b, s[from:]...)
	w.Buf = append(b, '"')
}

func appendEscape(b []byte, c byte) []byte {
	switch c {
	case '"', '\\':
		return append(b, '\\', c)
	case '\b':
		return append(b, '\\', 'b')
	case '\f':
		return append(b, '\\', 'f')
	case '\n':
		return append(b, '\\', 'n')
	case '\r':
		return append(b, '\\', 'r')
	case '\t':
		return append(b, '\\', 't')
	}
	return append(b, '\\', 'u', '0', '0', hexDigits[c>>4], hexDigits[c&0xF])
}
