package history

import (
	"slices"

	"github.com/draftdiff/draftdiff/pkg/align"
	"github.com/draftdiff/draftdiff/pkg/diff"
	"github.com/draftdiff/draftdiff/pkg/snapshot"
)

// report writes the events and the states of proposals, in the order of the
// pairs of units, so in that of the text.
func (x *extender) report() {
	n := len(x.d.Units)
	olds, news, texts := make([][]int, n+1), make([][]int, n+1), make([][]int, n)
	for i := range x.tip.Snapshot.Proposals {
		k := n // proposals on nothing come last
		if u, ok := x.oldUnitIndex[x.tip.Snapshot.Proposals[i].Unit]; ok {
			k = int(x.d.Alignment.OfOld[u])
		}
		olds[k] = append(olds[k], i)
	}
	for i := range x.s.Proposals {
		k := n
		if u, ok := x.unitIndex[x.s.Proposals[i].Unit]; ok {
			k = int(x.d.Alignment.OfNew[u])
		}
		news[k] = append(news[k], i)
	}
	for i := range x.d.Events {
		if e := &x.d.Events[i]; e.Type == diff.Text {
			texts[e.Pair] = append(texts[e.Pair], i)
		}
	}
	for k := range n + 1 {
		if k < n && x.tip.Session > 0 {
			x.unit(k)
			for _, i := range texts[k] {
				x.text(&x.d.Events[i])
			}
		}
		for _, i := range olds[k] {
			x.gone(i)
		}
		for _, i := range news[k] {
			x.present(i)
		}
	}
}

func (x *extender) emit(e Event) {
	e.Session = x.session
	x.delta.Events = append(x.delta.Events, e)
}

// text reports words that changed silently.
func (x *extender) text(e *diff.Event) {
	u := e.NewUnit
	if u >= 0 && !x.onTitlePage(x.s, u) {
		x.emit(Event{What: Text, Unit: x.unitOf[u], From: e.Text.Old, To: e.Text.New})
	}
}

// onTitlePage reports whether a unit only says which text it is, or is a note.
func (x *extender) onTitlePage(s *snapshot.Snapshot, u int) bool {
	return s.Units[u].Kind == snapshot.KindNote
}

// unit reports what happened to a unit of the base text as a whole.
func (x *extender) unit(k int) {
	p := &x.d.Units[k]
	lead, s := 0, x.s
	e := Event{}
	if len(p.New) > 0 {
		lead = p.New[0]
		e.Unit = x.unitOf[lead]
	} else {
		lead, s = p.Old[0], x.tip.Snapshot
		e.Unit = x.tip.UnitOf[lead]
	}
	u := &s.Units[lead]
	if u.Kind == snapshot.KindHeading || x.onTitlePage(s, lead) {
		return
	}
	both := len(p.Old) > 0 && len(p.New) > 0
	if both && (x.tip.Snapshot.Units[p.Old[0]].Origin == snapshot.OriginProposed || u.Origin == snapshot.OriginProposed) {
		return // that is told of the proposal
	}
	switch p.Change {
	case align.Added, align.Removed:
		if !p.Silent || x.fateOfParent(k) {
			return
		}
		e.What, e.To = UnitAdded, u.Text
		if p.Change == align.Removed {
			e.What, e.From, e.To = UnitRemoved, u.Text, ""
		}
	case align.Renumbered:
		e.What, e.From, e.To = Renumbered, x.cites[0].cites[p.Old[0]], x.cites[1].cites[lead]
	case align.Moved:
		e.What, e.From, e.To = UnitMoved, x.cites[0].cites[p.Old[0]], x.cites[1].cites[lead]
	case align.Split:
		e.What = UnitSplit
		for _, i := range p.New[1:] {
			e.Others = append(e.Others, x.unitOf[i])
		}
	case align.Merged:
		e.What = UnitMerged
		for _, i := range p.Old[1:] {
			e.Others = append(e.Others, x.tip.UnitOf[i])
		}
	default:
		return
	}
	x.emit(e)
}

