package browsertest

import (
	"net/url"
	"testing"

	"github.com/chromedp/chromedp"

	"github.com/draftdiff/draftdiff/pkg/diff"
	"github.com/draftdiff/draftdiff/pkg/report"
	"github.com/draftdiff/draftdiff/pkg/snapshot"
)

// hostile closes whatever it may stand in, and would then be a program.
const hostile = `"'></title></style></script><img src=x onerror="hit=1"><script>hit=1</script>` + "\u202e"

// poison puts hostile words into what a text says of itself, its parties and
// units.
func poison(s *snapshot.Snapshot) {
	for _, field := range []*string{&s.Document.Title, &s.Document.Session, &s.Document.Status, &s.Document.Source.Name} {
		*field += hostile
	}
	for i := range s.Units {
		u := &s.Units[i]
		u.Label, u.Heading, u.Text = u.Label+hostile, u.Heading+hostile, u.Text+hostile
	}
	for i := range s.Proposals {
		p := &s.Proposals[i]
		p.New += hostile
		for _, list := range [][]string{p.Sponsors, p.Against, p.Retain} {
			for k := range list {
				list[k] += hostile
			}
		}
	}
}

// TestHostile opens a page of hostile texts, filters it by a hostile name, and
// looks for what should not have come to life.
func TestHostile(t *testing.T) {
	t.Parallel()
	old, err := read("ahc-5th-session.md", 1)
	if err != nil {
		t.Fatal(err)
	}
	new, err := read("gold/pair-13.md", 1)
	if err != nil {
		t.Fatal(err)
	}
	poison(old)
	poison(new)
	r, err := report.New(diff.Compare(old, new), report.Options{})
	if err != nil {
		t.Fatal(err)
	}
	ctx := newBrowser(t)
	address := open(t, r)
	for _, hash := range []string{"", "#party=" + url.QueryEscape("CA"+hostile), "#q=" + url.QueryEscape(hostile), "#at=" + url.QueryEscape(hostile), "#" + url.QueryEscape(hostile)} {
		run(t, ctx, chromedp.Navigate("about:blank"), chromedp.Navigate(address+hash), chromedp.Sleep(100e6))
		if eval[bool](t, ctx, `typeof hit !== "undefined" || document.images.length > 0 || document.scripts.length !== 2`) {
			t.Errorf("%s: hostile words came to life", hash)
		}
		if hash == "" {
			continue
		}
		if n := shown(t, ctx); n == 0 {
			t.Errorf("%s: nothing is shown", hash)
		}
	}
	if got := eval[string](t, ctx, `getComputedStyle(document.querySelector("ins")).unicodeBidi`); got != "isolate" {
		t.Errorf("words that came are not isolated: %s", got)
	}
}
