// Package hash64 hashes texts to 64 bits, eight bytes at a time. The hashes are
// the same in every run: they break ties, and what breaks ties must not change
// from one run to the next. They are no protection against somebody who makes
// two texts collide.
package hash64

import "math/bits"

// Seed is the hash of nothing yet.
const Seed = 0x9E3779B97F4A7C15

const factor = 0xD6E8FEB86659FD93

// Text continues h over the bytes of s.
func Text(h uint64, s string) uint64 {
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
	return fold(h^w, Seed)
}

// Byte continues h over one byte.
func Byte(h uint64, c byte) uint64 { return fold(h^uint64(c), factor) }

func fold(a, b uint64) uint64 {
	hi, lo := bits.Mul64(a|1<<63, b)
	return hi ^ lo
}
