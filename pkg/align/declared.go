package align

import (
	"strings"

	"github.com/draftdiff/draftdiff/pkg/snapshot"
)

// declared pairs units of which a text itself says where they went. A unit that
// moved may leave a note behind ("Moved as article 48(6)", "Deleted and moved
// to article 12"), and one that came may say so ("[Moved from article 55 ter]",
// "(moved from 89 (5))"). The note is evidence, not proof: it may be left from
// an earlier session, so the words must agree to some extent as well.
func (m *matcher) declared() {
	for j := range m.b.units {
		m.follow(m.b, m.a, int32(j))
	}
	for i := range m.a.units {
		m.follow(m.a, m.b, int32(i))
	}
	m.unload()
}

// follow reads the note of unit u of the tree here, if it has one, and pairs
// the unit that it is about.
func (m *matcher) follow(here, there *tree, u int32) {
	if here.mate[u] >= 0 {
		return
	}
	n, ok := readNote(here.units[u].Text)
	if !ok {
		return
	}
	var x, y int32 // the unit in here and in there
	if n.came {
		x, y = u, there.find(n.target)
	} else {
		// The note stands where the unit stood: there, the unit of the same name
		// still has its words, unless the note is an old one.
		x, y = here.find(n.target), there.named(here.units[u].ID)
		if y < 0 {
			return
		}
		if again, ok := readNote(there.units[y].Text); ok && !again.came {
			return
		}
	}
	if x < 0 || y < 0 {
		return
	}
	x, y = here.climb(x, there.units[y].Kind), there.climb(y, here.units[x].Kind)
	if here.mate[x] >= 0 || there.mate[y] >= 0 {
		return
	}
	i, j := x, y
	if here == m.b {
		i, j = y, x
	}
	if m.similarity(i, j, m.load(i)) >= declaredLeast {
		m.pair(i, j, RuleDeclared, 0)
	}
}

// A note is what a unit says about its own move.
type note struct {
	came   bool // the unit came from target; otherwise it went there
	target []string
}

// readNote finds the note in a text: "moved" or "relocated", a preposition,
// and the number of the other place. A note about where a unit went is all that
// the unit says.
func readNote(text string) (note, bool) {
	text = text[max(0, len(text)-noteBytes):]
	at := strings.LastIndex(text, "oved ")
	if at < 1 || text[at-1] != 'm' && text[at-1] != 'M' {
		return note{}, false
	}
	before := strings.ToLower(strings.TrimRight(text[:at-1], " "))
	verb, rest, _ := strings.Cut(text[at+len("oved "):], " ")
	switch verb {
	case "from": // in brackets; else it is prose: "persons who moved from one State"
		came := strings.HasSuffix(before, "[") || strings.HasSuffix(before, "(")
		return note{true, steps(rest)}, came
	case "as", "to":
		alone := before == "" || before == "[" || before == "(" || strings.HasSuffix(before, "deleted and")
		return note{false, steps(rest)}, alone
	}
	return note{}, false
}

// noteBytes is how much of the end of a text can be a note.
const noteBytes = 80

// steps cuts "article 48 (6)", "89 (5)" or "article 54 ter" into the numbers of
// the units on the way, letters and digits only: "48" "6", "89" "5", "54ter".
func steps(s string) []string {
	s = strings.ToLower(s)
	for _, word := range []string{"articles", "article", "art.", "paragraph", "para.", "new"} {
		s = strings.ReplaceAll(s, word, " ")
	}
	var list []string
	for _, step := range strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune("()[],.;", r) }) {
		if step = strings.ReplaceAll(strings.TrimSpace(step), " ", ""); step != "" {
			list = append(list, step)
		}
	}
	return list
}

// find returns the unit with these numbers from an article down, or -1.
func (t *tree) find(steps []string) int32 {
	if len(steps) == 0 {
		return -1
	}
	at := t.named("art_" + steps[0])
	for _, step := range steps[1:] {
		if at < 0 {
			return -1
		}
		list := t.children.of(at)
		at = -1
		for _, u := range list {
			id := t.units[u].ID
			_, number, _ := strings.Cut(id[strings.LastIndex(id, "__")+2:], "_")
			if strings.EqualFold(number, step) {
				at = u
				break
			}
		}
	}
	return at
}

// named returns the unit with this identifier, or -1.
func (t *tree) named(id string) int32 {
	if t.byID == nil {
		t.byID = t.snapshot.ByID()
	}
	if i, ok := t.byID[id]; ok {
		return int32(i)
	}
	return -1
}

// climb returns the unit of the given kind that is u or above it, or else u.
func (t *tree) climb(u int32, kind snapshot.UnitKind) int32 {
	for v := u; v >= 0; v = t.parent[v] {
		if t.units[v].Kind == kind {
			return v
		}
	}
	return u
}
