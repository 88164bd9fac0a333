// Package snapshot turns a source document into the normalized structure of a
// negotiating text: the tree of units with their identifiers, the proposals on
// them, and the readings of both.
//
// [Build] makes a [Snapshot]; [Encode] and [Decode] carry it to a file and
// back. A snapshot knows nothing of other snapshots.
package snapshot
