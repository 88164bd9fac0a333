package notation

import (
	"strings"

	"github.com/draftdiff/draftdiff/internal/byteset"
	"github.com/draftdiff/draftdiff/pkg/party"
	"github.com/draftdiff/draftdiff/pkg/text"
)

// MaxDepth is how deep groups may nest; a bracket that would nest deeper is
// Bad. Real texts nest five deep.
const MaxDepth = 64

// A Parser parses blocks. Its invariants:
//
//   - every byte of the block is in exactly one leaf of its tree, in order;
//   - a branch covers its children exactly;
//   - parsing ends in time proportional to the block, whatever it holds;
//   - the same block gives the same tree.
//
// A Parser may be used for many blocks, one after the other.
type Parser struct {
	reg     *party.Registry
	scratch []party.Item

	t     *Tree
	s     string
	stack []ID // the open groups; the root is the first
	from  int  // where the words begin that are not yet in the tree
	ended ID   // the group that was closed last at from, or None

	strikes text.Strikes
}

// NewParser returns a parser that knows the parties of reg.
func NewParser(reg *party.Registry) *Parser { return &Parser{reg: reg} }

// bracket says which bytes open and close groups, and their partners.
var closerOf = [256]byte{'[': ']', '(': ')', '{': '}'}

var openerOf = [256]byte{']': '[', ')': '(', '}': '{'}

var brackets = byteset.Of("[](){}")

// Parse parses one block. The tree keeps m.
func (p *Parser) Parse(m *text.Marked) *Tree {
	t := &Tree{Nodes: make([]Node, 0, 2+strings.Count(m.Text, "[")*6)}
	p.ParseInto(t, m)
	return t
}

// ParseInto parses one block into t, whose store it uses again.
func (p *Parser) ParseInto(t *Tree, m *text.Marked) {
	p.t = t
	t.Source, t.Nodes, t.Clauses, t.Parties = m, t.Nodes[:0], t.Clauses[:0], t.Parties[:0]
	t.Labels, t.Diagnostics = t.Labels[:0], t.Diagnostics[:0]
	p.s, p.from, p.ended = m.Text, 0, None
	p.t.add(None, Node{Kind: Root, Span: text.Span{End: len(p.s)}})
	p.stack = append(p.stack[:0], 0)
	p.strikes = text.AppendStrikes(p.strikes[:0], m)
	p.labels(0)
	for i := brackets.Index(p.s, p.from); i < len(p.s); i = brackets.Index(p.s, i) {
		if closerOf[p.s[i]] != 0 {
			i = p.open(i)
		} else {
			i = p.close(i)
		}
	}
	p.end()
	if len(t.Diagnostics) > 0 {
		p.fixSpans(0)
	}
}

func (p *Parser) top() ID { return p.stack[len(p.stack)-1] }

// flush puts the words up to i into the tree.
func (p *Parser) flush(i int) {
	p.t.leaf(p.top(), Text, p.from, i)
	p.from = i
}

// labels reads the label, or two as in "4. (a)" and "Option 1: (a)", at the
// beginning of what the group on top of the stack holds.
func (p *Parser) labels(i int) {
	l := ScanLabel(p.s[i:])
	if l.Class == NoLabel || p.placeholder(l, i) {
		return
	}
	n0 := len(p.t.Labels)
	at := i
	for range 3 {
		l.Span = l.Span.Shift(at)
		at = l.Span.End
		p.t.Labels = append(p.t.Labels, l)
		switch {
		case l.Class == Option && strings.HasPrefix(p.s[at:], ":"):
			at++
		case l.Class == Number, l.Class == Letter && !l.Proposed():
		default:
			at = len(p.s)
		}
		l = ScanLabel(p.s[at:])
		if l.Class != Letter || l.Span.Start > 12 {
			break
		}
	}
	end := p.t.Labels[len(p.t.Labels)-1].Span.End
	p.t.leaf(p.top(), Text, p.from, p.t.Labels[n0].Span.Start)
	id := p.t.leaf(p.top(), Label, p.t.Labels[n0].Span.Start, end)
	p.t.Nodes[id].Label = Range{int32(n0), int32(len(p.t.Labels))}
	p.from = end
}

// placeholder reports whether l, read at i, is no label, because it stands in
// mid-text: a bare number in brackets, "article [61]", or half a parenthesis.
func (p *Parser) placeholder(l LabelText, i int) bool {
	if len(p.stack) == 1 || p.atBeginning(p.top()) {
		return false
	}
	end := i + l.Span.End
	return l.Class == Number && end < len(p.s) && p.s[end] == ']' || l.Class == Letter && l.Noisy
}

