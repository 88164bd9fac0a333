package redline

import (
	"slices"
	"unicode/utf8"

	"github.com/sergi/go-diff/diffmatchpatch"
)

// A Hunk is a stretch a[A0:A1] that stands where the other sequence has
// b[B0:B1]. One of the two may be empty.
type Hunk struct {
	A0, A1, B0, B1 int
}

// A Differ compares sequences of interned words. It keeps its buffers from one
// comparison to the next and is not safe for concurrent use; the zero Differ is
// ready to use.
type Differ struct {
	hunks  []Hunk
	ra, rb []rune
	dmp    diffmatchpatch.DiffMatchPatch // zero: no time-out, no line mode
}

// tooLong bounds the product of the lengths of two sequences that go-diff is
// given whole: a millisecond or so when they have nothing in common.
const tooLong = 1 << 22

// maxID is the last word that has a rune: all of Unicode but 0 and the
// surrogates, which do not survive the way through a string.
const (
	surrogates    = 0xD800
	surrogatesEnd = 0xE000
	maxID         = utf8.MaxRune - (surrogatesEnd - surrogates) - 1
)

// Hunks returns where a and b differ, in order. The result is valid until the
// next call. The two are compared in this order, or turned in the other one: a
// caller that wants the result for (b, a) to be the mirror of that for (a, b)
// turns one of the calls.
func (d *Differ) Hunks(a, b []uint32, turned bool) []Hunk {
	d.hunks = d.hunks[:0]
	if turned {
		a, b = b, a
	}
	d.chunk(a, b, 0, 0)
	d.hunks = join(d.hunks)
	slide(d.hunks, a, b)
	d.hunks = join(d.hunks)
	if turned {
		for i, h := range d.hunks {
			d.hunks[i] = Hunk{h.B0, h.B1, h.A0, h.A1}
		}
	}
	return d.hunks
}

// chunk compares a and b, which start at i and j of the whole sequences.
func (d *Differ) chunk(a, b []uint32, i, j int) {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	a, b, i, j = a[n:], b[n:], i+n, j+n
	for len(a) > 0 && len(b) > 0 && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	switch {
	case len(a) == 0 && len(b) == 0:
	case len(a) == 0 || len(b) == 0:
		d.hunks = append(d.hunks, Hunk{i, i + len(a), j, j + len(b)})
	case len(a)*len(b) <= tooLong && slices.Max(a) <= maxID && slices.Max(b) <= maxID:
		d.compare(a, b, i, j)
	default:
		d.split(a, b, i, j)
	}
}

// compare gives both sides to go-diff.
func (d *Differ) compare(a, b []uint32, i, j int) {
	d.ra, d.rb = runes(d.ra[:0], a), runes(d.rb[:0], b)
	for _, e := range d.dmp.DiffMainRunes(d.ra, d.rb, false) {
		n := utf8.RuneCountInString(e.Text)
		switch e.Type {
		case diffmatchpatch.DiffEqual:
			i, j = i+n, j+n
		case diffmatchpatch.DiffDelete:
			d.hunks = append(d.hunks, Hunk{i, i + n, j, j})
			i += n
		case diffmatchpatch.DiffInsert:
			d.hunks = append(d.hunks, Hunk{i, i, j, j + n})
			j += n
		}
	}
}

func runes(dst []rune, ids []uint32) []rune {
	for _, id := range ids {
		r := rune(id) + 1
		if r >= surrogates {
			r += surrogatesEnd - surrogates
		}
		dst = append(dst, r)
	}
	return dst
}

// join makes one hunk of those that touch.
func join(list []Hunk) []Hunk {
	n := 0
	for _, h := range list {
		if n > 0 && list[n-1].A1 == h.A0 && list[n-1].B1 == h.B0 {
			list[n-1].A1, list[n-1].B1 = h.A1, h.B1
			continue
		}
		list[n] = h
		n++
	}
	return list[:n]
}

// slide moves each hunk that only inserts or only deletes as far to the end as
// the same words allow. Which of two equal words was inserted cannot be known,
// but the answer must not depend on the order of comparison.
func slide(list []Hunk, a, b []uint32) {
	for k := range list {
		h := &list[k]
		endA, endB := len(a), len(b)
		if k+1 < len(list) {
			endA, endB = list[k+1].A0, list[k+1].B0
		}
		for h.A0 == h.A1 && h.B1 < endB && b[h.B0] == b[h.B1] {
			*h = Hunk{h.A0 + 1, h.A1 + 1, h.B0 + 1, h.B1 + 1}
		}
		for h.B0 == h.B1 && h.A1 < endA && a[h.A0] == a[h.A1] {
			*h = Hunk{h.A0 + 1, h.A1 + 1, h.B0 + 1, h.B1 + 1}
		}
	}
}
