package snapshot

import (
	"cmp"
	"hash/crc32"
	"slices"
	"strconv"
	"strings"
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
	sorted := make([]Proposal, len(ps))
	ids := make([]string, len(ps))
	seen := make(map[string]int, len(ps))
	for n, i := range order {
		sorted[n] = ps[i]
		id := b.proposalID(&ps[i])
		if seen[id]++; seen[id] > 1 {
			id += "_" + strconv.Itoa(seen[id])
		}
		ids[i] = id
		sorted[n].ID = id
	}
	for n, i := range order {
		if w := b.within[i]; w >= 0 {
			sorted[n].Within = ids[w]
		}
	}
	b.snap.Proposals = sorted
	slices.SortStableFunc(b.snap.Diagnostics, func(x, y Diagnostic) int { return cmp.Compare(x.Source.Offset, y.Source.Offset) })
}

// proposalID names a proposal by its unit and its words, so that it stays the
// same under changes elsewhere in the document.
func (b *builder) proposalID(p *Proposal) string {
	h := crc32.ChecksumIEEE([]byte(p.Old))
	h = crc32.Update(h, crc32.IEEETable, []byte{0})
	h = crc32.Update(h, crc32.IEEETable, []byte(p.New))
	h = crc32.Update(h, crc32.IEEETable, []byte(p.Target))
	var digits [8]byte
	w := &b.main
	w.begin()
	w.buf.WriteString(p.Unit)
	w.buf.WriteByte('~')
	w.buf.WriteString(p.Action.String())
	w.buf.WriteByte('-')
	w.buf.Write(strconv.AppendUint(digits[:0], uint64(h), 36))
	return w.text()
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
		var s strings.Builder
		b.whole(&s, i)
		b.snap.Proposals[p].New = s.String()
	}
}

// whole writes a unit with the units in it, which follow it.
func (b *builder) whole(s *strings.Builder, unit int) {
	b.one(s, unit)
	for i := unit + 1; i < len(b.states); i++ {
		switch in := b.inside(i, unit); in {
		case insideNot:
			return
		case insideFree:
			b.one(s, i)
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

func (b *builder) one(s *strings.Builder, i int) {
	u := &b.snap.Units[i]
	for _, part := range [...]string{u.Label, u.Text} {
		if part == "" {
			continue
		}
		if s.Len() > 0 {
			s.WriteByte(' ')
		}
		s.WriteString(part)
	}
}
