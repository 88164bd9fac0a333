package pdf

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A vocabulary is the words of a document that stand whole within lines.
type vocabulary struct {
	words      map[string]bool
	hyphenated bool // words are divided at the ends of lines
}

func vocabularyOf(pages [][]row) vocabulary {
	v := vocabulary{words: map[string]bool{}}
	for _, rows := range pages {
		for i := range rows {
			words := strings.FieldsFunc(rows[i].words, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' && r != '\'' && r != '’' })
			for k, w := range words {
				if k == len(words)-1 && strings.HasSuffix(rows[i].words, "-") || k == 0 && i > 0 && strings.HasSuffix(rows[i-1].words, "-") {
					continue
				}
				v.words[strings.ToLower(strings.Trim(w, "-"))] = true
			}
		}
	}
	divided, whole := 0, 0
	for _, rows := range pages {
		for i := 1; i < len(rows); i++ {
			left, right, ok := halves(rows[i-1].words, rows[i].words)
			switch {
			case !ok:
			case v.words[left+"-"+right]:
				whole++
			case v.words[left+right]:
				divided++
			}
		}
	}
	v.hyphenated = divided > whole
	return v
}

// halves are what stands on both sides of the hyphen at the end of a row.
func halves(a, b string) (left, right string, ok bool) {
	head, ok := strings.CutSuffix(a, "-")
	if !ok {
		return "", "", false
	}
	left, right = strings.ToLower(lastWord(head)), strings.ToLower(firstLetters(b))
	return left, right, left != "" && right != ""
}

// prefixes are joined to a word with a hyphen.
var prefixes = map[string]bool{"non": true, "self": true, "co": true, "cross": true, "anti": true, "pre": true, "post": true, "multi": true, "inter": true, "sub": true, "ex": true, "e": true, "well": true, "long": true, "short": true}

// alone are words that no other word begins with: a hyphen behind them stands
// between two readings.
var alone = map[string]bool{"the": true, "of": true, "and": true, "or": true, "may": true, "shall": true, "should": true, "to": true, "that": true, "with": true, "from": true, "by": true, "which": true, "their": true, "its": true}

// joint tells what stands between two rows of one paragraph: a space, nothing,
// or nothing and the hyphen at the end of the first taken off. A document in which
// no word is divided has no hyphen that is not its own.
func (v *vocabulary) joint(a, b string) (space bool, drop int) {
	head, isHyphen := strings.CutSuffix(a, "-")
	if !isHyphen {
		for _, open := range []string{"—", "/"} {
			if strings.HasSuffix(a, open) && !strings.HasSuffix(a, " "+open) {
				return false, 0
			}
		}
		return true, 0
	}
	left, right, ok := halves(a, b)
	if !ok {
		return strings.HasSuffix(head, " "), 0 // a dash, or what is no word
	}
	first, _ := utf8.DecodeRuneInString(firstLetters(b))
	switch {
	case v.words[left+"-"+right]:
		return false, 0
	case v.words[left+right]:
		return false, 1
	case !v.hyphenated, !unicode.IsLower(first), prefixes[left], alone[left], v.words[left] && v.words[right]:
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
