// Package store keeps the sessions of a negotiation: the bytes of each text as
// they were, the snapshot that a reader made of them and which reader it was,
// and what the session changed in the history of every proposal.
//
//	Create, Open ──▶ Store ── Add ────────▶ one transaction: session, delta, phrases, tip
//	                    │  ── Sessions, Original, Snapshot, History, Search
//	                    │  ── Verify        every hash, every derived row
//	                    │  ── Rebuild       the history again, after a correction
//	                    └  ── Export, Import
//
// A store is a SQLite file, for which nothing has to be installed, or a database
// that speaks the protocol of PostgreSQL, for a team. Both have the same tables,
// the same statements but for the full-text index, and the same tests. What is
// in the tables is written down in docs/store-format.md.
//
// Each operation that writes is one transaction: after a crash or a full disk a
// session is there whole or not at all. The same bytes are one session, however
// often they are added.
//
// The package does not promise more than the database does: a disk that says it
// has written and has not can lose the last session. It knows no formats, reads
// no clock, and compares no texts itself.
package store
