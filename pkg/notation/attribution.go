package notation

import (
	"github.com/draftdiff/draftdiff/internal/byteset"
	"github.com/draftdiff/draftdiff/pkg/party"
	"github.com/draftdiff/draftdiff/pkg/text"
)

// found is an attribution that was read: where it begins and its clauses.
type found struct {
	start   int
	clauses Range
	noColon bool
}

// attribution looks for an attribution that ends at to, the leftmost one that
// begins at or behind from. tail says that a group stands right before from,
// so that verbs and parties may follow it without a separator.
func (p *Parser) attribution(from, to int, tail bool) (found, bool) {
	s := p.s
	if start := skipSeparators(s, from, to); start < to {
		if verbFirst := !tail || !p.listAt(s[start:to]); !verbFirst || !isAlpha(s[start]) || anyVerb.Begins(s[start]|0x20) {
			if r, ok := p.clauses(start, to, verbFirst); ok {
				return found{start: from, clauses: r, noColon: tail && start == skipBlank(s[:to], from, false)}, true
			}
		}
	}
	seen := from // all separators before it lead to what was tried already
	for i := mayLead.Index(s[:to], from); i < to; i = mayLead.Index(s[:to], max(i+1, seen)) {
		switch c := s[i]; c {
		case ':', ';':
		case ',':
			if i+1 < to && s[i+1] != ' ' && s[i+1] != ';' {
				continue
			}
			if !p.verbBehind(i+1, to) {
				continue
			}
		case '-', 0xE2:
			n := dash(s, i)
			if n == 0 || !(i > from && blank(s, i-1) > 0 || i+n < to && blank(s, i+n) > 0) {
				continue
			}
		}
		seen = skipSeparators(s, i, to)
		if r, ok := p.clauses(seen, to, false); ok {
			return found{start: i, clauses: r}, true
		}
	}
	return p.lostColon(from, to)
}

// mayLead are the first bytes of what may stand before parties.
var mayLead = byteset.Of(":;,-\xe2")

// verbBehind reports whether a verb of opposition follows, as in "PK, against: US".
func (p *Parser) verbBehind(i, to int) bool {
	w, _ := wordAt(p.s, skipBlank(p.s[:to], i, false), to)
	return verbOf(w) == Against
}

// lostColon reads the parties that the stretch ends with, where the separator
// before them was lost. Parties alone in parentheses are an abbreviation in the
// prose: "carbon units (CU)".
func (p *Parser) lostColon(from, to int) (found, bool) {
	s := p.s
	end := to
	for end > from && (separator(s, end-1) == 1) {
		end--
	}
	if end == from || s[end-1] > 'Z' && s[end-1] != 'p' && s[end-1] != 'S' || s[end-1] < 'A' {
		return found{}, false
	}
	n0 := len(p.t.Parties)
	items, at := p.reg.ScanListBack(p.t.Parties, s[from:end])
	if len(items) == n0 || at == 0 && from > 0 && s[from-1] == '(' {
		return found{}, false
	}
	p.t.Parties = items
	p.shift(n0, from)
	return found{start: from + at, clauses: p.single(For, n0, text.Span{Start: from + at, End: to}), noColon: true}, true
}

// single adds one clause with the parties from n0 on.
func (p *Parser) single(v Verb, n0 int, span text.Span) Range {
	c0 := len(p.t.Clauses)
	p.t.Clauses = append(p.t.Clauses, Clause{Verb: v, Parties: Range{int32(n0), int32(len(p.t.Parties))}, Span: span})
	return Range{int32(c0), int32(c0 + 1)}
}

// shift turns the spans of the parties from n0 on, which count from base, into
// spans of the block.
func (p *Parser) shift(n0, base int) {
	for k := n0; k < len(p.t.Parties); k++ {
		p.t.Parties[k].Span = p.t.Parties[k].Span.Shift(base)
	}
}

