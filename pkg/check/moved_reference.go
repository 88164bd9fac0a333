package check

import (
	"sort"
	"strings"

	"github.com/draftdiff/draftdiff/pkg/align"
	"github.com/draftdiff/draftdiff/pkg/diff"
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
		before := map[string]bool{}  // citations that the older text has in the same unit
		expected := map[string]int{} // what they are after the renumbering
		for _, r := range p.Old.references() {
			if r.unit < 0 {
				continue
			}
			unit := p.Old.Snapshot.Units[p.Old.cited(r.unit)].ID
			before[cites(unit, r)] = true
			if now, ok := moved[plain(r.article)]; ok {
				expected[unit+"\x00"+now]++
			}
		}
		for _, r := range p.New.references() {
			now, ok := moved[plain(r.article)]
			if !ok || r.unit < 0 {
				continue
			}
			old := p.oldUnit(p.New.cited(r.unit))
			if old < 0 || !before[cites(p.Old.Snapshot.Units[old].ID, r)] {
				continue
			}
			if k := p.Old.Snapshot.Units[old].ID + "\x00" + plain(r.article); expected[k] > 0 {
				expected[k]-- // another citation, which has its new number
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

func cites(unit string, r reference) string {
	return unit + "\x00" + plain(r.article) + "\x00" + r.paragraph
}

// A renewal is what is known of the citations of a unit.
type renewal struct {
	only bool // nothing else changed in the unit
	said bool
}

// followsRenumbering reports whether all that a change of words did is to give
// citations the new numbers of articles that were renumbered: of the whole unit,
// where neighbouring numbers may hide what became what, or of this place.
func (p *Pass) followsRenumbering(e *diff.Event, at text.Span) bool {
	moved := p.renumbered()
	if len(moved) == 0 || e.OldUnit < 0 || e.NewUnit < 0 {
		return false
	}
	unit, known := p.renewed[e.OldUnit]
	if !known {
		unit = &renewal{only: fold(updated(p.Old.Snapshot.Units[e.OldUnit].Text, moved)) == fold(p.New.Snapshot.Units[e.NewUnit].Text)}
		p.renewed[e.OldUnit] = unit
	}
	if unit.only {
		return true
	}
	x, y := tokens(e.Text.Old), tokens(p.New.at(at))
	if len(x) != len(y) || fold(e.Text.New) != fold(p.New.at(at)) {
		return false
	}
	for i := range x {
		number := y[i].word
		if !strings.EqualFold(x[i].word, number) && (moved[x[i].word] != number || p.New.citedAt(at.Start+y[i].at) != number) {
			return false
		}
	}
	return true
}

// mentionRenumbering says of a unit, once, that its citations have new numbers.
func (p *Pass) mentionRenumbering(e *diff.Event, at text.Span) {
	if p.renewed[e.OldUnit].said {
		return
	}
	p.renewed[e.OldUnit].said = true
	f := p.report(at, "what "+p.citeEvent(e)+" cites has the new numbers of articles that were renumbered")
	f.Severity, f.Words = Info, plain(e.Text.Old+" "+e.Text.New)
	p.ofUnit(f, e)
}

// updated gives the citations of a text the new numbers of articles.
func updated(s string, moved map[string]string) string {
	var b strings.Builder
	at := 0
	for _, n := range articleNumbers(s) {
		if now, ok := moved[plain(s[n.span.Start:n.span.End])]; ok {
			b.WriteString(s[at:n.span.Start] + now)
			at = n.span.End
		}
	}
	return b.String() + s[at:]
}

// citedAt is the article that is cited by the number at an offset of the file,
// "" if none is.
func (t *Text) citedAt(offset int) string {
	refs := t.references()
	k := sort.Search(len(refs), func(i int) bool { return refs[i].span.End > offset })
	for ; k < len(refs) && refs[k].span.Start <= offset; k++ {
		if refs[k].article != "" {
			return plain(refs[k].article)
		}
	}
	return ""
}

// renumbered gives the new numbers of articles that were renumbered.
func (p *Pass) renumbered() map[string]string {
	if p.moved != nil {
		return p.moved
	}
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
	p.moved = moved
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
