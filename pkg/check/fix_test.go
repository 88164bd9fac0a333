package check_test

import (
	"errors"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/draftdiff/draftdiff/pkg/check"
	"github.com/draftdiff/draftdiff/pkg/snapshot"
	"github.com/draftdiff/draftdiff/pkg/source/markdown"
)

func TestFix(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, old, want string }{
		{"a party twice", "shall [promptly: CA, US, CA] act", "shall [promptly: CA, US] act"},
		{"a semicolon for the colon", "shall [promptly; CA, US; retain – MX] act", "shall [promptly: CA, US; retain – MX] act"},
		{"the colon lost", "[1 alt. by means of communication technologies. PK]", "[1 alt. by means of communication technologies.: PK]"},
		{"parties behind the bracket", "shall act. [delete paragraph:]NI]", "shall act. [delete paragraph:NI]"},
		{"a numeral misspelt", "[4 quarter. States Parties may cooperate.: US]", "[4 quater. States Parties may cooperate.: US]"},
		{"a letter misread", "(a) to search;\n\n(b) to seize;\n\n€ to copy.", "(a) to search;\n\n(b) to seize;\n\n(c) to copy."},
		{"a strike over parties", "shall [disrupting: ~~delete – JP, RU~~] act", "shall [disrupting: delete – JP, RU] act"},
		{"nothing certain", "shall [promptly: EY] act [", "shall [promptly: EY] act ["},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			old := "Article 1. Scope\n\n1. Each Party " + c.old + "\n"
			if strings.HasPrefix(c.old, "[") || strings.HasPrefix(c.old, "(") {
				old = "Article 1. Scope\n\n" + c.old + "\n"
			}
			got, _, err := check.Cure(markdown.Read([]byte(old)), nil, check.Options{}, readMarkdown)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(strings.Replace(old, c.old, c.want, 1), string(got)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// TestCureOfRealText fixes the real document: the second time nothing changes,
// what was fixed is no longer reported, and no word of the base text is another.
func TestCureOfRealText(t *testing.T) {
	t.Parallel()
	b, err := os.ReadFile(fifth)
	if err != nil {
		t.Fatal(err)
	}
	fixed, done, err := check.Cure(markdown.Read(b), nil, check.Options{}, readMarkdown)
	if err != nil {
		t.Fatal(err)
	}
	if len(done) < 80 {
		t.Errorf("%d findings put right", len(done))
	}
	keepsBase(t, b, fixed)
	again, more, err := check.Cure(markdown.Read(fixed), nil, check.Options{}, readMarkdown)
	if err != nil || len(more) > 0 || string(again) != string(fixed) {
		t.Errorf("the second time %d more were put right, %v", len(more), err)
	}
	before, after := count(run(t, markdownText(b), nil, nil)), count(run(t, markdownText(fixed), nil, nil))
	for code, n := range count(done) {
		if after[code] > before[code]-n {
			t.Errorf("%s: %d findings before, %d put right, %d after", code, before[code], n, after[code])
		}
	}
}

func count(fs []check.Finding) map[string]int {
	n := map[string]int{}
	for _, f := range fs {
		n[f.Rule.Code]++
	}
	return n
}

func keepsBase(t *testing.T, old, new []byte) {
	t.Helper()
	x, y := snapshot.Build(markdown.Read(old), ""), snapshot.Build(markdown.Read(new), "")
	letters := func(s string) string {
		return strings.Map(func(r rune) rune {
			if strings.ContainsRune(" .,;:-–—*()[]{}\"'“”", r) {
				return -1
			}
			return r
		}, strings.ToLower(s))
	}
	if len(x.Units) != len(y.Units) {
		t.Errorf("%d units, then %d", len(x.Units), len(y.Units))
		return
	}
	for i := range x.Units {
		if letters(x.Units[i].Text) != letters(y.Units[i].Text) || letters(x.Units[i].Heading) != letters(y.Units[i].Heading) {
			t.Errorf("%s: %q became %q", x.Units[i].ID, x.Units[i].Text, y.Units[i].Text)
		}
	}
}

// TestFixKeepsBaseText damages stretches of the real document at random, 200
// times with a fixed seed, with up to six marks of the notation put in or taken
// out, and fixes them.
func TestFixKeepsBaseText(t *testing.T) {
	t.Parallel()
	b, err := os.ReadFile(fifth)
	if err != nil {
		t.Fatal(err)
	}
	r := rand.New(rand.NewPCG(4, 4))
	marks := []string{"[", "]", "(", ")", "~~", ":", ";", " US,", "€ ", " quarter", ", CA]", "\n\n"}
	for range 200 {
		blocks := strings.Split(string(b), "\n\n")
		at := r.IntN(len(blocks) - 12)
		s := strings.Join(blocks[at:at+12], "\n\n")
		for range r.IntN(7) {
			k := r.IntN(len(s))
			if r.IntN(2) == 0 {
				if i := strings.IndexAny(s[k:], "[]():;~,"); i >= 0 {
					s = s[:k+i] + s[k+i+1:]
				}
				continue
			}
			if i := strings.IndexByte(s[k:], ' '); i >= 0 {
				s = s[:k+i] + marks[r.IntN(len(marks))] + s[k+i:]
			}
		}
		fixed, _, err := check.Cure(markdown.Read([]byte(s)), nil, check.Options{}, readMarkdown)
		if err != nil {
			t.Fatal(err)
		}
		keepsBase(t, []byte(s), fixed)
	}
}

func TestFixOfOtherFormats(t *testing.T) {
	t.Parallel()
	doc := markdown.Read([]byte("[a: US, US]"))
	doc.Raw = []byte("PK\x03\x04")
	if _, err := check.Fix(doc, nil, readMarkdown); !errors.Is(err, check.ErrNotText) {
		t.Errorf("got %v", err)
	}
}