// clauses reads s[from:to] as clauses and nothing else. verbFirst says that a
// list alone does not do: the stretch must begin with a verb.
func (p *Parser) clauses(from, to int, verbFirst bool) (Range, bool) {
	c0, n0 := len(p.t.Clauses), len(p.t.Parties)
	named := false
	for i := skipSeparators(p.s, from, to); i < to; i = skipSeparators(p.s, i, to) {
		next, ok := p.clause(i, to, c0, verbFirst)
		if !ok {
			p.t.Clauses, p.t.Parties = p.t.Clauses[:c0], p.t.Parties[:n0]
			return Range{}, false
		}
		i, verbFirst = next, false
		named = true
	}
	if !named {
		return Range{}, false
	}
	r := Range{int32(c0), int32(len(p.t.Clauses))}
	if len(p.t.Parties) == n0 && !speaksAlone(p.t.Clauses[c0:]) {
		p.t.Clauses = p.t.Clauses[:c0]
		return Range{}, false
	}
	return r, true
}

// speaksAlone reports whether the clauses make sense without any party:
// "[move to 1]", "[replace paragraph with articles 5(1) and 5(2) UNCAC]".
func speaksAlone(cs []Clause) bool {
	for _, c := range cs {
		if c.Verb < Move && c.Object == NoObject || c.Target.Len() == 0 && c.Object == NoObject {
			return false
		}
	}
	return len(cs) > 0
}

// clause reads one clause, or more parties of the last one, at i.
func (p *Parser) clause(i, to, c0 int, verbFirst bool) (int, bool) {
	s := p.s
	if ph, ok := p.verbAt(s, i, to); ok {
		return p.verbClause(i, to, ph), true
	}
	if verbFirst {
		return 0, false
	}
	n0 := len(p.t.Parties)
	var n int
	p.t.Parties, n = p.reg.ScanList(p.t.Parties, s[i:to], party.Tolerant)
	if n > 0 {
		p.shift(n0, i)
		if k := len(p.t.Clauses); k > c0 && p.t.Clauses[k-1].Parties.End == int32(n0) {
			p.t.Clauses[k-1].Parties.End = int32(len(p.t.Parties))
			p.t.Clauses[k-1].Span.End = i + n
		} else {
			p.single(For, n0, text.Span{Start: i, End: i + n})
		}
		return i + n, true
	}
	return p.comment(i, to, len(p.t.Clauses) > c0)
}

// verbClause adds the clause of a verb and of the parties behind it.
func (p *Parser) verbClause(i, to int, ph phrase) int {
	c := Clause{Verb: ph.verb, Object: ph.object, Target: ph.target}
	n0 := len(p.t.Parties)
	end := ph.end
	if at := skipSeparators(p.s, end, to); at < to {
		var n int
		p.t.Parties, n = p.reg.ScanList(p.t.Parties, p.s[at:to], party.Tolerant)
		if n > 0 {
			p.shift(n0, at)
			end = at + n
		}
	}
	c.Parties = Range{int32(n0), int32(len(p.t.Parties))}
	c.Span = text.Span{Start: i, End: end}
	p.t.Clauses = append(p.t.Clauses, c)
	return end
}

// comment passes over what a delegation or the secretariat added to a list:
// words in parentheses, or one word in lower case ("RU reserved, NI").
func (p *Parser) comment(i, to int, behindList bool) (int, bool) {
	if !behindList {
		return 0, false
	}
	s := p.s
	if s[i] == '(' {
		depth := 0
		for j := i; j < to; j++ {
			switch s[j] {
			case '(':
				depth++
			case ')':
				if depth--; depth == 0 {
					return j + 1, true
				}
			}
		}
		return 0, false
	}
	w, k := wordAt(s, i, to)
	if w == "" || s[i] < 'a' {
		return 0, false
	}
	if j := skipBlank(s[:to], k, false); j == to || s[j] == ',' || s[j] == ';' {
		return k, true
	}
	return 0, false
}
