package browsertest

import (
	"bytes"
	"context"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/network"
	cdp "github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"github.com/draftdiff/draftdiff/pkg/diff"
	"github.com/draftdiff/draftdiff/pkg/report"
	"github.com/draftdiff/draftdiff/pkg/report/html"
	"github.com/draftdiff/draftdiff/pkg/snapshot"
	"github.com/draftdiff/draftdiff/pkg/source/markdown"
)

const fixtures = "../../../../fixtures/"

// skip skips a test that misses something, unless nothing may be skipped.
func skip(t testing.TB, why string) {
	t.Helper()
	if os.Getenv("DRAFTDIFF_NO_SKIP") != "" {
		t.Fatal(why)
	}
	t.Skip(why)
}

// newBrowser starts a browser for one test.
func newBrowser(t testing.TB, options ...chromedp.ExecAllocatorOption) context.Context {
	t.Helper()
	path := os.Getenv("CHROME")
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if found, err := exec.LookPath(name); path == "" && err == nil {
			path = found
		}
	}
	if path == "" {
		skip(t, "there is no Chromium: the pages are not looked at")
	}
	options = append([]chromedp.ExecAllocatorOption{
		chromedp.ExecPath(path), chromedp.Headless, chromedp.NoSandbox, chromedp.DisableGPU, chromedp.NoFirstRun,
		chromedp.Flag("disable-background-networking", true), chromedp.Flag("disable-component-update", true), chromedp.Flag("disable-sync", true),
		chromedp.Flag("force-prefers-reduced-motion", true), chromedp.WindowSize(1366, 768),
	}, options...)
	ctx, cancel := chromedp.NewExecAllocator(t.Context(), options...)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	ctx, cancel = context.WithTimeout(ctx, 2*time.Minute)
	t.Cleanup(cancel)
	listen(t, ctx)
	return ctx
}

// listen fails the test for a message on the console, an exception, or a request
// for anything but the page itself and what it holds.
func listen(t testing.TB, ctx context.Context) {
	chromedp.ListenTarget(ctx, func(event any) {
		switch e := event.(type) {
		case *cdp.EventConsoleAPICalled:
			for _, arg := range e.Args {
				t.Errorf("console: %s", arg.Value)
			}
		case *cdp.EventExceptionThrown:
			t.Errorf("exception: %s", e.ExceptionDetails.Error())
		case *network.EventRequestWillBeSent:
			if !strings.HasPrefix(e.Request.URL, "file:") && !strings.HasPrefix(e.Request.URL, "data:") {
				t.Errorf("the page asks for %s", e.Request.URL)
			}
		}
	})
	if err := chromedp.Run(ctx, network.Enable()); err != nil {
		t.Fatal(err)
	}
}

var pair = sync.OnceValues(func() (*diff.Diff, error) {
	old, err := read("ahc-5th-session.md", 1)
	if err != nil {
		return nil, err
	}
	new, err := read("gold/pair-13.md", 1)
	if err != nil {
		return nil, err
	}
	return diff.Compare(old, new), nil
})

// read builds the snapshot of a fixture, as many times as long as it is.
func read(name string, times int) (*snapshot.Snapshot, error) {
	b, err := os.ReadFile(fixtures + name)
	return snapshot.Build(markdown.Read(bytes.Repeat(b, times)), filepath.Base(name)), err
}

// newReport is the report of the real pair.
func newReport(t testing.TB, opt report.Options) *report.Report {
	t.Helper()
	d, err := pair()
	if err != nil {
		t.Fatal(err)
	}
	r, err := report.New(d, opt)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// open writes a page and returns its address.
func open(t testing.TB, r *report.Report) string {
	t.Helper()
	var b bytes.Buffer
	if err := html.Render(&b, r); err != nil {
		t.Fatal(err)
	}
	return save(t, b.Bytes())
}

func save(t testing.TB, b []byte) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "page.html")
	if err := os.WriteFile(name, b, 0o666); err != nil {
		t.Fatal(err)
	}
	return (&url.URL{Scheme: "file", Path: filepath.ToSlash(name)}).String()
}

// run does things in the browser.
func run(t testing.TB, ctx context.Context, actions ...chromedp.Action) {
	t.Helper()
	if err := chromedp.Run(ctx, actions...); err != nil {
		t.Fatal(err)
	}
}

// eval returns the value of an expression in the page.
func eval[T any](t testing.TB, ctx context.Context, expression string) T {
	t.Helper()
	var value T
	run(t, ctx, chromedp.Evaluate(expression, &value))
	return value
}
