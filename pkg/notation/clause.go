package notation

import (
	"github.com/draftdiff/draftdiff/internal/wordset"
	"github.com/draftdiff/draftdiff/pkg/party"
	"github.com/draftdiff/draftdiff/pkg/text"
)

// Verb is what the parties of a clause want. The zero verb is invalid.
type Verb uint8

// The verbs.
const (
	NoVerb  Verb = iota
	For          // no verb: they sponsor the proposal
	Against      // they oppose it
	Retain       // they want the text kept
	Delete       // they want it gone; behind sponsors: they oppose the proposal
	Support      // they support a unit
	Move         // they want a unit elsewhere
	Merge        // they want units merged
	Align        // they want it aligned with another text
	Wish         // they ask for something else
)

// Object is what a verb names. The zero object is none.
type Object uint8

// The objects.
const (
	NoObject     Object = iota
	Paragraph           // "delete paragraph"
	Subparagraph        // "delete subparagraph"
	ArticleUnit         // "delete article"
	Chapeau             // "delete chapeau"
	ClusterUnit         // "delete cluster"
	Original            // "retain original"
	Sentence            // "delete last sentence"
	Other               // anything else
)

// A Clause is a verb and the parties that stand behind it.
type Clause struct {
	Verb    Verb
	Object  Object
	Target  text.Span // the words between the verb and the parties: "to Article 65"
	Parties Range     // in Tree.Parties
	Span    text.Span
}

// verbs are the first words of stances and directives.
var verbs = map[string]Verb{
	"against": Against, "oppose": Against, "opposed": Against,
	"retain": Retain, "retained": Retain, "original": Retain,
	"delete": Delete, "deleted": Delete, "deletion": Delete,
	"support": Support, "move": Move, "merge": Merge, "combine": Merge, "align": Align,
	"clarify": Wish, "rephrase": Wish, "restructuring": Wish, "restructure": Wish, "adapt": Wish,
	"replace": Wish, "reformulate": Wish, "redraft": Wish, "reconsider": Wish,
}

// objects are the words that may follow a verb, and what they name.
var objects = map[string]Object{
	"paragraph": Paragraph, "paragraphs": Paragraph, "para": Paragraph, "paras": Paragraph, "par": Paragraph, "paragrph": Paragraph,
	"subparagraph": Subparagraph, "subparagraphs": Subparagraph, "subpara": Subparagraph, "subparas": Subparagraph, "sub": Subparagraph, "item": Subparagraph,
	"article": ArticleUnit, "articles": ArticleUnit, "art": ArticleUnit, "chapter": ArticleUnit,
	"cluster": ClusterUnit, "chapeau": Chapeau,
	"original": Original, "text": Original, "title": Original, "heading": Original, "language": Original, "whole": Original, "entire": Original,
	"sentence": Sentence, "last": Sentence, "first": Sentence, "second": Sentence, "final": Sentence,
	"after": Other, "before": Other, "option": Other, "word": Other, "words": Other, "reference": Other,
}

// follows are the words that make a directive of a verb that is a common word.
var follows = map[Verb]map[string]bool{
	Move:  set("to", "before", "after", "as", "up", "down", "into", "under", "subparagraph", "paragraph", "para", "article", "first", "chapeau", "this"),
	Merge: set("with", "into", "in", "subparagraph", "subparagraphs", "paragraph", "paragraphs", "article", "articles", "and"),
	Align: set("with", "to"),
	Wish:  set("to", "in", "language", "paragraph", "paragraphs", "article", "text", "with", "sentence"),
}

// vocabulary are all the words above, by themselves, and anyVerb those that are
// verbs.
var vocabulary, anyVerb = func() (map[string]string, *wordset.Set) {
	words, verbal := map[string]string{}, wordset.Of("")
	for w := range verbs {
		words[w] = w
		verbal.Add(w)
	}
	for w := range objects {
		words[w] = w
	}
	for _, list := range follows {
		for w := range list {
			words[w] = w
		}
	}
	return words, verbal
}()

// verbOf returns what a word says as the first one of a stance or a directive.
func verbOf(word string) Verb {
	if !anyVerb.Has(word) {
		return NoVerb
	}
	return verbs[word]
}

func set(words ...string) map[string]bool {
	m := make(map[string]bool, len(words))
	for _, w := range words {
		m[w] = true
	}
	return m
}

// phrase is a verb with what it names, before the parties.
type phrase struct {
	verb   Verb
	object Object
	target text.Span
	end    int // behind the phrase and the separator that follows it
}

// maxTarget is how many bytes the words between a verb and its parties may
// take up.
const maxTarget = 90

// BeginsDirective reports whether s begins with the verb of a wish about a
// unit: "delete paragraph", "move to".
func BeginsDirective(s string) bool {
	w, _ := wordAt(s, skipBlank(s, 0, false), len(s))
	return verbOf(w) > For
}

