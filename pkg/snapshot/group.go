package snapshot

import (
	"strings"

	"github.com/draftdiff/draftdiff/pkg/notation"
	"github.com/draftdiff/draftdiff/pkg/text"
)

// A block is one parsed block and what the reading of its groups needs.
type block struct {
	src     *text.Marked
	tree    *notation.Tree
	strikes strikes
}

// scope says what the words that are read now belong to.
type scope struct {
	*block
	unit   int
	w      *writer
	within int  // index of the proposal whose New w writes, -1 for the unit's text
	own    bool // the unit's own reading is written: struck words are out
	struck bool // a strike over the whole unit or group tells nothing of what is inside
	depth  int
	closer notation.ID // a group that only ends an earlier unit: its words are the unit's
}

// node reads one child of a unit or of a group without an attribution.
func (b *builder) node(sc scope, id notation.ID) {
	switch n := &sc.tree.Nodes[id]; n.Kind {
	case notation.Text:
		b.plain(sc, n.Span)
	case notation.Group:
		b.group(sc, id, nil)
	case notation.Label:
		if n.Parent != 0 && sc.tree.Nodes[n.Parent].Prev != notation.None {
			b.plain(sc, n.Span)
		}
	}
}

// plain writes words that are nobody's proposal.
func (b *builder) plain(sc scope, sp text.Span) {
	if sc.w.len() == 0 && sc.within < 0 {
		sp = skipNoise(sc.src.Text, sp)
	}
	if !sc.own {
		sc.w.write(sc.src.Text[sp.Start:sp.End])
		return
	}
	sc.strikes.cuts(sc.src.Text, sp, func(part text.Span, struck bool) {
		if struck && !sc.struck {
			sc.w.leaveOut()
			sc.w.space()
			return
		}
		sc.w.write(sc.src.Text[part.Start:part.End])
	})
}

// skipNoise takes off what stands between a label and the words: dashes,
// underscores, a stray colon.
func skipNoise(s string, sp text.Span) text.Span {
	for sp.Start < sp.End {
		switch c := s[sp.Start]; {
		case c <= ' ' || c == '_' || c == ':' || c == '-':
			sp.Start++
		case dashAt(s, sp.Start) > 0:
			sp.Start += dashAt(s, sp.Start)
		default:
			return sp
		}
	}
	return sp
}

// group reads a group. More clauses may come from the group around it.
func (b *builder) group(sc scope, g notation.ID, more []notation.Clause) {
	t := sc.tree
	if touches(sc.src.Text, t.Nodes[g].Span.Start) {
		sc.w.space()
	}
	a := t.Attribution(g)
	if a == notation.None {
		b.open(sc, g)
		return
	}
	clauses := t.ClausesOf(a)
	own, inner := b.ownWords(sc, g)
	if !own && inner == notation.None {
		b.directive(sc, g, clauses)
		sc.w.leaveOut()
		return
	}
	if !own && inner != notation.None && onlyStances(clauses) && t.Attribution(inner) != notation.None && t.Nodes[inner].Next == a {
		b.group(sc, inner, clauses)
		return
	}
	switch first := clauses[0]; first.Verb {
	case notation.For, notation.Against, notation.Support:
		if firstAttribution(t, g) != a {
			b.readings(sc, g)
			return
		}
		b.words(sc, g, append(clauses[:len(clauses):len(clauses)], more...))
	case notation.Delete:
		if first.Object != notation.NoObject && first.Object != notation.Sentence {
			b.open(sc, g)
			b.directive(sc, g, clauses)
			return
		}
		b.words(sc, g, clauses)
	case notation.Retain:
		b.words(sc, g, clauses)
	default:
		b.open(sc, g)
		b.directive(sc, g, clauses)
	}
}

// touches reports whether a bracket that closes a group stands right before the
// one that opens another at i: what they hold are words of their own,
// "[shall][agree]" but not "[data][, if any,]", while brackets in a word leave
// it whole, "[inter]national". Parentheses stand in the text themselves,
// "5(1)(a)".
func touches(s string, i int) bool {
	return i > 0 && i+1 < len(s) && (s[i] == '[' || s[i] == '{') && (s[i-1] == ']' || s[i-1] == '}') && !closesUp(s[i+1])
}

// firstAttribution returns the first attribution of g that has clauses.
func firstAttribution(t *notation.Tree, g notation.ID) notation.ID {
	for c := t.Nodes[g].First; c != notation.None; c = t.Nodes[c].Next {
		if t.Nodes[c].Kind == notation.Attribution && t.Nodes[c].Clauses.Len() > 0 {
			return c
		}
	}
	return notation.None
}

