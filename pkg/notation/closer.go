package notation

import (
	"strings"

	"github.com/draftdiff/draftdiff/pkg/party"
	"github.com/draftdiff/draftdiff/pkg/text"
)

// Recovery of a lost closer: where the group ends that was opened.

// lostCloser looks for an attribution in the words up to i, behind which the
// group it belongs to was never closed: "[as well as]including: AU considering".
func (p *Parser) lostCloser(i int) {
	for from := p.from; ; {
		k := strings.IndexByte(p.s[from:i], ':')
		if k < 0 {
			return
		}
		at := from + k
		from = at + 1
		n0 := len(p.t.Parties)
		j := skipBlank(p.s[:i], at+1, false)
		if j >= i || p.s[j] < 'A' || p.s[j] > 'Z' {
			continue
		}
		items, n := p.reg.ScanList(p.t.Parties, p.s[j:i], party.Strict)
		if n == 0 || !p.endsHere(items[n0:], j+n, i) {
			continue
		}
		p.t.Parties = items
		p.shift(n0, j)
		end := p.t.Parties[len(p.t.Parties)-1].Span.End
		f := found{start: at, clauses: p.single(For, n0, text.Span{Start: j, End: end})}
		p.closeLost(f, end)
		from = p.from
	}
}

// endsHere reports whether a list that reaches to j is the end of a group: the
// sentence goes on behind it, a bracket opens, or the block ends.
func (p *Parser) endsHere(items []party.Item, j, i int) bool {
	if j < i {
		c := p.s[j]
		return c >= 'a' && c <= 'z' || c >= 0x80 || c == ';' && j+1 >= len(p.s)
	}
	if i == len(p.s) {
		return true
	}
	return p.s[i] == '[' || p.s[i] == '{'
}

// closeLost ends the group whose attribution f is, at end.
func (p *Parser) closeLost(f found, end int) {
	g := p.top()
	if g != 0 && p.reopenable(g, f.start, end) == None {
		p.t.leaf(g, Text, p.from, f.start)
		p.addAttribution(g, f, end)
		p.t.Nodes[g].Flags |= Unclosed
		p.pop(g, end)
		p.complain("unclosed", "the closing bracket of this proposal is missing", p.t.Nodes[g].Span.Start)
		return
	}
	p.unopened(f, end)
	p.from, p.ended = end, p.t.Nodes[g].Last
	p.t.Nodes[p.ended].Flags |= Unclosed
}

// abandon gives up the group on top of the stack at i: it keeps its place if
// its words end with an attribution, or if it may go on in the next block;
// else its opener is Bad and its children are its parent's.
func (p *Parser) abandon(i int) {
	g := p.top()
	t := p.t
	ok := p.attribute(g, i)
	if !ok {
		p.lostCloser(i)
		if p.top() != g {
			return
		}
		p.flush(i)
	}
	if ok || i == len(p.s) && t.Nodes[g].Bracket == '[' && p.atBeginning(g) && t.Nodes[g].Parent == 0 {
		t.Nodes[g].Flags |= Unclosed
		p.complain("unclosed", "this bracket is not closed", t.Nodes[g].Span.Start)
		p.pop(g, i)
		return
	}
	p.complain("unbalanced", "this bracket opens nothing", t.Nodes[g].Span.Start)
	p.stack = p.stack[:len(p.stack)-1]
	t.dissolve(g)
	p.ended = None
}
