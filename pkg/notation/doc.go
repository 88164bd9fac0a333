// Package notation is the bracket language of consolidated negotiating texts:
// one block of marked text in, a lossless syntax tree out.
//
//	[shall—may: CARICOM, US; against – RU]
//	└┬┘└───┬──┘└──────────┬─────────────┘└┬┘
//	Open  Text       Attribution        Close     inside a Group
//
// [Parser.Parse] never fails and never loses a byte: the leaves of the tree,
// in order, are the text ([Tree.Print]). What has no partner is a Bad leaf and
// a diagnostic. Damage stays in its block; a group that the block leaves open
// is kept as such, so that a caller who knows the blocks that follow can look
// for its end ([Unclosed]).
//
// Real texts are damaged, so the tree says what the writer must have meant,
// and flags every group of which it had to guess an end:
//
//   - a closer without an opener, behind an attribution, ends a group whose
//     opener was lost or whose closer was set too early ([Reopened],
//     [Unopened]);
//   - an attribution in mid-text ends a group whose closer was lost
//     ([Unclosed]);
//   - parties directly behind a closer belong to the group ([Trailing]).
//
// Strikes are not syntax: they are marks over characters, which the parser
// consults only to find where a group whose opener is lost begins.
//
// The package does not say what a group does to the text; package snapshot
// does.
package notation
