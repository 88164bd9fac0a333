package check

import (
	"github.com/draftdiff/draftdiff/pkg/snapshot"
	"github.com/draftdiff/draftdiff/pkg/text"
)

// A Finding is one mistake at one place.
type Finding struct {
	Rule     *Rule
	Severity Severity
	Span     text.Span      // in the text's file
	Place    snapshot.Place // the same for people
	Column   int            // of the beginning, in characters, from 1; 0 if the file is not at hand
	EndCol   int            // behind the end
	Unit     string         // identifier of the unit that it stands in, "" if none
	Message  string         // what is wrong, in plain words
	Hint     string         // what to do about it, "" if that is plain
	Words    string         // what changed, of a silent edit
	Related  []Related
	Fixes    []Edit // all of them together cure it; none where the cure is not certain

	// Fingerprint stays the same when the text around changes: it is made of the
	// rule, the words and, where both occur again, a counter.
	Fingerprint string
}

// A Related is another place that belongs to a finding.
type Related struct {
	Span    text.Span
	Place   snapshot.Place
	Column  int
	Old     bool // it is a place of the older text
	Message string
}

// asItWas is the place of a proposal of the older text.
func asItWas(o *snapshot.Proposal) Related {
	return Related{Span: spanOf(o), Old: true, Message: "the proposal as it was"}
}

// An Edit puts New in the place of a span of the file.
type Edit struct {
	Span text.Span
	New  string
}
