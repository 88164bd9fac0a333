package citation

import (
	"strconv"
	"strings"

	"github.com/draftdiff/draftdiff/pkg/snapshot"
)

// A Citer cites the units of a snapshot as delegates do: "Article 56, paragraph
// 3 alt (second)".
type Citer struct {
	units      []snapshot.Unit
	parent     []int32 // index of the parent, -1 at the top
	paragraphs []int32 // of each unit: how many stand directly under it
	cited      []string
}

// New returns a Citer for the units of s.
func New(s *snapshot.Snapshot) *Citer {
	c := &Citer{units: s.Units, parent: s.Parents(), paragraphs: make([]int32, len(s.Units)), cited: make([]string, len(s.Units))}
	for i, p := range c.parent {
		if p >= 0 && s.Units[i].Kind == snapshot.KindParagraph {
			c.paragraphs[p]++
		}
	}
	return c
}

// Parent returns the index of the parent of a unit, -1 at the top.
func (c *Citer) Parent(unit int) int { return int(c.parent[unit]) }

// Within reports whether a unit is another one or stands under it.
func (c *Citer) Within(unit, above int) bool {
	for unit > above {
		unit = c.Parent(unit)
	}
	return unit == above
}

// Section returns the index of the unit under whose heading a reader looks for
// a unit: its article, the preamble, or what else stands highest.
func (c *Citer) Section(unit int) int {
	for top := unit; ; top = c.Parent(top) {
		if k := c.units[top].Kind; k == snapshot.KindArticle || k == snapshot.KindPreamble || c.parent[top] < 0 {
			return top
		}
	}
}

// longestTitle is how many bytes of a heading a title has at most.
const longestTitle = 120

// Title gives the name of a section with its heading: "Article 56. Scope". A
// heading into which a damaged text has run is cut.
func (c *Citer) Title(unit int) string {
	u := &c.units[unit]
	title := c.Cite(unit)
	if u.Heading == "" || strings.EqualFold(u.Heading, title) {
		return title
	}
	heading := u.Heading
	if len(heading) > longestTitle {
		heading = heading[:longestTitle]
		heading = heading[:strings.LastIndexByte(heading, ' ')+1] + "…"
	}
	return title + ". " + heading
}

// Cite gives the full citation of a unit. Articles number through a text, so
// what stands above an article is named only where the article is in a
// proposed chapter.
func (c *Citer) Cite(unit int) string {
	if c.cited[unit] != "" {
		return c.cited[unit]
	}
	own := c.own(unit)
	p := c.Parent(unit)
	if p >= 0 && c.chapeau(p) {
		p = c.Parent(p)
	}
	if p >= 0 && c.named(unit, p) {
		own = c.Cite(p) + ", " + own
	}
	c.cited[unit] = own
	return own
}

// chapeau reports whether a unit is the only paragraph of its article and has no
// number: what stands under it is cited as the article's, "Article 5, subparagraph (b)".
func (c *Citer) chapeau(unit int) bool {
	p := c.Parent(unit)
	return p >= 0 && c.units[unit].Kind == snapshot.KindParagraph && c.units[unit].Label == "" && c.paragraphs[p] == 1
}

// named reports whether a citation of unit has to name its parent.
func (c *Citer) named(unit, parent int) bool {
	switch {
	case c.units[parent].Kind == snapshot.KindCluster, c.units[unit].Kind == snapshot.KindCluster, c.units[unit].Kind == snapshot.KindChapter:
		return false
	case c.units[unit].Kind != snapshot.KindArticle:
		return true
	}
	return strings.HasPrefix(c.units[unit].ID, c.units[parent].ID+"__")
}

var kindWords = [...]string{
	snapshot.KindPreamble:     "Preamble",
	snapshot.KindChapter:      "Chapter",
	snapshot.KindCluster:      "Cluster",
	snapshot.KindArticle:      "Article",
	snapshot.KindOption:       "option",
	snapshot.KindParagraph:    "paragraph",
	snapshot.KindSubparagraph: "subparagraph",
	snapshot.KindItem:         "item",
	snapshot.KindRecital:      "paragraph",
	snapshot.KindHeading:      "heading",
	snapshot.KindNote:         "note",
}

// own cites a unit without what is around it.
func (c *Citer) own(unit int) string {
	u := &c.units[unit]
	word := kindWords[u.Kind]
	cite := word
	switch {
	case u.Label == "" && (u.Kind == snapshot.KindParagraph || u.Kind == snapshot.KindRecital):
		cite = "unnumbered " + word
	case strings.HasPrefix(strings.ToLower(u.Label), strings.ToLower(word)), u.Kind == snapshot.KindChapter && u.Label != "":
		cite = u.Label // "Article 58 bis", "Option 2", "Part II"
	case u.Label != "":
		cite = word + " " + u.Label
	}
	if n := ordinal(u); n > 1 {
		cite += " (" + nth(n) + ")"
	}
	return cite
}

// ordinal tells which of the units with the same number a unit is, from the
// end of its identifier.
func ordinal(u *snapshot.Unit) int {
	step := u.ID[strings.LastIndex(u.ID, "__")+1:]
	parts := strings.Split(strings.TrimPrefix(step, "_"), "_")
	if len(parts) < 2 || len(parts) == 2 && u.Label != "" {
		return 1
	}
	n, err := strconv.Atoi(parts[len(parts)-1])
	if err != nil {
		return 1
	}
	return n
}

var nths = [...]string{"", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"}

func nth(n int) string {
	if n < len(nths) {
		return nths[n]
	}
	switch {
	case n%100/10 != 1 && n%10 == 1:
		return strconv.Itoa(n) + "st"
	case n%100/10 != 1 && n%10 == 2:
		return strconv.Itoa(n) + "nd"
	case n%100/10 != 1 && n%10 == 3:
		return strconv.Itoa(n) + "rd"
	}
	return strconv.Itoa(n) + "th"
}
