package snapshot

import (
	"strings"

	"github.com/draftdiff/draftdiff/internal/byteset"
	"github.com/draftdiff/draftdiff/pkg/notation"
	"github.com/draftdiff/draftdiff/pkg/text"
)

// words reads a group that proposes something about words: section 3 of the
// notation.
func (b *builder) words(sc scope, g notation.ID, clauses []notation.Clause) {
	n := &sc.tree.Nodes[g]
	p := Proposal{
		Unit:    b.snap.Units[sc.unit].ID,
		Certain: !sc.struck && n.Flags&(notation.Unopened|notation.Unclosed) == 0,
		Source:  b.place(sc.src.SourceSpan(n.Span)),
	}
	b.stances(&p, sc, clauses)
	p.Action = b.actionOf(&p, sc, g, clauses)
	old := -1
	if p.Action == Insert && b.replacesPrevious(sc, g) {
		p.Certain, old = false, b.opened.at
	}
	i := b.propose(p, sc.within)
	b.readWords(sc, g, i)
	if old >= 0 {
		b.snap.Proposals[i].Action = Replace
		b.anchor(&b.snap.Proposals[i], sc, old)
	}
	for _, c := range clauses[1:] {
		if c.Verb >= notation.Move {
			b.directive(sc, g, []notation.Clause{c})
		}
	}
}

// readings reads a group with several readings, each with its own parties:
// "[~~shall~~ are encouraged to: EU & mS; may: CA, US]". The struck words stand
// in the first and are what each of them replaces; a strike over everything
// tells nothing.
func (b *builder) readings(sc scope, g notation.ID) {
	t := sc.tree
	start := sc.w.len()
	letters, struck := b.ownStruck(sc, g)
	joint := -1
	if struck == 0 || struck == letters {
		joint = b.joint(sc, g)
	}
	put := func(sp text.Span, fresh *writer) {
		write := func(part text.Span, old bool) {
			w := fresh
			if old {
				w = sc.w
			}
			w.write(sc.src.Text[part.Start:part.End])
		}
		switch {
		case joint >= 0:
			b.part(sc, sp, Replace, joint, write)
		case struck == letters:
			write(sp, false)
		default:
			sc.strikes.cuts(sc.src.Text, sp, write)
		}
	}
	for c := t.Nodes[g].First; c != notation.None; {
		c = b.reading(sc, g, c, start, put)
	}
}

// reading reads one of several readings, the children of g from c to the next
// attribution, and returns the child behind it.
func (b *builder) reading(sc scope, g, c notation.ID, start int, put func(text.Span, *writer)) notation.ID {
	t := sc.tree
	i := b.propose(Proposal{Unit: b.snap.Units[sc.unit].ID, Source: b.place(sc.src.SourceSpan(t.Nodes[g].Span))}, sc.within)
	into := sc
	into.w, into.within, into.depth = b.writer(sc.depth), i, sc.depth+1
	into.w.begin()
	for ; c != notation.None; c = t.Nodes[c].Next {
		switch n := &t.Nodes[c]; {
		case n.Kind == notation.Text:
			put(n.Span, into.w)
		case n.Kind == notation.Group:
			b.group(into, c, nil)
		case n.Kind == notation.Attribution && n.Clauses.Len() > 0:
			p := &b.snap.Proposals[i]
			p.Action, p.New = Insert, tidy(into.w.text())
			if sc.w.len() > start {
				p.Action = Replace
			}
			b.stances(p, sc, t.ClausesOf(c))
			b.anchor(p, sc, start)
			return t.Nodes[c].Next
		}
	}
	b.snap.Proposals, b.within = b.snap.Proposals[:i], b.within[:i] // nothing but the closer was left
	return c
}

