package snapshot

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/draftdiff/draftdiff/internal/hash64"
)

// propose adds a proposal and returns its index.
func (b *builder) propose(p Proposal, within int) int {
	b.snap.Proposals = append(b.snap.Proposals, p)
	b.within = append(b.within, within)
	return len(b.snap.Proposals) - 1
}

// finish does what needs the whole text: the words of proposed units, the
// order and the ids of the proposals.
func (b *builder) finish() {
	b.spans()
	b.wholeTexts()
	ps := b.snap.Proposals
	order := make([]int, len(ps))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int {
		if c := cmp.Compare(ps[i].Source.Offset, ps[j].Source.Offset); c != 0 {
			return c
		}
		return cmp.Compare(ps[j].Source.EndOffset, ps[i].Source.EndOffset)
	})
	seen := make(map[uint64]int32, len(ps)) // by digest of the id, since hashing ids costs more
	for _, i := range order {
		id, key := b.proposalID(&ps[i])
		if seen[key]++; seen[key] > 1 {
			id += "_" + strconv.Itoa(int(seen[key]))
		}
		ps[i].ID = id
	}
	for i, w := range b.within {
		if w >= 0 {
			keepInside(&ps[i], ps[w].New)
			ps[i].Within = ps[w].ID
		}
	}
	permute(ps, order)
	slices.SortStableFunc(b.snap.Diagnostics, func(x, y Diagnostic) int { return cmp.Compare(x.Source.Offset, y.Source.Offset) })
}

// digest hashes the beginning of a text, its end and its length, which tell
// proposals on one unit apart; equal ids are numbered.
func digest(h uint64, s string) uint64 {
	if len(s) <= 72 {
		return hash64.Text(h, s)
	}
	return hash64.Text(hash64.Text(h^uint64(len(s)), s[:48]), s[len(s)-24:])
}

// permute puts ps into an order; ps[order[n]] becomes the n-th. It uses order up.
func permute(ps []Proposal, order []int) {
	for n := range order {
		if order[n] < 0 || order[n] == n {
			continue
		}
		first, at := ps[n], n
		for order[at] != n {
			next := order[at]
			ps[at], order[at] = ps[next], -1
			at = next
		}
		ps[at], order[at] = first, -1
	}
}

// proposalID names a proposal by its unit and its words, so that it stays the
// same under changes elsewhere in the document. Equal ids have equal keys.
func (b *builder) proposalID(p *Proposal) (id string, key uint64) {
	h := digest(digest(digest(hash64.Seed, p.Old), p.New), p.Target)
	var digits [8]byte
	w := &b.main
	w.begin()
	w.buf.WriteString(p.Unit)
	w.buf.WriteByte('~')
	w.buf.WriteString(p.Action.String())
	w.buf.WriteByte('-')
	w.buf.Write(strconv.AppendUint(digits[:0], h>>32, 36))
	return w.text(), digest(h>>32^uint64(p.Action)<<32, p.Unit)
}

// spans makes the place of a unit cover the units in it.
func (b *builder) spans() {
	for i := len(b.snap.Units) - 1; i >= 0; i-- {
		p := b.states[i].parent
		if p < 0 {
			continue
		}
		child, parent := b.snap.Units[i].Source, &b.snap.Units[p].Source
		if child.EndOffset > parent.EndOffset {
			parent.EndOffset, parent.EndLine = child.EndOffset, child.EndLine
		}
	}
}

// wholeTexts gives the proposals of units their words: the label, the text and
// the units in it that are not proposals of their own.
func (b *builder) wholeTexts() {
	for i := range b.states {
		p := b.states[i].proposal
		if p < 0 || !b.snap.Proposals[p].Action.OfUnit() {
			continue
		}
		b.main.begin()
		b.whole(i)
		b.snap.Proposals[p].New = b.main.text()
	}
}

// whole writes a unit with the units in it, which follow it.
func (b *builder) whole(unit int) {
	b.one(unit)
	for i := unit + 1; i < len(b.states); i++ {
		switch in := b.inside(i, unit); in {
		case insideNot:
			return
		case insideFree:
			b.one(i)
		}
	}
}

// How a unit lies in another one.
const (
	insideNot  = iota
	insideFree // a part of it
	insideOwn  // proposed on its own, or in one that is
)

func (b *builder) inside(i, unit int) int {
	if b.states[i].step == besideStep {
		return insideOwn
	}
	in := insideFree
	for ; i > unit; i = b.states[i].parent {
		if p := b.states[i].proposal; p >= 0 && b.snap.Proposals[p].Action.OfUnit() {
			in = insideOwn
		}
	}
	if i != unit {
		return insideNot
	}
	return in
}

func (b *builder) one(i int) {
	u := &b.snap.Units[i]
	for _, part := range [...]string{u.Label, u.Text} {
		if part != "" {
			b.main.space()
			b.main.words(part)
		}
	}
}

// keepInside moves the anchor of a proposal into the words it stands in, whose
// end may have lost the punctuation that its own words ended with.
func keepInside(p *Proposal, words string) {
	if p.At.End <= len(words) {
		return
	}
	p.At.Start, p.At.End = min(p.At.Start, len(words)), len(words)
	if p.Action != Insert && p.Action.OnWords() {
		p.Old = words[p.At.Start:]
	}
}
