package snapshot

import (
	"crypto/sha256"
	"encoding/hex"
)

// A Hash is the SHA-256 of the bytes of a file, which is worked out when it is
// asked for: most that is done with a snapshot does not ask.
type Hash struct {
	file []byte // must not change; nil if sum is known
	sum  string
}

// HashOf returns the hash of a file.
func HashOf(file []byte) Hash {
	if file == nil {
		file = []byte{}
	}
	return Hash{file: file}
}

// ParsedHash returns the hash that is written sum.
func ParsedHash(sum string) Hash { return Hash{sum: sum} }

// String writes the hash in lower-case hexadecimal.
func (h Hash) String() string {
	if h.file == nil {
		return h.sum
	}
	sum := sha256.Sum256(h.file)
	return hex.EncodeToString(sum[:])
}

// Equal reports whether two hashes are written alike.
func (h Hash) Equal(g Hash) bool { return h.String() == g.String() }