// open begins a group at i.
func (p *Parser) open(i int) int {
	p.struckDirectives(i)
	p.lostCloser(i)
	p.flush(i)
	if len(p.stack) > MaxDepth {
		p.t.leaf(p.top(), Bad, i, i+1)
		p.complain("nesting", "brackets nest too deep; this one is read as text", i)
		p.from = i + 1
		return i + 1
	}
	g := p.t.add(p.top(), Node{Kind: Group, Bracket: p.s[i], Span: text.Span{Start: i, End: i + 1}})
	p.t.leaf(g, Open, i, i+1)
	p.stack = append(p.stack, g)
	p.from, p.ended = i+1, None
	if p.s[i] != '(' || p.atBeginning(g) {
		p.labels(i + 1)
	}
	return max(i+1, p.from)
}

// atBeginning reports whether nothing but noise stands before g in the block.
func (p *Parser) atBeginning(g ID) bool {
	return noise(p.s[:p.t.Nodes[g].Span.Start])
}

// close ends a group at i.
func (p *Parser) close(i int) int {
	c := openerOf[p.s[i]]
	k := len(p.stack) - 1
	for k > 0 && p.t.Nodes[p.stack[k]].Bracket != c {
		if c == '(' {
			k = 0 // a parenthesis does not end a bracket
			break
		}
		k--
	}
	if k == 0 {
		return p.stray(i)
	}
	for len(p.stack)-1 > k {
		p.abandon(i)
	}
	if len(p.stack)-1 < k { // attributions in mid-text ended this group too
		return p.close(i)
	}
	return p.closeTop(i)
}

// closeTop ends the group on top of the stack with the closer at i.
func (p *Parser) closeTop(i int) int {
	g := p.top()
	if p.innerEarlier(g, i) {
		return p.stray(i)
	}
	if !p.attribute(g, i) {
		p.lostCloser(i)
		if p.top() != g { // the attribution in mid-text ended g itself
			return p.close(i)
		}
		p.flush(i)
	}
	p.t.leaf(g, Close, i, i+1)
	p.pop(g, i+1)
	return p.trailing(g, i+1)
}

// pop takes g from the stack; its text ends at i.
func (p *Parser) pop(g ID, i int) {
	p.stack = p.stack[:len(p.stack)-1]
	p.t.Nodes[g].Span.End = i
	p.from, p.ended = i, g
}

// end ends the block: what is still open stays open, or was no group.
func (p *Parser) end() {
	for len(p.stack) > 1 {
		p.abandon(len(p.s))
	}
	if p.t.Nodes[0].Last == None && BeginsDirective(p.s) {
		if r, ok := p.clauses(0, len(p.s), true); ok { // "Support article: VU"
			g := p.t.add(0, Node{Kind: Group, Flags: Unopened | Unclosed, Bracket: '[', Span: text.Span{End: len(p.s)}})
			p.addAttribution(g, found{clauses: r}, len(p.s))
			return
		}
	}
	p.struckDirectives(len(p.s))
	p.lastDirective()
	p.lostCloser(len(p.s))
	p.flush(len(p.s))
}

// fixSpans makes branches cover their children, which recovery may have moved,
// never without a word about it.
func (p *Parser) fixSpans(id ID) {
	n := &p.t.Nodes[id]
	for c := n.First; c != None; c = p.t.Nodes[c].Next {
		if p.t.Nodes[c].Kind == Group {
			p.fixSpans(c)
		}
	}
	if n.First != None && n.Kind == Group {
		n.Span = text.Span{Start: p.t.Nodes[n.First].Span.Start, End: p.t.Nodes[n.Last].Span.End}
	}
}

// maxDiagnostics is how many diagnostics a block may have; where there are
// more, they say nothing new.
const maxDiagnostics = 100

func (p *Parser) complain(rule, message string, at int) {
	switch n := len(p.t.Diagnostics); {
	case n == maxDiagnostics:
		rule, message = "unbalanced", "there are more errors of this kind in this block; they are not listed"
	case n > maxDiagnostics:
		return
	}
	p.t.Diagnostics = append(p.t.Diagnostics, Diagnostic{Rule: rule, Message: message, Span: text.Span{Start: at, End: at + 1}})
}
