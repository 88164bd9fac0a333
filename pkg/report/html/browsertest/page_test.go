package browsertest

import (
	"context"
	"fmt"
	"net/url"
	"os"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"github.com/draftdiff/draftdiff/pkg/diff"
	"github.com/draftdiff/draftdiff/pkg/report"
)

const visible = `[...document.querySelectorAll(".item")].filter(e => e.checkVisibility())`

// shown is how many items can be seen.
func shown(t testing.TB, ctx context.Context) int {
	t.Helper()
	return eval[int](t, ctx, visible+".length")
}

// TestFilters compares the filters of the page with those of the report.
func TestFilters(t *testing.T) {
	t.Parallel()
	ctx := newBrowser(t)
	address := open(t, newReport(t, report.Options{}))
	blank := chromedp.Navigate("about:blank")
	for hash, opt := range map[string]report.Options{
		"#party=CARICOM&groups=0":    {Parties: []string{"CARICOM"}},
		"#party=US":                  {Parties: []string{"US"}},
		"#party=FR":                  {Parties: []string{"FR"}},
		"#type=added":                {Types: []diff.EventType{diff.Added}},
		"#type=withdrawn,reworded":   {Types: []diff.EventType{diff.Withdrawn, diff.Reworded}},
		"#party=RU&type=responsored": {Parties: []string{"RU"}, Types: []diff.EventType{diff.Responsored}},
		"#party=" + url.QueryEscape("EU & mS") + "&groups=0": {Parties: []string{"EU & mS"}},
		"#article=art_61&type=added,withdrawn":               {Units: []string{"art_61"}, Types: []diff.EventType{diff.Added, diff.Withdrawn}},
	} {
		run(t, ctx, blank, chromedp.Navigate(address+hash))
		if got, want := shown(t, ctx), len(newReport(t, opt).Events); got != want || want == 0 {
			t.Errorf("%s: %d items, and the report has %d", hash, got, want)
		}
		if got := eval[string](t, ctx, "location.hash"); got != hash {
			t.Errorf("the address became %s from %s", got, hash)
		}
	}
	run(t, ctx, blank, chromedp.Navigate(address))
	all := shown(t, ctx)
	run(t, ctx, chromedp.SetValue("#party", "CA"), chromedp.Evaluate(`document.querySelector("#party").dispatchEvent(new Event("change", {bubbles: true}))`, nil))
	some := shown(t, ctx)
	if hash := eval[string](t, ctx, "location.hash"); some == 0 || some == all || hash != "#party=CA" {
		t.Errorf("%d of %d items at %s", some, all, hash)
	}
	run(t, ctx, chromedp.Click("#own"))
	if own := shown(t, ctx); own == 0 || own > some {
		t.Errorf("%d of %d items are its own", own, some)
	}
	run(t, ctx, chromedp.Click("#clear"))
	if n := shown(t, ctx); n != all {
		t.Errorf("%d of %d items after everything was to be shown", n, all)
	}
	run(t, ctx, chromedp.Click(`.figures a[href="#type=adopted"]`), chromedp.Sleep(100e6))
	if n := shown(t, ctx); n == 0 || n == all {
		t.Errorf("%d of %d items behind a number in the head", n, all)
	}
}

// TestKeyboard goes through the page without a mouse.
func TestKeyboard(t *testing.T) {
	t.Parallel()
	ctx := newBrowser(t)
	run(t, ctx, chromedp.Navigate(open(t, newReport(t, report.Options{}))))
	at := func(want string) {
		t.Helper()
		if got := eval[string](t, ctx, "document.activeElement.id"); got != want {
			t.Errorf("at %q, want %q", got, want)
		}
	}
	press := func(key string) { t.Helper(); run(t, ctx, chromedp.KeyEvent(key)) }
	press("n")
	at("e1")
	press("n")
	press("n")
	at("e3")
	press("p")
	at("e2")
	press("/")
	at("find")
	run(t, ctx, chromedp.Evaluate(`document.querySelector("#find").value = ""`, nil), chromedp.KeyEvent("extradition"), chromedp.Sleep(400e6))
	if n := eval[int](t, ctx, visible+`.filter(e => !/extradition/i.test(e.closest(".row").textContent)).length`); n > 0 || shown(t, ctx) == 0 {
		t.Errorf("%d of %d items do not have the word", n, shown(t, ctx))
	}
	run(t, ctx, chromedp.Click("#next"))
	if !eval[bool](t, ctx, `document.activeElement.matches(".item:not([hidden])")`) {
		t.Error("the next change did not get the focus")
	}
	run(t, ctx, chromedp.Click("#keys"), chromedp.Evaluate("document.activeElement.blur()", nil))
	press("n")
	at("")
	press(kb.Tab)
}

