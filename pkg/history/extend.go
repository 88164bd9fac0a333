package history

import (
	"slices"

	"github.com/draftdiff/draftdiff/pkg/align/words"
	"github.com/draftdiff/draftdiff/pkg/diff"
	"github.com/draftdiff/draftdiff/pkg/snapshot"
)

// A Tip is what [Extend] has to know of a series to go on with it.
type Tip struct {
	Session  int                `json:"session"`
	Snapshot *snapshot.Snapshot `json:"-"`
	// UnitOf and ProposalOf are the threads of what Snapshot has, by index.
	UnitOf     []int `json:"unit_of"`
	ProposalOf []int `json:"proposal_of"`
	// Units and Proposals are how many threads there are.
	Units     int `json:"units"`
	Proposals int `json:"proposals"`
	// Asleep has the last state of each proposal that was withdrawn, and
	// UnitsAsleep a hash of the words of each unit that went.
	Asleep      []ProposalState `json:"asleep"`
	UnitsAsleep []SleepingUnit  `json:"units_asleep"`
}

// A SleepingUnit is a unit that went and may come back.
type SleepingUnit struct {
	Thread int    `json:"thread"`
	Kind   string `json:"kind"`
	Hash   uint64 `json:"hash"`
}

// Extend follows every unit and proposal from the tip of a series into the text
// of the next session. The tip is nil at the beginning, the lock where there
// are no corrections. The tip that was given is used up.
func Extend(tip *Tip, s *snapshot.Snapshot, lock *Lock) (*Tip, *Delta) {
	if tip == nil {
		tip = &Tip{Snapshot: &snapshot.Snapshot{}}
	}
	x := &extender{
		tip: tip, s: s, lock: lock, session: tip.Session + 1,
		d:      diff.Compare(tip.Snapshot, s),
		cites:  [2]*citer{newCiter(tip.Snapshot), newCiter(s)},
		unitOf: make([]int, len(s.Units)), proposalOf: make([]int, len(s.Proposals)),
		partner: filled(len(s.Proposals)), image: filled(len(tip.Snapshot.Proposals)),
		event: make([][]int, len(s.Proposals)), fate: make([]Fate, len(tip.Snapshot.Proposals)),
		parts: map[int][]int{}, merged: map[int][]int{},
	}
	x.delta = &Delta{Session: x.session}
	x.units()
	x.match()
	x.divide()
	x.threads()
	x.report()
	lock.remember(x)
	return x.next(), x.delta
}

// An extender follows one series into one session.
type extender struct {
	tip     *Tip
	s       *snapshot.Snapshot
	lock    *Lock
	session int
	d       *diff.Diff
	cites   [2]*citer
	delta   *Delta

	unitOf, proposalOf []int
	unitIndex          map[string]int // of the new text, by identifier
	oldUnitIndex       map[string]int

	partner []int   // of each new proposal: the old one that it is, or -1
	image   []int   // of each old proposal: the new one that it is, or -1
	event   [][]int // events of diff about each new proposal
	fate    []Fate  // of each old proposal that is not there any more

	parts  map[int][]int // new proposals that were split off, by the new one that kept the thread
	merged map[int][]int // old proposals that are part now, by the new one that they are part of

	woken map[int]int // sleeping state, by new proposal
}

func filled(n int) []int {
	list := make([]int, n)
	for i := range list {
		list[i] = -1
	}
	return list
}

// next is the tip from which the session after this one goes on.
func (x *extender) next() *Tip {
	t := &Tip{
		Session: x.session, Snapshot: x.s, UnitOf: x.unitOf, ProposalOf: x.proposalOf,
		Units: x.tip.Units, Proposals: x.tip.Proposals, UnitsAsleep: x.tip.UnitsAsleep,
	}
	woken := map[int]bool{}
	for _, k := range x.woken {
		woken[k] = true
	}
	for k, p := range x.tip.Asleep {
		if !woken[k] {
			t.Asleep = append(t.Asleep, p)
		}
	}
	for _, p := range x.delta.Proposals {
		if p.Fate == FateWithdrawn {
			t.Asleep = append(t.Asleep, p)
		}
	}
	return t
}

