package notation

import (
	"strings"

	"github.com/draftdiff/draftdiff/pkg/party"
	"github.com/draftdiff/draftdiff/pkg/text"
)

// Giving a group that ends the attribution that its words end with.

// attribute gives g the attribution that its words up to i end with.
func (p *Parser) attribute(g ID, i int) bool {
	if p.wholeDirective(g, i) {
		return true
	}
	if p.verbInParen(p.t.Nodes[g].Last) && p.attributeBefore(g, i) {
		return true
	}
	if f, ok := p.stanceInParen(g, i); ok {
		p.addAttribution(g, f, i)
		return true
	}
	if p.from < i {
		if f, ok := p.attribution(p.from, i, p.t.Nodes[g].Last != None && p.ended != None); ok {
			if !p.extendBack(g, f, i) {
				p.earlierReadings(g, f.start)
				p.t.leaf(g, Text, p.from, f.start)
				p.addAttribution(g, f, i)
			}
			return true
		}
	}
	return p.attributeBefore(g, i)
}

// verbInParen reports whether a group is a stance in parentheses, "(delete)".
func (p *Parser) verbInParen(g ID) bool {
	return g != None && p.t.Nodes[g].Kind == Group && p.t.Nodes[g].Bracket == '(' && BeginsDirective(p.s[p.t.Nodes[g].Span.Start+1:])
}

// earlierReadings gives each of several readings in one group its own
// attribution: "[are encouraged to: EU & mS; may: CA, US]". The last one, at end,
// was found before.
func (p *Parser) earlierReadings(g ID, end int) {
	for {
		k := strings.IndexByte(p.s[p.from:end], ':')
		if k < 0 {
			return
		}
		at := p.from + k
		j := skipBlank(p.s[:end], at+1, false)
		n0 := len(p.t.Parties)
		if j >= end || p.s[j] < 'A' || p.s[j] > 'Z' {
			return
		}
		items, n := p.reg.ScanList(p.t.Parties, p.s[j:end], party.Strict)
		if n == 0 || j+n >= end || p.s[j+n] != ';' {
			return
		}
		p.t.Parties = items
		p.shift(n0, j)
		p.t.leaf(g, Text, p.from, at)
		p.addAttribution(g, found{start: at, clauses: p.single(For, n0, text.Span{Start: j, End: j + n})}, j+n+1)
	}
}

// wholeDirective reads a group as a wish about a unit whose words hold
// parentheses: "[merge subparagraphs (c) and (d): GT]".
func (p *Parser) wholeDirective(g ID, i int) bool {
	t := p.t
	first := t.Nodes[g].First
	if first == None || t.Nodes[first].Kind != Open || t.Nodes[first].Next == None || !BeginsDirective(p.s[t.Nodes[first].Span.End:i]) {
		return false
	}
	start := t.Nodes[first].Span.End
	r, ok := p.clauses(start, i, true)
	if !ok {
		return false
	}
	t.dropFrom(g, t.Nodes[first].Next)
	p.addAttribution(g, found{start: start, clauses: r}, i)
	return true
}

func (p *Parser) addAttribution(g ID, f found, end int) {
	a := p.t.add(g, Node{Kind: Attribution, Span: text.Span{Start: f.start, End: end}, Clauses: f.clauses})
	if f.noColon {
		p.t.Nodes[g].Flags |= NoColon
	}
	p.t.Nodes[a].Clauses = f.clauses
	p.from = end
}

// extendBack handles an attribution with a comment or a stance in parentheses
// in it, "TH (merging subparagraphs); against – CA": if what f found are only
// stances, and the words before the parenthesis end with an attribution, both
// are one. So are they where the parenthesis is a label in what a verb names:
// "– retain original article 90 paragraph 2(a): CARICOM".
func (p *Parser) extendBack(g ID, f found, i int) bool {
	last := p.t.Nodes[g].Last
	named := f.start == p.from && last != None && p.labelIn(last)
	for _, c := range p.t.Clauses[f.clauses.Start:f.clauses.End] {
		if c.Verb != Against && c.Verb != Retain && c.Verb != Delete && !(named && c.Verb == For) {
			return false
		}
	}
	return p.attributeBefore(g, i)
}

// labelIn reports whether g is a label in parentheses in mid-text, "(a)".
func (p *Parser) labelIn(g ID) bool {
	n := &p.t.Nodes[g]
	if n.Kind != Group || n.Bracket != '(' || n.Span.Len() > len("(viii)") {
		return false
	}
	return ScanLabel(p.s[n.Span.Start:n.Span.End]).Class == Letter
}

// attributeBefore reads an attribution that goes on behind the last child of
// g, a parenthesis.
func (p *Parser) attributeBefore(g ID, i int) bool {
	t := p.t
	paren := t.Nodes[g].Last
	if paren == None || t.Nodes[paren].Kind != Group || t.Nodes[paren].Bracket != '(' {
		return false
	}
	words := t.Nodes[paren].Prev
	if words == None || t.Nodes[words].Kind != Text {
		return false
	}
	before := t.Nodes[words].Span
	prev := t.Nodes[words].Prev
	f, ok := p.attribution(before.Start, before.End, prev != None && t.Nodes[prev].Kind == Group)
	if !ok {
		return false
	}
	whole, ok := p.clauses(f.start, i, false)
	if !ok {
		return false
	}
	f.clauses = whole
	if f.start == before.Start {
		t.dropFrom(g, words)
	} else {
		t.dropFrom(g, paren)
		t.Nodes[words].Span.End = f.start
	}
	p.addAttribution(g, f, i)
	return true
}
