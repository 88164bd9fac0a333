// Package markdown reads the Markdown that a conversion makes of a published
// negotiating text: heading marks that mean little, emphasis over whole
// paragraphs, strikes that begin in one bracket and end in another, list
// markers before labels, hard line breaks, escaped characters, dead links.
//
// It is not CommonMark. A CommonMark parser pairs "~~" by flanking rules and
// so drops strikes that cross brackets or stand inside words; it renumbers
// lists and forgets the place of a byte. Here a strike is a toggle over
// characters, a number at the start of a line is text, and every byte of a
// block's text keeps its way back to the source.
//
//	source  ──lines──▶ runs of lines ──markers off──▶ blocks ──toggles──▶ text + marks
//
// Not promised: tables, nested quotes and HTML are text; a link's address is
// left out of the text.
package markdown
