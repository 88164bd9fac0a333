package timeline_test

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/draftdiff/draftdiff/pkg/history"
	"github.com/draftdiff/draftdiff/pkg/history/timeline"
	"github.com/draftdiff/draftdiff/pkg/snapshot"
	"github.com/draftdiff/draftdiff/pkg/source/open"
)

func negotiation(t *testing.T) *history.History {
	t.Helper()
	var texts []*snapshot.Snapshot
	for n := range 5 {
		name := fmt.Sprintf("session-%d.md", n+1)
		b, err := os.ReadFile("../../../fixtures/negotiation/" + name)
		if err != nil {
			t.Fatal(err)
		}
		doc, err := open.Read(name, b, open.Limits{})
		if err != nil {
			t.Fatal(err)
		}
		texts = append(texts, snapshot.Build(doc, name))
	}
	return history.Build(texts, nil)
}

// TestRender checks that the page tells of what is asked for and nothing older,
// the same bytes each time, and that words of a text stay words.
func TestRender(t *testing.T) {
	t.Parallel()
	h := negotiation(t)
	for i := range h.Proposals[1:] {
		for k := range h.Proposals[i+1].States {
			h.Proposals[i+1].States[k].New = strings.ReplaceAll(h.Proposals[i+1].States[k].New, "habitats", "<script>alert(1)</script>")
		}
	}
	var all, again, late bytes.Buffer
	for w, since := range map[*bytes.Buffer]int{&all: 1, &again: 1, &late: 5} {
		if err := timeline.Render(w, h, since); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(all.Bytes(), again.Bytes()) {
		t.Error("the page is not the same twice")
	}
	for _, want := range []string{"<title>From @1 First session to @5 Fifth session</title>", "@1 First session → @5 Fifth session", "↺", "changed silently: “shall” becomes “may”", "Article 9 to Article 20 are now Article 10 to Article 21", "&lt;script&gt;", "Article 21"} {
		if !strings.Contains(all.String(), want) {
			t.Errorf("the page does not have %q", want)
		}
	}
	if strings.Contains(all.String(), "<script>") {
		t.Error("words became markup")
	}
	if strings.Contains(late.String(), "mandatory") || !strings.Contains(late.String(), "road culvert") {
		t.Error("the page since @5 tells of what was settled before, or not of what was settled then")
	}
	if err := timeline.Render(&late, h, 9); err == nil {
		t.Error("a session that is not there")
	}
}
