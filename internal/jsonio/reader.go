package jsonio

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

// maxDepth bounds the nesting of values that are skipped.
const maxDepth = 200

// An Error says what is wrong with a document and where.
type Error struct {
	Path string // of the field, such as "units[3].kind"; "" at the top
	Line int    // from 1
	Err  error
}

// Error gives the place, then the fault.
func (e *Error) Error() string {
	if e.Path == "" {
		return fmt.Sprintf("line %d: %v", e.Line, e.Err)
	}
	return fmt.Sprintf("line %d: %s: %v", e.Line, e.Path, e.Err)
}

// Unwrap gives the fault without the place.
func (e *Error) Unwrap() error { return e.Err }

// A Reader walks over a JSON document. After the first error every call returns
// a zero value and does nothing.
type Reader struct {
	s    string
	i    int
	path []step
	err  error
}

type step struct {
	key   string // of an object
	index int    // of an array, where key is ""
}

// NewReader returns a Reader over a whole document. The strings that it gives
// share its memory.
func NewReader(document string) *Reader {
	r := &Reader{s: document}
	if !utf8.ValidString(document) {
		r.i = strings.IndexRune(document, utf8.RuneError)
		r.fail("the file is damaged: it has bytes that are not UTF-8")
	}
	return r
}

// Failf keeps an error at the present place, unless there is one already.
func (r *Reader) Failf(format string, args ...any) {
	r.fail(fmt.Sprintf(format, args...))
}

func (r *Reader) fail(message string) {
	if r.err != nil {
		return
	}
	var path strings.Builder
	for _, p := range r.path {
		switch {
		case p.key == "":
			fmt.Fprintf(&path, "[%d]", p.index)
		case path.Len() > 0:
			path.WriteByte('.')
			fallthrough
		default:
			path.WriteString(p.key)
		}
	}
	i := min(max(r.i, 0), len(r.s))
	r.err = &Error{path.String(), 1 + strings.Count(r.s[:i], "\n"), errors.New(message)}
}

// Err is the first error.
func (r *Reader) Err() error { return r.err }

// End checks that nothing but white space follows, and returns the first error.
func (r *Reader) End() error {
	if r.peek(); r.i < len(r.s) {
		r.fail("something follows the end of the document")
	}
	return r.err
}

// peek skips white space and returns the next byte, 0 at the end or after an error.
func (r *Reader) peek() byte {
	if r.err != nil {
		return 0
	}
	for ; r.i < len(r.s); r.i++ {
		if c := r.s[r.i]; c > ' ' || c != ' ' && c != '\n' && c != '\t' && c != '\r' {
			return c
		}
	}
	return 0
}

func (r *Reader) expect(c byte, what string) bool {
	if got := r.peek(); got != c || r.err != nil {
		r.fail("expected " + what + ", found " + r.found())
		return false
	}
	r.i++
	return true
}

// found names what stands at the present place.
func (r *Reader) found() string {
	switch c := r.peek(); {
	case c == 0:
		return "the end of the file"
	case c == '"':
		return "a string"
	case c == '{':
		return "an object"
	case c == '[':
		return "a list"
	case c == 't' || c == 'f':
		return "true or false"
	case c == 'n':
		return "null"
	case c == '-' || '0' <= c && c <= '9':
		return "a number"
	}
	_, n := utf8.DecodeRuneInString(r.s[r.i:])
	return strconv.Quote(r.s[r.i : r.i+n])
}

// Object reads an object: field is called for each of the named fields, and has
// to read its value. Each has to be there once; others are skipped.
func (r *Reader) Object(names []string, field func(name string)) {
	if !r.expect('{', "an object") {
		return
	}
	var seen uint64
	guess := 0
	r.path = append(r.path, step{})
	for n := 0; r.more('}', n); n++ {
		key := r.String()
		if !r.expect(':', `":" behind the name of a field`) {
			return
		}
		k := find(names, key, guess)
		if k < 0 {
			r.path[len(r.path)-1].key = key
			r.skip(len(r.path))
			continue
		}
		guess = k + 1
		r.path[len(r.path)-1].key = names[k]
		if seen&(1<<k) != 0 {
			r.fail("is there twice")
		}
		seen |= 1 << k
		field(names[k])
		if r.err != nil {
			return
		}
	}
	r.path = r.path[:len(r.path)-1]
	if seen != 1<<len(names)-1 {
		for k, name := range names {
			if seen&(1<<k) == 0 {
				r.fail(strconv.Quote(name) + " is missing")
				return
			}
		}
	}
}

// find returns the index of key in names, trying the guess first; -1 if none.
func find(names []string, key string, guess int) int {
	if guess < len(names) && names[guess] == key {
		return guess
	}
	for k, name := range names {
		if name == key {
			return k
		}
	}
	return -1
}

// Array reads an array: element is called for each element, and has to read it.
func (r *Reader) Array(element func()) {
	if !r.expect('[', "a list") {
		return
	}
	r.path = append(r.path, step{})
	for n := 0; r.more(']', n); n++ {
		r.path[len(r.path)-1].index = n
		element()
		if r.err != nil {
			return
		}
	}
	r.path = r.path[:len(r.path)-1]
}

// more reads up to the next member of an object or array and reports whether
// there is one; n is how many were read.
func (r *Reader) more(closer byte, n int) bool {
	switch c := r.peek(); {
	case r.err != nil:
		return false
	case c == closer:
		r.i++
		return false
	case n == 0:
		return true
	case c == ',':
		r.i++
		if r.peek() != closer {
			return r.err == nil
		}
	}
	r.fail(`expected "," or "` + string(closer) + `", found ` + r.found())
	return false
}
