// Package readertest is the one suite for all readers of text formats: what
// package source promises of a document, whatever the bytes.
package readertest

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/draftdiff/draftdiff/pkg/source"
	"github.com/draftdiff/draftdiff/pkg/text"
)

// A Reader reads a file into a document.
type Reader func([]byte) *source.Document

// Check reads src and holds the document against what every reader promises.
func Check(t testing.TB, read Reader, src string) {
	t.Helper()
	doc := read([]byte(src))
	if string(doc.Raw) != src {
		t.Fatalf("%q: raw bytes are %q", src, doc.Raw)
	}
	end := 0
	for i := range doc.Blocks {
		b := &doc.Blocks[i]
		if b.Span.Start < end || b.Span.End < b.Span.Start || b.Span.End > len(src) {
			t.Fatalf("%q: block %d is at %v, the one before it ends at %d of %d", src, i, b.Span, end, len(src))
		}
		if b.Text == "" {
			t.Fatalf("%q: block %d at %v has no text", src, i, b.Span)
		}
		if lost := words(src[end:b.Span.Start]); lost != "" {
			t.Fatalf("%q: %q stands in no block", src, lost)
		}
		end = b.Span.End
		checkRuns(t, src, b)
		checkMarks(t, src, b)
	}
	if lost := words(src[end:]); lost != "" {
		t.Fatalf("%q: %q stands in no block", src, lost)
	}
	again := read([]byte(src))
	if !reflect.DeepEqual(doc.Blocks, again.Blocks) || !reflect.DeepEqual(doc.Notes, again.Notes) {
		t.Fatalf("%q: reading twice gives two documents", src)
	}
}

// words returns the letters and digits of s.
func words(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r|0x20 >= 'a' && r|0x20 <= 'z' {
			return r
		}
		return -1
	}, s)
}

// checkRuns checks that every byte of a block's text stands in the file where
// the block says that it does, or in its stead something that it replaces.
func checkRuns(t testing.TB, src string, b *source.Block) {
	t.Helper()
	if len(b.Runs) == 0 || b.Runs[0].At != 0 {
		t.Fatalf("%q: the runs %v of %q do not begin at 0", src, b.Runs, b.Text)
	}
	for i, r := range b.Runs[1:] {
		if r.At <= b.Runs[i].At || r.At >= len(b.Text) || r.Source <= b.Runs[i].Source {
			t.Fatalf("%q: run %d of %q is %v behind %v", src, i+1, b.Text, r, b.Runs[i])
		}
	}
	for off := range len(b.Text) {
		at := b.Source(off)
		if at < b.Span.Start || at >= b.Span.End {
			t.Fatalf("%q: byte %d of %q is at %d, its block at %v", src, off, b.Text, at, b.Span)
		}
		if src[at] != b.Text[off] && !replaced(src, at, b.Text, off) {
			t.Fatalf("%q: byte %d of %q is %q, byte %d of the file %q", src, off, b.Text, b.Text[off], at, src[at])
		}
	}
}

// entities are what a reader may replace by another text.
var entities = map[string]string{"&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": `"`, "&nbsp;": "\u00a0", "<br": "\n"}

// replaced reports whether byte off of words may stand for what the file has
// at another byte: a character for an entity, a newline for the white space or
// the "<br>" between two lines.
func replaced(src string, at int, words string, off int) bool {
	if words[off] == '\n' && strings.ContainsRune(" \t\r\f\v\u0085\u00a0", rune(src[at])) {
		return true
	}
	for name, char := range entities {
		for k := range len(char) {
			if start := at - k; off >= k && start >= 0 && strings.HasPrefix(src[start:], name) && strings.HasPrefix(words[off-k:], char) {
				return true
			}
		}
	}
	return false
}

// checkMarks checks that the marks lie in the text, in order.
func checkMarks(t testing.TB, src string, b *source.Block) {
	t.Helper()
	start := 0
	for _, m := range b.Marks {
		if m.Kind == text.MarkInvalid || m.Span.Start < start || m.Span.Len() <= 0 || m.Span.End > len(b.Text) {
			t.Fatalf("%q: mark %v on %q, the one before it begins at %d", src, m, b.Text, start)
		}
		start = m.Span.Start
	}
}

// Dump writes a document one block a line: its layout, its level where it has
// one, and its text with what is struck in «…» and what is emphasised in ‹…›.
func Dump(doc *source.Document) string {
	var s strings.Builder
	for i := range doc.Blocks {
		b := &doc.Blocks[i]
		name := [...]string{"para", "head", "item", "furn"}[b.Layout]
		if b.Level > 0 {
			name += fmt.Sprint(b.Level)
		}
		fmt.Fprintf(&s, "%s %s\n", name, strings.ReplaceAll(marked(b), "\n", "↵"))
	}
	return s.String()
}

func marked(b *source.Block) string {
	var s strings.Builder
	for off := range len(b.Text) + 1 {
		for _, m := range b.Marks {
			if m.Span.End == off {
				s.WriteString(map[text.MarkKind]string{text.MarkStruck: "»", text.MarkEmphasis: "›"}[m.Kind])
			}
		}
		for _, m := range b.Marks {
			if m.Span.Start == off {
				s.WriteString(map[text.MarkKind]string{text.MarkStruck: "«", text.MarkEmphasis: "‹"}[m.Kind])
			}
		}
		if off < len(b.Text) {
			s.WriteByte(b.Text[off])
		}
	}
	return s.String()
}
