package party

import "github.com/draftdiff/draftdiff/pkg/text"

// ScanList reads parties from the beginning of s as far as they go. It appends
// them to dst and returns it with the number of bytes that the list covers,
// white space and separators around it included: 0 when s does not begin with
// a party. It stops before the first thing that is neither a party nor a
// separator, such as ";", a dash, a bracket or a word of prose. A party that is
// written twice is returned twice.
func (r *Registry) ScanList(dst []Item, s string, tol Tolerance) ([]Item, int) {
	first, covered := len(dst), 0
	at := skipSeparators(s, 0, tol)
	for at < len(s) {
		m, ok := r.match(s, at, tol, len(dst) > first)
		if !ok {
			break
		}
		dst = r.appendItem(dst, s, at, m)
		covered = skipLight(s, m.end, tol)
		if at = skipJoiners(s, covered, tol); at == m.end {
			break // what follows is glued on, so it is no further party
		}
	}
	return dst, covered
}

// appendItem appends the match at s[at:m.end].
func (r *Registry) appendItem(dst []Item, s string, at int, m match) []Item {
	span := text.Span{Start: at, End: m.end}
	if m.party < 0 {
		return append(dst, Item{ID: singleSpaced(s[at:m.end]), Span: span, Clean: m.clean})
	}
	return append(dst, Item{ID: r.parties[m.party].ID, Span: span, Known: true, Clean: m.clean})
}

// match is one party found in a string.
type match struct {
	party int // index into Registry.parties, -1 for an unknown one
	end   int
	clean bool
}

// match reads the party that begins at s[p]; more says that another item of
// the list stands before it.
func (r *Registry) match(s string, p int, tol Tolerance, more bool) (match, bool) {
	if tol == Tolerant {
		if m, ok := r.known(s, p, tolerantForms); ok {
			return m, true
		}
		return r.repaired(s, p, more)
	}
	m, ok := r.known(s, p, strictForms)
	return m, ok && !gluedOn(s, m.end)
}

// known reads a code or a form that the registry has, the longest first, with
// the article before it where full names are allowed.
func (r *Registry) known(s string, p int, allow class) (match, bool) {
	end := wordEnd(s, p)
	if end-p == 2 && isCode(s[p:end]) {
		c := r.codes[codeKey(s[p:end])]
		if c.long {
			if m, ok := r.longest(s, p, end, allow); ok {
				return m, true
			}
		}
		if m, ok := r.memberStates(s, p, end); ok {
			return m, true
		}
		if c.party > 0 {
			return match{int(c.party) - 1, end, true}, true
		}
	}
	if end == p {
		return match{}, false
	}
	if m, ok := r.longest(s, p, end, allow); ok {
		return m, true
	}
	if allow&className == 0 || !isArticle(s[p:end]) {
		return match{}, false
	}
	bare := skipSpaces(s, end)
	if bare == end || isArticle(s[bare:wordEnd(s, bare)]) {
		return match{}, false
	}
	return r.known(s, bare, allow)
}

// longest reads the longest form whose first word is s[p:end].
func (r *Registry) longest(s string, p, end int, allow class) (match, bool) {
	best := match{end: -1}
	try := func(f *form) {
		if f.class&allow == 0 {
			return
		}
		if to := matchForm(s, p, f.text); to > best.end {
			best = match{int(f.party), to, f.class != classTypo}
		}
	}
	for i := range r.declared {
		try(&r.declared[i])
	}
	if head, ok := r.heads[s[p:end]]; ok {
		for i := head; i >= 0; i = r.forms[i].next {
			try(&r.forms[i])
		}
	}
	return best, best.end >= 0
}

// memberStates reads what conversions make of "EU & mS", whose code is
// s[p:end]: other spaces, other letter case, "EG" for "EU". The member States
// tell it from Egypt and Montserrat.
func (r *Registry) memberStates(s string, p, end int) (match, bool) {
	at := skipSpaces(s, end)
	if s[p] != 'E' || at == len(s) || s[at] != '&' && s[at] != '+' {
		return match{}, false
	}
	at = skipSpaces(s, at+1)
	to := wordEnd(s, at)
	eu := r.codeIndex("EU")
	if to-at != 2 || s[at]|0x20 != 'm' || s[at+1]|0x20 != 's' || eu < 0 {
		return match{}, false
	}
	return match{eu, to, singleSpaced(s[p:to]) == "EU & mS"}, true
}

func isArticle(word string) bool { return word == "the" || word == "The" }

// gluedOn reports whether what stands at s[p] makes one word with what stands
// before it: "US-based", "US's".
func gluedOn(s string, p int) bool {
	return p+1 < len(s) && (s[p] == '-' || s[p] == '\'') && isLetter(s[p+1])
}
