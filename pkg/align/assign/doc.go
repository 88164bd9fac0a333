// Package assign chooses partners from two lists so that nobody has two and the
// sum of what the pairs are worth is the highest, which a choice of the best
// pair first does not give.
//
// It is the Hungarian method on the components of a sparse graph: cubic in the
// members of a component, which rarely has more than a handful. Components of
// more than a hundred and some are not solved for the best sum.
//
// The result does not depend on which list is called the first, unless two
// assignments are worth exactly the same; callers that need this make no two
// edges that compete worth the same.
//
// Reference: H. W. Kuhn, The Hungarian Method for the Assignment Problem (1955).
package assign
