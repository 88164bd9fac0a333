package diff

import (
	"slices"

	"github.com/draftdiff/draftdiff/pkg/align/assign"
	"github.com/draftdiff/draftdiff/pkg/diff/internal/redline"
	"github.com/draftdiff/draftdiff/pkg/snapshot"
)

// ofUnit matches the proposals that are the units of the pair themselves: the
// alignment has matched them already.
func (c *comparer) ofUnit(k int) {
	old, new := &c.sides[0].passage, &c.sides[1].passage
	for i := range old.props {
		for j := range new.props {
			o, n := &old.props[i], &new.props[j]
			if o.Action.OfUnit() && n.Action.OfUnit() && o.partner < 0 && n.partner < 0 {
				c.marry(int32(i), int32(j), Match{MatchUnit, c.d.Units[k].Similarity})
			}
		}
	}
}

func (c *comparer) marry(i, j int32, m Match) {
	o, n := &c.sides[0].props[i], &c.sides[1].props[j]
	o.partner, n.partner = j, i
	o.match, n.match = m, m
}

// match pairs the proposals on the words of two aligned passages: those that
// did not change first, in order, and the others by the best assignment.
func (c *comparer) match(hunks []redline.Hunk) {
	old, new := c.sides[0].props, c.sides[1].props
	c.place[0] = placesOf(c.place[0][:0], hunks, false)
	c.place[1] = placesOf(c.place[1][:0], hunks, true)
	for i := range old {
		old[i].order, _ = image(c.place[0], old[i].at)
	}
	from := 0
	same := func(i, j int) bool {
		o, n := &old[i], &new[j]
		if o.partner >= 0 || n.partner >= 0 {
			return o.partner == int32(j)
		}
		return !o.Action.OfUnit() && identical(o.Proposal, n.Proposal) && c.away(o, n) == 0
	}
	take := func(i, j int) {
		if old[i].partner < 0 {
			c.marry(int32(i), int32(j), Match{MatchIdentical, 1})
		}
	}
	for from < min(len(old), len(new)) && same(from, from) {
		take(from, from)
		from++
	}
	endO, endN := len(old), len(new)
	for endO > from && endN > from && same(endO-1, endN-1) {
		endO, endN = endO-1, endN-1
		take(endO, endN)
	}
	c.edges, c.matches = c.edges[:0], c.matches[:0]
	n, m := endO-from, endN-from
	for i := range n {
		lo, hi := opposite(i, n, m)
		for j := lo; j < hi; j++ {
			if o, p := &old[from+i], &new[from+j]; o.partner < 0 && p.partner < 0 {
				c.consider(o, p, i, j)
			}
		}
	}
	for _, e := range c.solver.Choose(c.edges, n, m) {
		c.marry(e.X+int32(from), e.Y+int32(from), c.matches[e.Index])
	}
}

// opposite returns the positions, from lo up to hi, at which the partner of the
// i-th of n proposals is looked for among m others: all of them, or where they
// are too many to try each with each, those at about the same place in the order.
func opposite(i, n, m int) (lo, hi int) {
	if n*m <= tryAll {
		return 0, m
	}
	reach := tryNear * max(n, m)
	return max(0, (i*m-reach+n-1)/n), min(m, (i*m+reach)/n+1)
}

// consider adds the edge between two proposals, the i-th and the j-th of those
// that are left, if they may be the same.
func (c *comparer) consider(o, n *proposal, i, j int) {
	if !compatible(o, n) {
		return
	}
	words := c.alike(o, n)
	sponsors := overlap(o.Sponsors, n.Sponsors)
	place := max(0, 1000-wordAway*c.away(o, n))
	if o.Action.OnUnit() {
		place = 1000 // what is about the whole unit stands anywhere
	}
	if !maySame(o, n, words, sponsors, place) {
		return
	}
	score := (wordsCount*words + sponsorsCount*sponsors + placeCount*place) / 1000
	// Of two equal choices the one wins whose pairs do not cross, and then the
	// one that comes first.
	value := int64(score*score)<<24 - int64(i-j)*int64(i-j)<<8 - int64(i+j)
	c.edges = append(c.edges, assign.Edge{X: int32(i), Y: int32(j), Value: max(value, 1), Index: int32(len(c.matches))})
	rule := MatchAssignment
	if score == 1000 {
		rule = MatchIdentical
	}
	c.matches = append(c.matches, Match{rule, float64(score) / 1000})
}

