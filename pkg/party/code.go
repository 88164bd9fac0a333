package party

// isCode reports whether s is two capital letters.
func isCode(s string) bool {
	return len(s) == 2 && isUpper(s[0]) && isUpper(s[1])
}

// codeKey is the place of a two-letter code in the table of codes.
func codeKey(s string) int { return int(s[0]-'A')*26 + int(s[1]-'A') }

// codeIndex is the party of a two-letter code, or -1.
func (r *Registry) codeIndex(s string) int { return int(r.codes[codeKey(s)].party) - 1 }

func (r *Registry) setCode(s string, party int) {
	r.codes[codeKey(s)].party = int16(party + 1)
}

// lowerCode reads s[p:end] as a two-letter code in whatever letter case.
func (r *Registry) lowerCode(s string, p, end int) (int, bool) {
	if end-p != 2 || !isLetter(s[p]) || !isLetter(s[p+1]) {
		return 0, false
	}
	i := int(r.codes[int(s[p]&^0x20-'A')*26+int(s[p+1]&^0x20-'A')].party) - 1
	return i, i >= 0
}

// wordLike reports whether a code in lower case is an English word that the
// texts are full of. "us" is not: no treaty speaks in the first person.
func wordLike(s string) bool {
	if len(s) != 2 {
		return false
	}
	switch string([]byte{s[0] | 0x20, s[1] | 0x20}) {
	case "am", "as", "at", "be", "by", "do", "in", "is", "it", "me", "my", "no", "so", "to":
		return true
	}
	return false
}

func isUpper(c byte) bool  { return 'A' <= c && c <= 'Z' }
func isLower(c byte) bool  { return 'a' <= c && c <= 'z' }
func isDigit(c byte) bool  { return '0' <= c && c <= '9' }
func isLetter(c byte) bool { return isUpper(c) || isLower(c) }
