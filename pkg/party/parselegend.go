package party

import "strings"

// ParseLegend reads the declarations "CODE = Name" that stand in s, with prose
// around them and marks of Markdown among them: "UK = United Kingdom of Great
// Britain and Northern Ireland; HS = Holy See." It returns nil if s has none.
func ParseLegend(s string) []Declaration {
	var decls []Declaration
	before, rest, found := strings.Cut(s, "=")
	for found {
		between, tail, more := strings.Cut(rest, "=")
		name := between
		if more {
			name = between[:codeStart(between)]
		}
		d := Declaration{
			Code: strings.Trim(before[codeStart(before):], legendMarks),
			Name: legendName(name),
		}
		if d.Code != "" && d.Name != "" {
			decls = append(decls, d)
		}
		before, rest, found = between, tail, more
	}
	return decls
}

// legendMarks may surround codes and names without being part of them.
const legendMarks = " \t\r\n*_`\"“”.,;:()"

// codeStart is where the code begins that s, which stands before an equals
// sign, ends with; len(s) if there is none. A code is a run of words without
// lower-case letters ("EU & mS" excepted), or else all the capitalised words
// since the last punctuation mark ("African Group").
func codeStart(s string) int {
	end := len(strings.TrimRight(s, legendMarks))
	if start := wordsBack(s, end, isCodeWord); strings.ContainsFunc(s[start:end], isCapital) {
		return start
	}
	start := wordsBack(s, end, isNameWord)
	prev := strings.TrimRight(s[:start], " ")
	if start < end && prev == strings.TrimRightFunc(prev, isWordRune) {
		return start
	}
	return len(s)
}

// wordsBack is the start of the words, of one line and at most four, that s[:end]
// ends with and that fit.
func wordsBack(s string, end int, fits func(string) bool) int {
	const maxWords = 4
	start, at := end, end
	for range maxWords {
		begin := len(strings.TrimRightFunc(s[:at], isWordRune))
		if begin == at || !fits(s[begin:at]) {
			break
		}
		start = begin
		if begin < 2 || s[begin-1] != ' ' {
			break
		}
		at = begin - 1
	}
	return start
}

func isCodeWord(w string) bool {
	return w == "mS" || !strings.ContainsFunc(w, func(r rune) bool {
		return r != '&' && r != '-' && r != '+' && !isCapital(r) && (r < '0' || r > '9')
	})
}

func isNameWord(w string) bool { return w == "of" || isUpper(w[0]) || isDigit(w[0]) || w == "&" }

func isWordRune(r rune) bool { return !strings.ContainsRune(legendMarks, r) }

func isCapital(r rune) bool { return 'A' <= r && r <= 'Z' }

// legendName is the name that s, which stands behind an equals sign, begins
// with. A line break inside it is a space; a semicolon, an empty line or the
// end of the sentence ends it.
func legendName(s string) string {
	s, _, _ = strings.Cut(s, ";")
	s, _, _ = strings.Cut(strings.ReplaceAll(s, "\r", ""), "\n\n")
	s = s[:sentenceEnd(s)]
	s = strings.Trim(strings.Join(strings.Fields(s), " "), "*_`\"“” .,:(")
	if strings.Count(s, ")") > strings.Count(s, "(") {
		s = strings.TrimSuffix(s, ")") // it closes what was opened before the name
	}
	if s == "" || !isUpper(s[0]) {
		return ""
	}
	return s
}

// sentenceEnd is where the first sentence of s ends. The full stop of "St."
// and that of a single letter end none.
func sentenceEnd(s string) int {
	for i := range len(s) {
		if s[i] != '.' || i+1 < len(s) && isLetter(s[i+1]) {
			continue
		}
		if word := s[wordStart(s, i):i]; len(word) > 1 && word != "St" {
			return i
		}
	}
	return len(s)
}