// compatible reports whether two proposals want the same kind of thing. Where
// the marks were lost an insertion may have been read as a deletion.
func compatible(o, n *proposal) bool {
	switch {
	case o.Action == n.Action:
		return !o.Action.OfUnit()
	case o.Action.OnWords() && n.Action.OnWords():
		return !o.Certain || !n.Certain || o.Action == snapshot.Replace || n.Action == snapshot.Replace
	}
	return false
}

// maySame decides whether two proposals can be the same one.
func maySame(o, n *proposal, words, sponsors, place int) bool {
	length := max(len(o.old)+len(o.new), len(n.old)+len(n.new))
	switch {
	case words == 1000:
		return place >= samePlace || sponsors >= someSponsors || length >= manyWords
	case words >= halfWords:
		return sponsors > 0 || words >= alikeWords && length >= alikeManyWords
	default:
		return place == 1000 && sponsors >= halfSponsors && o.Action == n.Action && length <= fewWords
	}
}

// alike is what the words of two proposals have in common, in thousandths. What
// one reads as old and the other as new counts as the same words.
func (c *comparer) alike(o, n *proposal) int {
	if slices.Equal(o.old, n.old) && slices.Equal(o.new, n.new) {
		return 1000
	}
	total := len(o.old) + len(o.new) + len(n.old) + len(n.new)
	c.count = grown(c.count, c.lexicon.Len())
	for _, list := range [2][]uint32{o.old, o.new} {
		for _, id := range list {
			c.count[id]++
		}
	}
	shared := 0
	for _, list := range [2][]uint32{n.old, n.new} {
		for _, id := range list {
			if c.count[id] > 0 {
				c.count[id]--
				shared++
			}
		}
	}
	for _, list := range [2][]uint32{o.old, o.new} {
		for _, id := range list {
			c.count[id] = 0
		}
	}
	s := 2000 * shared / total
	if s == 1000 && o.Action == n.Action {
		s-- // the same words in another order
	}
	return s
}

func grown(s []int32, n int) []int32 {
	if len(s) < n {
		return append(s, make([]int32, n-len(s)+n/2)...)
	}
	return s
}

// places maps positions between two passages: a stretch of positions of the one
// that stands for a stretch of the other.
type places struct {
	from, to int32 // here
	lo, hi   int32 // there
}

// placesOf turns hunks into places, of the new passage if turned.
func placesOf(dst []places, hunks []redline.Hunk, turned bool) []places {
	for _, h := range hunks {
		p := places{int32(h.A0), int32(h.A1), int32(h.B0), int32(h.B1)}
		if turned {
			p = places{p.lo, p.hi, p.from, p.to}
		}
		dst = append(dst, p)
	}
	return dst
}

// image is where a position stands on the other side, at least and at most.
func image(list []places, at int32) (lo, hi int32) {
	shift := int32(0)
	for _, p := range list {
		if at < p.from {
			break
		}
		if at <= p.to {
			return p.lo, p.hi
		}
		shift = p.hi - p.to
	}
	return at + shift, at + shift
}

// away is how many words lie between the places of two proposals.
func (c *comparer) away(o, n *proposal) int {
	d := beyond(c.place[0], o.at, n.at) + beyond(c.place[1], n.at, o.at)
	inner := int(o.inner - n.inner)
	return int(d+1)/2 + max(inner, -inner)
}

// beyond is how far at's image is from there.
func beyond(list []places, at, there int32) int32 {
	lo, hi := image(list, at)
	return max(lo-there, there-hi, 0)
}
