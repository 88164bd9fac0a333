package diff_test

import (
	"math/rand/v2"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/draftdiff/draftdiff/pkg/align"
	"github.com/draftdiff/draftdiff/pkg/diff"
	"github.com/draftdiff/draftdiff/pkg/snapshot"
	"github.com/draftdiff/draftdiff/pkg/source/markdown"
)

// TestInvariance proves that what is no change of the text gives no event and
// no change of a unit: other line wraps, other marks, other orders in lists,
// other line endings, other spaces, quotes and dashes of another shape.
func TestInvariance(t *testing.T) {
	t.Parallel()
	src, err := os.ReadFile("../../fixtures/ahc-5th-session.md")
	if err != nil {
		t.Fatal(err)
	}
	text := string(src)
	old := snapshot.Build(markdown.Read(src), "old.md")
	for name, variant := range map[string]string{
		"wraps":        wrap(text, 88),
		"narrow wraps": wrap(text, 61),
		"marks":        withoutMarks(text),
		"shapes":       strings.NewReplacer("'", "’", "–", "—").Replace(text),
		"list orders":  shuffleLists(text),
		"line endings": strings.ReplaceAll(text, "\n", "\r\n"),
		"spaces":       noBreakSpaces(text),
		"soft hyphens": strings.ReplaceAll(text, "international", "inter\u00adnational"),
		"page breaks":  strings.ReplaceAll(text, "\n\n", "\n\n\n\n"),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if variant == text {
				t.Fatal("the variant is the text itself")
			}
			d := diff.Compare(old, snapshot.Build(markdown.Read([]byte(variant)), "new.md"))
			for _, e := range d.Events {
				t.Errorf("an event where nothing changed: %v at line %d", e.Type, line(d, e))
			}
			for _, u := range d.Units {
				if u.Change != align.Same {
					t.Errorf("%v: units %v → %v", u.Change, u.Old, u.New)
				}
			}
		})
	}
}

func line(d *diff.Diff, e diff.Event) int {
	if e.OldUnit >= 0 {
		return d.Old.Units[e.OldUnit].Source.Line
	}
	return d.New.Units[e.NewUnit].Source.Line
}

// wrap breaks the lines of plain paragraphs behind at most width characters.
func wrap(text string, width int) string {
	paragraphs := strings.Split(text, "\n\n")
	for i, p := range paragraphs {
		if strings.Contains(p, "\n") || strings.HasPrefix(p, "#") {
			continue
		}
		var b strings.Builder
		n := 0
		for w := range strings.FieldsSeq(p) {
			if n > 0 && n+len(w) >= width {
				b.WriteByte('\n')
				n = 0
			} else if n > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(w)
			n += len(w) + 1
		}
		paragraphs[i] = b.String()
	}
	return strings.Join(paragraphs, "\n\n")
}

var (
	emphasis = regexp.MustCompile(`\*\*?([^*\n]+)\*\*?`)
	hashes   = regexp.MustCompile(`(?m)^#+ `)
	list     = regexp.MustCompile(`(: |– )((?:[A-Z]{2}|EU & mS|CARICOM)(?:, (?:[A-Z]{2}|EU & mS|CARICOM))+)(\]|;)`)
)

func withoutMarks(text string) string {
	return hashes.ReplaceAllString(emphasis.ReplaceAllString(text, "$1"), "")
}

func shuffleLists(text string) string {
	r := rand.New(rand.NewPCG(1, 2))
	return list.ReplaceAllStringFunc(text, func(s string) string {
		m := list.FindStringSubmatch(s)
		parties := strings.Split(m[2], ", ")
		r.Shuffle(len(parties), func(i, j int) { parties[i], parties[j] = parties[j], parties[i] })
		return m[1] + strings.Join(parties, ", ") + m[3]
	})
}

func noBreakSpaces(text string) string {
	r := rand.New(rand.NewPCG(3, 4))
	var b strings.Builder
	for i := range len(text) {
		if text[i] == ' ' && i+1 < len(text) && text[i+1] >= 'a' && text[i+1] <= 'z' && r.IntN(20) == 0 {
			b.WriteString("\u00a0")
			continue
		}
		b.WriteByte(text[i])
	}
	return b.String()
}
