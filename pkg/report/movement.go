package report

import (
	"cmp"
	"slices"

	"github.com/draftdiff/draftdiff/pkg/diff"
	"github.com/draftdiff/draftdiff/pkg/snapshot"
)

// A Load is how much of a part is still in dispute.
type Load struct {
	Words int // proposals on words: what stands in brackets
	Units int // proposals of whole units and about them
}

// A Burden is the load of a part in both texts.
type Burden struct {
	Part     *Part
	Old, New Load
}

// Burdens gives the load of every part that has one in either text.
func (p *Page) Burdens() []Burden {
	list := make([]Burden, len(p.Parts))
	for i := range p.Parts {
		list[i].Part = &p.Parts[i]
		for _, row := range p.Parts[i].Rows {
			if row.GoneTo == nil {
				list[i].Old.add(row.loads[0])
				list[i].New.add(row.loads[1])
			}
		}
	}
	return slices.DeleteFunc(list, func(b Burden) bool { return b.Old == Load{} && b.New == Load{} })
}

func (l *Load) add(m Load) {
	l.Words += m.Words
	l.Units += m.Units
}

// load counts the proposals on units of one text.
func (b *pager) load(side int, units []int) Load {
	var l Load
	s := b.snapshotOf(side)
	for _, u := range units {
		for _, i := range b.on[side][u] {
			if s.Proposals[i].Action.OnWords() {
				l.Words++
			} else {
				l.Units++
			}
		}
	}
	return l
}

// A Turnover is what became of the sponsorships of one party.
type Turnover struct {
	Party           string
	Added, Joined   int // new proposals, and old ones that it joined
	Withdrawn, Left int // proposals that are gone, and those that it left
	Adopted         int // proposals that became text
}

// Net is what the party has won or lost, without what became text.
func (t *Turnover) Net() int { return t.Added + t.Joined - t.Withdrawn - t.Left }

// Turnovers gives those of every party that an event of the report is about, the
// busiest first.
func (r *Report) Turnovers() []Turnover {
	index := map[string]int{}
	var list []Turnover
	of := func(id string) *Turnover {
		k, ok := index[id]
		if !ok {
			k = len(list)
			index[id] = k
			list = append(list, Turnover{Party: id})
		}
		return &list[k]
	}
	sponsors := func(p *snapshot.Proposal, field func(*Turnover) *int) {
		for _, id := range p.Sponsors {
			*field(of(id))++
		}
	}
	for _, i := range r.Events {
		e := &r.Diff.Events[i]
		switch e.Type {
		case diff.Added:
			sponsors(r.Diff.NewProposal(e), func(t *Turnover) *int { return &t.Added })
		case diff.Withdrawn:
			sponsors(r.Diff.OldProposal(e), func(t *Turnover) *int { return &t.Withdrawn })
		case diff.Adopted:
			sponsors(r.Diff.OldProposal(e), func(t *Turnover) *int { return &t.Adopted })
		case diff.Responsored:
			for _, id := range e.Joined {
				of(id).Joined++
			}
			for _, id := range e.Left {
				of(id).Left++
			}
		}
	}
	sum := func(t *Turnover) int { return t.Added + t.Joined + t.Withdrawn + t.Left + t.Adopted }
	slices.SortStableFunc(list, func(a, b Turnover) int {
		return cmp.Or(sum(&b)-sum(&a), cmp.Compare(a.Party, b.Party))
	})
	return list
}
