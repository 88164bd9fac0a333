package party

import (
	"strings"
	"sync"
)

// Registry knows parties: the states of ISO 3166-1, the negotiating groups of
// United Nations processes, and whatever the legend of a document declares.
// It does not change once it is made and is safe for concurrent use.
type Registry struct {
	parties []Party
	groups  []group

	// codes finds a party by two capital letters, the form in which nearly
	// all of them are written.
	codes [26 * 26]code

	// forms are all other ways to write a party. heads leads from the first
	// word of a form to the first of those that begin with it.
	forms []form
	heads map[string]int32

	// declared are the forms of the document's legend. They are few, and they
	// go before all others.
	declared []form

	folded  func() map[string]int32
	members func() [][]membership
}

// code is an entry of the table of two-letter codes.
type code struct {
	party int16 // index into parties plus one, 0 for none
	long  bool  // some longer form begins with this code: "EU and its member States"
}

// form is a way to write a party.
type form struct {
	text  string
	party int32
	next  int32 // the next form with the same first word, -1 at the end
	class class
}

// class says where a form may stand.
type class uint8

const (
	classID    class = 1 << iota // the id or a form of its own rank: in any list
	className                    // full names, which prose has too: in tolerant lists
	classAlpha                   // ISO alpha-3 codes: in tolerant lists, never folded
	classTypo                    // a wrong spelling that has been seen: in tolerant lists
)

const (
	strictForms   = classID
	tolerantForms = classID | className | classAlpha | classTypo
)

// Default is the registry without any legend. It is built on first use.
func Default() *Registry { return defaultRegistry() }

var defaultRegistry = sync.OnceValue(load)

// Lookup finds a party by its id or by any other form that the registry knows:
// "GB", "EU & ms", "CARCOM", "Bolivia, Plurinational State of". Letter case
// does not matter in names. Lookup never guesses; see [Registry.Suggest].
func (r *Registry) Lookup(code string) (Party, bool) {
	if i, ok := r.find(code); ok {
		return r.parties[i], true
	}
	return Party{}, false
}

// Canonical gives the id that [Default] has for a party, so that documents
// whose legends name it differently compare. What Default does not know keeps
// its id.
func (r *Registry) Canonical(id string) string {
	i, ok := r.find(id)
	switch d := Default(); {
	case !ok:
		return id
	case i < len(d.parties): // legends only append
		return d.parties[i].ID
	}
	return r.parties[i].ID
}

// find gives the index of the party that s as a whole is a form of.
func (r *Registry) find(s string) (int, bool) {
	s = strings.TrimSpace(s)
	if m, ok := r.known(s, 0, tolerantForms); ok && m.end == len(s) {
		return m.party, true
	}
	if c, ok := r.lowerCode(s, 0, len(s)); ok && !wordLike(s) {
		return c, true
	}
	if i, ok := r.byName(s); ok {
		return i, true
	}
	if bare := strings.Trim(s, " .,;:*~_"); len(bare) < len(s) && bare != "" {
		return r.find(bare)
	}
	return 0, false
}

// byName finds a party by a form in any letter case, legend first.
func (r *Registry) byName(s string) (int, bool) {
	key := fold(s)
	for _, f := range r.declared {
		if fold(f.text) == key {
			return int(f.party), true
		}
	}
	i, ok := r.folded()[key]
	return int(i), ok
}

// foldForms is the index by folded form. It is made when a name is first looked
// up that is not written as the table has it, which few programs do.
func foldForms(forms []form) map[string]int32 {
	m := make(map[string]int32, len(forms))
	for _, f := range forms {
		if f.class == classAlpha {
			continue // "and" is not Andorra, "can" is not Canada
		}
		if key := fold(f.text); key != "" {
			if _, taken := m[key]; !taken {
				m[key] = f.party
			}
		}
	}
	return m
}

// fold brings a name to lower case and single spaces, without its article.
func fold(s string) string {
	s = strings.ToLower(strings.Join(strings.Fields(s), " "))
	return strings.TrimPrefix(s, "the ")
}