// open reads a group without an attribution: an alternative left open, a
// placeholder, a parenthesis of the prose. Its words stand in the text, square
// brackets do not.
func (b *builder) open(sc scope, g notation.ID) {
	t := sc.tree
	b.opened.group, b.opened.at = g, sc.w.len()
	own, _ := b.ownWords(sc, g)
	prose := t.Nodes[g].Bracket == '(' && t.Attribution(g) == notation.None && own
	for c := t.Nodes[g].First; c != notation.None; c = t.Nodes[c].Next {
		switch t.Nodes[c].Kind {
		case notation.Open, notation.Close, notation.Label:
			if prose || t.Nodes[c].Kind == notation.Label {
				b.plain(sc, t.Nodes[c].Span)
			}
		default:
			b.node(sc, c)
		}
	}
}

// holdsGroup reports whether an attributed group stands right inside g.
func holdsGroup(t *notation.Tree, g notation.ID) bool {
	for c := t.Nodes[g].First; c != notation.None; c = t.Nodes[c].Next {
		if t.Nodes[c].Kind == notation.Group && t.Attribution(c) != notation.None {
			return true
		}
	}
	return false
}

// ownWords reports whether a group has words besides its attribution and the
// groups in it, and returns the first of these.
func (b *builder) ownWords(sc scope, g notation.ID) (own bool, inner notation.ID) {
	inner = notation.None
	for c := sc.tree.Nodes[g].First; c != notation.None; c = sc.tree.Nodes[c].Next {
		switch sc.tree.Nodes[c].Kind {
		case notation.Text:
			own = own || hasWord(sc.tree.Text(c)) || strings.Trim(sc.tree.Text(c), " \n\t:;") != ""
		case notation.Label:
			own = true
		case notation.Group:
			if inner == notation.None {
				inner = c
			}
		}
	}
	return own, inner
}

func onlyStances(cs []notation.Clause) bool {
	for _, c := range cs {
		if c.Verb != notation.Against && c.Verb != notation.Retain {
			return false
		}
	}
	return true
}

// directive adds the proposals of clauses that speak of a unit. Of one whose
// brackets are lost in mid-sentence it cannot be told what it is about.
func (b *builder) directive(sc scope, g notation.ID, clauses []notation.Clause) {
	last := -1
	n := &sc.tree.Nodes[g]
	bare := n.Kind == notation.Group && n.Flags == notation.Unopened|notation.Unclosed && n.Prev != notation.None
	vague := bare && wordsBehind(sc.tree, g)
	for _, c := range clauses {
		action := directiveAction[c.Verb]
		switch {
		case c.Verb == notation.Retain && last >= 0 && b.snap.Proposals[last].Action != RetainUnit:
			b.snap.Proposals[last].Retain = b.add(b.snap.Proposals[last].Retain, sc, c)
			continue
		case c.Verb == notation.Against && last >= 0:
			b.snap.Proposals[last].Against = b.add(b.snap.Proposals[last].Against, sc, c)
			continue
		case c.Object == notation.Other && c.Verb == notation.Delete, vague && c.Object == notation.NoObject && c.Verb < notation.Move:
			action = Other
		}
		p := Proposal{
			Unit:     b.unitFor(sc.unit, c),
			Action:   action,
			Target:   b.target(sc, c),
			Sponsors: b.add(nil, sc, c),
			Certain:  c.Verb != notation.For && !bare,
			Source:   b.place(sc.src.SourceSpan(n.Span)),
		}
		if vague && c.Verb != notation.For && p.Target == "" {
			p.Target = b.spoken(sc, text.Span{Start: c.Span.Start, End: c.Target.Start})
		}
		p.At = Anchor{sc.w.len(), sc.w.len()}
		last = b.propose(p, -1)
	}
}

// wordsBehind reports whether words follow a group in the block.
func wordsBehind(t *notation.Tree, g notation.ID) bool {
	for c := t.Nodes[g].Next; c != notation.None; c = t.Nodes[c].Next {
		if t.Nodes[c].Kind != notation.Text || hasWord(t.Text(c)) {
			return true
		}
	}
	return false
}

// directiveAction is the action on a unit that a verb asks for.
var directiveAction = map[notation.Verb]Action{
	notation.For: Other, notation.Against: Other, notation.Retain: RetainUnit, notation.Delete: DeleteUnit,
	notation.Support: SupportUnit, notation.Move: MoveUnit, notation.Merge: MergeUnit, notation.Align: AlignUnit, notation.Wish: Other,
}

// target returns the words behind the verb, of those verbs whose target is
// not just the unit itself.
func (b *builder) target(sc scope, c notation.Clause) string {
	if c.Verb < notation.Move && c.Object != notation.Other && c.Object != notation.Sentence {
		return ""
	}
	return b.spoken(sc, c.Target)
}

// spoken returns the words of a wish.
func (b *builder) spoken(sc scope, sp text.Span) string {
	b.aside.begin()
	b.aside.write(sc.src.Text[sp.Start:sp.End])
	return b.aside.text()
}
