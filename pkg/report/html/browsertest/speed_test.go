package browsertest

import (
	"context"
	"fmt"
	"testing"
	"time"

	cdp "github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"github.com/draftdiff/draftdiff/pkg/diff"
	"github.com/draftdiff/draftdiff/pkg/report"
)

func await(p *cdp.EvaluateParams) *cdp.EvaluateParams { return p.WithAwaitPromise(true) }

const (
	firstPaint = `new Promise(done => { const look = () => { const p = performance.getEntriesByName("first-contentful-paint")[0];
		p ? done(p.startTime) : setTimeout(look, 10); }; look(); })`
	// A filter is done when the page has been laid out and painted again.
	filter = `new Promise(done => { const s = document.querySelector(%q), from = performance.now(); s.value = %q;
		s.dispatchEvent(new Event("change", {bubbles: true})); document.body.offsetHeight;
		requestAnimationFrame(() => setTimeout(() => done(performance.now() - from))); })`
	scroll = `new Promise(done => { let worst = 0, last = performance.now(), n = 0; const step = now => { worst = Math.max(worst, now - last); last = now;
		scrollBy(0, 2000); ++n < 60 ? requestAnimationFrame(step) : done(worst); }; requestAnimationFrame(step); })`
)

// BenchmarkPage measures the real pair, and a text ten times as long: the first
// paint, the slowest of five filters, the slowest frame when scrolling. Wanted
// of the real pair: 200 ms, 50 ms, 250 ms.
func BenchmarkPage(b *testing.B) {
	old, err := read("ahc-5th-session.md", 10)
	if err != nil {
		b.Fatal(err)
	}
	new, err := read("gold/pair-13.md", 10)
	if err != nil {
		b.Fatal(err)
	}
	long, err := report.New(diff.Compare(old, new), report.Options{})
	if err != nil {
		b.Fatal(err)
	}
	for name, r := range map[string]*report.Report{"real": newReport(b, report.Options{}), "tenfold": long} {
		b.Run(name, func(b *testing.B) {
			ctx := newBrowser(b)
			address := open(b, r)
			paint, filtered, scrolled := time.Hour, time.Hour, time.Hour
			for b.Loop() {
				run(b, ctx, chromedp.Navigate("about:blank"), chromedp.Navigate(address))
				paint = min(paint, measure(b, ctx, firstPaint))
				slowest := time.Duration(0)
				for _, f := range [][2]string{{"#party", "CA"}, {"#article", "art_61"}, {"#article", ""}, {"#party", ""}, {"#find", "extradition"}} {
					slowest = max(slowest, measure(b, ctx, fmt.Sprintf(filter, f[0], f[1])))
				}
				filtered = min(filtered, slowest)
				scrolled = min(scrolled, measure(b, ctx, scroll))
			}
			b.ReportMetric(float64(paint.Milliseconds()), "paint-ms")
			b.ReportMetric(float64(filtered.Milliseconds()), "filter-ms")
			b.ReportMetric(float64(scrolled.Milliseconds()), "frame-ms")
		})
	}
}

// measure runs a promise of milliseconds.
func measure(t testing.TB, ctx context.Context, expression string) time.Duration {
	t.Helper()
	var ms float64
	run(t, ctx, chromedp.Evaluate(expression, &ms, await))
	return time.Duration(ms * float64(time.Millisecond)).Round(time.Millisecond / 10)
}
