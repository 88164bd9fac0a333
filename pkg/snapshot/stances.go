package snapshot

import (
	"slices"

	"github.com/draftdiff/draftdiff/pkg/notation"
	"github.com/draftdiff/draftdiff/pkg/party"
)

// The parties of a proposal, and the roster of all that were met.

// stances fills in who is for, against and for retention.
func (b *builder) stances(p *Proposal, sc scope, clauses []notation.Clause) {
	for i, c := range clauses {
		switch c.Verb {
		case notation.For, notation.Support:
			p.Sponsors = b.add(p.Sponsors, sc, c)
		case notation.Delete:
			if i == 0 {
				p.Sponsors = b.add(p.Sponsors, sc, c)
			} else {
				p.Against = b.add(p.Against, sc, c)
			}
		case notation.Against:
			p.Against = b.add(p.Against, sc, c)
		case notation.Retain:
			if i == 0 {
				p.Sponsors = b.add(p.Sponsors, sc, c)
			} else {
				p.Retain = b.add(p.Retain, sc, c)
			}
		}
	}
}

// add appends the parties of a clause, each once.
func (b *builder) add(to []string, sc scope, c notation.Clause) []string {
	if c.Parties.Len() == 0 {
		return to
	}
	start := len(b.parties)
	if n := len(to); n > 0 && start >= n && &b.parties[start-n] == &to[0] {
		start -= n
	}
	if more := len(to) + c.Parties.Len(); cap(b.parties)-start < more {
		b.parties, start = make([]string, 0, max(1024, more)), 0
	}
	if start == len(b.parties) {
		b.parties = append(b.parties, to...)
	}
	for _, it := range sc.tree.PartiesOf(c) {
		b.meet(sc, it)
		if !slices.Contains(b.parties[start:], it.ID) {
			b.parties = append(b.parties, it.ID)
		}
	}
	return b.parties[start:len(b.parties):len(b.parties)]
}

// roster finds parties by id: those of two capital letters, nearly all, without
// a hash.
type roster struct {
	codes [26 * 26]int16 // index plus one
	other map[string]int
}

func code(id string) (int, bool) {
	if len(id) != 2 || id[0]-'A' > 25 || id[1]-'A' > 25 {
		return 0, false
	}
	return int(id[0]-'A')*26 + int(id[1]-'A'), true
}

func (r *roster) get(id string) (int, bool) {
	if c, ok := code(id); ok {
		return int(r.codes[c]) - 1, r.codes[c] > 0
	}
	k, ok := r.other[id]
	return k, ok
}

func (r *roster) set(id string, k int) {
	if c, ok := code(id); ok {
		r.codes[c] = int16(k + 1)
		return
	}
	r.other[id] = k
}

// meet notes a party and how it is written.
func (b *builder) meet(sc scope, it party.Item) {
	written := sc.src.Text[it.Span.Start:it.Span.End]
	k, ok := b.known.get(it.ID)
	if !ok {
		k = len(b.snap.Parties)
		b.known.set(it.ID, k)
		p := Party{ID: it.ID, Kind: party.Unknown.String()}
		if q, ok := b.reg.Lookup(it.ID); ok {
			p = Party{ID: q.ID, Name: q.Name, ISO: q.ISO, Kind: q.Kind.String()}
		}
		b.snap.Parties = append(b.snap.Parties, p)
	}
	if p := &b.snap.Parties[k]; !slices.Contains(p.AsWritten, written) {
		p.AsWritten = append(p.AsWritten, written)
	}
	if !it.Known {
		b.complain("unknown-party", "warning", "“"+written+"” is no party known here", sc.src.SourceSpan(it.Span))
	}
}
