package notation

import "strings"

// Characters and the noise of conversions.

// isAlpha reports whether c is a letter of ASCII.
func isAlpha(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// blank reports whether the byte at i is white space or conversion noise.
func blank(s string, i int) int {
	switch c := s[i]; {
	case c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '_':
		return 1
	case c == 0xC2 && i+1 < len(s) && (s[i+1] == 0xA0 || s[i+1] == 0xAD):
		return 2
	}
	return 0
}

// dash returns the length of the dash at i, 0 if there is none.
func dash(s string, i int) int {
	if s[i] == '-' {
		return 1
	}
	if s[i] == 0xE2 && i+2 < len(s) && s[i+1] == 0x80 && s[i+2] >= 0x90 && s[i+2] <= 0x95 {
		return 3
	}
	return 0
}

// skipBlank moves over white space, and over dashes too if dashes.
func skipBlank(s string, i int, dashes bool) int {
	for i < len(s) {
		n := blank(s, i)
		if n == 0 && dashes {
			n = dash(s, i)
		}
		if n == 0 {
			break
		}
		i += n
	}
	return i
}

func digits(s string, i int) int {
	for i < len(s) && s[i] >= '0' && s[i] <= '9' {
		i++
	}
	return i
}

func wordByte(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c >= 0x80
}

// lower folds ASCII capitals; it allocates only if there are any.
func lower(s string) string {
	for i := 0; i < len(s); i++ {
		if s[i] >= 'A' && s[i] <= 'Z' {
			return strings.ToLower(s)
		}
	}
	return s
}

// fold appends s to b with its ASCII letters in lower case.
func fold(b []byte, s string) []byte {
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= 'A' && c <= 'Z' {
			c |= 0x20
		}
		b = append(b, c)
	}
	return b
}

// noise reports whether s holds nothing but brackets and noise.
func noise(s string) bool {
	for i := 0; i < len(s); {
		n := blank(s, i)
		if n == 0 {
			n = dash(s, i)
		}
		if n == 0 && brackets.Has(s[i]) {
			n = 1
		}
		if n == 0 {
			return false
		}
		i += n
	}
	return true
}
