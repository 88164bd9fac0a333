package align

import "github.com/draftdiff/draftdiff/internal/hash64"

// hashLabel hashes the letters and digits of a label, whatever their case; the
// top byte is left free for the kind of the unit.
func hashLabel(s string) uint64 {
	h := uint64(hash64.Seed)
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case 'A' <= c && c <= 'Z':
			c += 'a' - 'A'
		case 'a' <= c && c <= 'z', '0' <= c && c <= '9', c >= 0x80:
		default:
			continue
		}
		h = hash64.Byte(h, c)
	}
	return h >> 8
}
