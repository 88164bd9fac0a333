package history

import (
	"slices"

	"github.com/draftdiff/draftdiff/pkg/align/words"
	"github.com/draftdiff/draftdiff/pkg/snapshot"
)

// How much of the words has to be accounted for, in hundredths, before a
// proposal is held to be a part of another one.
const (
	partInWhole = 90 // of the part, in the whole
	wholeInAll  = 80 // of the whole, in all parts together
)

// divide finds the proposals that were split off from one that is still there,
// and those that have been merged into one.
func (x *extender) divide() {
	for _, l := range x.loneByPair() {
		if len(l.old) == 0 && len(l.new) == 0 {
			continue
		}
		for n := range x.s.Proposals {
			o := x.partner[n]
			if o < 0 || x.parts[n] != nil || !x.inPair(l, n) {
				continue
			}
			p, q := &x.tip.Snapshot.Proposals[o], &x.s.Proposals[n]
			if !p.Action.OnWords() || !q.Action.OnWords() {
				continue
			}
			if len(l.new) > 0 {
				if found := parts(p, q, x.s.Proposals, l.new); found != nil {
					n = x.first(p, x.s.Proposals, n, found)
					x.split(o, n, found)
					continue
				}
			}
			if len(l.old) > 0 {
				if found := parts(q, p, x.tip.Snapshot.Proposals, l.old); found != nil {
					x.merge(x.first(q, x.tip.Snapshot.Proposals, o, found), n, found)
				}
			}
		}
	}
}

// first returns which of the parts the whole begins with: that is the one which
// bears its name on. It takes the place of the one that was matched, which stands
// among the others then.
func (x *extender) first(whole *snapshot.Proposal, all []snapshot.Proposal, matched int, others []int) int {
	begins := func(i int) bool {
		_, ok := words.CutPrefix(whole.Old+" "+whole.New, all[i].Old+" "+all[i].New)
		return ok
	}
	if begins(matched) {
		return matched
	}
	for k, i := range others {
		if begins(i) {
			others[k] = matched
			return i
		}
	}
	return matched
}

// split notes that an old proposal goes on as a new one, from which the others
// were split off.
func (x *extender) split(old, keeper int, others []int) {
	for _, n := range others {
		x.partner[n] = -1
	}
	x.partner[keeper], x.image[old] = old, keeper
	x.parts[keeper] = others
}

// merge notes that an old proposal goes on as a new one, into which the others
// were merged.
func (x *extender) merge(keeper, new int, others []int) {
	for _, o := range others {
		x.image[o], x.fate[o] = -1, FateMerged
	}
	x.partner[new], x.image[keeper], x.fate[keeper] = keeper, new, Open
	x.merged[new] = others
}

// inPair reports whether a new proposal stands in the units of the lone ones.
func (x *extender) inPair(l lone, n int) bool {
	at := x.d.Alignment.OfNew[x.unitIndex[x.s.Proposals[n].Unit]]
	if len(l.new) > 0 {
		return x.d.Alignment.OfNew[x.unitIndex[x.s.Proposals[l.new[0]].Unit]] == at
	}
	return x.d.Alignment.OfOld[x.oldUnitIndex[x.tip.Snapshot.Proposals[l.old[0]].Unit]] == at
}

// parts returns which of the candidates make up the whole together with the
// first part, or nil.
func parts(whole, first *snapshot.Proposal, all []snapshot.Proposal, candidates []int) []int {
	var lexicon words.Lexicon
	count := map[uint32]int{}
	total := 0
	for _, w := range meaning(&lexicon, whole) {
		count[w]++
		total++
	}
	covered, ok := take(count, meaning(&lexicon, first))
	if !ok || covered == total {
		return nil
	}
	var found []int
	for _, c := range candidates {
		p := &all[c]
		if !p.Action.OnWords() || common(p.Sponsors, whole.Sponsors) == 0 {
			continue
		}
		if n, ok := take(count, meaning(&lexicon, p)); ok && n > 0 {
			covered += n
			found = append(found, c)
		}
	}
	if 100*covered < wholeInAll*total {
		return nil
	}
	return found
}

// take takes the words of a part out of those of the whole, if nearly all are
// there.
func take(count map[uint32]int, part []uint32) (n int, ok bool) {
	left := make(map[uint32]int, len(part))
	for _, w := range part {
		if count[w]-left[w] > 0 {
			left[w]++
			n++
		}
	}
	if 100*n < partInWhole*len(part) {
		return 0, false
	}
	for w, k := range left {
		count[w] -= k
	}
	return n, true
}

// meaning are the words of a proposal, without those that only join them.
func meaning(l *words.Lexicon, p *snapshot.Proposal) []uint32 {
	joints := l.IDs(nil, "and or")
	list := l.IDs(l.IDs(nil, p.Old), p.New)
	return slices.DeleteFunc(list, func(w uint32) bool { return slices.Contains(joints, w) })
}
