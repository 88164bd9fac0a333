package benchmarks

import (
	"math/rand/v2"
	"regexp"
	"strconv"
	"strings"
)

// number is that of an article, wherever it stands.
var number = regexp.MustCompile(`(?i)(articles? )(\d+)`)

// word is one that is no part of the structure, and no code of a party.
var word = regexp.MustCompile(`[A-Za-z]?[a-z]{3,}`)

// structure are the words by which a text is divided.
var structure = map[string]bool{"article": true, "articles": true, "chapter": true, "cluster": true, "option": true, "preamble": true, "delete": true,
	"retain": true, "against": true, "original": true, "paragraph": true, "subparagraph": true, "bis": true, "quater": true, "quinquies": true, "sexies": true,
	"septies": true, "octies": true, "merge": true, "move": true, "with": true, "support": true, "from": true, "shall": true, "should": true}

// Enlarge makes a text n times as long, in which no two parts have the same
// words: each copy has its own vocabulary and its own numbers of articles.
func Enlarge(text string, n int) string {
	var b strings.Builder
	b.Grow(n * len(text) * 11 / 10)
	b.WriteString(text)
	for k := 1; k < n; k++ {
		copied := number.ReplaceAllStringFunc(text, func(s string) string {
			i := strings.LastIndexByte(s, ' ')
			article, _ := strconv.Atoi(s[i+1:])
			return s[:i+1] + strconv.Itoa(article+100*k)
		})
		b.WriteString("\n\n")
		b.WriteString(word.ReplaceAllStringFunc(copied, func(s string) string { return rename(s, k) }))
	}
	return b.String()
}

// rename gives a word of the k-th vocabulary.
func rename(s string, k int) string {
	if structure[strings.ToLower(s)] {
		return s
	}
	w := []byte(s)
	for i, c := range w {
		if 'a' <= c && c <= 'z' {
			w[i] = 'a' + (c-'a'+byte(k))%26
		}
	}
	if k >= 26 {
		w = append(w, 'a'+byte(k/26))
	}
	return string(w)
}

// Edit changes a share of the lines of a text as a negotiation does: a word is
// replaced, a line goes, a line comes, two sponsors change place.
func Edit(text string, share float64, seed uint64) string {
	r := rand.New(rand.NewPCG(seed, 1))
	var b strings.Builder
	b.Grow(len(text) * 11 / 10)
	for line := range strings.Lines(text) {
		words := strings.Split(line, " ")
		if len(words) < 8 || r.Float64() >= share {
			b.WriteString(line)
			continue
		}
		switch k := 1 + r.IntN(len(words)-2); r.IntN(6) {
		case 0: // the line goes
		case 1:
			b.WriteString(line)
			b.WriteString("\n[New words on " + words[k] + " and " + words[len(words)/2] + ": CARICOM, US]\n")
		case 2:
			words[k], words[k+1] = words[k+1], words[k]
			b.WriteString(strings.Join(words, " "))
		default:
			words[k] = "reasonable"
			b.WriteString(strings.Join(words, " "))
		}
	}
	return b.String()
}
