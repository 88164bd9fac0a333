package store

import (
	"github.com/draftdiff/draftdiff/pkg/snapshot"
)

// An Entry is a text to be added.
type Entry struct {
	Name     string // of the session; "" takes what the document says
	Date     string // 2023-09-01; "" takes what the document says
	File     string // base name, never a path
	Format   string
	Reader   string // which program read it: "draftdiff v1.2.0"
	Original []byte
	Snapshot *snapshot.Snapshot
	Text     []byte // in which the places of the snapshot count; nil if nobody has it
}

// A Session is a text that is kept.
type Session struct {
	Number int    `json:"number"` // from 1, in the order of the adding
	Name   string `json:"name"`
	Date   string `json:"date"`
	File   string `json:"file"`
	Format string `json:"format"`
	Reader string `json:"reader"`
	SHA256 string `json:"sha256"` // of the original bytes
	Size   int    `json:"bytes"`
}

// A Fault is something that Verify found.
type Fault struct {
	Session int    `json:"session"` // 0 where it is about the store as a whole
	Message string `json:"message"`
}

// An Error is trouble with a store, for the one who uses it.
type Error struct {
	Kind    Kind
	Message string
	Err     error // what the database said, for those who run it
}

func (e *Error) Error() string { return e.Message }
func (e *Error) Unwrap() error { return e.Err }

// Kind sorts troubles. The zero kind is invalid.
type Kind uint8

// The kinds of trouble.
const (
	KindInvalid  Kind = iota
	KindMissing       // there is no store, or no such session
	KindNewer         // a newer program made the store
	KindDamaged       // the database or a row of it cannot be read
	KindFull          // no room is left
	KindReadOnly      // it cannot be written
	KindBusy          // somebody else is writing, for too long
	KindRefused       // what was asked for makes no sense
	KindOther         // the database said something else
)
