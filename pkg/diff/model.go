package diff

import (
	"github.com/draftdiff/draftdiff/pkg/align"
	"github.com/draftdiff/draftdiff/pkg/diff/internal/redline"
	"github.com/draftdiff/draftdiff/pkg/snapshot"
)

// Schema names the format of an encoded diff.
const Schema = "draftdiff.diff/v1"

// A Diff is everything that happened between two texts.
type Diff struct {
	Old, New *snapshot.Snapshot
	// Alignment tells which units are the same, and why.
	Alignment *align.Alignment
	// Units has every unit of both texts once, in the order of Alignment.Pairs.
	Units []UnitChange
	// Events are in the order of Units, and in the order of the text within a
	// unit.
	Events  []Event
	Summary Summary
}

// A UnitChange is a pair of units and whether its coming or going was proposed.
type UnitChange struct {
	align.Pair
	// Silent marks base text that came or went as a whole unit and that no
	// adopted proposal accounts for.
	Silent bool
}

// EventType says what happened to a proposal or to the base text. The zero
// type is invalid.
type EventType uint8

// The types of events.
const (
	EventInvalid EventType = iota
	Added                  // a proposal that the old text does not have
	Withdrawn              // a proposal that the new text does not have, and whose words did not become text
	Responsored            // the same proposal, other sponsors
	Stances                // the same proposal, other parties against it or for retention
	Reworded               // the same proposal, other words
	Moved                  // the same proposal at another unit
	Adopted                // its change is part of the base text now
	Text                   // the base text changed and no adopted proposal accounts for it
)

var typeNames = [...]string{"invalid", "added", "withdrawn", "responsored", "stance", "reworded", "moved", "adopted", "text"}

// String returns the name of the type as the diff format has it.
func (t EventType) String() string { return typeNames[t] }

// EventTypes are all types, in the order in which reports count them.
var EventTypes = [...]EventType{Added, Withdrawn, Responsored, Stances, Reworded, Moved, Adopted, Text}

// An Event is one thing that happened.
type Event struct {
	Type EventType
	// Action is that of the proposal, as the newer text has it; it is
	// [snapshot.ActionInvalid] when Type is Text.
	Action snapshot.Action
	// OldUnit and NewUnit index the units of the snapshots, -1 for none.
	OldUnit, NewUnit int
	// Old and New index the proposals of the snapshots, -1 for none.
	Old, New int
	// Pair indexes Diff.Units: the unit under which a reader looks for the event.
	Pair int
	// Joined and Left are the sponsors that came and went, in the order of the
	// texts; of Responsored only.
	Joined, Left []string
	// Stances are the parties that changed side, in the order of the new text and
	// then of the old; of Stances only.
	Stances []Stance
	// Text is what changed in the base text; of Text only.
	Text *TextChange
	// Modal are the words of the change that make an obligation weaker or stronger.
	Modal []ModalChange
	// Match says why Old and New are held to be the same proposal.
	Match Match
}

// A Stance is a party's change of side.
type Stance struct {
	Party    string
	From, To Side
}

// Side is where a party stands towards a proposal. The zero side is none.
type Side uint8

// The sides.
const (
	SideNone Side = iota
	SideSponsor
	SideAgainst
	SideRetain
)

var sideNames = [...]string{"none", "sponsor", "against", "retain"}

// String returns the name of the side as the diff format has it.
func (s Side) String() string { return sideNames[s] }

// A TextChange is one stretch of words that changed in the base text of a unit.
// Old or New may be empty, not both.
type TextChange struct {
	Old, New string
	// OldSpan and NewSpan are the bytes of the units' Text that the words take up,
	// for reports that show the words around them; empty spans mark the place.
	// They count in the units' Heading when InHeading is set: a snapshot need not
	// have a unit of its own for a heading.
	OldSpan, NewSpan Span
	InHeading        bool
}

// A Span is a range of bytes of a unit's Text, the end exclusive.
type Span struct{ Start, End int }

// A ModalChange is a word or phrase that came or went and that makes an
// obligation weaker or stronger.
type ModalChange struct {
	Old, New string // "shall", "may", "where appropriate"; "" where nothing stood or stands
	Effect   Effect
}

// Effect is what a modal change does to the obligation. The zero effect is
// invalid.
type Effect uint8

// The effects.
const (
	EffectInvalid Effect = iota
	Weaker
	Stronger
)

var effectNames = [...]string{"invalid", "weaker", "stronger"}

// String returns the name of the effect.
func (e Effect) String() string { return effectNames[e] }

// A Match explains why two proposals are held to be the same one.
type Match struct {
	Rule  MatchRule
	Score float64 // 0 to 1; words, sponsors and place together
}

// MatchRule names the step that found a match. The zero rule is none.
type MatchRule uint8

// The rules.
const (
	MatchNone       MatchRule = iota
	MatchIdentical            // the same words, action and place
	MatchUnit                 // the proposed units were aligned
	MatchAssignment           // best fit of words, sponsors and place within the unit
	MatchElsewhere            // the same words and sponsors at another unit
)

var matchNames = [...]string{"none", "identical", "unit", "assignment", "elsewhere"}

// String returns the name of the rule.
func (r MatchRule) String() string { return matchNames[r] }

// A Summary counts. Its lists are sorted so that it prints the same always.
type Summary struct {
	Units   []Count      // by change, in the order of the changes
	Events  []Count      // by type, in the order of EventTypes
	Parties []PartyCount // by name; every party that an event is about
}

// A Count is how often something happened. Nothing that did not happen is listed.
type Count struct {
	Name string
	N    int
}

// A PartyCount is what happened to the proposals of one party.
type PartyCount struct {
	Party  string
	Events []Count // by type, in the order of EventTypes
}

// A Segment is a stretch of words that stands in both texts or in one of them.
type Segment = redline.Segment

// Op is what happened to the words of a [Segment].
type Op = redline.Op

// The operations of a redline.
const (
	Equal  = redline.Equal
	Insert = redline.Insert
	Delete = redline.Delete
)

// Redline returns the word-level differences of two texts. The segments that
// are not Insert spell old, those that are not Delete spell new; within one
// change the deletion comes first.
func Redline(old, new string) []Segment { return redline.Words(old, new) }

// OldProposal returns the proposal of e in the old text, or nil.
func (d *Diff) OldProposal(e *Event) *snapshot.Proposal {
	if e.Old < 0 {
		return nil
	}
	return &d.Old.Proposals[e.Old]
}

// NewProposal returns the proposal of e in the new text, or nil.
func (d *Diff) NewProposal(e *Event) *snapshot.Proposal {
	if e.New < 0 {
		return nil
	}
	return &d.New.Proposals[e.New]
}
