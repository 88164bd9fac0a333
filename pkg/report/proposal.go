package report

import (
	"slices"

	"github.com/draftdiff/draftdiff/internal/both"
	"github.com/draftdiff/draftdiff/pkg/diff"
	"github.com/draftdiff/draftdiff/pkg/snapshot"
)

// verbs say what a proposal does with its words.
var verbs = [...]string{
	snapshot.Insert:      "insert",
	snapshot.Delete:      "delete",
	snapshot.Replace:     "replace",
	snapshot.Retain:      "retain",
	snapshot.DeleteUnit:  "delete this",
	snapshot.RetainUnit:  "retain this",
	snapshot.MoveUnit:    "move this",
	snapshot.MergeUnit:   "merge this",
	snapshot.AlignUnit:   "align this",
	snapshot.SupportUnit: "support this",
	snapshot.Other:       "asks",
	snapshot.Add:         "add",
	snapshot.Alternative: "alternative",
	snapshot.Rewrite:     "rewrite",
}

// spell writes the words of all proposals, which takes longer than all else: half
// of them at a time.
func (b *builder) spell() {
	var entries []*Entry
	list := func(of []Entry) {
		for i := range of {
			if e := of[i].Event; e != nil && e.Type != diff.Text {
				entries = append(entries, &of[i])
			}
		}
	}
	list(b.Silent)
	for i := range b.Sections {
		list(b.Sections[i].Entries)
	}
	every2nd := func(from int) {
		for i := from; i < len(entries); i += 2 {
			e := entries[i]
			proposalWords(e, b.Diff.OldProposal(e.Event), b.Diff.NewProposal(e.Event))
		}
	}
	both.Run(func() { every2nd(0) }, func() { every2nd(1) })
}

// proposalWords gives what a proposal does with which words. Where both texts
// have it, the words are those of the new text marked against the old.
func proposalWords(e *Entry, old, new *snapshot.Proposal) {
	var oldParts, newParts [2]string
	if old != nil {
		oldParts = parts(old)
	}
	if new != nil {
		newParts = parts(new)
	}
	redline := func(k int) []diff.Segment {
		switch {
		case new == nil:
			return appendSegment(nil, diff.Equal, oldParts[k])
		case old == nil || e.Event.Type != diff.Reworded:
			return appendSegment(nil, diff.Equal, newParts[k])
		}
		return diff.Redline(oldParts[k], newParts[k])
	}
	e.Words, e.Replacement = redline(0), redline(1)
}

// parts gives the words that a proposal is about: those of its action, and for
// a replacement those in their place.
func parts(p *snapshot.Proposal) [2]string {
	switch p.Action {
	case snapshot.Replace:
		return [2]string{p.Old, p.New}
	case snapshot.Delete, snapshot.Retain:
		return [2]string{p.Old}
	case snapshot.MoveUnit, snapshot.MergeUnit:
		return [2]string{p.Target}
	case snapshot.AlignUnit, snapshot.Other:
		if p.Target != "" {
			return [2]string{p.Target}
		}
	}
	if p.New == "" && p.Action.OnUnit() {
		return [2]string{}
	}
	return [2]string{p.New}
}

// positions lists the sponsors: of the new text, those that joined marked, then
// those that left.
func positions(ev *diff.Event, old, new *snapshot.Proposal) []Position {
	p := new
	if p == nil {
		p = old
	}
	if p == nil {
		return nil
	}
	list := make([]Position, 0, len(p.Sponsors)+len(ev.Left))
	for _, s := range p.Sponsors {
		move := Stayed
		if slices.Contains(ev.Joined, s) {
			move = Joined
		}
		list = append(list, Position{s, move})
	}
	for _, s := range ev.Left {
		list = append(list, Position{s, Left})
	}
	return list
}
