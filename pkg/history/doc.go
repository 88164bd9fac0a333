// Package history follows every unit and every proposal of a negotiation
// through the texts of its sessions.
//
//	session 1 ──┐
//	session 2 ──┤ Extend: align with the session before, wake what slept
//	    …       │      ──▶ Delta: states that changed, events
//	session n ──┘                 │ Append
//	                              ▼
//	                           History ──▶ Tracer (blame), ledger of a party, agreement
//
// A unit or a proposal that is the same in several sessions is one thread, and
// bears one number from its first appearance on. Threads are chained from one
// session to the next by package diff. What has gone is not forgotten: a
// proposal that sleeps a session and comes back, with its words and somebody
// who had stood for it, is the same proposal.
//
// [Extend] needs the text before, the numbers of its threads and what sleeps (a
// [Tip]), and nothing older, so that the hundredth session costs what the second
// does. What it returns, a [Delta], holds only what changed.
//
// A person knows more than the words do. A [Lock] says which proposals or units
// are the same and which are not; it is obeyed before anything is compared, and
// [Lock.Lint] finds the lines that contradict each other or name nothing.
//
// A [Tracer] tells where the words of a unit come from. Words that left one unit
// and came to another in the same session keep their origin, if five or more of
// them follow each other; an adopted proposal is given its own words and no others.
//
// The package does not promise to recognize a proposal that came back in other
// words, by other parties, or at another place in few words: it is new, until a
// line in the lock file says otherwise. It knows nothing of files, of databases
// and of the clock.
package history
