package check

import (
	"strconv"
	"strings"

	"github.com/draftdiff/draftdiff/pkg/snapshot"
)

var missingReference = &Rule{
	Code: "DD013", Name: "missing-reference", Class: Notation, Severity: Warning,
	Title: "The text cites an article or a paragraph that it does not have.",
	Explanation: `After every renumbering some citations are left behind. The rule looks at what the text cites of itself;
citations of other treaties are left alone. In an excerpt, which cites many articles that it does not contain, what is
missing in other articles is only mentioned.`,
	Wrong: "Article 2. The measures referred to in article 9 shall be reviewed.",
	Right: "Article 2. The measures referred to in article 1 shall be reviewed.",
	Run: func(p *Pass) {
		if p.New.Document == nil {
			return
		}
		x := newIndex(p.New)
		refs := p.New.references()
		x.weigh(refs)
		elsewhere := Warning // of paragraphs of other articles
		if x.many {
			elsewhere = Info
		}
		for _, r := range refs {
			if r.article != "" {
				if u := x.article(r.article); u >= 0 {
					p.paragraphOf(x, r, u, elsewhere)
				} else if severity := x.severity(r.article); severity != SeverityInvalid {
					f := p.report(r.span, "there is no article "+r.article+" in this text")
					f.Severity = severity
					f.Hint = "was it renumbered?"
				}
				continue
			}
			if u := p.New.above(r.unit, snapshot.KindArticle); u >= 0 {
				p.paragraphOf(x, r, u, Warning)
			}
		}
	},
}

// paragraphOf reports a citation of a paragraph that an article does not have.
func (p *Pass) paragraphOf(x *index, r reference, article int, severity Severity) {
	u := &p.New.Snapshot.Units[article]
	if r.paragraph == "" || !x.numbered[u.ID] || x.paragraphs[u.ID+"\x00"+plain(r.paragraph)] {
		return
	}
	f := p.report(r.span, u.Label+" has no paragraph "+r.paragraph)
	f.Severity = severity
	f.Hint = "was it renumbered?"
	if r.article == "" {
		f.Message = "this article, " + u.Label + ", has no paragraph " + r.paragraph
	}
}

// farBehind is how many articles behind the last one of a text a number may stand
// to be one that the text once had.
const farBehind = 20

// severity is how much the citation of a missing article says. In a text from
// article 1 on, and between two articles that are there, one is missing; in an
// excerpt it stands in another part, and a number with a letter may belong to a
// numbering that the text no longer has.
func (x *index) severity(number string) Severity {
	n := leading(number)
	_, before := x.articles[itoa(n-1)]
	_, behind := x.articles[itoa(n+1)]
	switch {
	case n < x.first || x.first == 0:
		return SeverityInvalid
	case x.many || letters(strings.Fields(number)[0]) > 0:
		return Info
	case n <= x.last && (!before || !behind), n > x.last && (x.first > 1 || n > x.last+farBehind):
		return Info
	}
	return Warning
}

// weigh notes whether most citations are of articles that are missing, as in an
// excerpt.
func (x *index) weigh(refs []reference) {
	missing, found := map[string]bool{}, map[string]bool{}
	for _, r := range refs {
		switch {
		case r.article == "":
		case x.article(r.article) >= 0:
			found[r.article] = true
		default:
			missing[r.article] = true
		}
	}
	x.many = len(missing) > 2 && len(missing) > len(found)
}

// leading is the number that s begins with.
func leading(s string) int {
	n, _ := strconv.Atoi(s[:len(s)-len(strings.TrimLeft(s, "0123456789"))])
	return n
}
