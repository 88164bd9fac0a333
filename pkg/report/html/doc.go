// Package html writes reports, readings and the negotiator's table as one file
// each, to mail, print and present: styles, script and pictures are in it, and
// it asks nothing of a network.
//
// [Render] writes a change report. All of it can be read without the script,
// which only filters, moves from change to change and writes the state of the
// filters into the address. The shell of a page is a template of html/template.
// Its long parts are appended to a buffer, since a page has some ten thousand
// elements; there everything that comes from a document goes through
// [writer.text] or [writer.attr]. Should a mistake ever let markup slip through,
// the policy in the head of the page keeps it from running: it allows the one
// script and the one style that the page has, by their hashes.
//
// The pictures are drawn by gonum.org/v1/plot; their colours are classes, so
// that they follow the colour scheme of the reader.
//
// The package does not promise that the markup stays the same.
package html
