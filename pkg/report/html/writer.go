package html

import (
	"html/template"
	"strconv"
)

// A writer gathers the long parts of a page.
type writer struct {
	b []byte
}

// raw adds markup of our own.
func (w *writer) raw(list ...string) {
	for _, s := range list {
		w.b = append(w.b, s...)
	}
}

// text adds words from anywhere, between tags or in a quoted attribute.
func (w *writer) text(s string) { w.b = append(w.b, template.HTMLEscapeString(s)...) }

// name adds words from anywhere in the middle of a line, without a say in the
// direction of what stands around them.
func (w *writer) name(s string) {
	w.raw("<bdi>")
	w.text(s)
	w.raw("</bdi>")
}

// attr adds an attribute.
func (w *writer) attr(name, value string) {
	w.raw(" ", name, `="`)
	w.text(value)
	w.raw(`"`)
}

func (w *writer) int(n int) { w.b = strconv.AppendInt(w.b, int64(n), 10) }

// ints adds an attribute with a list of numbers.
func (w *writer) ints(name string, list []int) {
	if len(list) == 0 {
		return
	}
	w.raw(" ", name, `="`)
	for i, n := range list {
		if i > 0 {
			w.raw(" ")
		}
		w.int(n)
	}
	w.raw(`"`)
}

// take returns what was gathered since the last call, which is safe by the way
// it was made.
func (w *writer) take() template.HTML {
	s := template.HTML(w.b)
	w.b = w.b[:0]
	return s
}
