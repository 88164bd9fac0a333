package notation

import "github.com/draftdiff/draftdiff/pkg/text"

// Recovery of a lost opener: where the group begins that an attribution ends.

// unopened makes a group that ends with the attribution f, which reaches to
// end, of what stands before it in the group on top of the stack. It becomes
// the last child of that group.
func (p *Parser) unopened(f found, end int) {
	t, g := p.t, p.top()
	directive, run := p.directive(f), None
	if !directive {
		r := p.reopenable(g, f.start, end)
		if r != None {
			run = p.runBefore(r)
		}
		if r != None && run == None {
			t.leaf(g, Text, p.from, f.start)
			p.from = f.start
			p.reopen(r)
			p.addAttribution(r, f, end)
			return
		}
	}
	first := None
	if directive {
		t.leaf(g, Text, p.from, f.start)
	} else if run != None {
		first = run
		t.leaf(g, Text, p.from, f.start)
	} else {
		first = p.beginning(g, f.start)
		if first == None {
			t.leaf(g, Text, p.from, f.start)
			first = p.overGroups(t.Nodes[g].Last)
		} else {
			t.leaf(g, Text, p.from, f.start)
		}
	}
	p.from = f.start
	a := t.add(g, Node{Kind: Attribution, Span: text.Span{Start: f.start, End: end}, Clauses: f.clauses})
	if first == None {
		first = a
	}
	first = p.cutAtStrike(first, a)
	w := t.wrap(first, '[')
	if f.noColon {
		t.Nodes[w].Flags |= NoColon
	}
	p.from = end
	p.complain("unopened", "the opening bracket of this proposal is missing; where it begins is a guess", t.Nodes[w].Span.Start)
}

// runBefore returns the first of the groups that one strike covers together
// with r, the last of them: "~~[data] [information]; US]~~". None if there is
// only r.
func (p *Parser) runBefore(r ID) ID {
	t, first := p.t, None
	for c := t.Nodes[r].Prev; c != None && p.oneStrike(t.Nodes[c].Span.Start, t.Nodes[r].Span.End); c = t.Nodes[c].Prev {
		switch {
		case t.Nodes[c].Kind == Group && t.Attribution(c) == None:
			first = c
		case t.Nodes[c].Kind != Text || !noise(t.Text(c)):
			return first
		}
	}
	return first
}

// oneStrike reports whether a single strike covers the text from start to end.
func (p *Parser) oneStrike(start, end int) bool {
	for _, m := range p.strikes.From(start) {
		if m.Start <= start && end <= m.End {
			return true
		}
	}
	return false
}

// overGroups returns the words before last where it is a parenthesis in them:
// an attribution right behind that is of both, "security or (morals: AR): RU]".
// None if there are no words.
func (p *Parser) overGroups(last ID) ID {
	t := p.t
	for last != None && t.Nodes[last].Kind == Group && t.Nodes[last].Bracket == '(' {
		last = t.Nodes[last].Prev
	}
	if last == None || t.Nodes[last].Kind != Text {
		return None
	}
	return last
}

// directive reports whether an attribution names a unit, so that it does not
// matter where its group begins.
func (p *Parser) directive(f found) bool {
	c := p.t.Clauses[f.clauses.Start]
	return c.Verb != For && (c.Object != NoObject || c.Verb >= Move)
}

// beginning returns the child of g at which an unopened group begins that is
// the whole block: right behind the label. None if it begins later.
func (p *Parser) beginning(g ID, at int) ID {
	t := p.t
	if g != 0 {
		return None
	}
	first := t.Nodes[0].First
	if p.proposedUnit() {
		if first != None && t.Nodes[first].Kind == Group && t.Attribution(first) != None {
			return None // the unit has its attribution already
		}
		return first
	}
	for c := first; c != None; c = t.Nodes[c].Next {
		if t.Nodes[c].Kind == Group && !(c == first && p.onlyLabel(c)) {
			return None
		}
	}
	if !p.nothingFollows(at) {
		return None
	}
	return first
}

// nothingFollows reports whether nothing but groups and punctuation stands
// behind the closer that follows at.
func (p *Parser) nothingFollows(at int) bool {
	depth := 0
	for i := at; i < len(p.s); i++ {
		switch c := p.s[i]; {
		case closerOf[c] != 0:
			depth++
		case openerOf[c] != 0:
			depth = max(0, depth-1)
			at = i
		case depth == 0 && at > 0 && wordByte(c) && openerOf[p.s[at]] != 0:
			return false
		}
	}
	return true
}

// cutAtStrike moves the beginning of an unopened group, a text leaf, to the
// strike that begins inside it: what is struck there is what is replaced.
func (p *Parser) cutAtStrike(first, attribution ID) ID {
	t := p.t
	if t.Nodes[first].Kind != Text || t.Nodes[first].Next != attribution {
		return first
	}
	sp := t.Nodes[first].Span
	for _, m := range p.strikes.From(sp.Start) {
		if m.Start >= sp.End {
			break
		}
		if m.Start > sp.Start && m.End < sp.End {
			return t.split(first, m.Start)
		}
	}
	return first
}
