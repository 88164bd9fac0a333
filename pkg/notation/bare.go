package notation

import (
	"github.com/draftdiff/draftdiff/internal/byteset"
)

// Wishes about a unit whose brackets are lost. They are told from prose by what
// stands around them, and by parties that are all known.

// struckDirectives makes groups of the strikes up to i, outside of groups, that
// cover a wish and nothing else: "reciprocity, ~~delete – JP~~ as well as".
func (p *Parser) struckDirectives(i int) {
	if len(p.stack) > 1 {
		return
	}
	for _, m := range p.strikes.From(p.from) {
		if m.Start >= i {
			return
		}
		if m.Start >= p.from && m.End <= i {
			p.bareDirective(m.Start, m.End)
		}
	}
}

// reachBare is how many bytes at the end of a block a wish may take up.
const reachBare = 160

var (
	sentenceParts = byteset.Of(".;,:\n")
	listEnd       = byteset.Of(" .\n")
)

// lastDirective makes a group of a wish that ends the block behind a group, a
// label or punctuation: "of reciprocity. Delete – JP, RU".
func (p *Parser) lastDirective() {
	tail := listEnd.TrimEnd(p.s[p.from:])
	if n := len(tail); n == 0 || tail[n-1] > 'Z' && tail[n-1] != 'S' && tail[n-1] != 'p' || tail[n-1] < 'A' {
		return
	}
	from := max(p.from, len(p.s)-reachBare)
	if from == p.from && p.t.Nodes[0].Last != None && p.bareDirective(from, len(p.s)) {
		return
	}
	for i := sentenceParts.Index(p.s, from); i < len(p.s); i = sentenceParts.Index(p.s, i+1) {
		if p.bareDirective(i+1, len(p.s)) {
			return
		}
	}
}

// bareDirective makes a group of the words from start to end at the top of the
// block, if they are wishes about a unit with the parties that have them.
func (p *Parser) bareDirective(start, end int) bool {
	if !BeginsDirective(p.s[start:end]) {
		return false
	}
	c0, n0 := len(p.t.Clauses), len(p.t.Parties)
	r, ok := p.clauses(start, end, true)
	if !ok || !p.allKnown(r) {
		p.t.Clauses, p.t.Parties = p.t.Clauses[:c0], p.t.Parties[:n0]
		return false
	}
	p.t.leaf(0, Text, p.from, start)
	g := p.t.add(0, Node{Kind: Group, Flags: Unopened | Unclosed, Bracket: '['})
	p.addAttribution(g, found{start: start, clauses: r}, end)
	p.complain("unopened", "the brackets around this wish are missing", start)
	return true
}

// allKnown reports whether each clause has parties, all of them known, and a
// colon or a dash before them.
func (p *Parser) allKnown(r Range) bool {
	for _, c := range p.t.Clauses[r.Start:r.End] {
		if c.Parties.Len() == 0 {
			return false
		}
		for _, it := range p.t.PartiesOf(c) {
			if !it.Known {
				return false
			}
		}
		if !p.parted(c.Target.End, p.t.PartiesOf(c)[0].Span.Start) {
			return false
		}
	}
	return true
}

// parted reports whether a colon or a dash stands between start and end.
func (p *Parser) parted(start, end int) bool {
	for i := start; i < end; i++ {
		if p.s[i] == ':' || dash(p.s, i) > 0 {
			return true
		}
	}
	return false
}
