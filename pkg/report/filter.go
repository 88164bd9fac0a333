package report

import (
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/draftdiff/draftdiff/pkg/citation"
	"github.com/draftdiff/draftdiff/pkg/diff"
	"github.com/draftdiff/draftdiff/pkg/party"
	"github.com/draftdiff/draftdiff/pkg/snapshot"
)

// Options narrow a report. The zero Options keep everything.
type Options struct {
	Parties []string         // keep what concerns one of them, or a group that it belongs to
	Units   []string         // keep these units and what stands under them; identifiers of either text
	Types   []diff.EventType // keep these events
}

// filter is Options made ready.
type filter struct {
	diff    *diff.Diff
	parties map[string]bool // every name under which one of the parties acts
	pairs   map[int]bool    // indexes in Diff.Units
	types   []diff.EventType
	words   []string
}

func newFilter(d *diff.Diff, opt Options) (*filter, error) {
	f := &filter{diff: d, types: opt.Types}
	for _, name := range opt.Parties {
		if err := f.addParty(name); err != nil {
			return nil, err
		}
	}
	for _, id := range opt.Units {
		if err := f.addUnit(id); err != nil {
			return nil, err
		}
	}
	if len(opt.Types) > 0 {
		var names []string
		for _, t := range opt.Types {
			names = append(names, t.String())
		}
		f.words = append(f.words, "only "+strings.Join(names, ", "))
	}
	return f, nil
}

// String says in words what the filter keeps.
func (f *filter) String() string { return strings.Join(f.words, "; ") }

// addParty keeps what a party does, itself or through its groups.
func (f *filter) addParty(name string) error {
	if f.parties == nil {
		f.parties = map[string]bool{}
	}
	var wrong error
	var id string
	for _, s := range []*snapshot.Snapshot{f.diff.Old, f.diff.New} {
		found, err := FindParty(s, name)
		if err != nil {
			wrong = err
			continue
		}
		id = found
		maps.Copy(f.parties, actsAs(s, id))
	}
	if id == "" {
		return wrong
	}
	f.words = append(f.words, "what concerns "+id)
	return nil
}

// actsAs gives the names under which a party acts: its own and its groups'.
func actsAs(s *snapshot.Snapshot, id string) map[string]bool {
	names := map[string]bool{id: true}
	for _, g := range party.Default().Groups(id, yearOf(s.Document.Dates)) {
		names[g] = true
	}
	return names
}

// yearOf returns the middle of the last year that a date names, or no time.
func yearOf(dates string) time.Time {
	for i := len(dates) - 4; i >= 0; i-- {
		if t, err := time.Parse("2006", dates[i:i+4]); err == nil {
			return t.AddDate(0, 6, 0)
		}
	}
	return time.Time{}
}

// addUnit keeps the pairs of a unit and of everything under it.
func (f *filter) addUnit(id string) error {
	if f.pairs == nil {
		f.pairs = map[int]bool{}
	}
	found := ""
	keep := func(s *snapshot.Snapshot, pairs []int32) {
		under := map[string]bool{}
		c := citation.New(s)
		for i := range s.Units {
			this := strings.EqualFold(s.Units[i].ID, id)
			if this || under[s.Units[i].Parent] {
				if this {
					found = c.Cite(i)
				}
				under[s.Units[i].ID] = true
				f.pairs[int(pairs[i])] = true
			}
		}
	}
	keep(f.diff.Old, f.diff.Alignment.OfOld)
	keep(f.diff.New, f.diff.Alignment.OfNew)
	if found == "" {
		return noUnit("neither text has a unit", id, f.diff.New, f.diff.Old)
	}
	f.words = append(f.words, found)
	return nil
}

// unit reports whether a unit of the alignment is kept.
func (f *filter) unit(u *diff.UnitChange) bool {
	if f.pairs == nil {
		return true
	}
	return len(u.New) > 0 && f.pairs[int(f.diff.Alignment.OfNew[u.New[0]])] ||
		len(u.Old) > 0 && f.pairs[int(f.diff.Alignment.OfOld[u.Old[0]])]
}

// tellsUnits reports whether changes of whole units are told: they concern no
// party, and are no events.
func (f *filter) tellsUnits() bool { return f.parties == nil && len(f.types) == 0 }

// event reports whether an event is kept.
func (f *filter) event(e *diff.Event) bool {
	if f.pairs != nil && !f.pairs[e.Pair] {
		return false
	}
	if len(f.types) > 0 && !slices.Contains(f.types, e.Type) {
		return false
	}
	return f.parties == nil || f.concerns(e)
}

func (f *filter) concerns(e *diff.Event) bool {
	has := func(list []string) bool {
		return slices.ContainsFunc(list, func(id string) bool { return f.parties[id] })
	}
	for _, p := range []*snapshot.Proposal{f.diff.OldProposal(e), f.diff.NewProposal(e)} {
		if p != nil && (has(p.Sponsors) || has(p.Against) || has(p.Retain)) {
			return true
		}
	}
	return false
}
