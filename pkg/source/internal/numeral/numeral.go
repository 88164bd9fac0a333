// Package numeral writes numbers as the labels of lists have them.
package numeral

import (
	"strconv"
	"strings"
)

// Doubled counts in letters as Word does: A … Z, AA, BB … ZZ, AAA.
func Doubled(n int) string {
	if n <= 0 || n > 26*40 {
		return strconv.Itoa(n)
	}
	return strings.Repeat(string(rune('A'+(n-1)%26)), (n-1)/26+1)
}

// Letters counts in letters as web pages do: A … Z, AA, AB … AZ, BA.
func Letters(n int) string {
	if n <= 0 {
		return strconv.Itoa(n)
	}
	s := ""
	for ; n > 0; n = (n - 1) / 26 {
		s = string(rune('A'+(n-1)%26)) + s
	}
	return s
}

// Roman writes n in Roman numerals.
func Roman(n int) string {
	if n <= 0 || n > 4000 {
		return strconv.Itoa(n)
	}
	var s strings.Builder
	for _, r := range []struct {
		value int
		sign  string
	}{{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for ; n >= r.value; n -= r.value {
			s.WriteString(r.sign)
		}
	}
	return s.String()
}

// Ordinal writes n with its English ending: 1st, 2nd.
func Ordinal(n int) string {
	return strconv.Itoa(n) + ordinalEnd(n)
}

func ordinalEnd(n int) string {
	if n%100 >= 11 && n%100 <= 13 {
		return "th"
	}
	switch n % 10 {
	case 1:
		return "st"
	case 2:
		return "nd"
	case 3:
		return "rd"
	}
	return "th"
}
