// Package plain reads text without markup: one paragraph a line, or paragraphs
// wrapped by hand or by a PDF extraction, with page furniture between them.
//
// Lines are joined where a line is broken in mid-sentence: the line before is
// as long as a wrapped line and does not end a sentence, or the next one goes
// on in lower case; never across a blank line, and never where the next line
// begins with an enumerator or, unless the sentence must go on, a heading word.
//
// Not promised: columns and tables; a paragraph that a page break cuts is two
// blocks.
package plain
