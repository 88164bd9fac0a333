// Package source is what every format delivers: a Document of blocks of marked
// text, each with its place in the source. A block is a paragraph, a heading
// or an item of a list as the page shows it; its text carries no markup, its
// marks say what was struck, inserted, deleted or emphasised.
//
// The sub-packages read one format each; package source knows only what they
// have in common. It knows nothing of brackets: what the marks of a
// negotiation mean is the business of package notation.
package source
