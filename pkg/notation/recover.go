package notation

import (
	"strings"

	"github.com/draftdiff/draftdiff/pkg/party"
	"github.com/draftdiff/draftdiff/pkg/text"
)

// Recovery from lost and misplaced brackets; all of it stays in the block. Here
// are the closers without an opener, and the attributions that stand behind
// their closer or around a verb in parentheses.

// stray handles a closer at i that no open group has the opener for.
func (p *Parser) stray(i int) int {
	g, end := p.top(), i
	f, ok := p.stanceInParen(g, i)
	if !ok {
		f, ok = p.attribution(p.from, i, p.ended != None)
	}
	if !ok {
		f, end, ok = p.listBehind(g, i)
	}
	if ok {
		p.unopened(f, end)
		p.ended = p.t.Nodes[g].Last
		p.t.leaf(p.ended, Close, end, end+1)
		p.from = end + 1
		return end + 1
	}
	p.flush(i)
	p.t.leaf(p.top(), Bad, i, i+1)
	p.complain("unbalanced", "this bracket closes nothing", i)
	p.from, p.ended = i+1, None
	return i + 1
}

// stanceInParen reads an attribution whose verb stands in parentheses, the last
// child of g, and whose parties end at i: "(delete): EG". It takes the
// parenthesis out of the tree.
func (p *Parser) stanceInParen(g ID, i int) (found, bool) {
	verb := p.t.Nodes[g].Last
	if !p.verbInParen(verb) || p.t.Attribution(verb) != None {
		return found{}, false
	}
	start := p.t.Nodes[verb].Span.Start
	r, ok := p.clauses(start, i, true)
	if ok {
		p.cutBack(g, verb)
	}
	return found{start: start, clauses: r}, ok
}

// cutBack takes the last child of g out of the tree, to read it again.
func (p *Parser) cutBack(g, last ID) {
	p.t.dropFrom(g, last)
	p.from, p.ended = p.t.Nodes[last].Span.Start, None
}

// listBehind reads parties between the closer at i, which stands too early, and
// another one: "to fair trial:]HS)", "(delete paragraph):)GH]". It returns where
// they end.
func (p *Parser) listBehind(g ID, i int) (f found, end int, ok bool) {
	colon := i - 1
	for colon >= p.from && blank(p.s, colon) > 0 {
		colon--
	}
	if colon < p.from || p.s[colon] != ':' {
		return found{}, i, false
	}
	n0 := len(p.t.Parties)
	items, n := p.reg.ScanList(p.t.Parties, p.s[i+1:], party.Strict)
	if end = i + 1 + n; n == 0 || end == len(p.s) || openerOf[p.s[end]] == 0 {
		return found{}, i, false
	}
	p.t.Parties = items
	p.shift(n0, i+1)
	f = found{start: colon}
	c := Clause{Verb: For, Parties: Range{int32(n0), int32(len(items))}, Span: text.Span{Start: colon, End: end}}
	if verb := p.t.Nodes[g].Last; colon == p.from && p.verbInParen(verb) {
		f.start = p.t.Nodes[verb].Span.Start
		if ph, ok := p.verbAt(p.s, f.start, colon); ok {
			c.Verb, c.Object, c.Target, c.Span.Start = ph.verb, ph.object, ph.target, f.start
		}
		p.cutBack(g, verb)
	}
	f.clauses = Range{int32(len(p.t.Clauses)), int32(len(p.t.Clauses) + 1)}
	p.t.Clauses = append(p.t.Clauses, c)
	return f, end, true
}

// trailing reads parties that stand behind the closer of g, which ends at i:
// "[delete paragraph:]NI]".
func (p *Parser) trailing(g ID, i int) int {
	t := p.t
	if i >= len(p.s) || t.Attribution(g) != None && len(t.PartiesOf(t.ClausesOf(t.Attribution(g))[0])) > 0 {
		return i
	}
	words := t.Nodes[g].Last
	words = t.Nodes[words].Prev
	if words == None {
		return i
	}
	verb := Clause{Verb: For}
	if a := t.Attribution(g); a != None {
		verb = t.ClausesOf(a)[0]
	} else if ph, ok := p.verbAt(p.s, t.Nodes[words].Span.Start, t.Nodes[words].Span.End); ok && t.Nodes[words].Prev != None && t.Nodes[t.Nodes[words].Prev].Kind == Open {
		if ph.object == NoObject && t.Nodes[g].Bracket == '(' {
			return i // "[… (delete): EG]" is about the words before it
		}
		verb = Clause{Verb: ph.verb, Object: ph.object, Target: ph.target}
	} else if !strings.HasSuffix(strings.TrimRight(t.Text(words), " "), ":") {
		return i
	}
	return p.trailingList(g, i, verb)
}

func (p *Parser) trailingList(g ID, i int, verb Clause) int {
	t := p.t
	j := skipBlank(p.s, i, false)
	if j < len(p.s) && p.s[j] == ':' {
		j = skipBlank(p.s, j+1, false)
	}
	n0 := len(t.Parties)
	items, n := p.reg.ScanList(t.Parties, p.s[j:], party.Strict)
	if n == 0 || j+n < len(p.s) && openerOf[p.s[j+n]] == 0 {
		return i
	}
	t.Parties = items
	p.shift(n0, j)
	end := j + n
	verb.Parties = Range{int32(n0), int32(len(t.Parties))}
	verb.Span = text.Span{Start: i, End: end}
	c0 := int32(len(t.Clauses))
	t.Clauses = append(t.Clauses, verb)
	p.addAttribution(g, found{start: i, clauses: Range{c0, c0 + 1}}, end)
	t.Nodes[g].Flags |= Trailing
	t.Nodes[g].Span.End = end
	p.complain("early-closer", "this bracket closes before the parties", i-1)
	if end < len(p.s) && len(p.stack) == 1 {
		t.leaf(g, Bad, end, end+1)
		end++
	}
	p.from, p.ended = end, g
	return end
}