// TestWithoutScript reads the page as it is.
func TestWithoutScript(t *testing.T) {
	t.Parallel()
	ctx := newBrowser(t)
	r := newReport(t, report.Options{})
	run(t, ctx, emulation.SetScriptExecutionDisabled(true), chromedp.Navigate(open(t, r)), emulation.SetScriptExecutionDisabled(false))
	if !eval[bool](t, ctx, `document.querySelector("#filter").hidden`) {
		t.Error("the filters are there, and do nothing")
	}
	want := len(r.Silent)
	for i := range r.Sections {
		want += len(r.Sections[i].Entries)
	}
	if got := shown(t, ctx); got != want {
		t.Errorf("%d items, want %d", got, want)
	}
}

// TestMine asks what became of a delegation's words, and follows the answer.
func TestMine(t *testing.T) {
	t.Parallel()
	ctx := newBrowser(t)
	r := newReport(t, report.Options{})
	run(t, ctx, chromedp.Navigate(open(t, r)+"#party=CA"))
	stand := 0
	p := report.NewPage(r)
	for _, sponsors := range p.Kept {
		for _, i := range sponsors {
			if p.Actors[i].ID == "CA" {
				stand++
			}
		}
	}
	if got, want := eval[string](t, ctx, `document.querySelector("#mine").textContent`), fmt.Sprintf("Proposals that CA sponsors: %d stand unchanged · ", stand); !strings.HasPrefix(got, want) {
		t.Errorf("%q does not begin with %q", got, want)
	}
	said := eval[int](t, ctx, `parseInt(document.querySelector("#mine a[href*=withdrawn]").textContent)`)
	run(t, ctx, chromedp.Click("#mine a[href*=withdrawn]"), chromedp.Sleep(100e6))
	if got := eval[string](t, ctx, "location.hash"); got != "#party=CA&type=withdrawn&own=1" {
		t.Errorf("the answer leads to %s", got)
	}
	if n := eval[int](t, ctx, visible+`.filter(e => e.dataset.t === "withdrawn").length`); n != said || shown(t, ctx) != said || said == 0 {
		t.Errorf("%d withdrawn of %d shown, %d were said", n, shown(t, ctx), said)
	}
	// An article that is folded away is found in the contents all the same.
	run(t, ctx, chromedp.Evaluate(`document.querySelector("#toc .rest a").click()`, nil))
	if !eval[bool](t, ctx, `document.querySelector(".part.quiet").checkVisibility() && location.hash.startsWith("#at=")`) {
		t.Error("a link in the contents did not open an article without a change")
	}
}

// TestPrint prints what is shown, and no more.
func TestPrint(t *testing.T) {
	t.Parallel()
	ctx := newBrowser(t)
	address := open(t, newReport(t, report.Options{}))
	var whole, part []byte
	for hash, pdf := range map[string]*[]byte{"": &whole, "#party=CA": &part} {
		run(t, ctx, chromedp.Navigate("about:blank"), chromedp.Navigate(address+hash), chromedp.ActionFunc(func(ctx context.Context) (err error) {
			*pdf, _, err = page.PrintToPDF().WithPreferCSSPageSize(true).WithGenerateTaggedPDF(true).Do(ctx)
			return err
		}))
	}
	if len(part) < 100_000 || len(part) > len(whole)*3/4 {
		t.Errorf("the print has %d bytes, that of one delegation %d", len(whole), len(part))
	}
}

func keep(t testing.TB, name string, b []byte) {
	t.Helper()
	if dir := os.Getenv("PAGES"); dir != "" {
		if err := os.WriteFile(fmt.Sprintf("%s/%s", dir, name), b, 0o666); err != nil {
			t.Fatal(err)
		}
	}
}
