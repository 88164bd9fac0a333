package history

import (
	"slices"

	"github.com/draftdiff/draftdiff/pkg/align/words"
	"github.com/draftdiff/draftdiff/pkg/diff"
)

// changes reports what is not as it was.
func (x *extender) changes(n int, e Event, was, now ProposalState) {
	add := func(what What, parties []string, from, to string, others ...int) {
		e.What, e.Parties, e.From, e.To, e.Others = what, parties, from, to, others
		x.emit(e)
	}
	sponsors := was.Sponsors
	divided := false
	if list := x.parts[n]; list != nil {
		divided = true
		var others []int
		for _, i := range list {
			others = append(others, x.proposalOf[i])
		}
		add(Split, now.Sponsors, "", "", others...)
	}
	if list := x.merged[n]; list != nil {
		divided = true
		var others []int
		for _, o := range list {
			others = append(others, x.tip.ProposalOf[o])
			sponsors = append(slices.Clone(sponsors), x.tip.Snapshot.Proposals[o].Sponsors...)
		}
		add(Merged, now.Sponsors, "", "", others...)
	}
	if !divided && x.reworded(n, was, now) {
		add(Reworded, now.Sponsors, wording(was), wording(now))
	}
	if from, to, ok := x.label(n); ok && from != to {
		add(Relabelled, now.Sponsors, from, to)
	} else if !ok && was.Unit != now.Unit {
		add(Moved, now.Sponsors, x.oldCite(was.Unit), x.cites[1].cites[x.unitIndex[x.s.Proposals[n].Unit]])
	}
	if list := without(now.Sponsors, sponsors); len(list) > 0 {
		add(Joined, list, "", "")
	}
	if list := without(sponsors, now.Sponsors); len(list) > 0 {
		add(Left, list, "", "")
	}
	for _, s := range stances(was, now) {
		add(Stance, s.Parties, s.From, s.To)
	}
}

// reworded reports whether a proposal has other words. Where diff has matched
// it, diff knows best: it takes the number off the words of a proposed unit.
func (x *extender) reworded(n int, was, now ProposalState) bool {
	if x.partner[n] >= 0 && len(x.event[n]) > 0 {
		for _, i := range x.event[n] {
			if e := &x.d.Events[i]; e.Type == diff.Reworded && e.Old == x.partner[n] {
				return true
			} else if e.Type != diff.Added {
				continue
			}
			return !words.Equal(was.Old, now.Old) || !words.Equal(was.New, now.New) // matched here
		}
		return false
	}
	if x.partner[n] >= 0 {
		return false
	}
	return !words.Equal(was.Old, now.Old) || !words.Equal(was.New, now.New)
}

// wording is what a proposal does with words, in one line.
func wording(p ProposalState) string {
	if words := p.Words(); words != "" {
		return words
	}
	return p.Action
}

// label gives the citation of a proposed unit before and now; ok is false of
// any other proposal.
func (x *extender) label(n int) (from, to string, ok bool) {
	p := &x.s.Proposals[n]
	o := x.partner[n]
	if !p.Action.OfUnit() || o < 0 {
		return "", "", p.Action.OfUnit()
	}
	i, there := x.unitIndex[p.Unit]
	k, before := x.oldUnitIndex[x.tip.Snapshot.Proposals[o].Unit]
	if !there || !before {
		return "", "", true
	}
	if x.tip.Snapshot.Units[k].Label == x.s.Units[i].Label {
		return "", "", true
	}
	return x.cites[0].cites[k], x.cites[1].cites[i], true
}

// oldCite cites a unit of the old text by its thread.
func (x *extender) oldCite(thread int) string {
	if i := slices.Index(x.tip.UnitOf, thread); i >= 0 {
		return x.cites[0].cites[i]
	}
	return ""
}
