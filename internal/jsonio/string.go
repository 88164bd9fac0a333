package jsonio

import (
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// String reads a string. Without escapes it is a piece of the document.
func (r *Reader) String() string {
	if !r.expect('"', "a string") {
		return ""
	}
	start := r.i
	for r.i < len(r.s) && plain[r.s[r.i]] || r.i < len(r.s) && r.s[r.i] >= utf8.RuneSelf {
		r.i++
	}
	if r.i < len(r.s) && r.s[r.i] == '"' {
		r.i++
		return r.s[start : r.i-1]
	}
	return r.unescape(start)
}

// unescape reads the rest of a string that has an escape at the present place.
func (r *Reader) unescape(start int) string {
	var b strings.Builder
	b.WriteString(r.s[start:r.i])
	for r.i < len(r.s) {
		switch c := r.s[r.i]; {
		case c == '"':
			r.i++
			return b.String()
		case c < ' ':
			r.fail("a line break or control character stands in a string")
			return ""
		case c != '\\':
			b.WriteByte(c)
			r.i++
		default:
			b.WriteRune(r.escape())
			if r.err != nil {
				return ""
			}
		}
	}
	r.fail("a string does not end")
	return ""
}

// escape reads one escape sequence; half of a surrogate pair is U+FFFD.
func (r *Reader) escape() rune {
	rest := r.s[r.i+1:]
	if rest != "" && rest[0] != 'u' {
		if k := strings.IndexByte(`"\/bfnrt`, rest[0]); k >= 0 {
			r.i += 2
			return rune("\"\\/\b\f\n\r\t"[k])
		}
	}
	c, ok := hex4(rest)
	if !ok {
		r.fail("a string has an escape that JSON does not know")
		return 0
	}
	r.i += 6
	if !utf16.IsSurrogate(c) {
		return c
	}
	if strings.HasPrefix(r.s[r.i:], `\`) {
		if low, ok := hex4(r.s[r.i+1:]); ok {
			if pair := utf16.DecodeRune(c, low); pair != utf8.RuneError {
				r.i += 6
				return pair
			}
		}
	}
	return utf8.RuneError
}

// hex4 reads "uXXXX".
func hex4(s string) (rune, bool) {
	if len(s) < 5 || s[0] != 'u' || strings.IndexByte("+-_", s[1]) >= 0 {
		return 0, false
	}
	n, err := strconv.ParseUint(s[1:5], 16, 32)
	return rune(n), err == nil
}

// Null reports whether null stands next, and reads it.
func (r *Reader) Null() bool {
	if r.peek() == 'n' && strings.HasPrefix(r.s[r.i:], "null") {
		r.i += len("null")
		return true
	}
	return false
}

// skip reads any value and forgets it.
func (r *Reader) skip(depth int) {
	if depth > maxDepth {
		r.fail("values are nested too deeply")
		return
	}
	switch c := r.peek(); {
	case r.err != nil:
	case c == '"':
		_ = r.String()
	case c == '{' || c == '[':
		r.i++
		for n := 0; r.more(c+2, n); n++ { // "}" and "]" stand two behind their openers
			if c == '{' {
				_ = r.String()
				r.expect(':', `":" behind the name of a field`)
			}
			r.skip(depth + 1)
			if r.err != nil {
				return
			}
		}
	case c == 't' || c == 'f':
		r.Bool()
	case c == '-' || '0' <= c && c <= '9':
		for r.i < len(r.s) && strings.IndexByte("+-.0123456789eE", r.s[r.i]) >= 0 {
			r.i++
		}
	default:
		if !r.Null() {
			r.fail("expected a value, found " + r.found())
		}
	}
}
