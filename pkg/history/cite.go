package history

import (
	"strconv"
	"strings"

	"github.com/draftdiff/draftdiff/pkg/snapshot"
)

// A citer names the units of a text as delegates do. The report has its own,
// with more to say; this one writes what is kept for ever.
type citer struct {
	units    []snapshot.Unit
	parent   []int32 // -1 at the top
	cites    []string
	sections []string
}

func newCiter(s *snapshot.Snapshot) *citer {
	n := len(s.Units)
	c := &citer{units: s.Units, parent: s.Parents(), cites: make([]string, n), sections: make([]string, n)}
	for i := range s.Units {
		u := &s.Units[i]
		p := c.parent[i]
		own := ownCite(u)
		top := u.Kind == snapshot.KindArticle || u.Kind == snapshot.KindChapter || u.Kind == snapshot.KindCluster || p < 0
		switch {
		case top:
			c.cites[i], c.sections[i] = own, own
		case s.Units[p].Kind == snapshot.KindChapter || s.Units[p].Kind == snapshot.KindCluster:
			c.cites[i], c.sections[i] = own, c.sections[p]
		default:
			c.cites[i], c.sections[i] = c.cites[p]+", "+own, c.sections[p]
		}
	}
	return c
}

var kindWords = map[snapshot.UnitKind]string{
	snapshot.KindPreamble: "Preamble", snapshot.KindChapter: "Chapter", snapshot.KindCluster: "Cluster", snapshot.KindArticle: "Article",
	snapshot.KindRecital: "paragraph",
}

// ownCite cites a unit without what is around it: "paragraph 3 alt (2)".
func ownCite(u *snapshot.Unit) string {
	word := kindWords[u.Kind]
	if word == "" {
		word = u.Kind.String()
	}
	cite := word
	switch {
	case strings.HasPrefix(strings.ToLower(u.Label), strings.ToLower(word)):
		cite = u.Label
	case u.Label != "":
		cite = word + " " + u.Label
	case u.Kind == snapshot.KindParagraph || u.Kind == snapshot.KindRecital:
		cite = "unnumbered " + word
	}
	if n := nthOf(u); n > 1 {
		cite += " (" + strconv.Itoa(n) + ")"
	}
	return cite
}

// nthOf tells which of the units with one number a unit is, from the end of its
// identifier: art_56__para_3alt_2.
func nthOf(u *snapshot.Unit) int {
	step := u.ID
	if i := strings.LastIndex(step, "__"); i >= 0 {
		step = step[i+2:]
	}
	parts := strings.Split(step, "_")
	if len(parts) < 2 || len(parts) == 2 && u.Label != "" {
		return 1
	}
	n, err := strconv.Atoi(parts[len(parts)-1])
	if err != nil {
		return 1
	}
	return n
}
