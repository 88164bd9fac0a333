package open

import (
	"bytes"
	"strings"
)

// clear is how many marks of Markdown leave no doubt.
const clear = 3

// isMarkdown reports whether a text carries the marks of Markdown. Strikes are
// written in no other way; every other mark counts only where blank lines
// separate the paragraphs, since a plain text has footnote stars and numbered
// lines too. The name decides when there are few marks.
func isMarkdown(name string, b []byte) bool {
	b = b[:min(len(b), 4*sample)]
	named := strings.HasSuffix(strings.ToLower(name), ".md") || strings.HasSuffix(strings.ToLower(name), ".markdown")
	if named && bytes.HasPrefix(b, []byte("---\n")) {
		return true
	}
	marks, lines, blank := 0, 0, 0
	for line := range bytes.Lines(b) {
		lines++
		line = bytes.TrimSpace(line)
		if len(line) == 0 {
			blank++
			continue
		}
		if bytes.Count(line, []byte("~~")) > 1 {
			return true
		}
		marks += marksIn(line)
	}
	switch {
	case marks >= clear && (lines-blank < clear || blank*10 > lines):
		return true
	case marks == 0 && blank*10 <= lines:
		return false
	}
	return named
}

// marksIn counts the marks of a line: a heading, pairs of stars around words,
// links, escaped punctuation.
func marksIn(line []byte) int {
	n := 0
	if h := len(line) - len(bytes.TrimLeft(line, "#")); h > 0 && h < 7 && h < len(line) && line[h] == ' ' {
		n++
	}
	n += bytes.Count(line, []byte("]("))
	open := false
	for i, c := range line {
		switch {
		case c == '\\' && i+1 < len(line) && bytes.IndexByte([]byte(`[]()*_.#~-+!`), line[i+1]) >= 0:
			n++
		case c != '*' || i > 0 && line[i-1] == '*':
		case !open:
			rest := bytes.TrimLeft(line[i:], "*")
			open = len(rest) > 0 && rest[0] != ' '
		case line[i-1] != ' ':
			open = false
			n++
		}
	}
	return n
}
