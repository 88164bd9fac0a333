package browsertest

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"regexp"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"github.com/draftdiff/draftdiff/pkg/history"
	"github.com/draftdiff/draftdiff/pkg/history/timeline"
	"github.com/draftdiff/draftdiff/pkg/report"
	"github.com/draftdiff/draftdiff/pkg/report/html"
	"github.com/draftdiff/draftdiff/pkg/snapshot"
	"github.com/draftdiff/draftdiff/pkg/source/markdown"
)

// write saves a page and returns its address.
func write(t testing.TB, render func(w io.Writer) error) string {
	t.Helper()
	var b bytes.Buffer
	if err := render(&b); err != nil {
		t.Fatal(err)
	}
	return save(t, b.Bytes())
}

// kinds writes every kind of page of the real pair, the history of a constructed
// negotiation too, and returns their addresses.
func kinds(t testing.TB) map[string]string {
	t.Helper()
	r := newReport(t, report.Options{})
	s, side := r.Diff.New, report.Side{As: "CARICOM"}
	change, err := report.NewSideReport(r.Diff, side, report.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var sessions []*snapshot.Snapshot
	for n := 1; n <= 5; n++ {
		name := fmt.Sprintf("session-%d.md", n)
		b, err := os.ReadFile(fixtures + "negotiation/" + name)
		if err != nil {
			t.Fatal(err)
		}
		sessions = append(sessions, snapshot.Build(markdown.Read(b), name))
	}
	return map[string]string{
		"report": open(t, r),
		"reading": write(t, func(w io.Writer) error {
			return html.Readings(w, &s.Document, []*report.Reading{side.Read(s, nil)})
		}),
		"side":    write(t, func(w io.Writer) error { return html.Side(w, change) }),
		"table":   write(t, func(w io.Writer) error { return html.Table(w, report.NewTable(s)) }),
		"history": write(t, func(w io.Writer) error { return timeline.Render(w, history.Build(sessions, nil), 1) }),
	}
}

// TestSizes opens every kind of page from a wide screen down to a laptop at
// 400 %, and prints it; PAGES names a folder in which pictures and prints are
// kept to be looked at. No page is wider than its window, and none prints as a
// book: the text itself has about a hundred pages.
func TestSizes(t *testing.T) {
	t.Parallel()
	ctx := newBrowser(t)
	for name, address := range kinds(t) {
		for _, size := range [][2]int64{{1920, 1080}, {1366, 768}, {390, 844}, {320, 256}} {
			var png []byte
			run(t, ctx, chromedp.EmulateViewport(size[0], size[1]), chromedp.Navigate("about:blank"), chromedp.Navigate(address), chromedp.CaptureScreenshot(&png))
			keep(t, fmt.Sprintf("%s-%d.png", name, size[0]), png)
			if w := eval[int64](t, ctx, `document.documentElement.scrollWidth`); w > size[0] {
				t.Errorf("%s: %d wide in a window of %d", name, w, size[0])
			}
		}
		var pdf []byte
		run(t, ctx, chromedp.ActionFunc(func(ctx context.Context) (err error) {
			pdf, _, err = page.PrintToPDF().WithPreferCSSPageSize(true).Do(ctx)
			return err
		}))
		keep(t, name+".pdf", pdf)
		if n := len(regexp.MustCompile(`/Type\s*/Page\b`).FindAll(pdf, -1)); n == 0 || n > 110 {
			t.Errorf("%s: %d pages on paper", name, n)
		}
	}
}
