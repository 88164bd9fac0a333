package party

import (
	"slices"
	"strings"
)

// Declaration is what a legend says of one code.
type Declaration struct {
	Code, Name string
}

// WithLegend gives a registry in which the declarations of a document's legend
// go before everything else. A code that is declared for a party of r becomes
// the id of that party; what it was called before is still understood. A name
// that r does not know makes a new group, for a legend lists exceptions to the
// codes of states. The receiver does not change.
func (r *Registry) WithLegend(decls []Declaration) *Registry {
	c := *r
	c.parties = slices.Clone(r.parties)
	c.declared = slices.Clone(r.declared)
	for _, d := range decls {
		if d.Code != "" && d.Name != "" {
			c.declare(d)
		}
	}
	return &c
}

func (r *Registry) declare(d Declaration) {
	i, ok := r.declaredParty(d)
	if !ok {
		i = r.addParty(Party{ID: d.Code, Name: d.Name, Kind: Group})
	}
	r.release(d.Code, i)
	r.parties[i].ID = d.Code
	if isCode(d.Code) {
		r.setCode(d.Code, i)
	} else {
		r.declareForm(d.Code, i, classID)
	}
	r.declareForm(d.Name, i, className)
}

// declaredParty finds the party that a declaration speaks of: by its name, or,
// where the registry has the name otherwise, by its code if the two names share
// a word that matters ("US = United States (America)").
func (r *Registry) declaredParty(d Declaration) (int, bool) {
	if i, ok := r.find(d.Name); ok {
		return i, true
	}
	i, ok := r.find(d.Code)
	return i, ok && shareWord(d.Name, r.parties[i].Name)
}

// release renames whatever else bears the id, so that ids stay unique: where a
// document declares "AG = African Group", Antigua and Barbuda goes by its name.
func (r *Registry) release(id string, except int) {
	for i := range r.parties {
		if i != except && r.parties[i].ID == id {
			r.parties[i].ID = r.parties[i].Name
		}
	}
}

func (r *Registry) declareForm(name string, party int, c class) {
	if first := name[:wordEnd(name, 0)]; isCode(first) {
		r.codes[codeKey(first)].long = true
	}
	r.declared = append(r.declared, form{text: name, party: int32(party), next: -1, class: c})
}

// shareWord reports whether two names have a word of five letters or more in
// common, letter case aside.
func shareWord(a, b string) bool {
	const matters = 5
	words := strings.Fields(strings.ToLower(b))
	for w := range strings.FieldsSeq(strings.ToLower(a)) {
		if len(w) >= matters && slices.Contains(words, w) {
			return true
		}
	}
	return false
}
