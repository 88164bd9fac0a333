package store

import (
	"bytes"
	"testing"
)

// FuzzPack checks that every snapshot comes back byte by byte, whatever its
// numbers look like, and that no packing makes the program stop.
func FuzzPack(f *testing.F) {
	f.Add([]byte("{\n  \"line\": 12,\n  \"end_line\": 13,\n  \"offset\": 007,\n \"end_offset\": -1\n  \"line\": 99999999999999999999\n}\n"), []byte("a text of some words"))
	f.Add([]byte("\"line\": "), []byte{})
	f.Add([]byte("\"offset\": 5"), bytes.Repeat([]byte("words "), 100))
	f.Fuzz(func(t *testing.T, encoded, original []byte) {
		if bytes.IndexByte(encoded, 0) >= 0 {
			return // JSON has no such byte
		}
		packed, err := packSnapshot(encoded, original)
		if err != nil {
			t.Fatal(err)
		}
		got, err := unpackSnapshot(packed, original)
		if err != nil || !bytes.Equal(got, encoded) {
			t.Errorf("got %q, %v; want %q", got, err, encoded)
		}
		_, _ = unpackSnapshot(original, encoded)
		_, _ = joined(encoded, original)
		b, err := unpack(pack(original))
		if err != nil || !bytes.Equal(b, original) {
			t.Errorf("got %q, %v; want %q", b, err, original)
		}
	})
}
