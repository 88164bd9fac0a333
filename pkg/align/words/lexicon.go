package words

import "cmp"

// A Lexicon gives each distinct word a number, from 0, in the order in which
// it first meets them. The zero Lexicon is empty and ready to use.
type Lexicon struct {
	slots  []slot // a power of two of them, at most three quarters taken
	hashes []uint64
}

type slot struct {
	hash uint64
	id   uint32 // plus one; 0 marks a free slot
}

// A Word is a word of a text and where it stands there.
type Word struct {
	ID         uint32
	Start, End int32
}

// Len is the number of distinct words met; all numbers are below it.
func (l *Lexicon) Len() int { return len(l.hashes) }

// Compare orders two sequences of words in a way that does not depend on the
// order in which the lexicon met them: the shorter one first, and then by a hash
// of the first word that differs.
func (l *Lexicon) Compare(a, b []uint32) int {
	if len(a) != len(b) {
		return cmp.Compare(len(a), len(b))
	}
	for i := range a {
		if a[i] != b[i] {
			return cmp.Compare(l.hashes[a[i]], l.hashes[b[i]])
		}
	}
	return 0
}

// IDs appends the words of s to dst.
func (l *Lexicon) IDs(dst []uint32, s string) []uint32 {
	for i := 0; ; {
		h, _, end := next(s, i)
		if end == 0 {
			return dst
		}
		dst = append(dst, l.id(h))
		i = end
	}
}

// Words appends the words of s with their spans to dst.
func (l *Lexicon) Words(dst []Word, s string) []Word {
	for i := 0; ; {
		h, start, end := next(s, i)
		if end == 0 {
			return dst
		}
		dst = append(dst, Word{l.id(h), int32(start), int32(end)})
		i = end
	}
}

// CutPrefix returns s behind the words of prefix, and whether it begins with
// them. If it does not, it returns s.
func CutPrefix(s, prefix string) (rest string, ok bool) {
	for i, j := 0, 0; ; {
		g, _, m := next(prefix, i)
		if m == 0 {
			return s[j:], true
		}
		h, _, n := next(s, j)
		if n == 0 || g != h {
			return s, false
		}
		i, j = m, n
	}
}

// Hash returns a hash of the words of s: equal words, equal hash.
func Hash(s string) uint64 {
	sum := uint64(offset64)
	for i := 0; ; {
		h, _, end := next(s, i)
		if end == 0 {
			return sum
		}
		sum = mix(sum ^ h)
		i = end
	}
}

func (l *Lexicon) id(h uint64) uint32 {
	if 4*len(l.hashes) >= 3*len(l.slots) {
		l.grow()
	}
	mask := uint64(len(l.slots) - 1)
	for i := h & mask; ; i = (i + 1) & mask {
		switch s := &l.slots[i]; {
		case s.id == 0:
			l.hashes = append(l.hashes, h)
			*s = slot{h, uint32(len(l.hashes))}
			return s.id - 1
		case s.hash == h:
			return s.id - 1
		}
	}
}

func (l *Lexicon) grow() {
	old := l.slots
	l.slots = make([]slot, max(1024, 2*len(old)))
	mask := uint64(len(l.slots) - 1)
	for _, s := range old {
		if s.id == 0 {
			continue
		}
		i := s.hash & mask
		for l.slots[i].id != 0 {
			i = (i + 1) & mask
		}
		l.slots[i] = s
	}
}
