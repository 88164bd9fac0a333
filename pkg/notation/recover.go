package notation

import (
	"strings"

	"github.com/draftdiff/draftdiff/pkg/party"
	"github.com/draftdiff/draftdiff/pkg/text"
)

// Recovery from lost and misplaced brackets. All of it stays in the block.

// Words that a reopened group may lie away from the attribution: a struck
// group is surely what the words behind it replace, an unstruck one only if
// little stands between.
const (
	reachStruck   = 600 // bytes
	reachUnstruck = 110
	reachExcess   = 8192
)

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

// noise reports whether s holds nothing but brackets and noise.
func noise(s string) bool {
	for i := 0; i < len(s); {
		n := blank(s, i)
		if n == 0 {
			n = dash(s, i)
		}
		if n == 0 && brackets.Has(s[i]) {
			n = 1
		}
		if n == 0 {
			return false
		}
		i += n
	}
	return true
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
