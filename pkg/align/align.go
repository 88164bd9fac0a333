package align

import "github.com/draftdiff/draftdiff/pkg/snapshot"

// An Alignment says which units of two snapshots are the same unit.
type Alignment struct {
	Old, New *snapshot.Snapshot
	// Pairs has every unit of both snapshots in exactly one pair, in the order
	// of the new text; what was removed stands where it was in the old one.
	Pairs []Pair
	// OfOld and OfNew give the index in Pairs of each unit.
	OfOld, OfNew []int32
}

// A Pair is one unit of the negotiation, as it stands in both texts.
type Pair struct {
	Change Change
	// Old and New are indexes into the units of the snapshots: one each, none
	// of what was added or removed, several where a unit was split or merged.
	Old, New []int
	// Rule is the pass that found the pair, and Similarity what its words have
	// in common: 0 for nothing, 1 for every word.
	Rule       Rule
	Similarity float64
	// RunnerUp is the score of the best partner that either unit could have had
	// instead, 0 when no other came into question.
	RunnerUp float64
	// SameLabel reports whether both units bear the same number.
	SameLabel bool
	// Reworded reports whether the words differ, whatever Change says besides.
	Reworded bool
	// Elsewhere reports whether the units stand under parents that are not the same.
	Elsewhere bool
}

// By names the evidence of the pair as the diff format does: "identifier",
// "similarity", "both" or "none".
func (p *Pair) By() string {
	if len(p.Old) == 0 || len(p.New) == 0 {
		return "none"
	}
	alike := p.Similarity >= alikeAtLeast
	switch {
	case p.SameLabel && alike:
		return "both"
	case p.SameLabel:
		return "identifier"
	case alike:
		return "similarity"
	}
	return "none"
}

// Change is what happened to a unit. The zero change is invalid.
type Change uint8

// The changes. A unit that several of them describe bears the last of Moved,
// Renumbered, Reworded that applies.
const (
	ChangeInvalid Change = iota
	Same
	Reworded
	Added
	Removed
	Renumbered
	Moved
	Split
	Merged
)

var changeNames = [...]string{"invalid", "same", "reworded", "added", "removed", "renumbered", "moved", "split", "merged"}

// String returns the name of the change as the diff format has it.
func (c Change) String() string { return changeNames[c] }

// Rule names the pass that found a pair. The zero rule is invalid.
type Rule uint8

// The rules, in the order of the passes.
const (
	RuleInvalid    Rule = iota
	RuleExact           // the same words, found nowhere else in either text
	RuleDeclared        // the text itself says where the unit went
	RuleContent         // the sub-units or rare words in common, among units that number through
	RuleIdentifier      // the same number under the same parent
	RuleSimilarity      // the words, within the same parent
	RuleNeighbours      // the only ones left between two pairs
	RuleMove            // the words, under another parent
	RuleSplit           // the words of one unit in several
	RuleMerge           // the words of several units in one
	RuleNone            // no partner
)

var ruleNames = [...]string{"invalid", "exact", "declared", "content", "identifier", "similarity", "neighbours", "move", "split", "merge", "none"}

// String returns the name of the rule.
func (r Rule) String() string { return ruleNames[r] }
