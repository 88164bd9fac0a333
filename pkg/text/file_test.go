package text_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/draftdiff/draftdiff/pkg/text"
)

// TestFileLines is on the three ways to end a line, on lines without an
// ending and on files without a line.
func TestFileLines(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		in   string
		want []string
	}{
		{"", []string{""}},
		{"a", []string{"a"}},
		{"a\n", []string{"a", ""}},
		{"a\nb", []string{"a", "b"}},
		{"a\r\nb\r\n", []string{"a", "b", ""}},
		{"a\rb", []string{"a", "b"}},
		{"a\r\rb\n\nc", []string{"a", "", "b", "", "c"}},
		{"a\n\rb", []string{"a", "", "b"}},
		{"\r", []string{"", ""}},
	} {
		f := text.NewFile("x", []byte(c.in))
		var got []string
		for n := 1; n <= f.Lines(); n++ {
			s := f.LineSpan(n)
			got = append(got, c.in[s.Start:s.End])
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("lines of %q (-want +got):\n%s", c.in, diff)
		}
	}
}

// TestFileLine counts line breaks by hand and holds Line, LineNear with every
// hint, and LineSpan against it.
func TestFileLine(t *testing.T) {
	t.Parallel()
	for _, in := range []string{"", "a", "\n\n\na\n\n\n\n\n\n\nb", "ab\r\ncd\r\n\r\n", "a\rb\r\nc\nd\r"} {
		f := text.NewFile("x", []byte(in))
		want := 1
		for off := range len(in) + 1 {
			if off > 0 && (in[off-1] == '\n' || in[off-1] == '\r' && (off == len(in) || in[off] != '\n')) {
				want++
			}
			if got := f.Line(off); got != want {
				t.Errorf("%q: byte %d is on line %d, want %d", in, off, got, want)
			}
			for hint := -1; hint <= f.Lines()+1; hint++ {
				if got := f.LineNear(hint, off); got != want {
					t.Errorf("%q: byte %d is on line %d by the hint %d, want %d", in, off, got, hint, want)
				}
			}
			if s := f.LineSpan(want); off < s.Start {
				t.Errorf("%q: line %d is at %v and holds byte %d", in, want, s, off)
			}
		}
		if f.Lines() != want {
			t.Errorf("%q has %d lines, want %d", in, f.Lines(), want)
		}
	}
}

// TestFileLineSpanOutside checks that a line that the file does not have is
// empty and not a panic: line numbers come from people.
func TestFileLineSpanOutside(t *testing.T) {
	t.Parallel()
	f := text.NewFile("x", []byte("a\nb"))
	for _, n := range []int{-1, 0, 3} {
		if got := f.LineSpan(n); got != (text.Span{}) {
			t.Errorf("line %d is at %v", n, got)
		}
	}
}

// TestFileColumn counts characters, not bytes, and behind the end of the file
// does not panic.
func TestFileColumn(t *testing.T) {
	t.Parallel()
	f := text.NewFile("x", []byte("é–a\nb"))
	for _, c := range []struct{ off, want int }{{0, 1}, {2, 2}, {5, 3}, {6, 4}, {7, 1}, {8, 2}, {9, 2}} {
		if got := f.Column(c.off); got != c.want {
			t.Errorf("byte %d is in column %d, want %d", c.off, got, c.want)
		}
	}
}
