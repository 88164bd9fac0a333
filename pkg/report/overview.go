package report

import (
	"cmp"
	"slices"

	"github.com/draftdiff/draftdiff/pkg/citation"
	"github.com/draftdiff/draftdiff/pkg/snapshot"
)

// mostActive is how many parties an overview names.
const mostActive = 10

// An Overview says what a snapshot holds.
type Overview struct {
	Document    snapshot.Document
	Units       []KindCount // kinds that occur, in the order of the kinds
	Actions     []ActionCount
	Parties     []PartyActivity // the most active ones, most active first
	AllParties  int
	Understood  Understood
	Diagnostics []DiagnosticCount // the most frequent first
	Outline     []OutlineEntry
}

// A KindCount is how many units of a kind there are.
type KindCount struct {
	Kind           snapshot.UnitKind
	Base, Proposed int
}

// An ActionCount is how many proposals want something done.
type ActionCount struct {
	Action       snapshot.Action
	N, Uncertain int
}

// PartyActivity is on how many proposals a party has taken a position.
type PartyActivity struct {
	Party                    snapshot.Party
	Sponsor, Against, Retain int
}

func (p *PartyActivity) sum() int { return p.Sponsor + p.Against + p.Retain }

// A DiagnosticCount is how often something was wrong or doubtful.
type DiagnosticCount struct {
	Rule, Severity string
	N              int
}

// An OutlineEntry is a section of the text with what it holds.
type OutlineEntry struct {
	Depth                       int
	Title                       string
	Proposed                    bool
	Units, Proposals, Uncertain int // in the section; 0 for a heading above articles
}

// NewOverview counts what s holds.
func NewOverview(s *snapshot.Snapshot) *Overview {
	o := &Overview{Document: s.Document, AllParties: len(s.Parties), Understood: NewUnderstood(s)}
	o.countUnits(s)
	o.countActions(s)
	o.countParties(s)
	o.countDiagnostics(s)
	o.outline(s)
	return o
}

func (o *Overview) countUnits(s *snapshot.Snapshot) {
	var counts [snapshot.KindNote + 1]KindCount
	for i := range s.Units {
		c := &counts[s.Units[i].Kind]
		if s.Units[i].Origin == snapshot.OriginProposed {
			c.Proposed++
		} else {
			c.Base++
		}
	}
	for k, c := range counts {
		if c.Base+c.Proposed > 0 {
			c.Kind = snapshot.UnitKind(k)
			o.Units = append(o.Units, c)
		}
	}
}

func (o *Overview) countActions(s *snapshot.Snapshot) {
	var counts [snapshot.Rewrite + 1]ActionCount
	for i := range s.Proposals {
		c := &counts[s.Proposals[i].Action]
		c.N++
		if !s.Proposals[i].Certain {
			c.Uncertain++
		}
	}
	for a, c := range counts {
		if c.N > 0 {
			c.Action = snapshot.Action(a)
			o.Actions = append(o.Actions, c)
		}
	}
	slices.SortStableFunc(o.Actions, func(a, b ActionCount) int { return b.N - a.N })
}

func (o *Overview) countParties(s *snapshot.Snapshot) {
	all := make([]PartyActivity, len(s.Parties))
	index := make(map[string]int, len(s.Parties))
	for i, p := range s.Parties {
		all[i].Party = p
		index[p.ID] = i
	}
	for i := range s.Proposals {
		p := &s.Proposals[i]
		count := func(ids []string, field func(*PartyActivity) *int) {
			for _, id := range ids {
				if k, ok := index[id]; ok {
					*field(&all[k])++
				}
			}
		}
		count(p.Sponsors, func(a *PartyActivity) *int { return &a.Sponsor })
		count(p.Against, func(a *PartyActivity) *int { return &a.Against })
		count(p.Retain, func(a *PartyActivity) *int { return &a.Retain })
	}
	slices.SortStableFunc(all, func(a, b PartyActivity) int {
		return cmp.Or(b.sum()-a.sum(), cmp.Compare(a.Party.ID, b.Party.ID))
	})
	for _, a := range all[:min(mostActive, len(all))] {
		if a.sum() > 0 {
			o.Parties = append(o.Parties, a)
		}
	}
}

func (o *Overview) countDiagnostics(s *snapshot.Snapshot) {
	index := map[[2]string]int{}
	for i := range s.Diagnostics {
		key := [2]string{s.Diagnostics[i].Rule, s.Diagnostics[i].Severity}
		k, ok := index[key]
		if !ok {
			k = len(o.Diagnostics)
			index[key] = k
			o.Diagnostics = append(o.Diagnostics, DiagnosticCount{Rule: key[0], Severity: key[1]})
		}
		o.Diagnostics[k].N++
	}
	slices.SortStableFunc(o.Diagnostics, func(a, b DiagnosticCount) int {
		return cmp.Or(b.N-a.N, cmp.Compare(a.Rule, b.Rule))
	})
}

// outline lists the sections, and what stands above them, with their counts.
func (o *Overview) outline(s *snapshot.Snapshot) {
	c := citation.New(s)
	entry := make([]int, len(s.Units)) // of each unit that has a line of its own
	index := s.ByID()
	for i := range s.Units {
		entry[i] = -1
		u := &s.Units[i]
		section := c.Section(i)
		if section == i && (u.Kind == snapshot.KindNote || u.Kind == snapshot.KindParagraph) {
			continue // before the preamble or behind the last article
		}
		if section == i || u.Kind == snapshot.KindChapter || u.Kind == snapshot.KindCluster {
			depth := 0
			for p := c.Parent(i); p >= 0; p = c.Parent(p) {
				depth++
			}
			entry[i] = len(o.Outline)
			o.Outline = append(o.Outline, OutlineEntry{Depth: depth, Title: c.Title(i), Proposed: u.Origin == snapshot.OriginProposed})
			continue
		}
		if e := entry[section]; e >= 0 {
			o.Outline[e].Units++
		}
	}
	for i := range s.Proposals {
		unit, ok := index[s.Proposals[i].Unit]
		if !ok {
			continue
		}
		if entry[unit] < 0 {
			unit = c.Section(unit)
		}
		if e := entry[unit]; e >= 0 {
			o.Outline[e].Proposals++
			if !s.Proposals[i].Certain {
				o.Outline[e].Uncertain++
			}
		}
	}
}
