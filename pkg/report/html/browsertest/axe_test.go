package browsertest

import (
	"bytes"
	"os"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"

	"github.com/draftdiff/draftdiff/pkg/report"
	"github.com/draftdiff/draftdiff/pkg/report/html"
)

const runAxe = `axe.run(document, {runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}).then(r =>
	r.violations.map(v => v.id + ": " + v.help + " (" + v.nodes.length + ") " + v.nodes[0].html.slice(0, 200) + " " + v.nodes[0].failureSummary))`

// TestAccessible lets axe-core look at every kind of page, in light and dark, on
// a laptop and on a phone.
func TestAccessible(t *testing.T) {
	t.Parallel()
	axe, err := os.ReadFile("node_modules/axe-core/axe.min.js")
	if err != nil {
		skip(t, "axe-core is missing (npm ci in this folder brings it): accessibility is not tested")
	}
	ctx := newBrowser(t)
	s, err := read("ahc-5th-session.md", 1)
	if err != nil {
		t.Fatal(err)
	}
	units, err := report.FindUnits(s, []string{"preamble", "art_56", "art_61"})
	if err != nil {
		t.Fatal(err)
	}
	var reading, table bytes.Buffer
	side := report.Side{As: "CARICOM"}
	if err := html.Readings(&reading, &s.Document, []*report.Reading{side.Read(s, units)}); err != nil {
		t.Fatal(err)
	}
	provisions := report.NewTable(s)
	provisions.Sections = provisions.Sections[:8]
	if err := html.Table(&table, provisions); err != nil {
		t.Fatal(err)
	}
	address := open(t, newReport(t, report.Options{}))
	for _, c := range []struct {
		name, address, scheme string
		width                 int64
	}{
		{"report", address, "light", 1366},
		{"filtered report", address + "#party=CA&article=art_61", "dark", 1366},
		{"filtered report", address + "#party=CA&article=art_61", "dark", 390},
		{"reading", save(t, reading.Bytes()), "light", 1366},
		{"reading", save(t, reading.Bytes()), "dark", 390},
		{"table", save(t, table.Bytes()), "light", 390},
		{"table", save(t, table.Bytes()), "dark", 1366},
	} {
		run(t, ctx,
			emulation.SetEmulatedMedia().WithFeatures([]*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: c.scheme}}),
			chromedp.EmulateViewport(c.width, 800), chromedp.Navigate("about:blank"), chromedp.Navigate(c.address),
			// What is not on the screen has no colours that could be measured.
			chromedp.Evaluate(`document.querySelectorAll("details").forEach((d, i) => d.open = i < 12);
				if (location.hash) for (const e of document.querySelectorAll(".part, figure")) e.style.contentVisibility = "visible"`, nil),
			chromedp.Evaluate(string(axe), nil))
		var found []string
		run(t, ctx, chromedp.Evaluate(runAxe, &found, chromedp.EvalAsValue, await))
		for _, v := range found {
			t.Errorf("%s, %s, %d wide: %s", c.name, c.scheme, c.width, v)
		}
	}
}
