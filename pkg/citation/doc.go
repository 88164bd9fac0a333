// Package citation cites the units of a snapshot as delegates do: “Article 56,
// paragraph 3 alt (second)”. What check says of a unit and what a report says of
// it is thus said in the same words.
//
//	c := citation.New(snap)
//	c.Cite(unit)  // "Article 56, paragraph 1"
//	c.Title(unit) // "Article 56. General principles"
//
// Where several units have one number, the second and later ones are told apart
// by their order; a unit without a number is “unnumbered”. Citations are for
// people: they may change between versions, identifiers do not.
package citation
