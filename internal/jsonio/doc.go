// Package jsonio writes and reads indented JSON without reflection.
//
// A [Writer] appends to a buffer and keeps the first write error; its output is
// byte for byte what json.Encoder gives with an indent of two spaces and
// without HTML escaping, except that a byte that is not valid UTF-8 becomes
// U+FFFD itself and not its escape, so that reading and writing again changes
// nothing.
//
// A [Reader] walks over a whole document and keeps the first error, with the
// path of the field where it happened. It checks what a schema would: every
// field there, once, of the right type. Fields that it does not know are
// skipped, because a format may gain fields.
//
// Neither promises to be a general JSON library: the reader gives whole numbers
// only, and a caller has to balance what it opens.
package jsonio
