// Package redline finds the words that differ between two texts.
//
// [Words] gives people a redline: segments that spell both texts byte for
// byte, cut at the borders of words. [Differ.Hunks] gives programs the
// stretches that differ between two sequences of interned words.
//
// Both go one way:
//
//	tokens ─▶ common ends off ─▶ chunks ─▶ runes ─▶ go-diff ─▶ hunks ─▶ slide
//
// A token becomes one rune, so that go-diff sees words where it thinks it sees
// characters and cannot cut one in half. It runs without a time-out, because a
// time-out changes the result with the load of the machine. Its cost is the
// length of the texts times the number of differences; two long and unlike
// texts are therefore cut first at words that occur once in each (as patience
// diff does), and what remains too long to compare is reported as replaced.
//
// Words(b, a) is the mirror of Words(a, b): the two sides are put in a fixed
// order before they are compared.
//
// The package does not promise the smallest set of differences, and it does not
// look for words that moved.
//
// References: E. Myers, An O(ND) Difference Algorithm and Its Variations (1986);
// B. Cohen, Patience Diff Advantages (2010).
package redline
