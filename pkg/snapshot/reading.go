package snapshot

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"github.com/draftdiff/draftdiff/pkg/party"
)

// Base is the name of the reading without any proposal: insertions out,
// deletions and open alternatives in, proposed units out.
const Base = "base"

// A Reader gives one reading of a snapshot (section 7 of the notation): the
// base text, or the text as a party wants it, with every proposal applied that
// it, or a group that it belongs to, sponsors, and no other.
type Reader struct {
	s      *Snapshot
	units  map[string]int
	on     [][]int // proposals by unit
	inside map[string][]int
	wanted []bool // by proposal
	gone   []bool // units that are not in this reading
}

// NewReader returns the reading of s as [Base] or as a party.
func NewReader(s *Snapshot, as string) *Reader {
	r := &Reader{
		s:      s,
		units:  s.ByID(),
		on:     make([][]int, len(s.Units)),
		inside: map[string][]int{},
		wanted: make([]bool, len(s.Proposals)),
		gone:   make([]bool, len(s.Units)),
	}
	side := sideOf(as)
	for i := range s.Proposals {
		p := &s.Proposals[i]
		r.wanted[i] = as != Base && slices.ContainsFunc(p.Sponsors, side)
		if p.Within != "" {
			r.inside[p.Within] = append(r.inside[p.Within], i)
		} else if u, ok := r.units[p.Unit]; ok {
			r.on[u] = append(r.on[u], i)
		}
	}
	r.leaveOut()
	return r
}

// sideOf returns a test whether a sponsor speaks for the party.
func sideOf(as string) func(string) bool {
	reg := party.Default()
	id := reg.Canonical(as)
	return func(sponsor string) bool {
		sponsor = reg.Canonical(sponsor)
		return sponsor == id || reg.Member(sponsor, id, time.Time{})
	}
}

// leaveOut finds the units that the reading does not have.
func (r *Reader) leaveOut() {
	for i := range r.s.Units {
		u := &r.s.Units[i]
		parent, ok := r.units[u.Parent]
		inProposed := ok && r.s.Units[parent].Origin == OriginProposed
		r.gone[i] = u.Origin == OriginProposed && !inProposed || ok && r.gone[parent]
		for _, p := range r.on[i] {
			if !r.wanted[p] {
				continue
			}
			switch r.s.Proposals[p].Action {
			case DeleteUnit:
				r.gone[i] = true
			case Add:
				r.gone[i] = ok && r.gone[parent]
			case Alternative, Rewrite:
				r.gone[i] = ok && r.gone[parent]
				r.replaceBase(i)
			}
		}
	}
}

// replaceBase leaves out the base unit that an alternative or a rewrite stands
// for, with what is in it: the one before it of the same number.
func (r *Reader) replaceBase(i int) {
	u := &r.s.Units[i]
	number := strings.TrimSpace(strings.TrimSuffix(strings.Trim(u.Label, "()"), "alt"))
	for k := i - 1; k >= 0; k-- {
		v := &r.s.Units[k]
		if v.Parent == u.Parent && v.Kind == u.Kind && v.Origin == OriginBase && strings.Trim(v.Label, "()") == number {
			r.gone[k] = true
			for j := k + 1; j < i; j++ {
				if p, ok := r.units[r.s.Units[j].Parent]; ok && r.gone[p] && p >= k {
					r.gone[j] = true
				}
			}
			return
		}
	}
}

// Has reports whether the reading has the unit at all.
func (r *Reader) Has(unit int) bool { return !r.gone[unit] }

// Text returns the words of a unit in this reading.
func (r *Reader) Text(unit int) string {
	return r.apply(r.s.Units[unit].Text, r.on[unit])
}

// apply makes the wanted changes among proposals to a text. Of changes that
// overlap the one that begins first is made.
func (r *Reader) apply(text string, proposals []int) string {
	var edits []int
	for _, i := range proposals {
		if p := &r.s.Proposals[i]; r.wanted[i] && p.Action.OnWords() && p.Action != Retain && p.At.End <= len(text) {
			edits = append(edits, i)
		}
	}
	if len(edits) == 0 {
		return text
	}
	slices.SortStableFunc(edits, func(i, j int) int {
		a, b := r.s.Proposals[i].At, r.s.Proposals[j].At
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End))
	})
	var w writer
	w.begin()
	at := 0
	for _, i := range edits {
		p := &r.s.Proposals[i]
		if p.At.Start < at {
			continue
		}
		w.write(text[at:p.At.Start])
		words := r.apply(p.New, r.inside[p.ID])
		if words == "" {
			w.leaveOut()
		} else if !closesUp(words[0]) && !endsWord(words) {
			w.space()
		}
		w.write(words)
		if p.At.End < len(text) && !closesUp(text[p.At.End]) {
			w.space()
		}
		at = p.At.End
	}
	w.write(text[at:])
	return w.text()
}

// endsWord reports whether words go on with the word before them, as in
// "crime[s: RU]" and "property[/assets: RU]".
func endsWord(words string) bool {
	return words == "s" || words == "es" || words[0] == '/'
}
