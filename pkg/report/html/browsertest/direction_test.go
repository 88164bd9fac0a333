package browsertest

import (
	"slices"
	"testing"

	"github.com/chromedp/chromedp"

	"github.com/draftdiff/draftdiff/pkg/diff"
	"github.com/draftdiff/draftdiff/pkg/report"
	"github.com/draftdiff/draftdiff/pkg/snapshot"
	"github.com/draftdiff/draftdiff/pkg/source/markdown"
)

// TestDirections puts Arabic and Hebrew into an English text and looks at where
// the words around them stand, and reads an Arabic text from right to left.
func TestDirections(t *testing.T) {
	t.Parallel()
	const hebrew = "ישראל (IL)"
	read := func(text string) *snapshot.Snapshot {
		s := snapshot.Build(markdown.Read([]byte("#### Article 1. Cooperation\n\n"+text)), "a.md")
		for i := range s.Proposals {
			for k, id := range s.Proposals[i].Sponsors {
				if id == "IL" {
					s.Proposals[i].Sponsors[k] = hebrew
				}
			}
		}
		return s
	}
	old := read("1. States Parties shall 12 cooperate fully [without delay: US].\n\n2. تتعاون الدول الأطراف تعاونا كاملا.\n")
	new := read("1. States Parties shall التعاون الدولي 12 cooperate fully [without delay: US, IL].\n\n2. تتعاون الدول الأطراف تعاونا كاملا وسريعا.\n")
	d := diff.Compare(old, new)
	if !slices.ContainsFunc(d.Events, func(e diff.Event) bool { return slices.Equal(e.Joined, []string{hebrew}) }) {
		t.Fatalf("the Hebrew name does not join: %+v", d.Events)
	}
	r, err := report.New(d, report.Options{})
	if err != nil {
		t.Fatal(err)
	}
	ctx := newBrowser(t)
	run(t, ctx, chromedp.Navigate(open(t, r)))
	for why, holds := range map[string]string{
		"the number behind an Arabic insertion stands to its right": `(() => { const ins = [...document.querySelectorAll(".row .w ins")].find(e => e.textContent.includes("التعاون"));
			const rest = document.createRange(); rest.setStart(ins.nextSibling, 0); rest.setEnd(ins.nextSibling, 3);
			return rest.toString().includes("12") && rest.getClientRects()[0].left >= ins.getBoundingClientRect().right - 1; })()`,
		"what a Hebrew name did stands to its right": `(() => { const chip = document.querySelector(".c.in");
			return chip.querySelector("bdi").textContent.includes("ישראל") && chip.querySelector("i").getBoundingClientRect().left >= chip.querySelector("bdi").getBoundingClientRect().right; })()`,
		"an Arabic paragraph runs from the right":      `[...document.querySelectorAll(".row > .w")].some(e => e.textContent.includes("تتعاون") && getComputedStyle(e).direction === "rtl")`,
		"an English one runs from the left":            `[...document.querySelectorAll(".row > .w")].every(e => e.textContent.includes("تتعاون") || getComputedStyle(e).direction === "ltr")`,
		"the delegation can be chosen by its own name": `[...document.querySelectorAll("#party option")].some(e => e.value.includes("ישראל"))`,
	} {
		if !eval[bool](t, ctx, holds) {
			t.Error("not so: " + why)
		}
	}
}
