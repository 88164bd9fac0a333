package plain_test

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/draftdiff/draftdiff/pkg/source/internal/readertest"
	"github.com/draftdiff/draftdiff/pkg/source/plain"
)

// TestRead is on lines and what stands between them. The blocks of each case
// stand one a line, see readertest.Dump; ↵ is a newline.
func TestRead(t *testing.T) {
	t.Parallel()
	for _, c := range pitfalls {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			readertest.Check(t, plain.Read, c.in)
			got := strings.Split(strings.TrimSuffix(readertest.Dump(plain.Read([]byte(c.in))), "\n"), "\n")
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// TestNotes checks that the reader says where the first byte that is not UTF-8
// stands, and says nothing of a clean file.
func TestNotes(t *testing.T) {
	t.Parallel()
	notes := plain.Read([]byte("é \xe2\x82 \xff")).Notes
	if len(notes) != 1 || notes[0].Rule != "invalid-utf8" || notes[0].Span.Start != 3 || notes[0].Span.Len() != 1 {
		t.Errorf("notes are %+v", notes)
	}
	if notes := plain.Read([]byte("é – “[a: RU]”")).Notes; len(notes) != 0 {
		t.Errorf("notes on a clean file are %+v", notes)
	}
}

func TestFixture(t *testing.T) {
	t.Parallel()
	readertest.Check(t, plain.Read, fixture(t))
}

func fixture(tb testing.TB) string {
	tb.Helper()
	b, err := os.ReadFile("../../../fixtures/ahc-5th-session.md")
	if err != nil {
		tb.Fatal(err)
	}
	return string(b)
}

func FuzzRead(f *testing.F) {
	for _, c := range pitfalls {
		f.Add(c.in)
	}
	for block := range strings.SplitSeq(fixture(f), "\n\n") {
		f.Add(block)
	}
	f.Fuzz(func(t *testing.T, s string) { readertest.Check(t, plain.Read, s) })
}
