package history

import (
	"fmt"
	"slices"
)

// What says what happened. The zero value is invalid.
type What uint8

// What can happen to a proposal, and from UnitAdded on to a unit.
const (
	WhatInvalid What = iota
	Added            // proposed for the first time
	Back             // there again after it had been withdrawn
	Joined           // the parties became sponsors
	Left             // the parties are sponsors no more
	Stance           // the parties changed side, from From to To
	Reworded         // other words: From, To
	Relabelled       // the proposed unit bears another number: From, To
	Moved            // proposed at another unit: From, To
	Merged           // the other proposals are part of this one now
	Split            // the other proposals were part of this one
	Adopted          // part of the base text now
	Withdrawn        // gone, and not adopted
	Text             // the base text changed and nobody had proposed it: From, To
	UnitAdded        // base text came as a whole unit, and nobody had proposed it
	UnitRemoved      // base text went as a whole unit, and nobody had proposed it
	Renumbered       // the unit bears another number: From, To
	UnitMoved        // the unit stands elsewhere: From, To
	UnitSplit        // the others were part of this unit
	UnitMerged       // the others are part of this unit now
)

var whatNames = [...]string{"invalid", "added", "back", "joined", "left", "stance", "reworded", "relabelled", "moved", "merged", "split", "adopted", "withdrawn",
	"text", "unit-added", "unit-removed", "renumbered", "unit-moved", "unit-split", "unit-merged"}

// String returns the name as the encoded form has it.
func (w What) String() string { return whatNames[w] }

// MarshalText returns the name.
func (w What) MarshalText() ([]byte, error) { return []byte(w.String()), nil }

// UnmarshalText reads a name.
func (w *What) UnmarshalText(b []byte) error {
	i := slices.Index(whatNames[:], string(b))
	if i < 1 {
		return fmt.Errorf("nothing that happens is called %q", b)
	}
	*w = What(i)
	return nil
}

// An Event is one thing that happened in a session.
type Event struct {
	Session  int      `json:"-"` // that of its delta
	What     What     `json:"what"`
	Proposal int      `json:"proposal,omitempty"` // thread, 0 where a unit is concerned
	Unit     int      `json:"unit,omitempty"`     // thread of the unit where it happened
	Parties  []string `json:"parties,omitempty"`
	From     string   `json:"from,omitempty"`
	To       string   `json:"to,omitempty"`
	Others   []int    `json:"others,omitempty"` // threads of the other proposals or units
}

// A UnitState is how a unit stands from a session on.
type UnitState struct {
	Thread   int    `json:"thread"`
	Session  int    `json:"-"`
	ID       string `json:"id"`
	Cite     string `json:"cite"`    // "Article 6, paragraph 2 alt"
	Section  string `json:"section"` // "Article 6"
	Kind     string `json:"kind"`
	Text     string `json:"text,omitempty"`
	Proposed bool   `json:"proposed,omitempty"`
	Gone     bool   `json:"gone,omitempty"`
	From     []int  `json:"from,omitempty"` // threads it was split from or merged of
}

// Fate is what became of a proposal. The zero fate is that it is open.
type Fate uint8

// The fates.
const (
	Open Fate = iota
	FateAdopted
	FateWithdrawn
	FateMerged // it is part of another one
)

var fateNames = [...]string{"open", "adopted", "withdrawn", "merged"}

// String returns the name of the fate as the encoded form has it.
func (f Fate) String() string { return fateNames[f] }

// MarshalText returns the name.
func (f Fate) MarshalText() ([]byte, error) { return []byte(f.String()), nil }

// UnmarshalText reads a name.
func (f *Fate) UnmarshalText(b []byte) error {
	i := slices.Index(fateNames[:], string(b))
	if i < 0 {
		return fmt.Errorf("no fate is called %q", b)
	}
	*f = Fate(i)
	return nil
}

// A ProposalState is how a proposal stands from a session on. Of one that has
// gone it is how it stood last.
type ProposalState struct {
	Thread   int      `json:"thread"`
	Session  int      `json:"-"`
	ID       string   `json:"id"`
	Unit     int      `json:"unit"` // thread
	Action   string   `json:"action"`
	Old      string   `json:"old,omitempty"`
	New      string   `json:"new,omitempty"`
	Target   string   `json:"target,omitempty"`
	Sponsors []string `json:"sponsors,omitempty"`
	Against  []string `json:"against,omitempty"`
	Retain   []string `json:"retain,omitempty"`
	Doubtful bool     `json:"doubtful,omitempty"` // read from marks that were lost or smeared
	Fate     Fate     `json:"fate,omitempty"`
}

// A Delta is what one session changed.
type Delta struct {
	Session   int             `json:"session"`
	Units     []UnitState     `json:"units"`
	Proposals []ProposalState `json:"proposals"`
	Events    []Event         `json:"events"`
}

// A Session names one text of the series.
type Session struct {
	Number int    `json:"number"` // from 1, in the order in which they were added
	Name   string `json:"name"`   // "Sixth session"
	Date   string `json:"date"`   // 2023-09-01, "" if nobody said it
	File   string `json:"file"`
	// Sections measures what is still open, article by article.
	Sections []Measure `json:"-"`
}

// A UnitLife is a unit through all sessions.
type UnitLife struct {
	States []UnitState
	Events []int // indexes in History.Events
}

// A ProposalLife is a proposal through all sessions.
type ProposalLife struct {
	States []ProposalState
	Events []int // indexes in History.Events
}

// A History is a negotiation from its first session to its last.
type History struct {
	Sessions  []Session
	Units     []UnitLife     // by thread, from 1
	Proposals []ProposalLife // by thread, from 1
	Events    []Event        // by session, in the order of the text

	brackets, named int // of all sessions: brackets, and those that name somebody
}
