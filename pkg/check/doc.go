// Package check says what is wrong with a draft, and what changed in it behind
// everybody's back.
//
// A [Rule] is a value in a file of its own: its code and name, what it is there
// for, an example wrong and right, and the function that finds. Some rules look
// at one text: brackets, party lists, numbers, references. Others, the silent
// ones, look at the difference to an older text: words of the base text that
// changed although nobody proposed it, brackets and sponsors that vanished.
//
//	document ──┬─ blocks, each parsed once ─┐
//	           └─ snapshot ─────────────────┼─▶ rules ─▶ findings ─┬─▶ accepted edits out
//	older text ── blocks, snapshot ── diff ─┘                      ├─▶ those the older text has too out
//	                                                               └─▶ fixes as text edits
//
//	result, err := check.Run(check.NewPass(text, old, cfg), check.Options{})
//
// A finding has a fix only where the cure is certain; [Fix] carries fixes out
// and leaves away whatever would change a word of the base text.
//
// # What it does not promise
//
// No rule knows grammar or a language. A text without a finding may be wrong,
// and whether an edit was agreed on only people know: that is what accepted
// edits, with their reasons, are for. The order of findings is that of the
// text; the same texts give the same findings.
package check
