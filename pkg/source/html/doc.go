// Package html reads web pages, and what word processors save as such: Word,
// LibreOffice, Google Docs, pandoc, and pages written by hand.
//
// It walks the tokens once and keeps the open elements; it does not build a
// tree, so that unclosed and crossed tags, of which such files have many, cost
// nothing and lose nothing. A strike is one by tag (s, strike, del), by a style
// attribute, or by a class for which the page's own style sheet says
// line-through. A del or ins with an author (Word writes "cite") is a tracked
// change. The labels of numbered lists, which a page generates, are put in front
// of their items: "1.", "(a)", "(i)".
//
// Left out: scripts, what is not displayed, navigation, references to footnotes.
// Footnotes and the cells of small tables are notes. Images and equations are
// named. No link, style sheet or image outside the file is ever fetched.
package html
