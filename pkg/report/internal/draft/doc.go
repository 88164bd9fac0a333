// Package draft is a text with tracked changes, before it takes the form of a
// format: paragraphs of runs, each inserted or deleted by somebody or neither, and
// what others say of them. [Lay] makes it of a snapshot.
//
// Words are deleted by one author at most: where several want the same words
// gone, the first has the change and the others a comment. Who wants an article
// deleted does not delete in it what others propose to insert.
package draft
