package snapshot

import (
	"slices"
	"strings"

	"github.com/draftdiff/draftdiff/pkg/notation"
)

// What a group does to the text, by its own marks and by its neighbours.

// actionOf tells what a group does to the text, by its strikes and its first
// clause, and lowers p.Certain where the marks do not suffice.
func (b *builder) actionOf(p *Proposal, sc scope, g notation.ID, clauses []notation.Clause) Action {
	switch clauses[0].Verb {
	case notation.Delete:
		return Delete
	case notation.Retain:
		p.Certain = false
		return Retain
	}
	letters, struck := b.ownStruck(sc, g)
	bare := struck == 0
	if sc.struck {
		struck = 0
	}
	if struck > 0 && opposedByDelete(clauses) {
		p.Certain, struck = false, 0
	}
	if struck > 0 {
		if s := b.smearOver(sc, g); s.groups > 1 {
			p.Certain = false
			if s.letters == 0 {
				struck = 0
			}
		}
		if n := &sc.tree.Nodes[g]; struck == letters && n.Bracket == '[' && b.unstruck(sc.src.Text[n.Span.Start+1:n.Span.End-1]) {
			p.Certain, struck = false, 0
		}
	}
	switch {
	case struck > 0 && struck < letters:
		return Replace
	case b.joint(sc, g) >= 0:
		p.Certain = false
		return Replace
	case struck > 0:
		p.Certain = p.Certain && !b.insideStruck(sc, g)
		return Delete
	case bare && b.replacesInner(p, sc, g):
		p.Certain = false
		return Replace
	case len(p.Retain) > 0, b.amended(p, sc, g), b.interrupted(p, sc, g), replaced(sc, g):
		p.Certain = false
		return Delete
	}
	if besideOpen(sc.tree, g) {
		p.Certain = false
	}
	return Insert
}

// opposedByDelete reports whether parties answer a proposal with "delete": its
// words are not in the base, whatever is struck.
func opposedByDelete(clauses []notation.Clause) bool {
	return slices.ContainsFunc(clauses[1:], func(c notation.Clause) bool { return c.Verb == notation.Delete })
}

// insideStruck reports whether the strike on g is one over the group around it.
func (b *builder) insideStruck(sc scope, g notation.ID) bool {
	around := sc.tree.Nodes[g].Parent
	sp := sc.tree.Nodes[around].Span
	for _, m := range sc.strikes.From(sp.Start) {
		switch {
		case m.Start > sp.Start:
			return false
		case m.Contains(sp):
			return around != 0 && sc.tree.Attribution(around) != notation.None
		}
	}
	return false
}

// replacesInner reports whether the words of g, which are not struck, stand for
// struck ones that its own sponsors delete: "[~~(other: EU & mS)~~ judicial: EU
// & mS, CN]".
func (b *builder) replacesInner(p *Proposal, sc scope, g notation.ID) bool {
	for c := sc.tree.Nodes[g].First; c != notation.None; c = sc.tree.Nodes[c].Next {
		if sc.tree.Nodes[c].Kind != notation.Group || !sc.strikes.whole(sc.words(c)) {
			continue
		}
		if n := sponsorsAmong(sc.tree, c, p.Sponsors); n > 0 && n == len(sc.tree.PartiesOf(sc.tree.ClausesOf(sc.tree.Attribution(c))[0])) {
			return true
		}
	}
	return false
}

// besideOpen reports whether a group stands next to an alternative left open in
// the base text: it may be one of them, which some parties want.
func besideOpen(t *notation.Tree, g notation.ID) bool {
	for _, step := range [...]func(*notation.Node) notation.ID{
		func(n *notation.Node) notation.ID { return n.Next },
		func(n *notation.Node) notation.ID { return n.Prev },
	} {
		if c := neighbour(t, g, step); c != notation.None && t.Nodes[c].Bracket == '[' && t.Attribution(c) == notation.None && t.Nodes[c].First != notation.None && !holdsGroup(t, c) && !onlyLabelIn(t, c) {
			return true
		}
	}
	return false
}

// amended reports whether other parties than the sponsors of g propose
// something on its words: words that several parties amend stand in the base.
func (b *builder) amended(p *Proposal, sc scope, g notation.ID) bool {
	for c := sc.tree.Nodes[g].First; c != notation.None; c = sc.tree.Nodes[c].Next {
		if sc.tree.Nodes[c].Kind != notation.Group {
			continue
		}
		if n := sponsorsAmong(sc.tree, c, p.Sponsors); n == 0 {
			return true
		}
	}
	return false
}

// sponsorsAmong returns how many parties of a group's first clause are among
// some others, -1 if the group is nobody's.
func sponsorsAmong(t *notation.Tree, g notation.ID, others []string) int {
	a := t.Attribution(g)
	if a == notation.None {
		return -1
	}
	n := 0
	for _, it := range t.PartiesOf(t.ClausesOf(a)[0]) {
		if slices.Contains(others, it.ID) {
			n++
		}
	}
	return n
}

// interrupted reports whether g is one half of words that somebody else's group
// divides, "[builds on: YE] [the strengthening of: UY] [capacities: YE]": the
// one in the middle amends the others, which stand in the base.
func (b *builder) interrupted(p *Proposal, sc scope, g notation.ID) bool {
	if len(p.Sponsors) < 2 {
		return false
	}
	for _, step := range [...]func(*notation.Node) notation.ID{
		func(n *notation.Node) notation.ID { return n.Next },
		func(n *notation.Node) notation.ID { return n.Prev },
	} {
		middle := neighbour(sc.tree, g, step)
		if middle == notation.None || sponsorsAmong(sc.tree, middle, p.Sponsors) != 0 || onlyDirective(sc.tree, middle) {
			continue
		}
		other := neighbour(sc.tree, middle, step)
		if other != notation.None && sameSponsors(sc.tree, other, p.Sponsors) {
			return true
		}
	}
	return false
}

// sameSponsors reports whether a group has just these sponsors.
func sameSponsors(t *notation.Tree, g notation.ID, sponsors []string) bool {
	n := sponsorsAmong(t, g, sponsors)
	return n == len(sponsors) && !onlyDirective(t, g) && len(t.PartiesOf(t.ClausesOf(t.Attribution(g))[0])) == n
}

// neighbour returns the group next to g, with nothing but white space between.
func neighbour(t *notation.Tree, g notation.ID, step func(*notation.Node) notation.ID) notation.ID {
	c := step(&t.Nodes[g])
	if c != notation.None && t.Nodes[c].Kind == notation.Text && strings.TrimSpace(t.Text(c)) == "" {
		c = step(&t.Nodes[c])
	}
	if c == notation.None || t.Nodes[c].Kind != notation.Group {
		return notation.None
	}
	return c
}

// onlyDirective reports whether a group holds a wish about a unit and no words.
func onlyDirective(t *notation.Tree, g notation.ID) bool {
	a := t.Attribution(g)
	return a != notation.None && t.ClausesOf(a)[0].Verb != notation.For
}
