package check

import (
	"slices"
	"strings"

	"github.com/draftdiff/draftdiff/internal/lazyre"
	"github.com/draftdiff/draftdiff/pkg/snapshot"
	"github.com/draftdiff/draftdiff/pkg/text"
)

// A reference is a place where a text cites an article or a paragraph of its own.
type reference struct {
	span      text.Span // of the number in the file
	unit      int       // in which it stands
	article   string    // "61", "58 bis"; "" if it cites a paragraph of its own article
	paragraph string    // "17", "2 bis"; "" if it cites the article as a whole
}

const numberForm = `\d{1,3}(?:[a-z]\b)?(?: (?:bis|ter|quater|quinquies|sexies|septies|octies)\b)?`

var (
	articleForm   = lazyre.New(`\b[Aa]rticles? (` + numberForm + `)(?:,? paragraphs? (` + numberForm + `)| ?\((` + numberForm + `)\))?`)
	moreForm      = lazyre.New(`^(?:, | and | or | to |, and |, or )(` + numberForm + `)(?:\((\d{1,3})\))?`)
	paragraphForm = lazyre.New(`\b[Pp]aragraphs? (` + numberForm + `)(?: of (?:[Aa]rticle (` + numberForm + `)|(this|the present) [Aa]rticle))?`)
)

// references finds what the text cites of itself. What belongs to another
// treaty ("article 14 of the International Covenant") is not among it. They are
// in the order of the text.
func (t *Text) references() []reference {
	if t.refs != nil {
		return t.refs
	}
	refs := []reference{}
	for i := range t.blocks {
		b := &t.blocks[i]
		s := b.src.Text
		if !strings.Contains(s, "rticle") && !strings.Contains(s, "aragraph") {
			continue
		}
		unit := t.unitAt(b.src.Span.Start)
		refs = t.articles(refs, b, s, unit)
		refs = t.paragraphs(refs, b, s, unit)
	}
	slices.SortStableFunc(refs, func(x, y reference) int { return x.span.Start - y.span.Start })
	t.refs = refs
	return refs
}

func (t *Text) articles(refs []reference, b *block, s string, unit int) []reference {
	for _, n := range articleNumbers(s) {
		if !heading(b, n.citation) {
			refs = append(refs, reference{span: b.span(n.span), unit: unit, article: s[n.span.Start:n.span.End], paragraph: n.paragraph})
		}
	}
	return refs
}

// An articleNumber is where a text cites an article.
type articleNumber struct {
	citation  int       // where "article" stands
	span      text.Span // of the number
	paragraph string
}

// articleNumbers finds the citations of articles of the same text in s.
func articleNumbers(s string) []articleNumber {
	var list []articleNumber
	for _, m := range articleForm().FindAllStringSubmatchIndex(s, -1) {
		first := len(list)
		list = append(list, articleNumber{m[0], text.Span{Start: m[2], End: m[3]}, paragraphOf(s, m)})
		at := m[1]
		for {
			next := moreForm().FindStringSubmatchIndex(s[at:])
			if next == nil {
				break
			}
			para := ""
			if next[4] >= 0 {
				para = s[at+next[4] : at+next[5]]
			}
			list = append(list, articleNumber{m[0], text.Span{Start: at + next[2], End: at + next[3]}, para})
			at += next[1]
		}
		if foreign(s[:m[0]], s[at:]) {
			list = list[:first]
		}
	}
	return list
}

func paragraphOf(s string, m []int) string {
	for _, k := range []int{4, 6} {
		if m[k] >= 0 {
			return s[m[k]:m[k+1]]
		}
	}
	return ""
}

