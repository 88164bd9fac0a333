package jsonio

import (
	"strconv"
	"strings"
)

// Strings reads an array of strings; nil if it is empty.
func (r *Reader) Strings() (list []string) {
	r.Array(func() { list = append(list, r.String()) })
	return list
}

// Bool reads true or false.
func (r *Reader) Bool() bool {
	r.peek()
	switch rest := r.s[r.i:]; {
	case r.err != nil:
	case strings.HasPrefix(rest, "true"):
		r.i += len("true")
		return true
	case strings.HasPrefix(rest, "false"):
		r.i += len("false")
	default:
		r.fail("expected true or false, found " + r.found())
	}
	return false
}

// Int reads a whole number that is not negative.
func (r *Reader) Int() int {
	r.peek()
	start := r.i
	for r.err == nil && r.i < len(r.s) && strings.IndexByte("+-.0123456789eE", r.s[r.i]) >= 0 {
		r.i++
	}
	if r.err != nil {
		return 0
	}
	n, err := strconv.ParseUint(r.s[start:r.i], 10, 53)
	if err != nil {
		word := r.s[start:r.i]
		if word == "" {
			word = r.found()
		}
		r.fail("expected a whole number, found " + word)
	}
	return int(n)
}
