// Package csv writes reports as a table for spreadsheets: one row an entry, a
// header row first.
//
// Words from a document cannot run as a formula: a cell that begins with one of
// = + - @, a tab or a carriage return gets an apostrophe in front, which
// spreadsheets take as "this is text".
package csv
