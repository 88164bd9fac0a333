package history_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/draftdiff/draftdiff/pkg/history"
	"github.com/draftdiff/draftdiff/pkg/snapshot"
	"github.com/draftdiff/draftdiff/pkg/source/markdown"
)

const body = "\n\n## Article 1. Scope\n\n1. The work shall end by 1 May 2030.\n"

// TestTitle checks which session and day a title page gives, and that nothing is
// guessed.
func TestTitle(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ page, session, date string }{
		{"Committee on Fish\n\nThird session\n\nGeneva, 9–20 January 2023", "Third session", "2023-01-20"},
		{"Status as of 21 April 2023\n\nVienna, 11–21 April 2022", "", "2023-04-21"},
		{"---\ntitle: Draft Agreement 9 Dec. 2015\n---", "", "2015-12-09"},
		{"Conference on the Law of Rivers, Resumed fifth session, New York, and on what it said of the text that the secretariat has to prepare", "Resumed fifth session", ""},
		{"This is the text as published by the Conference on 12 December 2015, and as it was adopted on that day.", "", "2015-12-12"},
		{"Adopted on 12 December 2015 by the Conference at its twenty-first session, published with corrections on 29 January 2016 by the secretariat.", "", ""},
		{"31 February 2015", "", ""},
		{"", "", ""},
	} {
		s := snapshot.Build(markdown.Read([]byte(c.page+body)), "draft.md")
		if got := history.SessionOf(&s.Document); got != c.session {
			t.Errorf("%s: session %q, want %q", c.page, got, c.session)
		}
		if got := history.DateOf(s); got != c.date {
			t.Errorf("%s: date %q, want %q", c.page, got, c.date)
		}
	}
}

// TestMeasured checks what counts as a bracket, and that what stands before the
// first article is measured where it has some.
func TestMeasured(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		reason, text string
		want         history.Measure
	}{
		{"alternatives side by side", "1. Parties [shall] [may] act.", history.Measure{Section: "Article 1", Brackets: 2, Alternatives: 1, Contested: 2}},
		{"one in another", "1. Parties [shall [not] act].", history.Measure{Section: "Article 1", Brackets: 2, Contested: 3}},
		{"links and footnotes are none", "1. Parties act [here](/x), [there][y] and [y].[^2]\n\n[y]: /there\n\n[^2]: A note.", history.Measure{Section: "Article 1"}},
	} {
		text := []byte("## Article 1. Scope\n\n" + c.text + "\n")
		doc := markdown.Read(text)
		list := history.Measured(snapshot.Build(doc, "draft.md"), doc.File.Bytes)
		if len(list) != 1 {
			t.Errorf("%s: %+v", c.reason, list)
			continue
		}
		list[0].Words = 0 // that is the business of package words
		if diff := cmp.Diff(c.want, list[0]); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.reason, diff)
		}
	}
	open := "Draft of a text\n\n[Recalling] [Noting] what was said" + body
	doc := markdown.Read([]byte(open))
	list := history.Measured(snapshot.Build(doc, "draft.md"), doc.File.Bytes)
	if len(list) != 2 || list[0].Section != "before the first article" || list[0].Brackets != 2 {
		t.Errorf("before the first article: %+v", list)
	}
}
