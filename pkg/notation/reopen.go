package notation

import (
	"strings"

	"github.com/draftdiff/draftdiff/pkg/text"
)

// Recovery of a closer that was set too early: the group before an attribution
// is reopened, so that its words reach up to it.

// Words that a reopened group may lie away from the attribution: a struck
// group is surely what the words behind it replace, an unstruck one only if
// little stands between.
const (
	reachStruck   = 600 // bytes
	reachUnstruck = 110
	reachExcess   = 8192
)

// innerEarlier reports whether the closer at i ends a group inside g that was
// closed too early, and not g itself: a group that can be reopened stands
// right before, and a closer that has no opener comes later.
func (p *Parser) innerEarlier(g ID, i int) bool {
	last := p.t.Nodes[g].Last
	if last == None || p.t.Nodes[last].Kind != Group || p.reopenable(g, i, i) == None || !p.excess(i) {
		return false
	}
	c0, n0 := len(p.t.Clauses), len(p.t.Parties)
	f, ok := p.attribution(p.from, i, true)
	ok = ok && !p.directive(f)
	p.t.Clauses, p.t.Parties = p.t.Clauses[:c0], p.t.Parties[:n0]
	return ok
}

// excess reports whether the closers of the kind at i outnumber the openers in
// what follows it.
func (p *Parser) excess(i int) bool {
	closer := p.s[i]
	depth := 0
	for _, c := range []byte(p.s[i+1 : min(len(p.s), i+1+reachExcess)]) {
		switch c {
		case openerOf[closer]:
			depth++
		case closer:
			if depth--; depth < 0 {
				return true
			}
		}
	}
	return false
}

// reopenable returns the closed group before the words that end at at, if its
// closer must have been set too early: it has no attribution of its own, and
// it is struck or close by.
func (p *Parser) reopenable(g ID, at, end int) ID {
	t := p.t
	if g == 0 && p.proposedUnit() {
		if l := p.labelGroup(); l != None && t.Nodes[l].Parent == g {
			return l
		}
		return None
	}
	last := t.Nodes[g].Last
	if end == len(p.s) || p.s[end] != ')' {
		last = p.overParens(last, at)
	}
	if last == None || t.Nodes[last].Kind != Group || t.Attribution(last) != None || t.Nodes[last].Flags&Trailing != 0 {
		return None
	}
	if p.onlyLabel(last) || p.labelIn(last) || p.baseUnit(last) {
		return None
	}
	reach := reachUnstruck
	if p.struck(t.Nodes[last].Span) {
		reach = reachStruck
	} else if p.alternative(last) && !noise(p.s[t.Nodes[last].Span.End:at]) {
		return None
	}
	if gap := at - t.Nodes[last].Span.End; gap > reach || reach == reachUnstruck && strings.Contains(p.s[t.Nodes[last].Span.End:at], ". ") {
		return None
	}
	return last
}

// overParens returns the struck group in square brackets that stands before
// last, a parenthesis in the words behind it: "~~[industry]~~ other (relevant:
// ID) stakeholders: IN]". Else it returns last.
func (p *Parser) overParens(last ID, at int) ID {
	t := p.t
	for c := last; c != None && t.Nodes[c].Bracket != '[' && t.Nodes[c].Kind != Bad && at-t.Nodes[c].Span.Start <= reachStruck; c = t.Nodes[c].Prev {
		if prev := t.Nodes[c].Prev; prev != None && t.Nodes[prev].Bracket == '[' && p.struck(t.Nodes[prev].Span) && !p.onlyLabel(prev) {
			return prev
		}
	}
	return last
}

// baseUnit reports whether g is a unit of the base text in brackets: the block
// begins with it, and it with a plain label.
func (p *Parser) baseUnit(g ID) bool {
	t := p.t
	if !p.atBeginning(g) || p.proposedUnit() {
		return false
	}
	c := t.Nodes[g].First
	for c != None && t.Nodes[c].Kind != Label && noise(t.Text(c)) {
		c = t.Nodes[c].Next
	}
	return c != None && t.Nodes[c].Kind == Label
}

// proposedUnit reports whether the block begins with the label of a proposed
// unit, "[2 alt]" or "4 bis.": an attribution without an opener is then the
// unit's.
func (p *Parser) proposedUnit() bool {
	if len(p.t.Labels) == 0 {
		return false
	}
	l := p.t.Labels[0]
	return l.Proposed() && noise(p.s[:l.Span.Start])
}

// labelGroup returns the group at the beginning of the block that holds
// nothing but a label, None if there is none.
func (p *Parser) labelGroup() ID {
	c := p.t.Nodes[0].First
	for c != None && p.t.Nodes[c].Kind == Text {
		c = p.t.Nodes[c].Next
	}
	if c != None && p.t.Nodes[c].Kind == Group && p.onlyLabel(c) {
		return c
	}
	return None
}

// onlyLabel reports whether a group holds a label and nothing else.
func (p *Parser) onlyLabel(g ID) bool {
	label := false
	for c := p.t.Nodes[g].First; c != None; c = p.t.Nodes[c].Next {
		switch p.t.Nodes[c].Kind {
		case Label:
			label = true
		case Text:
			if strings.Trim(p.t.Text(c), " .\t\n") != "" {
				return false
			}
		case Group, Attribution:
			return false
		}
	}
	return label
}

// struck reports whether more than half of the span is struck.
func (p *Parser) struck(sp text.Span) bool {
	return 2*p.strikes.In(sp) > sp.Len()
}

// alternative reports whether an unattributed group stands next to another
// one: alternatives left open in the base text.
func (p *Parser) alternative(g ID) bool {
	t := p.t
	prev := t.Nodes[g].Prev
	if prev != None && t.Nodes[prev].Kind == Text && strings.TrimSpace(t.Text(prev)) == "" {
		prev = t.Nodes[prev].Prev
	}
	return prev != None && t.Nodes[prev].Kind == Group && t.Attribution(prev) == None && t.Nodes[prev].Bracket == t.Nodes[g].Bracket
}

// reopen makes g, a closed group, reach to the end of its parent.
func (p *Parser) reopen(g ID) {
	t := p.t
	if c := t.Nodes[g].Last; t.Nodes[c].Kind == Close {
		t.Nodes[c].Kind = Bad
	}
	t.takeFollowing(g)
	t.Nodes[g].Flags |= Reopened
	p.complain("early-closer", "this bracket closes before the proposal ends", t.Nodes[g].Span.Start)
}
