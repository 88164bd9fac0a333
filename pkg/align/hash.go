package align

import "math/bits"

// The hashes are the same in every run: they break ties, and what breaks ties
// must not change from one run to the next.
const (
	seed   = 0x9E3779B97F4A7C15
	factor = 0xD6E8FEB86659FD93
)

// hashText continues h over the bytes of s, eight at a time.
func hashText(h uint64, s string) uint64 {
	h ^= uint64(len(s)) * factor
	for len(s) >= 8 {
		w := uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
			uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
		h = fold(h^w, factor)
		s = s[8:]
	}
	var w uint64
	for i := 0; i < len(s); i++ {
		w |= uint64(s[i]) << (8 * i)
	}
	return fold(h^w, seed)
}

func fold(a, b uint64) uint64 {
	hi, lo := bits.Mul64(a|1<<63, b)
	return hi ^ lo
}

// hashLabel hashes the letters and digits of a label, whatever their case; the
// top byte is left free for the kind of the unit.
func hashLabel(s string) uint64 {
	h := uint64(seed)
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case 'A' <= c && c <= 'Z':
			c += 'a' - 'A'
		case 'a' <= c && c <= 'z', '0' <= c && c <= '9', c >= 0x80:
		default:
			continue
		}
		h = fold(h^uint64(c), factor)
	}
	return h >> 8
}
