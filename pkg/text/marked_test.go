package text_test

import (
	"testing"

	"github.com/draftdiff/draftdiff/pkg/text"
)

// TestMarkedSource maps "bold text" back to "**bold** text" in a file that
// begins with ten other bytes.
func TestMarkedSource(t *testing.T) {
	t.Parallel()
	m := text.Marked{Text: "bold text", Runs: []text.Run{{At: 0, Source: 12}, {At: 4, Source: 18}}}
	for _, c := range []struct{ off, source, end int }{
		{0, 12, 12}, {1, 13, 13}, {3, 15, 15},
		{4, 18, 16}, // the markup between the runs is part of neither
		{5, 19, 19}, {9, 23, 23},
	} {
		if got := m.Source(c.off); got != c.source {
			t.Errorf("Source(%d) = %d, want %d", c.off, got, c.source)
		}
		if got := m.SourceEnd(c.off); got != c.end {
			t.Errorf("SourceEnd(%d) = %d, want %d", c.off, got, c.end)
		}
	}
	for _, c := range []struct{ in, want text.Span }{
		{text.Span{Start: 0, End: 4}, text.Span{Start: 12, End: 16}},
		{text.Span{Start: 4, End: 9}, text.Span{Start: 18, End: 23}},
		{text.Span{Start: 2, End: 6}, text.Span{Start: 14, End: 20}},
	} {
		if got := m.SourceSpan(c.in); got != c.want {
			t.Errorf("SourceSpan(%v) = %v, want %v", c.in, got, c.want)
		}
	}
}

// TestMarkedWithoutRuns is on text that came from no file.
func TestMarkedWithoutRuns(t *testing.T) {
	t.Parallel()
	m := text.Marked{Text: "made up"}
	if got := m.Source(3); got != 0 {
		t.Errorf("Source(3) = %d", got)
	}
}

func TestSpan(t *testing.T) {
	t.Parallel()
	a := text.Span{Start: 2, End: 6}
	for _, c := range []struct {
		b        text.Span
		contains bool
		overlap  int
	}{
		{text.Span{Start: 2, End: 6}, true, 4},
		{text.Span{Start: 3, End: 3}, true, 0},
		{text.Span{Start: 1, End: 3}, false, 1},
		{text.Span{Start: 5, End: 9}, false, 1},
		{text.Span{Start: 0, End: 9}, false, 4},
		{text.Span{Start: 6, End: 9}, false, 0},
		{text.Span{Start: 8, End: 9}, false, 0},
	} {
		if got := a.Contains(c.b); got != c.contains {
			t.Errorf("%v contains %v: %t", a, c.b, got)
		}
		if got, back := a.Overlap(c.b), c.b.Overlap(a); got != c.overlap || back != c.overlap {
			t.Errorf("%v and %v share %d and %d bytes, want %d", a, c.b, got, back, c.overlap)
		}
	}
	if got := a.Shift(-2); got != (text.Span{End: 4}) || got.Len() != a.Len() {
		t.Errorf("shifted by -2 it is %v", got)
	}
}
