// Command draftdiff is version control for negotiated texts: it reads the
// consolidated drafts of a negotiation, in which every bracket is somebody's
// proposal, and says what changed between two of them.
//
// This package has flags, inputs, outputs and exit codes, and wires the
// packages under pkg together; it computes nothing itself. One file holds one
// command. The exit codes are 0 (fine), 1 (the texts differ), 2 (trouble).
package main
