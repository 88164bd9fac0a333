// Package akn reads Akoma Ntoso 3.0 (OASIS LegalDocML): the text of any of its
// document types, one block for each element that holds words.
//
// A num stands in front of the words that it numbers, with the punctuation of
// its level where the file leaves it out: "1.", "(a)". That of an article or of
// what is above it is a heading, with the words of its heading if it has one. A
// del is a strike, or a tracked deletion if it refers to somebody; an ins that
// refers to somebody is a tracked insertion. Whom they refer to is looked up in
// the references of the document. Notes, and the cells of small tables, are
// notes.
//
// The metadata are not read but for those references. No reference is followed
// out of the file.
package akn
