// Package align says which units of two snapshots are the same unit.
//
// [Align] puts every unit of both texts into one [Pair]. The passes run from
// the certain to the doubtful, and each leaves less to the next:
//
//	exact        the same words, once in each text          ┐ hashes of whole units
//	declared     "Moved as article 48 (6)" in the text      ┘
//	content      articles and groups of them, over the      ┐
//	             whole text: sub-units and words in common  │ an assignment each:
//	identifier   the same number under the same parent      │ the best sum, not the
//	similarity   the words, under the same parent; those    │ first good partner
//	             of an option that came or went count as    │
//	             units of the article                       │
//	neighbours   a second look at what is left between      ┘
//	             the same two pairs, for less in common
//	move         the words, under another parent            ─ rare pairs of words
//	split, merge the words of one unit in several           ─ containment
//	─────────────────────────────────────────────────────────
//	renumbered and moved are read off: the number disagrees with the pair,
//	or the parent does, or the order of the siblings (all but the longest
//	run that kept its order has moved, so that the fewest units have)
//
// A unit that an earlier pass has paired is out of the later ones. Words are
// interned only for units that the exact pass has left, and each word weighs by
// its rarity among those, because legal boilerplate repeats: two paragraphs
// that share "in accordance with its domestic law" have nothing in common.
// A unit with sub-units is compared as the whole that it is; with one that has
// none also by its own words, since lists come and go.
//
// Every score is a sum of integers that does not depend on which text is called
// old, and ties are broken by position in the same manner; so Align(b, a) is the
// mirror of Align(a, b).
//
// The package knows nothing of proposals: a proposed unit is a unit. It does not
// promise a partner where one could be argued: a missed move is noise in a
// report, a wrong one is a lie, and what stays doubtful is removed and added.
//
// References: H. W. Kuhn, The Hungarian Method for the Assignment Problem (1955);
// B. Cohen, Patience Diff Advantages (2010); S. Chawathe et al., Change Detection
// in Hierarchically Structured Information (1996).
package align
