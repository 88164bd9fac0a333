package snapshot_test

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"github.com/draftdiff/draftdiff/pkg/snapshot"
)

// A reading is what a proposal says, whoever read it.
type reading struct {
	action, old, new string
	stances          [3]map[string]bool // for, against, retain
}

func (g *goldProposal) reading() reading {
	return newReading(g.Action, g.Old, g.New, g.Sponsors, g.Against, g.Retain)
}

func readingOf(p *snapshot.Proposal) reading {
	return newReading(p.Action.String(), p.Old, p.New, p.Sponsors, p.Against, p.Retain)
}

// newReading takes a "retain" of its own and a "retain" clause of a deletion
// for the same.
func newReading(action, old, new string, sponsors, against, retain []string) reading {
	if action == "retain-unit" {
		sponsors, retain = nil, slices.Concat(sponsors, retain)
	}
	r := reading{action: action, old: old, new: new}
	for k, list := range [...][]string{sponsors, against, retain} {
		r.stances[k] = map[string]bool{}
		for _, p := range list {
			r.stances[k][partyID(p)] = true
		}
	}
	return r
}

func (r reading) ofUnit() bool {
	return r.action == "add" || r.action == "alternative" || r.action == "rewrite"
}

func (r reading) onWhole() bool { return r.action == "delete-unit" || r.action == "retain-unit" }

// claims are the stances of all parties, each as "action stance party".
func (r reading) claims(withAction bool) []string {
	var out []string
	for k, stance := range [...]string{"for", "against", "retain"} {
		action := ""
		if withAction && stance != "retain" {
			action = r.action
			if r.onWhole() {
				action = "delete-unit"
			}
		}
		for p := range r.stances[k] {
			out = append(out, action+" "+stance+" "+p)
		}
	}
	return out
}

var aliases = map[string]string{
	"GB": "UK", "VA": "HS", "EU": "EU & mS", "EU & MS": "EU & mS", "EU & ms": "EU & mS", "EG & mS": "EU & mS",
	"CARCOM": "CARICOM", "AFRICAN GROUP": "African Group", "AFRICAN-GROUP": "African Group",
}

func partyID(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	return cmp.Or(aliases[s], aliases[strings.ToUpper(s)], s)
}

var (
	tokenRE = regexp.MustCompile(`[a-z0-9]+`)
	labelRE = regexp.MustCompile(`[^a-z0-9]`)
)

func tokens(s string) []string   { return tokenRE.FindAllString(strings.ToLower(s), -1) }
func plainLabel(s string) string { return labelRE.ReplaceAllString(strings.ToLower(s), "") }
func ratio(n, of int) float64    { return float64(n) / float64(max(of, 1)) }
func bagOf(words []string) bag   { b := bag{}; b.add(words); return b }
func (b bag) add(words []string) {
	for _, w := range words {
		b[w]++
	}
}

// A bag counts words.
type bag map[string]int

func (b bag) size() (n int) {
	for _, k := range b {
		n += k
	}
	return n
}

func (b bag) shared(c bag) (n int) {
	for w, k := range b {
		n += min(k, c[w])
	}
	return n
}

// tokenF1 is the harmonic mean of precision and recall of the words of a in b.
func tokenF1(a, b string) float64 {
	x, y := bagOf(tokens(a)), bagOf(tokens(b))
	if x.size()+y.size() == 0 {
		return 1
	}
	return 2 * float64(x.shared(y)) / float64(x.size()+y.size())
}
