package citation

import (
	"strings"

	"github.com/draftdiff/draftdiff/pkg/snapshot"
)

// Suggest returns the identifier of the unit that a name means which is none:
// "Article 56, paragraph 1", "art. 56" and "56" for art_56…; "" if no unit is
// like it.
func Suggest(s *snapshot.Snapshot, name string) string {
	want := bare(name)
	if want == "" {
		return ""
	}
	if want[0] >= '0' && want[0] <= '9' {
		want = "art" + want
	}
	c := New(s)
	for i := range s.Units {
		if bare(s.Units[i].ID) == want || bare(c.Cite(i)) == want {
			return s.Units[i].ID
		}
	}
	return ""
}

var short = strings.NewReplacer("subparagraph", "subpara", "paragraph", "para", "article", "art", "chapter", "chp")

// bare is a name in lower case and short words, without what is neither letter
// nor digit.
func bare(name string) string {
	return short.Replace(strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, strings.ToLower(name)))
}