func (t *Text) paragraphs(refs []reference, b *block, s string, unit int) []reference {
	for _, m := range paragraphForm().FindAllStringSubmatchIndex(s, -1) {
		if articleBefore(s[:m[0]]) {
			continue // "article 61, paragraph 25" is read as an article
		}
		r := reference{span: b.span(text.Span{Start: m[2], End: m[3]}), unit: unit, paragraph: s[m[2]:m[3]]}
		after := s[m[1]:]
		switch {
		case m[4] >= 0:
			r.article = s[m[4]:m[5]]
			if foreign(s[:m[0]], after) {
				continue
			}
		case m[6] >= 0:
		case strings.HasPrefix(after, " of ") || strings.HasPrefix(after, " (") || foreign(s[:m[0]], after):
			continue
		}
		refs = append(refs, r)
	}
	return refs
}

var beforeForm = lazyre.New(`[Aa]rticles? \[?` + numberForm + `,? $`)

func articleBefore(s string) bool { return beforeForm().MatchString(s[max(0, len(s)-40):]) }

// heading reports whether what stands at an offset of a block is its label.
func heading(b *block, at int) bool {
	return strings.Trim(b.src.Text[:at], " \n[(#*_-") == ""
}

// own are the words behind "of" or "in" that mean the text itself.
var own = lazyre.New(`^(?:,? ?(?:paragraphs? [\d, and()a-z]+|subparagraphs? [()a-z, ]+|\([a-z0-9]+\)))*,? (?:of|in|under) (?:this|the present) (?:[Cc]onvention|[Aa]greement|[Tt]reaty|[Pp]rotocol|[Aa]rticle|[Cc]hapter|[Ii]nstrument)`)

var otherText = lazyre.New(`^(?:[ ,]*(?:paragraphs? [\d(]|subparagraphs? \(|\([a-z0-9]+\)|\.?\d+|and |or |to |/)[\w()]*)*[ ,]*(?:of|in|under|to) (?:the |that |its |an? |[A-Z])|^ ?(?:/ ?\d+ )?[A-Z]{3,}|^ [A-Z]{3,}`)

// foreign reports whether what stands before and behind a citation says that it
// is one of another text.
func foreign(before, after string) bool {
	after = strings.ReplaceAll(after[:min(len(after), 120)], "\n", " ")
	if own().MatchString(after) {
		return false
	}
	if otherText().MatchString(after) {
		return true
	}
	before = before[max(0, len(before)-30):]
	return strings.Contains(before, "UNTOC") || strings.Contains(before, "UNCAC") || strings.Contains(before, "former ")
}

// article finds the article that a number means, -1 if the text has none.
func (x *index) article(number string) int {
	if u, ok := x.articles[plain(number)]; ok {
		return u
	}
	return -1
}

// index finds articles and paragraphs by their numbers.
type index struct {
	articles   map[string]int  // base articles go before proposed ones
	paragraphs map[string]bool // by the identifier of the article and the number
	numbered   map[string]bool // articles that have numbered paragraphs
	first      int             // the lowest number of an article, 0 if there is none
	last       int             // the highest
	many       bool            // more articles that are cited are missing than there are
}

func newIndex(t *Text) *index {
	x := &index{articles: map[string]int{}, paragraphs: map[string]bool{}, numbered: map[string]bool{}}
	units := t.Snapshot.Units
	for i := range units {
		switch u := &units[i]; u.Kind {
		case snapshot.KindArticle:
			number := strings.TrimPrefix(u.Label, "Article ")
			if n := leading(number); n > 0 && (x.first == 0 || n < x.first) {
				x.first = n
			}
			x.last = max(x.last, leading(number))
			if k, ok := x.articles[number]; !ok || units[k].Origin == snapshot.OriginProposed && u.Origin == snapshot.OriginBase {
				x.articles[number] = i
			}
		case snapshot.KindParagraph:
			number, numeral, _ := splitLabel(u.Label)
			if article := t.above(i, snapshot.KindArticle); number != "" && article >= 0 { // in an option of it, too
				x.paragraphs[units[article].ID+"\x00"+strings.TrimSpace(number+" "+numeral)] = true
				x.numbered[units[article].ID] = true
			}
		}
	}
	return x
}
