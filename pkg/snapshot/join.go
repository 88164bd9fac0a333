package snapshot

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/draftdiff/draftdiff/pkg/notation"
	"github.com/draftdiff/draftdiff/pkg/source"
	"github.com/draftdiff/draftdiff/pkg/text"
)

// full is how long, in bytes, a block must be for a page break in mid-sentence
// to be looked for behind it.
const full = 60

// join puts together what a page break cut in mid-sentence, and takes apart
// what a hard line break joined: a block that holds a labelled unit on a line
// of its own. The title page, the first blocks, stays as it is.
func join(blocks []source.Block, title int) []*source.Block {
	out := make([]*source.Block, 0, len(blocks)+8)
	for i := range title {
		out = append(out, &blocks[i])
	}
	last := -1 // the last block that is not furniture
	for i := title; i < len(blocks); i++ {
		b := &blocks[i]
		if b.Layout == source.LayoutFurniture || b.Layout == source.LayoutNote {
			out = append(out, b)
			continue
		}
		if last >= 0 && continues(out[last], b) {
			whole := *out[last]
			glue(&whole, b)
			out[last] = &whole
			continue
		}
		last = len(out)
		for {
			at := lineLabel(b.Text)
			if at < 0 {
				break
			}
			head, tail := cut(b, at)
			out = append(out, &head)
			last = len(out)
			b = &tail
		}
		out = append(out, b)
	}
	return out
}

// continues reports whether b goes on with the sentence of a.
func continues(a, b *source.Block) bool {
	if a.Layout == source.LayoutHeading || b.Layout == source.LayoutHeading || b.Layout == source.LayoutItem {
		return false
	}
	end := strings.TrimRight(a.Text, " \n\t")
	if end == "" || strings.IndexByte(".;?\"", end[len(end)-1]) >= 0 || hasLabel(b.Text) || notation.BeginsDirective(a.Text) {
		return false
	}
	first, _ := utf8.DecodeRuneInString(b.Text)
	lower := unicode.IsLower(first)
	switch notation.ScanLabel(strings.TrimLeft(a.Text, " [(")).Class {
	case notation.Article, notation.Chapter, notation.Cluster, notation.Section, notation.Preamble:
		return false
	case notation.Option:
		if !lower { // its words may stand behind it
			return false
		}
	}
	switch end[len(end)-1] {
	case ':', ')', '}':
		return open(end) && closesFirst(b.Text)
	case ']':
		return lower || closesFirst(b.Text)
	case ',':
		return lower || closesFirst(b.Text)
	}
	if lower {
		return true
	}
	return len(end) >= full && !(first == '[' && notation.BeginsDirective(b.Text[1:]))
}

// hasLabel reports whether a block begins with a label, in brackets or not.
func hasLabel(s string) bool {
	s = strings.TrimLeft(s, " [{~")
	return notation.ScanLabel(s).Class != notation.NoLabel || strings.HasPrefix(s, "(") && notation.ScanLabel(s[1:]).Class == notation.Number
}

// closesFirst reports whether the first bracket of s is a closer: what it
// closes was opened before.
func closesFirst(s string) bool {
	for i := range len(s) {
		switch s[i] {
		case '[', '(', '{':
			return false
		case ']', ')', '}':
			return true
		}
	}
	return false
}

// open reports whether s opens a square bracket that it does not close.
func open(s string) bool {
	n := 0
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '[':
			n++
		case ']':
			n = max(0, n-1)
		}
	}
	return n > 0
}

// glue appends b to a, with a space between.
func glue(a, b *source.Block) {
	at := len(a.Text) + 1
	a.Text = a.Text + "\n" + b.Text
	a.Runs = append(a.Runs[:len(a.Runs):len(a.Runs)], text.Run{At: at - 1, Source: a.SourceEnd(at - 1)})
	for _, r := range b.Runs {
		a.Runs = append(a.Runs, text.Run{At: r.At + at, Source: r.Source})
	}
	a.Marks = a.Marks[:len(a.Marks):len(a.Marks)]
	for _, m := range b.Marks {
		m.Span = m.Span.Shift(at)
		a.Marks = append(a.Marks, m)
	}
	a.Span.End = b.Span.End
}

// lineLabel returns where a line of s begins that is a labelled unit of its
// own, -1 if none does: the line before it ends a sentence or a group.
func lineLabel(s string) int {
	for i := strings.IndexByte(s, '\n'); i >= 0; {
		before := strings.TrimRight(s[:i], " \t\r\\")
		rest := s[i+1:]
		if before != "" && strings.IndexByte(".;:]", before[len(before)-1]) >= 0 {
			l := notation.ScanLabel(strings.TrimLeft(rest, " [~"))
			if l.Class == notation.Letter || l.Class == notation.Number {
				return i + 1
			}
		}
		j := strings.IndexByte(rest, '\n')
		if j < 0 {
			break
		}
		i += 1 + j
	}
	return -1
}

// cut divides a block in two at offset at of its text.
func cut(b *source.Block, at int) (head, tail source.Block) {
	head, tail = *b, *b
	head.Text, tail.Text = b.Text[:at], b.Text[at:]
	mid := b.Source(at)
	head.Span.End, tail.Span.Start = mid, mid
	head.Runs, tail.Runs = nil, []text.Run{{At: 0, Source: mid}}
	head.Marks, tail.Marks = nil, nil
	for _, r := range b.Runs {
		if r.At < at {
			head.Runs = append(head.Runs, r)
		} else if r.At > at {
			tail.Runs = append(tail.Runs, text.Run{At: r.At - at, Source: r.Source})
		}
	}
	for _, m := range b.Marks {
		left, right := m, m
		left.Span.End = min(m.Span.End, at)
		right.Span.Start = max(m.Span.Start, at)
		if left.Span.Len() > 0 {
			head.Marks = append(head.Marks, left)
		}
		if right.Span.Len() > 0 {
			right.Span = right.Span.Shift(-at)
			tail.Marks = append(tail.Marks, right)
		}
	}
	return head, tail
}