// units gives every unit of the new text its thread, and says what happened to
// the units of the base text.
func (x *extender) units() {
	x.unitIndex, x.oldUnitIndex = x.s.ByID(), x.tip.Snapshot.ByID()
	keeper := make(map[int]int) // new unit, by old unit
	for k := range x.d.Units {
		p := &x.d.Units[k]
		if len(p.Old) > 0 && len(p.New) > 0 && !x.lock.parted(x.session, x.tip.Snapshot.Units[p.Old[0]].ID, x.s.Units[p.New[0]].ID) {
			keeper[p.Old[0]] = p.New[0]
			x.unitOf[p.New[0]] = x.tip.UnitOf[p.Old[0]]
		}
	}
	for i := range x.s.Units {
		if t := x.lock.joined(x.session, x.s.Units[i].ID); t > 0 {
			x.claim(t, i)
		}
	}
	for i := range x.s.Units {
		if x.unitOf[i] == 0 {
			x.unitOf[i] = x.wakeUnit(i)
		}
	}
	x.unitStates()
}

// claim gives a unit the thread that a person says it has.
func (x *extender) claim(thread, unit int) {
	for i, t := range x.unitOf {
		if t == thread && i != unit {
			x.unitOf[i] = 0
		}
	}
	x.unitOf[unit] = thread
}

// wakeful is how many bytes the words of a unit have at least that are known
// again after the unit has been gone.
const wakeful = 40

// wakeUnit returns the thread of a unit that slept with the same words, or a
// new thread.
func (x *extender) wakeUnit(i int) int {
	u := &x.s.Units[i]
	if len(u.Text) >= wakeful && len(x.tip.UnitsAsleep) > 0 {
		h := words.Hash(u.Text)
		for k, z := range x.tip.UnitsAsleep {
			if z.Hash == h && z.Kind == u.Kind.String() {
				x.tip.UnitsAsleep = slices.Delete(x.tip.UnitsAsleep, k, k+1)
				return z.Thread
			}
		}
	}
	x.tip.Units++
	return x.tip.Units
}

// unitStates writes down the units whose state is not what it was.
func (x *extender) unitStates() {
	there := make(map[int]int, len(x.unitOf)) // new unit, by thread
	for i, t := range x.unitOf {
		there[t] = i
	}
	before := make(map[int]int, len(x.tip.UnitOf))
	for i, t := range x.tip.UnitOf {
		before[t] = i
	}
	from := x.origins()
	for i, t := range x.unitOf {
		state := x.unitState(1, i, t)
		state.From = from[i]
		if old, ok := before[t]; !ok || len(state.From) > 0 || !sameUnit(state, x.unitState(0, old, t)) {
			x.delta.Units = append(x.delta.Units, state)
		}
	}
	for i, t := range x.tip.UnitOf {
		if _, ok := there[t]; ok {
			continue
		}
		state := x.unitState(0, i, t)
		state.Gone = true
		x.delta.Units = append(x.delta.Units, state)
		x.tip.UnitsAsleep = append(x.tip.UnitsAsleep, SleepingUnit{t, state.Kind, words.Hash(state.Text)})
	}
}

// origins tells of each unit that came of a split or a merger which threads it
// came of.
func (x *extender) origins() map[int][]int {
	from := map[int][]int{}
	for k := range x.d.Units {
		p := &x.d.Units[k]
		switch {
		case len(p.Old) == 1 && len(p.New) > 1:
			for _, n := range p.New {
				if x.unitOf[n] != x.tip.UnitOf[p.Old[0]] {
					from[n] = []int{x.tip.UnitOf[p.Old[0]]}
				}
			}
		case len(p.Old) > 1 && len(p.New) == 1:
			for _, o := range p.Old {
				from[p.New[0]] = append(from[p.New[0]], x.tip.UnitOf[o])
			}
		}
	}
	return from
}

func (x *extender) unitState(side, i, thread int) UnitState {
	s := x.tip.Snapshot
	if side == 1 {
		s = x.s
	}
	u := &s.Units[i]
	text := u.Text
	if text == "" {
		text = u.Heading
	}
	return UnitState{
		Thread: thread, Session: x.session, ID: u.ID, Cite: x.cites[side].cites[i], Section: x.cites[side].sections[i],
		Kind: u.Kind.String(), Text: text, Proposed: u.Origin == snapshot.OriginProposed,
	}
}

func sameUnit(a, b UnitState) bool {
	return a.ID == b.ID && a.Cite == b.Cite && a.Section == b.Section && a.Kind == b.Kind && a.Text == b.Text && a.Proposed == b.Proposed
}
