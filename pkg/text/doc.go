// Package text holds what every other package needs to point at words: byte
// spans, a file with its line table, and marked text, which is a string with
// the spans of it that are struck, inserted by someone or deleted by someone.
//
// It knows nothing of negotiation. Offsets are bytes; lines and columns are
// computed for people only.
package text
