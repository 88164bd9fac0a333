package snapshot_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/draftdiff/draftdiff/pkg/snapshot"
	"github.com/draftdiff/draftdiff/pkg/source"
	"github.com/draftdiff/draftdiff/pkg/text"
)

// tracked makes a document of one paragraph with marks on it.
func tracked(s string, marks ...text.Mark) *source.Document {
	b := source.Block{Span: text.Span{End: len(s)}}
	b.Text, b.Marks, b.Runs = s, marks, []text.Run{{}}
	return &source.Document{Format: "docx", Raw: []byte(s), File: text.NewFile("", []byte(s)), Blocks: []source.Block{b}}
}

func mark(k text.MarkKind, from, to int, author string) text.Mark {
	return text.Mark{Kind: k, Span: text.Span{Start: from, End: to}, Author: author}
}

// TestTracked writes tracked changes in the notation.
func TestTracked(t *testing.T) {
	t.Parallel()
	const ins, del = text.MarkInserted, text.MarkDeleted
	for why, c := range map[string]struct {
		in    *source.Document
		who   snapshot.Authors
		want  string
		notes int
	}{
		"an insertion":                      {tracked("a b c", mark(ins, 2, 3, "Liechtenstein")), 0, "a [b: LI] c", 0},
		"a deletion":                        {tracked("a b c", mark(del, 2, 3, "CARICOM")), 0, "a [b: CARICOM] c", 0},
		"several sponsors":                  {tracked("a b c", mark(ins, 2, 3, "CARICOM, US")), 0, "a [b: CARICOM, US] c", 0},
		"inserted by one, deleted by other": {tracked("a b c d", mark(ins, 2, 5, "MX"), mark(del, 4, 5, "RU")), 0, "a [b [c: RU]: MX] d", 0},
		"a replacement":                     {tracked("a bc d", mark(del, 2, 3, "US"), mark(ins, 3, 4, "US")), 0, "a [bc: US] d", 0},
		"a change that crosses another":     {tracked("abcdef", mark(del, 1, 4, "RU"), mark(ins, 3, 5, "US")), 0, "a[bc: RU][[d: RU]e: US]f", 0},
		"a group that is deleted by itself": {tracked("a [b: CO] c", mark(del, 2, 9, "Colombia")), 0, "a [b: CO] c", 0},
		"half a group":                      {tracked("a [b: CO] c", mark(del, 2, 4, "Colombia")), 0, "a [b: CO] c", 0},
		"by an editor":                      {tracked("a b c", mark(ins, 2, 3, "A. N. Other")), 0, "a b c", 1},
		"by an editor among parties":        {tracked("a b c", mark(ins, 0, 1, "US"), mark(ins, 2, 3, "UK"), mark(ins, 4, 5, "Chair")), 0, "[a: US] [b: UK] c", 1},
		"parties by decree":                 {tracked("a b c", mark(ins, 2, 3, "The Chair")), snapshot.AuthorsParties, "a [b: The Chair] c", 0},
		"nobodies by decree":                {tracked("a b c", mark(ins, 2, 3, "US")), snapshot.AuthorsNobodies, "a b c", 1},
	} {
		before := c.in.Blocks[0].Text
		out := snapshot.Tracked(c.in, c.who)
		if got := out.Blocks[0].Text; got != c.want || len(out.Notes) != c.notes {
			t.Errorf("%s: %q and %d notes, want %q and %d", why, got, len(out.Notes), c.want, c.notes)
		}
		if c.in.Blocks[0].Text != before {
			t.Errorf("%s: the document was changed", why)
		}
		for off := range len(out.Blocks[0].Text) {
			if at := out.Blocks[0].Source(off); at < 0 || at >= len(before) {
				t.Errorf("%s: byte %d is at %d of %d", why, off, at, len(before))
			}
		}
	}
}

// TestTrackedProposals checks what is read of the changes.
func TestTrackedProposals(t *testing.T) {
	t.Parallel()
	s := "1. States Parties shall may cooperate."
	doc := tracked(s, mark(text.MarkDeleted, 18, 23, "Japan"), mark(text.MarkInserted, 24, 27, "CARICOM"))
	var got []string
	for _, p := range snapshot.Build(snapshot.Tracked(doc, 0), "").Proposals {
		got = append(got, fmt.Sprintf("%s %q %q %v %v %d-%d", p.Action, p.Old, p.New, p.Sponsors, p.Certain, p.Source.Offset, p.Source.EndOffset))
	}
	want := []string{`delete "shall" "" [JP] true 18-23`, `insert "" "may" [CARICOM] true 24-27`}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("proposals (-want +got):\n%s", diff)
	}
}

// TestBeside checks that a footnote is a note, whatever stands in it, and does
// not come between a sentence and the rest of it.
func TestBeside(t *testing.T) {
	t.Parallel()
	var blocks []source.Block
	var all string
	for _, b := range []struct {
		words  string
		layout source.Layout
	}{{"Article 1", 0}, {"1. States Parties shall cooperate with a view to strengthening the", 0}, {"1. See [article 2: US].", source.LayoutNote}, {"rule of law.", 0}} {
		blk := source.Block{Span: text.Span{Start: len(all), End: len(all) + len(b.words)}, Layout: b.layout}
		blk.Text, blk.Runs = b.words, []text.Run{{Source: len(all)}}
		blocks = append(blocks, blk)
		all += b.words + "\n\n"
	}
	snap := snapshot.Build(&source.Document{Raw: []byte(all), File: text.NewFile("", []byte(all)), Blocks: blocks}, "")
	var got []string
	for _, u := range snap.Units {
		got = append(got, u.ID+": "+u.Text)
	}
	want := []string{"art_1: ", "art_1__para_1: States Parties shall cooperate with a view to strengthening the rule of law.", "art_1__note: 1. See [article 2: US]."}
	if diff := cmp.Diff(want, got); diff != "" || len(snap.Proposals) > 0 {
		t.Errorf("units (-want +got):\n%s%v", diff, snap.Proposals)
	}
}
