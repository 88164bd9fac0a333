package history

import (
	"slices"

	"github.com/draftdiff/draftdiff/pkg/align/words"
	"github.com/draftdiff/draftdiff/pkg/diff"
	"github.com/draftdiff/draftdiff/pkg/snapshot"
)

// match says which proposals of the two texts are the same: as diff does, unless
// a person says otherwise, with a second look at what diff leaves open.
func (x *extender) match() {
	old, new := x.tip.Snapshot.Proposals, x.s.Proposals
	silent := make([]bool, len(old)) // about which diff says something
	told := make([]bool, len(new))
	for i := range x.d.Events {
		e := &x.d.Events[i]
		if e.New >= 0 {
			told[e.New] = true
			x.event[e.New] = append(x.event[e.New], i)
		}
		if e.Old >= 0 {
			silent[e.Old] = true
			x.fate[e.Old] = FateWithdrawn
			if e.Type == diff.Adopted {
				x.fate[e.Old] = FateAdopted
			}
		}
		if e.Old >= 0 && e.New >= 0 {
			x.marry(e.Old, e.New)
		}
	}
	olds, news := byUnit(x.tip.Snapshot, x.oldUnitIndex, silent), byUnit(x.s, x.unitIndex, told)
	for k := range x.d.Units {
		p := &x.d.Units[k]
		x.unchanged(gather(olds, p.Old), gather(news, p.New))
	}
	x.second(x.loneByPair())
	x.obey()
}

func (x *extender) marry(old, new int) {
	if x.lock.parted(x.session, x.tip.Snapshot.Proposals[old].ID, x.s.Proposals[new].ID) {
		return
	}
	x.partner[new], x.image[old] = old, new
}

func (x *extender) divorce(new int) {
	if old := x.partner[new]; old >= 0 {
		x.partner[new], x.image[old], x.fate[old] = -1, -1, FateWithdrawn
	}
}

// byUnit lists the proposals of each unit, without those that are told of.
func byUnit(s *snapshot.Snapshot, index map[string]int, told []bool) [][]int {
	list := make([][]int, len(s.Units))
	for i := range s.Proposals {
		if u, ok := index[s.Proposals[i].Unit]; ok && !told[i] {
			list[u] = append(list[u], i)
		}
	}
	return list
}

func gather(lists [][]int, units []int) []int {
	if len(units) == 1 {
		return lists[units[0]]
	}
	var all []int
	for _, u := range units {
		all = append(all, lists[u]...)
	}
	return all
}

// unchanged pairs the proposals of a pair of units about which diff has nothing
// to say: those with the same words first, then in order.
func (x *extender) unchanged(olds, news []int) {
	for _, strict := range [...]bool{true, false} {
		for _, n := range news {
			if x.partner[n] >= 0 {
				continue
			}
			q := &x.s.Proposals[n]
			for _, o := range olds {
				p := &x.tip.Snapshot.Proposals[o]
				if x.image[o] < 0 && (!strict || p.Action == q.Action && p.Old == q.Old && p.New == q.New && slices.Equal(p.Sponsors, q.Sponsors)) {
					x.marry(o, n)
					break
				}
			}
		}
	}
}

// lone are the proposals of a pair of units that have no partner.
type lone struct{ old, new []int }

func (x *extender) loneByPair() []lone {
	list := make([]lone, len(x.d.Units))
	for o, n := range x.image {
		if u, ok := x.oldUnitIndex[x.tip.Snapshot.Proposals[o].Unit]; ok && n < 0 && x.fate[o] != FateAdopted {
			k := x.d.Alignment.OfOld[u]
			list[k].old = append(list[k].old, o)
		}
	}
	for n, o := range x.partner {
		if u, ok := x.unitIndex[x.s.Proposals[n].Unit]; ok && o < 0 {
			k := x.d.Alignment.OfNew[u]
			list[k].new = append(list[k].new, n)
		}
	}
	return list
}

// second looks again at what diff calls withdrawn and added in one unit: to
// replace the same words by others is the same wish when the same parties have
// it, however the new words read.
func (x *extender) second(list []lone) {
	for _, l := range list {
		for _, n := range l.new {
			q := &x.s.Proposals[n]
			for _, o := range l.old {
				p := &x.tip.Snapshot.Proposals[o]
				if x.image[o] < 0 && p.Action == snapshot.Replace && q.Action == snapshot.Replace && words.Equal(p.Old, q.Old) &&
					2*common(p.Sponsors, q.Sponsors) >= max(len(p.Sponsors), len(q.Sponsors)) {
					x.marry(o, n)
					break
				}
			}
		}
	}
}

// obey carries out the lines of the lock file that say what is the same.
func (x *extender) obey() {
	for n := range x.s.Proposals {
		t := x.lock.joined(x.session, x.s.Proposals[n].ID)
		o := slices.Index(x.tip.ProposalOf, t)
		if t == 0 || o < 0 {
			continue // what sleeps is woken later
		}
		x.divorce(n)
		if x.image[o] >= 0 {
			x.divorce(x.image[o])
		}
		x.partner[n], x.image[o] = o, n
	}
}

// common counts the strings that two lists share.
func common(a, b []string) int {
	n := 0
	for _, s := range a {
		if slices.Contains(b, s) {
			n++
		}
	}
	return n
}

// without returns the strings of a that b has not.
func without(a, b []string) (rest []string) {
	for _, s := range a {
		if !slices.Contains(b, s) {
			rest = append(rest, s)
		}
	}
	return rest
}
