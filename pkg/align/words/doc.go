// Package words reads texts as sequences of small numbers, one for each
// distinct word, so that every later comparison is one of integers.
//
// Reading, folding and interning are one pass over the bytes. Folding takes
// away what means nothing in a negotiated text:
//
//   - the case of letters and typographic ligatures;
//   - quotes and dashes of another shape, non-breaking and narrow spaces;
//   - soft hyphens, zero-width characters and byte order marks;
//   - punctuation, brackets and white space between words.
//
// A number, a currency sign and a per cent sign are words. An apostrophe
// between letters belongs to its word, a hyphen does not: "co-operation" is
// read as "co operation".
//
// Two words are held to be equal when 64 bits of a hash of their folded form
// are; the package does not keep the words. It does not normalize composed and
// decomposed accents, and it does not stem.
package words
