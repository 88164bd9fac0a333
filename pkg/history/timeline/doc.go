// Package timeline writes what happened over many sessions as one HTML file, to
// mail and print: a drawing of what is open, a table of every proposal by
// session, article by article, and under each proposal its life in sentences.
//
// The page needs no script and asks nothing of a network. Everything that comes
// from a text goes through html/template; the policy in its head allows the one
// style that it has. The marks of the table are letters and signs, explained at
// the top, not colours alone. It does not promise that the markup stays the same.
package timeline
