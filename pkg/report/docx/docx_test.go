package docx

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/draftdiff/draftdiff/pkg/report/internal/draft"
	"github.com/draftdiff/draftdiff/pkg/snapshot"
	"github.com/draftdiff/draftdiff/pkg/source"
	"github.com/draftdiff/draftdiff/pkg/source/docx"
	"github.com/draftdiff/draftdiff/pkg/source/markdown"
	"github.com/draftdiff/draftdiff/pkg/text"
)

// written reads a document back: one paragraph a line, +inserted+, -deleted-, each
// with its author.
func written(t *testing.T, b []byte) string {
	t.Helper()
	doc, err := docx.Read(b, source.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	var s strings.Builder
	for i := range doc.Blocks {
		blk := &doc.Blocks[i]
		for off := range len(blk.Text) + 1 {
			for _, m := range blk.Marks {
				if m.Span.End == off && m.Kind != text.MarkEmphasis {
					s.WriteString("|" + m.Author + ">")
				}
			}
			for _, m := range blk.Marks {
				if m.Span.Start == off && m.Kind != text.MarkEmphasis {
					s.WriteString("<" + string("?~+-"[m.Kind]))
				}
			}
			if off < len(blk.Text) {
				s.WriteByte(blk.Text[off])
			}
		}
		s.WriteByte('\n')
	}
	return s.String()
}

// TestRedline is on words, whole paragraphs, moves, strikes that came, and what
// XML cannot hold.
func TestRedline(t *testing.T) {
	t.Parallel()
	for why, c := range map[string]struct{ old, new, want string }{
		"words":       {"1. States shall cooperate.\n", "1. States may cooperate.\n", "1. States <-shall|x><+may|x> cooperate.\n"},
		"paragraphs":  {"1. One is gone.\n\n2. Two.\n", "2. Two.\n\n3. Three.\n", "<-1. One is gone.|x>\n2. Two.\n<+3. Three.|x>\n"},
		"a move":      {"1. This one moves to the end.\n\n2. Two.\n\n3. Three.\n", "1. Two.\n\n2. Three.\n\n3. This one moves to the end.\n", "<-1. This one moves to the end.|x>\n<-2|x><+1|x>. Two.\n<-3|x><+2|x>. Three.\n<+3. This one moves to the end.|x>\n"},
		"a strike":    {"1. States shall cooperate.\n", "1. States ~~shall~~ cooperate.\n", "1. States <-shall|x><+<~shall|x>|> cooperate.\n"},
		"a heading":   {"# A & B\n", "# A < B\n", "A <-&|x><+<|x> B\n"},
		"odd letters": {"a \x00\x08 b\n", "a \x0b \ufffe c\n", ""},
		"nothing":     {"1. Same.\n", "1. Same.\n", "1. Same.\n"},
	} {
		var b, again bytes.Buffer
		for _, w := range []*bytes.Buffer{&b, &again} {
			if err := Redline(w, markdown.Read([]byte(c.old)), markdown.Read([]byte(c.new)), Change{Author: "x"}); err != nil {
				t.Fatalf("%s: %v", why, err)
			}
		}
		if !bytes.Equal(b.Bytes(), again.Bytes()) {
			t.Errorf("%s: two documents", why)
		}
		if got := written(t, b.Bytes()); c.want != "" && got != c.want {
			t.Errorf("%s (-want +got):\n%s", why, cmp.Diff(c.want, got))
		}
	}
}

// TestSession writes proposals by their sponsors, positions as comments, and
// nothing of the brackets.
func TestSession(t *testing.T) {
	t.Parallel()
	src := "# Article 5 Scope\n\n1. States Parties [shall: delete – US; retain – EU & mS] [may: CARICOM; against – RU] cooperate.\n\n" +
		"[1 bis. They shall [promptly: JP] do so: PK]\n\n~~[2. Nothing follows.: CN]~~\n"
	var b bytes.Buffer
	if err := Session(&b, snapshot.Build(markdown.Read([]byte(src)), ""), nil); err != nil {
		t.Fatal(err)
	}
	want := `Article 5. Scope
1. States Parties<- shall|US><+ may|CARICOM> cooperate.
Comment by EU & mS: retain the text, against the proposal by US
Comment by RU: against this proposal by CARICOM
<+1 bis. They shall|PK><+ promptly|JP><+ do so|PK>
<-2. Nothing follows.|CN>
`
	if diff := cmp.Diff(want, written(t, b.Bytes())); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestEmphasis keeps what is set off, in a session and in a redline: headings,
// words around a proposal and in one, what is inserted between, and one word more
// than once.
func TestEmphasis(t *testing.T) {
	t.Parallel()
	src := "**Article 5.** *Scope*\n\n1. *Mindful* that [*shall* ***not***: US] apply *mutatis mutandis* ~~[*here*: JP]~~ here.\n\n(a) **Bold**; not bold;\n"
	doc := markdown.Read([]byte(src))
	want := "[b]Article 5. [bi]Scope\n1. [i]Mindful[] that [i]shall[] [bi]not[] apply [i]mutatis mutandis[] [i]here[] here.\n(a) [b]Bold[]; not bold;\n"
	old := markdown.Read([]byte("**Article 5.** *Scope*\n\n1. *Careful* that apply *mutatis mutandis* here.\n"))
	for name, c := range map[string]struct {
		write func(io.Writer) error
		want  string
	}{
		"session": {func(w io.Writer) error { return Session(w, snapshot.Build(doc, ""), doc) }, want},
		"redline": {func(w io.Writer) error { return Redline(w, old, doc, Change{Author: "x"}) },
			"[b]Article 5.[] [i]Scope\n1. [i]CarefulMindful[] that [[i]shall[] [bi]not[]: US] apply [i]mutatis mutandis[] [[i]here[]: JP] here.\n(a) [b]Bold[]; not bold;\n"},
	} {
		var b bytes.Buffer
		if err := c.write(&b); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(c.want, setOffIn(t, b.Bytes())); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

// setOffIn reads a document back with its emphasis.
func setOffIn(t *testing.T, b []byte) string {
	t.Helper()
	doc, err := docx.Read(b, source.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	var s strings.Builder
	for i := range doc.Blocks {
		blk := &doc.Blocks[i]
		var now text.Emphasis
		for off := range len(blk.Text) {
			if e := emphasisAt(blk, off); e != now {
				now = e
				s.WriteString("[" + strings.Repeat("b", int(e&text.Bold)) + strings.Repeat("i", int(e&text.Italic)/2) + "]")
			}
			s.WriteByte(blk.Text[off])
		}
		s.WriteByte('\n')
	}
	return s.String()
}

// TestProved checks that a document that says something else is not written.
func TestProved(t *testing.T) {
	t.Parallel()
	ps := []draft.Paragraph{{Runs: []draft.Run{{Words: "a "}, {Words: "b", Inserted: &Change{Author: "x"}}}}}
	if _, err := proved(ps, []string{"a"}, []string{"a b"}); err != nil {
		t.Errorf("right: %v", err)
	}
	for _, wrong := range [][2][]string{{{"a"}, {"a c"}}, {{"a b"}, {"a b"}}, {{}, {"a b"}}} {
		if _, err := proved(ps, wrong[0], wrong[1]); !errors.Is(err, errProof) {
			t.Errorf("%q: %v", wrong, err)
		}
	}
}

// FuzzRedline checks that a redline of any two texts proves itself.
func FuzzRedline(f *testing.F) {
	f.Add("1. States shall.\n\n2. b", "2. b\n\n1. States ~~shall~~ may.")
	f.Add("0", "\xc8~~\x9f")
	f.Add("a\u00a0\n\nb  \nc", "\ufeffa &lt; b")
	f.Fuzz(func(t *testing.T, old, new string) {
		err := Redline(&bytes.Buffer{}, markdown.Read([]byte(old)), markdown.Read([]byte(new)), Change{Author: "x"})
		unproved(t, err, old+new)
	})
}

// FuzzSession checks that a session of any text proves itself.
func FuzzSession(f *testing.F) {
	f.Add("Article 1\n\n1. States [shall ~~may~~: US; against – RU] (x: JP).\n\n[2 alt. [b: PK] c: EU & mS]")
	f.Add("1.[shall may~~:US#again\xe5st\x93RU]\xa8[")
	f.Fuzz(func(t *testing.T, s string) {
		unproved(t, session(s), s)
	})
}

func session(src string) error {
	doc := markdown.Read([]byte(src))
	return Session(&bytes.Buffer{}, snapshot.Build(doc, ""), doc)
}

// unproved fails for a document that was not written, except that of bytes that
// are not UTF-8: where a mark parts two of them that are a character without it,
// no Word document can hold both, and the error says that none was written.
func unproved(t *testing.T, err error, text string) {
	t.Helper()
	if err != nil && (utf8.ValidString(text) || !errors.Is(err, errProof)) {
		t.Fatal(err)
	}
}
