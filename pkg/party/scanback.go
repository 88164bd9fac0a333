package party

import "slices"

// ScanListBack reads the longest list that s ends with, which is how a list
// stands whose colon was lost: "…communication technologies. PK". It appends
// the parties to dst, in the order of the text, and returns the offset at which
// the list begins, len(s) if there is none. White space and punctuation behind
// the list are the caller's to trim.
//
// Since prose stands before the list, only known codes and groups count,
// exactly as they are written, and a list is refused if all of it may as well
// be prose: codes that are words or Roman numerals behind a capitalised word
// ("Chapter VI"), groups that texts speak of ("especially LDCs and SIDS"), and
// one or two parties that a preposition or an article leads to. A longer list is
// no prose, whatever stands before it: deleted words may end in "in the".
func (r *Registry) ScanListBack(dst []Item, s string) ([]Item, int) {
	first, begin := len(dst), len(s)
	for end := len(s); ; {
		start, m, ok := r.matchBack(s, end)
		if !ok {
			break
		}
		dst = r.appendItem(dst, s, start, m)
		begin = start
		end = skipBack(s, start)
		if end == start {
			break
		}
	}
	list, before := dst[first:], wordBefore(s, begin)
	if len(list) == 0 || r.allProse(list) || len(list) < 3 && leadsOn(before) || before != "" && isUpper(before[0]) && allAmbiguous(list) {
		return dst[:first], len(s)
	}
	slices.Reverse(list)
	return dst, begin
}

// matchBack reads the party that ends at s[end]. It tries one word, then more:
// no form of a group is the end of a longer one in a way that matters here.
func (r *Registry) matchBack(s string, end int) (start int, m match, ok bool) {
	const maxWords = 6
	start = end
	for range maxWords {
		start = wordStart(s, start)
		if start == end || gluedBefore(s, start) {
			return 0, match{}, false
		}
		if m, ok = r.known(s, start, strictForms); ok && m.end == end {
			return start, m, true
		}
		next := start
		for next > 0 && (s[next-1] == ' ' || s[next-1] == '&') {
			next--
		}
		if next == start {
			return 0, match{}, false
		}
		start = next
	}
	return 0, match{}, false
}

// wordStart is the start of the run of ASCII letters and digits that ends at
// s[end]; the forms of strict lists have no others.
func wordStart(s string, end int) int {
	for end > 0 && (isLetter(s[end-1]) || isDigit(s[end-1])) {
		end--
	}
	return end
}

// gluedBefore reports whether the word at s[p] makes one word with what stands
// before it: "non-US", "élites".
func gluedBefore(s string, p int) bool {
	if p == 0 {
		return false
	}
	if s[p-1] == '-' || s[p-1] == '\'' {
		return p > 1 && isLetter(s[p-2])
	}
	return s[p-1] >= 0x80 && wordEnd(s, lastRune(s, p)) > p
}

// lastRune is the start of the character that ends at s[p].
func lastRune(s string, p int) int {
	for p--; p > 0 && s[p]&0xC0 == 0x80; p-- {
	}
	return p
}

// skipBack skips the separators of a strict list that end at s[p].
func skipBack(s string, p int) int {
	for p > 0 {
		q := lastRune(s, p)
		if s[q] != ',' && spaceLen(s, q) != p-q {
			break
		}
		p = q
	}
	if at := p - len("and"); at > 0 && s[at:p] == "and" && spaceLen(s, at-1) == 1 {
		return skipBack(s, at)
	}
	return p
}

// allProse reports whether the list consists of groups that texts speak of.
func (r *Registry) allProse(list []Item) bool {
	for _, it := range list {
		i, _ := r.find(it.ID)
		if !slices.ContainsFunc(r.groups, func(g group) bool { return g.party == i && g.prose }) {
			return false
		}
	}
	return true
}

// wordBefore is the word that stands before s[p] with only spaces between.
func wordBefore(s string, p int) string {
	end := p
	for end > 0 && s[end-1] == ' ' {
		end--
	}
	return s[wordStart(s, end):end]
}

// leadsOn reports whether word is one that no text ends with, so that what
// follows it belongs to the text: "as proposed by the African Group".
func leadsOn(word string) bool {
	switch word {
	case "a", "among", "and", "as", "between", "by", "for", "from", "in", "of", "on", "or", "the",
		"through", "to", "under", "with", "within":
		return true
	}
	return false
}

// allAmbiguous reports whether all items are codes that are English words or
// Roman numerals too.
func allAmbiguous(list []Item) bool {
	for _, it := range list {
		if !wordLike(it.ID) && !isNumeral(it.ID) {
			return false
		}
	}
	return true
}

func isNumeral(id string) bool {
	for i := range len(id) {
		switch id[i] {
		case 'I', 'V', 'X', 'L', 'C', 'D', 'M':
		default:
			return false
		}
	}
	return true
}
