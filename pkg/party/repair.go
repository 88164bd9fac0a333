package party

// repaired reads, in a tolerant list, what no registry knows as it is written:
// codes in lower case, codes that exist nowhere, unheard-of groups. Since prose
// has such words too, what follows must fit a list.
func (r *Registry) repaired(s string, p int, more bool) (match, bool) {
	end := wordEnd(s, p)
	if end == p || neverParty(s[p:end]) {
		return match{}, false
	}
	if i, ok := r.lowerCode(s, p, end); ok && !isCode(s[p:end]) {
		if m := (match{party: i, end: end}); r.standsAsCode(s, p, end, more) {
			return m, true
		}
		return match{}, false
	}
	if end-p <= 3 && allCapitals(s[p:end]) && r.after(s, end) != thenProse {
		return match{-1, end, true}, true
	}
	return r.unheardOf(s, p, more)
}

// standsAsCode decides whether two letters that are not both capitals are a
// code. Those that are English words need another item of the list beside them.
func (r *Registry) standsAsCode(s string, p, end int, more bool) bool {
	after := r.after(s, end)
	if wordLike(s[p:end]) {
		return after == thenParty || more && after != thenProse
	}
	return after != thenProse
}

// unheardOf reads a name that looks like that of a group: "Latin American
// Group". Other capitalised names count only behind an item of the list, for
// at its beginning they are as likely words of the text.
func (r *Registry) unheardOf(s string, p int, more bool) (match, bool) {
	const maxWords = 6
	end, words, collective := p, 0, false
	for at := p; words < maxWords; words++ {
		to := wordEnd(s, at)
		word := s[at:to]
		if word == "" || neverParty(word) || !isUpper(word[0]) && !isConnective(word) {
			break
		}
		if isUpper(word[0]) {
			end = to
			collective = collective || isCollective(word)
		}
		if to < len(s) && s[to] == '-' {
			to++
		}
		at = skipSpaces(s, to)
	}
	switch {
	case !isUpper(s[p]), r.after(s, end) == thenProse:
		return match{}, false
	case collective && words > 1, more && words > 1, allCapitals(s[p:end]):
		return match{-1, end, true}, true
	}
	return match{}, false
}

// following is what comes after a doubtful word.
type following uint8

const (
	thenProse following = iota + 1 // more words, so that the doubtful one is a word too
	thenEnd                        // the end of the string, a bracket or the next clause
	thenComma                      // a comma, and then something doubtful itself
	thenParty                      // a party
)

// after looks at what comes after s[:p].
func (r *Registry) after(s string, p int) following {
	at := skipSeparators(s, p, Tolerant)
	found := thenProse
	for i := p; i < at; i++ {
		if s[i] == ',' {
			found = thenComma
		}
	}
	next := skipJoiners(s, at, Tolerant)
	if next > p && next < len(s) {
		if _, ok := r.known(s, next, tolerantForms); ok {
			return thenParty
		}
		end := wordEnd(s, next)
		if _, ok := r.lowerCode(s, next, end); ok && !wordLike(s[next:end]) {
			return thenParty
		}
	}
	if at == len(s) || isCloser(s[at:]) {
		return thenEnd
	}
	return found
}

// isCloser reports whether s begins with something that ends a list.
func isCloser(s string) bool {
	switch s[0] {
	case ';', ']', ')', '}', '[', '(', '-':
		return true
	}
	const enDash, emDash = "–", "—"
	return len(s) >= 3 && (s[:3] == enDash || s[:3] == emDash)
}

func allCapitals(word string) bool {
	for i := range len(word) {
		if !isUpper(word[i]) {
			return false
		}
	}
	return word != ""
}

func isConnective(word string) bool {
	switch word {
	case "of", "the", "and", "for", "in":
		return true
	}
	return false
}

// isCollective reports whether word is one by which groups are named.
func isCollective(word string) bool {
	switch word {
	case "Group", "Alliance", "Coalition", "Union", "Community", "Bloc", "Forum", "League",
		"Caucus", "Network", "Association", "Organization", "Organisation", "Movement":
		return true
	}
	return false
}

// neverParty reports whether word is one that stands where a party could and
// is none: the words of stances and directives, the marks of labels, and the
// names of instruments and bodies that the texts refer to.
func neverParty(word string) bool {
	const longest = len("international")
	if len(word) > longest {
		return false
	}
	var lower [longest]byte
	for i := range len(word) {
		lower[i] = word[i]
		if isUpper(word[i]) {
			lower[i] |= 0x20
		}
	}
	switch string(lower[:len(word)]) {
	case "against", "retain", "delete", "support", "original", "clarify", "move", "merge",
		"align", "combine", "replace", "insert", "add", "keep", "restore", "rephrase", "reserve",
		"reserved", "reservation", "with", "without", "before", "after", "from", "not", "see",
		"option", "alt", "bis", "ter", "quater", "quinquies", "sexies", "septies", "octies",
		"article", "articles", "paragraph", "paragraphs", "subparagraph", "chapter", "title",
		"chapeau", "preamble", "sentence", "new", "or", "and", "the", "all", "both", "any",
		"state", "states", "party", "parties", "member", "members", "convention",
		"un", "uncac", "untoc", "unodc", "icj", "ict", "icts", "tbd", "tbc", "nb":
		return true
	}
	return false
}
