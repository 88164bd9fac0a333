package words

import "unicode/utf8"

// What an ASCII byte is to the scanner; every other value is the folded letter
// or digit itself.
const (
	between = 0 // separates words
	symbol  = 1 // a word by itself
	quote   = 2 // part of a word between two letters
	beyond  = 3 // first byte of a character that is not ASCII
)

var class = func() (t [256]byte) {
	for c := range t {
		switch {
		case 'a' <= c && c <= 'z', '0' <= c && c <= '9':
			t[c] = byte(c)
		case 'A' <= c && c <= 'Z':
			t[c] = byte(c) + 'a' - 'A'
		case c >= utf8.RuneSelf:
			t[c] = beyond
		}
	}
	for _, c := range "%&$+=<>#@" {
		t[c] = symbol
	}
	t['\''] = quote
	return t
}()

// The hash of a word is FNV-1a over its folded characters, mixed at the end
// because the table takes its slot from the low bits.
const (
	offset64 = 14695981039346656037
	prime64  = 1099511628211
)

func mix(h uint64) uint64 {
	h ^= h >> 32
	h *= 0x9E3779B97F4A7C15
	return h ^ h>>29
}

// next finds the first word at or after byte i of s. It returns the hash of
// its folded form and its span; end is 0 when there is none.
func next(s string, i int) (hash uint64, start, end int) {
	for i < len(s) { // up to the first character of a word
		c := class[s[i]]
		if c > beyond {
			return word(s, i)
		}
		if c != beyond {
			if c == symbol {
				return mix((offset64 ^ uint64(s[i])) * prime64), i, i + 1
			}
			i++
			continue
		}
		f, n := foldAt(s, i)
		switch f.is {
		case part:
			return word(s, i)
		case symbol:
			return mix((offset64 ^ uint64(f.as[0])) * prime64), i, i + n
		}
		i += n
	}
	return 0, 0, 0
}

// word reads the word that starts at byte i of s.
func word(s string, i int) (hash uint64, start, end int) {
	h, start, end := uint64(offset64), i, i
	for i < len(s) {
		c := class[s[i]]
		if c > beyond {
			h = (h ^ uint64(c)) * prime64
			i++
			end = i
			continue
		}
		n, is := 1, c
		if c == beyond {
			var f folded
			f, n = foldAt(s, i)
			is = f.is
			if is == part {
				for _, r := range f.as[:f.n] {
					h = (h ^ uint64(r)) * prime64
				}
				i += n
				end = i
				continue
			}
		}
		if is == quote && letterAt(s, i+n) {
			h = (h ^ '\'') * prime64
		} else if is != nothing {
			break
		}
		i += n
	}
	return mix(h), start, end
}

func letterAt(s string, i int) bool {
	if i >= len(s) {
		return false
	}
	if c := class[s[i]]; c != beyond {
		return c > beyond
	}
	f, _ := foldAt(s, i)
	return f.is == part
}
