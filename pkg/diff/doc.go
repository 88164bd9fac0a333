// Package diff says what happened between two texts of a negotiation.
//
// [Compare] aligns the units of both (package align) and reports [Event]s:
// which proposals were added, withdrawn, re-sponsored, reworded, moved or
// adopted, which parties changed side, and which words of the base text changed
// although nobody had proposed it.
//
// For each pair of units that is not the same byte by byte:
//
//	base text ──▶ words ──▶ hunks that differ ─────────┐
//	                          │ places on both sides   │
//	proposals ──▶ words ──▶ matched ──▶ left alone ──▶ proved against the hunks
//	                          │               │        │              │
//	          responsored, stance,      withdrawn,  adopted     what is left: text
//	          reworded                  added
//
// Proposals are matched by action, words, sponsors and place, the unchanged
// ones first and the others as an assignment: a unit may have the same
// "[/assets: …]" five times. A proposal that found no partner in its unit and
// came again in another one has moved.
//
// A proposal is adopted when carrying it out makes the old base text like the
// new one. All adopted ones are carried out, and what still differs then is a
// silent edit. What was base text and is now only proposed is the mirror of an
// adoption and no silent edit: its words are in the proposal.
//
// Swapping the arguments mirrors the result, but for what has no mirror: an
// adopted proposal becomes an added one.
//
// Words are compared as package words reads them: case, white space, quotes,
// dashes, punctuation and emphasis mean nothing, and neither does the order of
// a party list. The package does not promise to see a change of punctuation
// alone. It reports a unit that came or went as a unit, not word by word;
// [UnitChange.Silent] says whether somebody had asked for it.
package diff
