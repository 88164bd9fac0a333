package check_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/draftdiff/draftdiff/pkg/check"
	"github.com/draftdiff/draftdiff/pkg/source/markdown"
)

// FuzzCheck checks any two texts against each other: every finding lies in its
// file, has words and a fingerprint of its own, the same texts give the same
// findings, a text has no silent edit against itself, and fixing it changes
// nothing the second time and no word of the base text.
func FuzzCheck(f *testing.F) {
	for _, r := range check.Rules {
		f.Add("Article 1. Scope\n\n"+r.Wrong, "Article 1. Scope\n\n"+r.Right)
	}
	f.Add(oldDraft, strings.Replace(oldDraft, "in good faith ", "", 1))
	f.Add("[1 alt. a\n\n(b: US; against – US]] ~~c", "€ d\n\n(2) e\n\nbis f [delete paragraph:]NI]")
	f.Fuzz(func(t *testing.T, x, y string) {
		if len(x)+len(y) > 1<<16 {
			t.Skip()
		}
		found := run(t, markdownText([]byte(x)), markdownText([]byte(y)), nil)
		seen := map[string]bool{}
		for _, f := range found {
			if f.Span.Start < 0 || f.Span.End < f.Span.Start || f.Span.End > len(x) || f.Place.Line < 1 || f.Column < 1 || f.Message == "" || f.Severity == check.SeverityInvalid {
				t.Errorf("%+v", f)
			}
			if seen[f.Fingerprint] {
				t.Errorf("fingerprint %s twice", f.Fingerprint)
			}
			seen[f.Fingerprint] = true
			for _, r := range f.Related {
				if in := map[bool]string{false: x, true: y}[r.Old]; r.Span.Start < 0 || r.Span.End > len(in) || r.Place.Line < 1 {
					t.Errorf("%+v", r)
				}
			}
		}
		again := run(t, markdownText([]byte(x)), markdownText([]byte(y)), nil)
		if diff := cmp.Diff(found, again, cmpopts.IgnoreFields(check.Finding{}, "Rule")); diff != "" {
			t.Errorf("the second time (-first +second):\n%s", diff)
		}
		for _, f := range run(t, markdownText([]byte(x)), markdownText([]byte(x)), nil) {
			if f.Rule.Class == check.Silent {
				t.Errorf("against itself: %s %s", f.Rule.Code, f.Message)
			}
		}
		fixed, _, err := check.Cure(markdown.Read([]byte(x)), nil, check.Options{}, readMarkdown)
		if err != nil {
			t.Fatal(err)
		}
		keepsBase(t, []byte(x), fixed)
		if twice, more, err := check.Cure(markdown.Read(fixed), nil, check.Options{}, readMarkdown); err != nil || string(twice) != string(fixed) {
			t.Errorf("the second time %d more were put right, %v", len(more), err)
		}
	})
}