// replacesPrevious reports whether a struck group without an attribution touches
// g: its words are what those of g replace, "~~[sought]~~[requested: RU]".
func (b *builder) replacesPrevious(sc scope, g notation.ID) bool {
	prev := sc.tree.Nodes[g].Prev
	if prev == notation.None || prev != b.opened.group {
		return false
	}
	sp := sc.tree.Nodes[prev].Span
	return sp.End == sc.tree.Nodes[g].Span.Start && sc.strikes.whole(text.Span{Start: sp.Start + 1, End: sp.End - 1})
}

// readWords reads the words of a group into the proposal i: what is old goes
// into the text around it, what is new into the proposal.
func (b *builder) readWords(sc scope, g notation.ID, i int) {
	p := &b.snap.Proposals[i]
	action := p.Action
	fresh := b.writer(sc.depth)
	fresh.begin()
	into := sc
	into.w, into.within, into.depth = fresh, i, sc.depth+1
	stay := sc
	stay.depth++
	if action == Delete && !p.Certain || sc.struck {
		into.struck, stay.struck = sc.struck, sc.struck
	}
	start := sc.w.len()
	joint := -1
	if action == Replace && !b.partlyStruck(sc, g) {
		joint = b.joint(sc, g)
	}
	side := action == Delete || action == Retain
	put := func(part text.Span, old bool) {
		w := fresh
		if old {
			w = sc.w
		}
		if old != side && w.len() > 0 {
			w.space()
		}
		side = old
		w.write(sc.src.Text[part.Start:part.End])
	}
	for c := sc.tree.Nodes[g].First; c != notation.None; c = sc.tree.Nodes[c].Next {
		switch n := &sc.tree.Nodes[c]; n.Kind {
		case notation.Text, notation.Label:
			b.part(sc, n.Span, action, joint, put)
		case notation.Group:
			to := into
			if side || action == Replace && (n.Span.End <= joint || sc.strikes.In(n.Span)*2 > n.Span.Len()) {
				to = stay
			}
			b.group(to, c, nil)
		}
	}
	p = &b.snap.Proposals[i]
	if action == Insert || action == Replace {
		p.New = tidy(fresh.text())
	}
	b.anchor(p, sc, start)
}

// partlyStruck reports whether strikes tell the old words of a group from the
// new.
func (b *builder) partlyStruck(sc scope, g notation.ID) bool {
	letters, struck := b.ownStruck(sc, g)
	return struck > 0 && struck < letters
}

// part hands a stretch of a group's own words to put, each as old or as new.
func (b *builder) part(sc scope, sp text.Span, action Action, joint int, put func(text.Span, bool)) {
	switch {
	case action != Replace:
		put(sp, action != Insert)
	case joint < 0:
		sc.strikes.cuts(sc.src.Text, sp, put)
	case joint >= sp.End:
		put(sp, true)
	case joint < sp.Start:
		put(sp, false)
	default:
		put(text.Span{Start: sp.Start, End: joint}, true)
		for joint < sp.End && (!isLetter(sc.src.Text[joint]) || dashAt(sc.src.Text, joint) > 0) {
			joint += max(1, dashAt(sc.src.Text, joint))
		}
		put(text.Span{Start: joint, End: sp.End}, false)
	}
}

// anchor says where the words of p stand in the text around it.
func (b *builder) anchor(p *Proposal, sc scope, start int) {
	all := sc.w.text()
	for start < len(all) && all[start] == ' ' {
		start++
	}
	p.At = Anchor{start, len(all)}
	if p.Action != Insert {
		p.Old = tidy(all[start:])
		p.At.End = start + len(p.Old)
	}
	sc.w.leaveOut()
}

var separators = byteset.Of(" :")

// tidy takes off what the conversion left at the end of words: the punctuation
// before a lost or doubled colon, dashes around a label.
func tidy(s string) string {
	return separators.TrimEnd(strings.TrimLeft(s, " "))
}

func dashAt(s string, i int) int {
	if s[i] == 0xE2 && i+2 < len(s) && s[i+1] == 0x80 && (s[i+2] == 0x93 || s[i+2] == 0x94) {
		return 3
	}
	return 0
}
