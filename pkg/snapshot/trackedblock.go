package snapshot

import (
	"cmp"
	"slices"
	"strings"

	"github.com/draftdiff/draftdiff/pkg/source"
	"github.com/draftdiff/draftdiff/pkg/text"
)

// A wrap is a group to be put around words.
type wrap struct {
	text.Span
	parties string
	outer   bool // an insertion, in which deletions may lie
}

// block puts groups around the tracked changes of a block.
func (t *tracker) block(b *source.Block) {
	wraps := t.wraps(b)
	if len(wraps) == 0 {
		return
	}
	out := rewriter{from: &b.Marked}
	var open []wrap
	closeUntil := func(at int) {
		for n := len(open); n > 0 && open[n-1].End <= at; n = len(open) {
			out.copy(open[n-1].End)
			out.after(": " + open[n-1].parties + "]")
			open = open[:n-1]
		}
	}
	for _, w := range wraps {
		closeUntil(w.Start)
		out.copy(w.Start)
		out.before("[")
		open = append(open, w)
	}
	closeUntil(len(b.Text))
	out.copy(len(b.Text))
	b.Marked = out.done()
}

// wraps are the groups of a block: outer ones before those in them, none
// crossing another.
func (t *tracker) wraps(b *source.Block) []wrap {
	var ins, del []wrap
	for _, m := range b.Marks {
		w := wrap{Span: m.Span, parties: t.lists[m.Author], outer: m.Kind == text.MarkInserted}
		switch {
		case w.parties == "":
		case m.Kind == text.MarkInserted:
			ins = extend(ins, w)
		case m.Kind == text.MarkDeleted:
			del = extend(del, w)
		}
	}
	all := ins
	for _, w := range del {
		all = append(all, split(w, ins)...)
	}
	slices.SortStableFunc(all, func(a, b wrap) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End), boolean(b.outer)-boolean(a.outer))
	})
	all = replacements(b.Text, all)
	return slices.DeleteFunc(all, func(w wrap) bool { return !wrappable(b.Text, w) })
}

func boolean(b bool) int {
	if b {
		return 1
	}
	return 0
}

// extend appends a change, or makes the last one longer if it is by the same
// parties and ends where this one begins: two dates, one proposal.
func extend(to []wrap, w wrap) []wrap {
	if n := len(to); n > 0 && to[n-1].End == w.Start && to[n-1].parties == w.parties {
		to[n-1].End = w.End
		return to
	}
	return append(to, w)
}

// split cuts a deletion where an insertion begins or ends in it.
func split(w wrap, insertions []wrap) []wrap {
	var parts []wrap
	for _, in := range insertions {
		for _, at := range [...]int{in.Start, in.End} {
			if at > w.Start && at < w.End {
				head := w
				head.End, w.Start = at, at
				parts = append(parts, head)
			}
		}
	}
	return append(parts, w)
}

// replacements makes one group of a deletion and an insertion by the same
// parties that touch.
func replacements(s string, all []wrap) []wrap {
	var out []wrap
	for _, w := range all {
		if n := len(out); n > 0 {
			last := &out[n-1]
			if last.parties == w.parties && last.outer != w.outer && last.End <= w.Start && strings.TrimSpace(s[last.End:w.Start]) == "" && balanced(s[last.Start:last.End]) && balanced(s[w.Start:w.End]) {
				last.End, last.outer = w.End, true
				continue
			}
		}
		out = append(out, w)
	}
	return out
}

// wrappable reports whether a group around words leaves the other groups of the
// text whole, and is not there already.
func wrappable(s string, w wrap) bool {
	words := strings.TrimSpace(s[w.Start:w.End])
	if words == "" || !balanced(words) {
		return false
	}
	inside, ok := strings.CutSuffix(words, w.parties+"]")
	return !ok || !strings.HasPrefix(inside, "[") || !strings.HasSuffix(strings.TrimRight(inside, " "), ":") && !strings.HasSuffix(strings.TrimRight(inside, " "), ";")
}

// balanced reports whether every bracket in s is opened and closed in s.
func balanced(s string) bool {
	var open []byte
	for i := 0; i < len(s); i++ {
		switch c := s[i]; c {
		case '[', '(':
			open = append(open, c)
		case ']', ')':
			n := len(open)
			if n == 0 || (open[n-1] == '[') != (c == ']') {
				return false
			}
			open = open[:n-1]
		}
	}
	return len(open) == 0
}

// rewriter copies marked text and puts words between.
type rewriter struct {
	from  *text.Marked
	at    int // copied so far
	buf   strings.Builder
	runs  []text.Run
	moves []move
}

// A move says how far what stands behind an offset of the text lies further on
// in the copy; a mark that begins there moves with it, one that ends there does
// not cover what was put between.
type move struct {
	at, start, end int
}

// copy copies up to an offset.
func (r *rewriter) copy(to int) {
	for r.at < to {
		end := to
		for _, run := range r.from.Runs {
			if run.At > r.at && run.At < end {
				end = run.At
				break
			}
		}
		r.runs = append(r.runs, text.Run{At: r.buf.Len(), Source: r.from.Source(r.at)})
		r.buf.WriteString(r.from.Text[r.at:end])
		r.at = end
	}
}

// before puts words in front of what is copied next.
func (r *rewriter) before(words string) {
	r.put(words, r.from.Source(r.at))
}

// after puts words behind what was copied last.
func (r *rewriter) after(words string) {
	r.put(words, r.from.SourceEnd(r.at)-1)
}

// put writes words that stand for nothing in the file, at a place in it.
func (r *rewriter) put(words string, source int) {
	end := r.buf.Len() - r.at
	for i := range len(words) {
		r.runs = append(r.runs, text.Run{At: r.buf.Len() + i, Source: max(0, source)})
	}
	r.buf.WriteString(words)
	if n := len(r.moves); n > 0 && r.moves[n-1].at == r.at {
		r.moves[n-1].start = r.buf.Len() - r.at
		return
	}
	r.moves = append(r.moves, move{at: r.at, start: r.buf.Len() - r.at, end: end})
}

// done returns the copy, with the marks of what was copied.
func (r *rewriter) done() text.Marked {
	m := text.Marked{Text: r.buf.String(), Runs: r.runs}
	for _, mark := range r.from.Marks {
		mark.Span.Start += r.by(mark.Span.Start, false)
		mark.Span.End += r.by(mark.Span.End, true)
		m.Marks = append(m.Marks, mark)
	}
	slices.SortStableFunc(m.Marks, func(a, b text.Mark) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
	return m
}

// by is how far the start or the end of a mark moves.
func (r *rewriter) by(at int, end bool) int {
	by := 0
	for _, m := range r.moves {
		switch {
		case m.at > at:
			return by
		case m.at == at && end:
			return m.end
		}
		by = m.start
	}
	return by
}
