// Package akn writes Akoma Ntoso 3.0 (OASIS LegalDocML).
//
// [Session] is one text: its units with the ids that they have everywhere in
// draftdiff, which follow the Akoma Ntoso Naming Convention, and every proposal
// as ins or del that refers to its sponsors; these stand in the references.
// [Amendments] is the same of the new one of two texts, with what changed since the
// old one as textualMod in the metadata.
//
// A unit that Akoma Ntoso has no element for (a cluster, an option, a recital) is
// an hcontainer of that name. The positions of others are notes.
//
// The structure follows the schema; the schema itself is not part of the
// program.
package akn
