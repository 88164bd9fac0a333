// Package wordset knows whether a word is one of a few. Most words are not, and
// are known for that by their first letter and their length.
package wordset

import "strings"

// A Set is a set of words in lower case, each shorter than 32 bytes.
type Set struct {
	words  map[string]bool
	shapes [256]uint32 // bit n of a first letter: a word of length n begins with it
}

// Of returns the set of the words of a list, which blanks part.
func Of(list string) *Set {
	s := &Set{words: map[string]bool{}}
	for w := range strings.FieldsSeq(list) {
		s.Add(w)
	}
	return s
}

// Add adds a word.
func (s *Set) Add(w string) {
	s.words[w] = true
	s.shapes[w[0]] |= 1 << len(w)
}

// Begins reports whether a word begins with a letter.
func (s *Set) Begins(first byte) bool { return s.shapes[first] != 0 }

// MayHave reports whether a word of a length begins with a letter.
func (s *Set) MayHave(first byte, length int) bool { return s.shapes[first]>>length&1 != 0 }

// Has reports whether w is one of the words.
func (s *Set) Has(w string) bool {
	return w != "" && s.MayHave(w[0], len(w)) && s.words[w]
}
