// Package byteset finds the bytes of a set in a text, which is what a scanner
// spends most of its time with.
package byteset

// A Set is a set of bytes: 1 for those that are in it.
type Set [256]uint8

// Of returns the set of the bytes of s.
func Of(s string) *Set {
	var set Set
	for i := range len(s) {
		set[s[i]] = 1
	}
	return &set
}

// Has reports whether c is in the set.
func (set *Set) Has(c byte) bool { return set[c] != 0 }

// Index returns where the first byte of the set stands in s, from i on; len(s)
// if there is none.
func (set *Set) Index(s string, i int) int {
	for ; i+8 <= len(s); i += 8 {
		w := s[i : i+8]
		if set[w[0]]|set[w[1]]|set[w[2]]|set[w[3]]|set[w[4]]|set[w[5]]|set[w[6]]|set[w[7]] != 0 {
			break
		}
	}
	for i < len(s) && set[s[i]] == 0 {
		i++
	}
	return i
}

// TrimEnd takes off s what it ends with of the set.
func (set *Set) TrimEnd(s string) string {
	for s != "" && set[s[len(s)-1]] != 0 {
		s = s[:len(s)-1]
	}
	return s
}
