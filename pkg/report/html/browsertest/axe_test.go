package browsertest

import (
	"fmt"
	"os"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

const runAxe = `axe.run(document, {runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}).then(r =>
	r.violations.map(v => v.id + ": " + v.help + " (" + v.nodes.length + ") " + v.nodes[0].html.slice(0, 200) + " " + v.nodes[0].failureSummary))`

// long is what repeats itself further down on a page.
const long = ".scroll tr:nth-child(n+12), .plain main > :nth-child(n+80), .calm:nth-of-type(n+3), .provisions:nth-child(n+3), .provisions tr:nth-child(n+40), " +
	"#silent .row:nth-of-type(n+6), #changes > .part:nth-of-type(n+6):not(#a-art_61), #changes .row:nth-of-type(n+12)"

// TestAccessible lets axe-core look at every kind of page, in light and dark, on
// a laptop and on a phone.
func TestAccessible(t *testing.T) {
	t.Parallel()
	axe, err := os.ReadFile("node_modules/axe-core/axe.min.js")
	if err != nil {
		skip(t, "axe-core is missing (npm ci in this folder brings it): accessibility is not tested")
	}
	pages := kinds(t)
	for _, c := range []struct {
		name, hash, scheme string
		width              int64
	}{
		{"report", "", "light", 1366},
		{"report", "#party=CA&article=art_61", "dark", 1366},
		{"report", "#party=CA&article=art_61", "dark", 390},
		{"reading", "", "light", 1366},
		{"reading", "", "dark", 390},
		{"side", "", "dark", 1366},
		{"side", "", "light", 390},
		{"table", "", "light", 390},
		{"table", "", "dark", 1366},
		{"history", "", "light", 1366},
		{"history", "", "dark", 390},
	} {
		t.Run(fmt.Sprintf("%s%s, %s, %d wide", c.name, c.hash, c.scheme, c.width), func(t *testing.T) {
			ctx := newBrowser(t)
			run(t, ctx,
				emulation.SetEmulatedMedia().WithFeatures([]*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: c.scheme}}),
				chromedp.EmulateViewport(c.width, 800), chromedp.Navigate(pages[c.name]+c.hash),
				// What is not on the screen has no colours that could be measured; of a long page the beginning will do.
				chromedp.Evaluate(`document.querySelectorAll("`+long+`").forEach(e => e.remove());
					document.querySelectorAll("details").forEach((d, i) => d.open = i < 12);
					document.querySelectorAll(".abreast:not([open]) table").forEach(e => e.remove());
					for (const e of document.querySelectorAll(".part, .row, figure")) e.style.contentVisibility = "visible"`, nil),
				chromedp.Evaluate(string(axe), nil))
			var found []string
			run(t, ctx, chromedp.Evaluate(runAxe, &found, chromedp.EvalAsValue, await))
			for _, v := range found {
				t.Error(v)
			}
		})
	}
}
