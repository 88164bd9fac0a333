package check

import (
	"strings"

	"github.com/draftdiff/draftdiff/pkg/align"
	"github.com/draftdiff/draftdiff/pkg/snapshot"
	"github.com/draftdiff/draftdiff/pkg/text"
)

var movedReference = &Rule{
	Code: "DD014", Name: "moved-reference", Class: Silent, Severity: Warning,
	Title: "A citation still has the number that an article had before a renumbering.",
	Explanation: `The article that the older text cited has another number now, and another article has its old one: the
citation points to the wrong place without any word of it having changed.`,
	Wrong: "article 61 becomes article 62; “in accordance with article 61” → “in accordance with article 61”",
	Right: "article 61 becomes article 62; “in accordance with article 61” → “in accordance with article 62”",
	Run: func(p *Pass) {
		if p.New.Document == nil || p.Old.Document == nil {
			return
		}
		moved := p.renumbered()
		if len(moved) == 0 {
			return
		}
		before := map[string]bool{} // citations that the older text has in the same unit
		for _, r := range p.Old.references() {
			if r.unit >= 0 {
				before[citation(p.Old.Snapshot.Units[p.Old.cited(r.unit)].ID, r)] = true
			}
		}
		for _, r := range p.New.references() {
			now, ok := moved[plain(r.article)]
			if !ok || r.unit < 0 {
				continue
			}
			old := p.oldUnit(p.New.cited(r.unit))
			if old < 0 || !before[citation(p.Old.Snapshot.Units[old].ID, r)] {
				continue
			}
			f := p.report(r.span, "the article "+r.article+" that is meant here is article "+now+" now")
			f.Hint = "write " + now
			f.Words = r.article
		}
	},
}

// cited is the unit under which citations are compared: paragraphs are stable
// enough, what stands below them may come and go.
func (t *Text) cited(unit int) int {
	for u := unit; u >= 0; u = t.parent(u) {
		if t.Snapshot.Units[u].Kind == snapshot.KindParagraph || t.Snapshot.Units[u].Kind == snapshot.KindArticle {
			return u
		}
	}
	return unit
}

func citation(unit string, r reference) string {
	return unit + "\x00" + plain(r.article) + "\x00" + r.paragraph
}

// renumbered gives the new numbers of articles that were renumbered.
func (p *Pass) renumbered() map[string]string {
	moved := map[string]string{}
	for i := range p.Diff.Units {
		u := &p.Diff.Units[i]
		if len(u.Old) != 1 || len(u.New) != 1 || u.Change != align.Renumbered && u.Change != align.Moved {
			continue
		}
		o, n := &p.Old.Snapshot.Units[u.Old[0]], &p.New.Snapshot.Units[u.New[0]]
		if o.Kind != snapshot.KindArticle || n.Kind != snapshot.KindArticle || o.Label == n.Label || o.Origin != snapshot.OriginBase {
			continue
		}
		moved[strings.TrimPrefix(o.Label, "Article ")] = strings.TrimPrefix(n.Label, "Article ")
	}
	return moved
}

// oldUnit is the unit of the older text that a unit was, -1 for none.
func (p *Pass) oldUnit(unit int) int {
	pair := &p.Diff.Units[p.Diff.Alignment.OfNew[unit]]
	if len(pair.Old) == 0 {
		return -1
	}
	return pair.Old[0]
}

// newUnit is the unit that a unit of the older text is now, -1 for none.
func (p *Pass) newUnit(unit int) int {
	pair := &p.Diff.Units[p.Diff.Alignment.OfOld[unit]]
	if len(pair.New) == 0 {
		return -1
	}
	return pair.New[0]
}

// unitSpan is the place of a unit in the text's file.
func (t *Text) unitSpan(unit int) text.Span {
	s := t.Snapshot.Units[unit].Source
	return text.Span{Start: s.Offset, End: s.EndOffset}
}