// fateOfParent reports whether a unit came or went only because that above it
// did.
func (x *extender) fateOfParent(k int) bool {
	p := &x.d.Units[k]
	units, c, of := p.New, x.cites[1], x.d.Alignment.OfNew
	if len(units) == 0 {
		units, c, of = p.Old, x.cites[0], x.d.Alignment.OfOld
	}
	above := c.parent[units[0]]
	return above >= 0 && x.d.Units[of[above]].Change == p.Change
}

// gone reports an old proposal that the new text does not have.
func (x *extender) gone(o int) {
	if x.image[o] >= 0 {
		return
	}
	state := x.state(0, o)
	if slices.Contains(x.proposalOf, state.Thread) {
		return // a person says that it is another one of the new text
	}
	state.Fate = x.fate[o]
	if state.Fate == Open {
		state.Fate = FateWithdrawn
	}
	x.delta.Proposals = append(x.delta.Proposals, state)
	if state.Fate == FateMerged {
		return // told of the one that it is part of
	}
	e := Event{What: Withdrawn, Proposal: state.Thread, Unit: state.Unit, Parties: state.Sponsors}
	if state.Fate == FateAdopted {
		e.What = Adopted
	}
	x.emit(e)
}

// state describes a proposal of the old (0) or the new (1) text.
func (x *extender) state(side, i int) ProposalState {
	var q *snapshot.Proposal
	thread, unit := 0, 0
	if side == 1 {
		q, thread = &x.s.Proposals[i], x.proposalOf[i]
		unit = x.unitThread(q.Unit)
	} else {
		q, thread = &x.tip.Snapshot.Proposals[i], x.tip.ProposalOf[i]
		if u, ok := x.oldUnitIndex[q.Unit]; ok {
			unit = x.tip.UnitOf[u]
		}
	}
	return ProposalState{
		Thread: thread, Session: x.session, ID: q.ID, Unit: unit, Action: q.Action.String(), Old: q.Old, New: q.New, Target: q.Target,
		Sponsors: q.Sponsors, Against: q.Against, Retain: q.Retain, Doubtful: !q.Certain,
	}
}

// present reports what happened to a proposal that the new text has.
func (x *extender) present(n int) {
	now := x.state(1, n)
	e := Event{Proposal: now.Thread, Unit: now.Unit}
	was, known := x.before(n)
	if !known || !sameProposal(was, now) {
		x.delta.Proposals = append(x.delta.Proposals, now)
	}
	if !known {
		if !x.splitOff(n) {
			e.What, e.Parties = Added, now.Sponsors
			x.emit(e)
		}
		return
	}
	if was.Fate != Open {
		e.What, e.Parties = Back, now.Sponsors
		x.emit(e)
	}
	x.changes(n, e, was, now)
}

// before is how a proposal stood in the session before, or when it was last
// seen.
func (x *extender) before(n int) (ProposalState, bool) {
	if o := x.partner[n]; o >= 0 {
		return x.state(0, o), true
	}
	if k, ok := x.woken[n]; ok {
		return x.tip.Asleep[k], true
	}
	if o := slices.Index(x.tip.ProposalOf, x.proposalOf[n]); o >= 0 {
		return x.state(0, o), true
	}
	return ProposalState{}, false
}

func (x *extender) splitOff(n int) bool {
	for _, list := range x.parts {
		if slices.Contains(list, n) {
			return true
		}
	}
	return false
}

func sameProposal(a, b ProposalState) bool {
	return a.ID == b.ID && a.Unit == b.Unit && a.Action == b.Action && a.Old == b.Old && a.New == b.New && a.Target == b.Target && a.Doubtful == b.Doubtful &&
		a.Fate == b.Fate && slices.Equal(a.Sponsors, b.Sponsors) && slices.Equal(a.Against, b.Against) && slices.Equal(a.Retain, b.Retain)
}
