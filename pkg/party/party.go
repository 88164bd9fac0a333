package party

import "github.com/draftdiff/draftdiff/pkg/text"

// Kind says what sort of party a code stands for.
type Kind uint8

// The kinds of party. The zero Kind is invalid.
const (
	State   Kind = iota + 1 // a code of ISO 3166-1
	Group                   // a negotiating group, or what a legend declares that is no state
	Unknown                 // written where a party stands, and known to nobody
)

// String gives the kind as the interchange format writes it.
func (k Kind) String() string {
	switch k {
	case State:
		return "state"
	case Group:
		return "group"
	case Unknown:
		return "unknown"
	}
	return "invalid"
}

// Party is a delegation or a group of delegations.
type Party struct {
	ID   string // as the document itself writes it, cleaned: "US", "UK", "EU & mS"
	Name string // in full
	ISO  string // ISO 3166-1 alpha-2, "EU" for the European Union, "" for other groups
	Kind Kind
}

// Item is one party as it stands in a list.
type Item struct {
	ID    string
	Span  text.Span // relative to the string that was scanned
	Known bool      // the registry has a party of this ID
	Clean bool      // false where the spelling was repaired: "EG & mS", "us"
}

// Tolerance says how much damage [Registry.ScanList] reads over.
type Tolerance uint8

const (
	// Strict reads known codes and groups exactly as they are written. It is
	// for places where prose may follow or stand instead.
	Strict Tolerance = iota + 1

	// Tolerant is for places that are lists by their position, such as between
	// a colon and a closing bracket: it also reads names of states, codes in
	// lower case, codes that exist nowhere, and separators that are doubled,
	// missing or mixed with stray marks.
	Tolerant
)
