package plain

import (
	"slices"
	"strings"
)

// headingWords begin a line that stands alone or begins a block.
var headingWords = []string{"article ", "chapter ", "part ", "section ", "title ", "cluster ", "annex", "option ", "preamble", "appendix", "protocol "}

// isHeading reports whether a line is a heading in itself, to which the next
// line is not joined: a heading word and a number, and nothing else.
func isHeading(s string) bool {
	lower := strings.ToLower(strings.Trim(s, "[]() "))
	for _, w := range headingWords {
		if rest, ok := strings.CutPrefix(lower, w); ok {
			return len(strings.Fields(rest)) <= 2
		}
	}
	return false
}

// enumerated reports whether a line begins with an enumerator ("1.", "(a)",
// "3.1", "–"), with or without an opening bracket before it.
func enumerated(s string) bool {
	s = strings.TrimLeft(s, "[{ ~*")
	if s == "" {
		return false
	}
	switch c := s[0]; {
	case c >= '0' && c <= '9':
		return numbered(s)
	case c == '(':
		i := strings.IndexByte(s, ')')
		return i > 1 && i <= 8 && !strings.Contains(s[:i], "  ")
	case c == '-' || c == '*', strings.HasPrefix(s, "\u2022"), strings.HasPrefix(s, "\u2013 "):
		return true
	}
	return false
}

// headed reports whether a line begins with a heading word and a number or a
// name ("Option 2:"), with or without an opening bracket before it.
func headed(s string) bool {
	s = strings.TrimLeft(s, "[{ ~*")
	if s == "" {
		return false
	}
	if c := s[0] | 0x20; c != 'a' && c != 'c' && c != 'p' && c != 's' && c != 't' && c != 'o' {
		return false
	}
	if s[0] >= 'a' {
		return false
	}
	lower := strings.ToLower(s[:min(len(s), 12)])
	for _, w := range headingWords {
		if strings.HasPrefix(lower, w) {
			rest := strings.TrimLeft(s[min(len(s), len(w)):], " ")
			return rest == "" || rest[0] >= '0' && rest[0] <= '9' || rest[0] >= 'A' && rest[0] <= 'Z' || rest[0] == '[' || rest[0] == '('
		}
	}
	return false
}

// refers reports whether b, which begins as a heading or an enumerated line
// does, is a reference in the sentence that a breaks off: "provided under" and
// "Part V of this Agreement", "under subparagraph" and "(a) in due time".
func refers(a, b string) bool {
	if b[0] == '(' {
		a = a[strings.LastIndexByte(a, ' ')+1:]
		switch strings.TrimSuffix(strings.ToLower(a), "s") {
		case "article", "paragraph", "subparagraph", "section", "clause", "item", "point":
			return true
		}
		return false
	}
	word, rest, _ := strings.Cut(b, " ")
	number, rest, _ := strings.Cut(rest, " ")
	isWord := func(w string) bool { return strings.EqualFold(strings.TrimSuffix(w, " "), word) }
	if !slices.ContainsFunc(headingWords, isWord) {
		return false
	}
	if strings.HasSuffix(number, ",") {
		return true
	}
	switch next, _, _ := strings.Cut(rest, " "); next {
	case "of", "and", "or", "to", "shall", "is", "are":
		return true
	}
	return false
}

// midSentence reports whether a line breaks off at a word that another one must
// follow, so that what looks like a heading behind it is a reference:
// "Parties included in\nAnnex II".
func midSentence(s string) bool {
	if strings.HasSuffix(s, "-") {
		return true
	}
	switch s[strings.LastIndexAny(s, " [(")+1:] {
	case "in", "of", "to", "and", "or", "by", "with", "from", "under", "for", "the", "this", "its", "their", "any", "each", "see":
		return true
	}
	return false
}

// numbered reports whether s begins with a number that is a label: "12. ",
// "3.1 ", "4 bis. ".
func numbered(s string) bool {
	i := 0
	for i < len(s) && (s[i] >= '0' && s[i] <= '9' || s[i] == '.') {
		i++
	}
	if i > 7 || i == len(s) {
		return false
	}
	if s[i-1] == '.' || strings.Contains(s[:i], ".") {
		return s[i] == ' '
	}
	rest := s[i:]
	return strings.HasPrefix(rest, ") ") || strings.HasPrefix(rest, " bis") || strings.HasPrefix(rest, " ter") || strings.HasPrefix(rest, " alt")
}

// isFurniture reports whether a line is no part of the text: a page number
// ("12", "12/45", "Page 3 of 9"), or the number of a printed document
// ("22-12993 (E) 310123", "*2212993*").
func isFurniture(s string) bool {
	digits, letters := 0, 0
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c >= '0' && c <= '9':
			digits++
		case c|0x20 >= 'a' && c|0x20 <= 'z' || c >= 0x80:
			letters++
		}
	}
	switch {
	case digits == 0:
		return false
	case letters == 0:
		return len(s) <= 10 && !strings.HasSuffix(s, ".") && !strings.ContainsAny(s, "()[]") || s[0] == '*' && s[len(s)-1] == '*'
	case strings.HasPrefix(s, "Page ") || strings.HasPrefix(s, "page "):
		return len(s) <= 16
	case letters <= 2 && digits >= 6 && strings.Contains(s, "-"):
		return len(s) <= 24
	}
	return false
}

// endsRecital reports whether a is the end of a recital of a preamble and b
// begins the next: recitals end with a comma and begin with a participle
// ("Recalling", "Convinced") or an adjective of the mind.
func endsRecital(a, b string) bool {
	a = strings.TrimRight(a, "] ")
	if !strings.HasSuffix(a, ",") {
		return false
	}
	b = strings.TrimLeft(b, "[ ")
	word, _, _ := strings.Cut(b, " ")
	if word == "" || word[0] < 'A' || word[0] > 'Z' {
		return false
	}
	switch strings.TrimRight(word, ",") {
	case "Also", "Alarmed", "Aware", "Conscious", "Deeply", "Fully", "Further", "Gravely", "Mindful":
		return true
	}
	return strings.HasSuffix(word, "ing") || strings.HasSuffix(word, "ed")
}
