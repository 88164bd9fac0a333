package history

import (
	"slices"

	"github.com/draftdiff/draftdiff/pkg/align/words"
	"github.com/draftdiff/draftdiff/pkg/snapshot"
)

// manyWords is how many words a proposal has at least that is known again at
// another unit than that from which it went.
const manyWords = 6

// threads gives every proposal of the new text its thread: that of the proposal
// that it was, that of one that slept, or a new one.
func (x *extender) threads() {
	x.woken = map[int]int{}
	asleep := map[uint64][]int{}
	byThread := map[int]int{}
	for k := range x.tip.Asleep {
		z := &x.tip.Asleep[k]
		h := fingerprint(z.Action, z.Old, z.New)
		asleep[h] = append(asleep[h], k)
		byThread[z.Thread] = k
	}
	taken := map[int]bool{}
	for n, o := range x.partner {
		if o >= 0 {
			x.proposalOf[n] = x.tip.ProposalOf[o]
			taken[x.proposalOf[n]] = true
		}
	}
	split := map[int]bool{}
	for _, list := range x.parts {
		for _, n := range list {
			split[n] = true
		}
	}
	for n := range x.s.Proposals {
		if x.proposalOf[n] > 0 {
			continue
		}
		p := &x.s.Proposals[n]
		if t := x.lock.joined(x.session, p.ID); t > 0 && !taken[t] {
			x.proposalOf[n], taken[t] = t, true
			if k, ok := byThread[t]; ok {
				x.woken[n] = k
			}
			continue
		}
		if k, ok := x.sleeper(p, asleep, taken); ok && !split[n] {
			t := x.tip.Asleep[k].Thread
			x.proposalOf[n], x.woken[n], taken[t] = t, k, true
			continue
		}
		x.tip.Proposals++
		x.proposalOf[n] = x.tip.Proposals
	}
}

// fingerprint hashes what a proposal wants, whoever wants it.
func fingerprint(action, old, new string) uint64 {
	return words.Hash(action+" "+old)*31 + words.Hash(new)
}

// sleeper finds the sleeping proposal that p is: the same words at the same unit
// and somebody who stood for it, or many words anywhere.
func (x *extender) sleeper(p *snapshot.Proposal, asleep map[uint64][]int, taken map[int]bool) (int, bool) {
	unit := x.unitThread(p.Unit)
	size := 0
	for _, k := range slices.Backward(asleep[fingerprint(p.Action.String(), p.Old, p.New)]) {
		z := &x.tip.Asleep[k]
		if taken[z.Thread] || x.lock.partedThread(x.session, p.ID, z.Thread) || !words.Equal(z.Target, p.Target) {
			continue
		}
		if size == 0 {
			var l words.Lexicon
			size = len(l.IDs(l.IDs(nil, p.Old), p.New))
		}
		known := common(z.Sponsors, p.Sponsors) > 0
		switch {
		case z.Unit == unit && (known || size >= manyWords):
			return k, true
		case known && size >= manyWords:
			return k, true
		}
	}
	return 0, false
}

// unitThread is the thread of a unit of the new text, 0 for none.
func (x *extender) unitThread(id string) int {
	if u, ok := x.unitIndex[id]; ok {
		return x.unitOf[u]
	}
	return 0
}