// verbAt reads a verb and its object at i; the phrase ends where parties or
// the limit follow. Parentheses around it do not matter.
func (p *Parser) verbAt(s string, i, limit int) (phrase, bool) {
	paren := s[i] == '('
	if paren {
		i = skipBlank(s, i+1, false)
	}
	if i+1 < limit && s[i+1] < 'a' { // the code of a party
		return phrase{}, false
	}
	word, k := wordAt(s, i, limit)
	verb := verbOf(word)
	if verb == NoVerb {
		return phrase{}, false
	}
	ph := phrase{verb: verb}
	if verb == Against {
		if w, e := wordAt(s, skipSeparators(s, k, limit), limit); w == "retain" {
			ph.verb, k = Retain, e
		} else if w == "by" {
			k = e
		}
	}
	return p.objectAt(s, i, k, limit, paren, ph, word)
}

// objectAt reads what stands between the verb, which ends at k, and the
// parties.
func (p *Parser) objectAt(s string, start, k, limit int, paren bool, ph phrase, word string) (phrase, bool) {
	at := skipBlank(s[:limit], k, false)
	next, _ := wordAt(s, at, limit)
	if word == "original" { // "original title: US"
		ph.object = objects[next]
		if ph.object != Original {
			return phrase{}, false
		}
	} else if next != "" && next != "by" && !p.listAt(s[at:limit]) {
		ph.object = objects[next]
		f := follows[ph.verb]
		switch {
		case ph.verb == Against, f != nil && !f[next], f == nil && ph.object == NoObject:
			return phrase{}, false
		}
	}
	end, ok := p.targetEnd(s, at, limit, paren)
	if !ok {
		return phrase{}, false
	}
	ph.target = text.Span{Start: at, End: end}
	ph.end = end
	if paren && ph.end < limit && s[ph.end] == ')' {
		ph.end++
	}
	if end == at && ph.verb == Wish && word != "clarify" && word != "restructuring" {
		return phrase{}, false
	}
	ph.target = trim(s, ph.target)
	return ph, true
}

// listAt reports whether s begins with parties as they are properly written.
func (p *Parser) listAt(s string) bool {
	var n int
	p.scratch, n = p.reg.ScanList(p.scratch[:0], s, party.Strict)
	return n > 0
}

// targetEnd finds where the words behind a verb end: at a separator before a
// list of parties, at a closing parenthesis, or at the limit.
func (p *Parser) targetEnd(s string, at, limit int, paren bool) (int, bool) {
	stop := min(limit, at+maxTarget)
	for i := at; i < stop; i++ {
		c := s[i]
		if paren && c == ')' && (i == at || s[i-1] != ' ') && !hasOpen(s[at:i]) {
			return i, true
		}
		n := 0
		switch {
		case c == ':' || c == ';':
			n = 1
		case c == '-' || c == 0xE2:
			if n = dash(s, i); n > 0 && !(blank(s, i-1) > 0 || i+n < limit && blank(s, i+n) > 0) {
				n = 0
			}
		}
		if n == 0 {
			continue
		}
		j := skipSeparators(s, i, limit)
		if j >= limit || c == ';' {
			return i, true
		}
		p.scratch, n = p.reg.ScanList(p.scratch[:0], s[j:limit], party.Tolerant)
		if n > 0 {
			return i, true
		}
	}
	if stop == limit {
		return limit, true
	}
	return 0, false
}

func hasOpen(s string) bool {
	n := 0
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '(':
			n++
		case ')':
			n--
		}
	}
	return n > 0
}

// maxWord is how long a word may be that means anything here.
const maxWord = 14

// wordAt returns the word at i, without a hyphen, and where it ends. A word of the
// vocabulary is in lower case; a longer one is "".
func wordAt(s string, i, limit int) (string, int) {
	k, capitals := i, false
	for k < limit && isAlpha(s[k]) {
		capitals = capitals || s[k] <= 'Z'
		k++
	}
	if k-i > maxWord {
		return "", k
	}
	if capitals {
		var buf [maxWord]byte
		if w, ok := vocabulary[string(fold(buf[:0], s[i:k]))]; ok {
			return w, k
		}
	}
	return s[i:k], k
}

// separator reports how many bytes at i stand between an attribution's parts.
func separator(s string, i int) int {
	if n := blank(s, i); n > 0 {
		return n
	}
	switch s[i] {
	case ':', ';', ',', '.', '*', '~', '#':
		return 1
	}
	return dash(s, i)
}

func skipSeparators(s string, i, limit int) int {
	for i < limit {
		n := separator(s, i)
		if n == 0 {
			break
		}
		i += n
	}
	return min(i, limit)
}

func trim(s string, sp text.Span) text.Span {
	for sp.Start < sp.End && separator(s, sp.Start) > 0 {
		sp.Start += separator(s, sp.Start)
	}
	for sp.Start < sp.End && (s[sp.End-1] <= ' ' || s[sp.End-1] == ':' || s[sp.End-1] == ';' || s[sp.End-1] == ',') {
		sp.End--
	}
	return sp
}
