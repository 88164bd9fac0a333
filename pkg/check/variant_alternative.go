package check

import (
	"strings"

	"github.com/draftdiff/draftdiff/pkg/notation"
)

var variantAlternative = &Rule{
	Code: "DD020", Name: "variant-alternative", Class: Notation, Severity: Warning,
	Title: "An open alternative is worded differently from the document's others.",
	Explanation: `A choice that is left open stands in many places, “[cybercrime] [the use of … for criminal purposes]”, and is
to be decided once for all of them. Where it is spelt or worded differently, that place is missed.`,
	Wrong: "[cyber crime] [the use of technologies for criminal purposes]",
	Right: "[cybercrime] [the use of technologies for criminal purposes]",
	Run: func(p *Pass) {
		p.variants(p.openAlternatives())
	},
}

// An alternative is one of several wordings left open, and the one before it.
type alternative struct {
	*group
	words, first string
}

// openAlternatives lists the groups without parties that stand side by side.
func (p *Pass) openAlternatives() []alternative {
	var list []alternative
	var previous *group
	for i := range p.New.groups {
		g := &p.New.groups[i]
		if !g.isOpen() || g.child(notation.Group) != notation.None {
			continue
		}
		words := strings.TrimSpace(strings.Trim(g.words(g.node().Span), "[]"))
		if !hasLetter(words) || len(words) > 200 {
			continue
		}
		if previous != nil && previous.block == g.block && previous.node().Next != notation.None {
			gap := g.src.Text[previous.node().Span.End:max(previous.node().Span.End, g.node().Span.Start)]
			if strings.TrimSpace(gap) == "" {
				first := strings.TrimSpace(strings.Trim(previous.words(previous.node().Span), "[]"))
				if len(list) == 0 || list[len(list)-1].group != previous {
					list = append(list, alternative{previous, first, ""})
				}
				list = append(list, alternative{g, words, first})
			}
		}
		previous = g
	}
	return list
}

// variants reports the wordings that differ from a more frequent one only by
// spaces and hyphens, or that stand rarely beside an
// alternative whose partner elsewhere is nearly the same.
func (p *Pass) variants(list []alternative) {
	spelt := map[string]map[string]int{}
	beside := map[string]map[string]int{}
	count := func(m map[string]map[string]int, key, words string) {
		if m[key] == nil {
			m[key] = map[string]int{}
		}
		m[key][words]++
	}
	for _, a := range list {
		count(spelt, key(a.words), fold(a.words))
		if a.first != "" {
			count(beside, key(a.first), fold(a.words))
		}
	}
	usuals := map[string]wording{}
	most := func(m map[string]int, name string) (string, int) {
		u, ok := usuals[name]
		if !ok {
			u = mostUsed(m)
			usuals[name] = u
		}
		return u.words, u.n
	}
	for _, a := range list {
		words := fold(a.words)
		usual, n := most(spelt[key(a.words)], key(a.words))
		if usual == words || n <= spelt[key(a.words)][words] {
			usual, n = "", 0
			if a.first != "" {
				usual, n = most(beside[key(a.first)], "beside "+key(a.first))
				if usual == words || n < 3 || beside[key(a.first)][words] > 1 || !alike(usual, words) {
					usual = ""
				}
			}
		}
		if usual == "" {
			continue
		}
		f := p.report(a.span(a.node().Span), quote(a.words)+" is worded differently from the document's other alternatives")
		f.Hint = "elsewhere it is “" + short(usual) + "” (" + times(n) + ")"
	}
}

// key reduces a wording to its letters.
func key(s string) string { return strings.ReplaceAll(fold(s), " ", "") }

// A wording is one of an alternative, and how often it stands.
type wording struct {
	words string
	n     int
}

// mostUsed is the most frequent wording, the first by the alphabet of several.
func mostUsed(m map[string]int) (u wording) {
	for w, k := range m {
		if k > u.n || k == u.n && w < u.words {
			u = wording{w, k}
		}
	}
	return u
}

// alike reports whether more than three quarters of the words of two wordings
// are the same.
func alike(a, b string) bool {
	x, y := strings.Fields(fold(a)), strings.Fields(fold(b))
	count := map[string]int{}
	for _, w := range x {
		count[w]++
	}
	common := 0
	for _, w := range y {
		if count[w] > 0 {
			count[w]--
			common++
		}
	}
	return 4*common*2 > 3*(len(x)+len(y))
}

func times(n int) string {
	if n == 1 {
		return "once"
	}
	return itoa(n) + " times"
}
