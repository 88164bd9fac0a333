package pdf

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A row is a line with its words.
type row struct {
	line
	words string
	of    []int // the letter of each byte
}

// label is how a numbered unit begins.
var label = regexp.MustCompile(`^[\[({~ ]*(?:\d{1,3}(?: (?:bis|ter|quater|quinquies|sexies|septies|octies|alt))*[.)\]]|\([a-z]{1,4}(?: [a-z]+)?\)|(?:Article|ARTICLE|Chapter|CHAPTER|Cluster|CLUSTER|Option|Part|Section) +[0-9IVXA-Z]+)`)

// bare is a label that is no reference, whatever stands before it.
var bare = regexp.MustCompile(`^(?:\d{1,3}\.|\([a-z]{1,4}\)) `)

// tabular reports whether a row is one of a table: entries with wide gaps
// between.
func (r *row) tabular() bool {
	gaps, last := 0, -1
	for i := range r.letters {
		if r.letters[i].R == ' ' {
			continue
		}
		if last >= 0 && r.letters[i].X0-r.letters[last].X1 > columnGap*r.size {
			gaps++
		}
		last = i
	}
	return gaps >= 2
}

// firstWord is how wide the first word of a row is.
func (r *row) firstWord() float32 {
	for i := range r.words {
		if r.words[i] == ' ' {
			for k := i - 1; k >= 0; k-- {
				if r.of[k] >= 0 {
					return r.letters[r.of[k]].X1 - r.x0
				}
			}
		}
	}
	return r.x1 - r.x0
}

// vocabulary are the words of a document that stand whole within lines.
type vocabulary map[string]bool

func vocabularyOf(pages [][]row) vocabulary {
	v := vocabulary{}
	for _, rows := range pages {
		for i := range rows {
			words := strings.FieldsFunc(rows[i].words, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' && r != '\'' && r != '’' })
			for k, w := range words {
				if k == len(words)-1 && strings.HasSuffix(rows[i].words, "-") || k == 0 && i > 0 && strings.HasSuffix(rows[i-1].words, "-") {
					continue
				}
				v[strings.ToLower(strings.Trim(w, "-"))] = true
			}
		}
	}
	return v
}

// prefixes are joined to a word with a hyphen.
var prefixes = map[string]bool{"non": true, "self": true, "co": true, "cross": true, "anti": true, "pre": true, "post": true, "multi": true, "inter": true, "sub": true, "ex": true, "e": true, "well": true, "long": true, "short": true}

// alone are words that no other word begins with: a hyphen behind them stands
// between two readings.
var alone = map[string]bool{"the": true, "of": true, "and": true, "or": true, "may": true, "shall": true, "should": true, "to": true, "that": true, "with": true, "from": true, "by": true, "which": true, "their": true, "its": true}

// joint tells what stands between two rows of one paragraph: a space, nothing,
// or nothing and the hyphen at the end of the first taken off.
func (v vocabulary) joint(a, b string) (space bool, drop int) {
	head, isHyphen := strings.CutSuffix(a, "-")
	if !isHyphen {
		for _, open := range []string{"—", "/"} {
			if strings.HasSuffix(a, open) && !strings.HasSuffix(a, " "+open) {
				return false, 0
			}
		}
		return true, 0
	}
	left := lastWord(head)
	right := firstLetters(b)
	if left == "" || right == "" {
		return strings.HasSuffix(head, " "), 0 // a dash, or what is no word
	}
	first, _ := utf8.DecodeRuneInString(right)
	left, right = strings.ToLower(left), strings.ToLower(right)
	switch {
	case v[left+"-"+right]:
		return false, 0
	case v[left+right]:
		return false, 1
	case !unicode.IsLower(first), prefixes[left], alone[left], v[left] && v[right]:
		return false, 0
	}
	return false, 1
}

// lastWord is the letters that s ends with.
func lastWord(s string) string {
	i := strings.LastIndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' })
	return strings.TrimLeft(s[i+1:], "-")
}

// firstLetters is the letters that s begins with.
func firstLetters(s string) string {
	i := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' })
	if i < 0 {
		return s
	}
	return s[:i]
}
