package store

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"strconv"
	"sync"

	"github.com/klauspost/compress/zstd"
)

// The first byte of a packed value says how it is packed.
const (
	packedPlain    = 1 // zstd
	packedSnapshot = 2 // zstd, numbers apart, with the original text as dictionary
)

// dictionaryID marks frames that need a dictionary; there is one for each.
const dictionaryID = 1

var (
	errPacked  = errors.New("packed in a way that this program does not know")
	errPacking = errors.New("the packing is broken")
)

// Encoders take long to make and are safe for several users.
var (
	encoder = sync.OnceValue(func() *zstd.Encoder {
		e, err := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedBestCompression), zstd.WithEncoderConcurrency(1))
		if err != nil {
			panic(err) // the options are constants
		}
		return e
	})
	decoder = sync.OnceValue(func() *zstd.Decoder {
		d, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1))
		if err != nil {
			panic(err) // the options are constants
		}
		return d
	})
)

func pack(b []byte) []byte {
	return encoder().EncodeAll(b, []byte{packedPlain})
}

func unpack(b []byte) ([]byte, error) {
	if len(b) == 0 || b[0] != packedPlain {
		return nil, errPacked
	}
	return decoder().DecodeAll(b[1:], nil)
}

// packSnapshot packs an encoded snapshot. Nearly all of its words stand in the
// original too, which therefore serves as dictionary, and its numbers, which
// grow from one to the next, are kept as differences. Together this makes it
// about as small again as the original.
func packSnapshot(encoded, original []byte) ([]byte, error) {
	e, err := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedBestCompression), zstd.WithEncoderConcurrency(1),
		zstd.WithEncoderDictRaw(dictionaryID, dictionary(original)))
	if err != nil {
		return nil, err
	}
	words, numbers := parted(encoded)
	head := binary.AppendUvarint([]byte{packedSnapshot}, uint64(len(numbers)))
	return e.EncodeAll(append(numbers, words...), head), e.Close()
}

func unpackSnapshot(b, original []byte) ([]byte, error) {
	if len(b) == 0 || b[0] != packedSnapshot {
		return nil, errPacked
	}
	size, n := binary.Uvarint(b[1:])
	if n <= 0 {
		return nil, errPacking
	}
	d, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1), zstd.WithDecoderDictRaw(dictionaryID, dictionary(original)))
	if err != nil {
		return nil, err
	}
	defer d.Close()
	all, err := d.DecodeAll(b[1+n:], nil)
	if err != nil {
		return nil, err
	}
	if size > uint64(len(all)) {
		return nil, errPacking
	}
	return joined(all[size:], all[:size])
}

// longestDictionary is how much of an original is used to pack its snapshot.
const longestDictionary = 4 << 20

// dictionary is the end of the original, or something where there is none: the
// packer refuses very short ones.
func dictionary(original []byte) []byte {
	if len(original) < 64 {
		return bytes.Repeat([]byte("draftdiff "), 7)
	}
	return original[max(0, len(original)-longestDictionary):]
}

// The fields of an encoded snapshot whose numbers are kept apart, each in a
// column of its own. Each stands on a line of its own.
var numberFields = [...]string{`"line": `, `"end_line": `, `"offset": `, `"end_offset": `}

// before is the field of which a number differs little: an end from its
// beginning, a beginning from the one before.
var before = [len(numberFields)]int{0, 0, 2, 2}

// parted takes the numbers out of an encoded snapshot: differences, as signed
// variable-length integers, each column with its length before it.
func parted(encoded []byte) (words, numbers []byte) {
	var last [len(numberFields)]int64
	var columns [len(numberFields)][]byte
	words = make([]byte, 0, len(encoded))
	for len(encoded) > 0 {
		end := bytes.IndexByte(encoded, '\n') + 1
		if end == 0 {
			end = len(encoded)
		}
		line := encoded[:end]
		encoded = encoded[end:]
		field, from, to := numberIn(line)
		if field < 0 {
			words = append(words, line...)
			continue
		}
		n, err := strconv.ParseInt(string(line[from:to]), 10, 64)
		if err != nil || strconv.FormatInt(n, 10) != string(line[from:to]) {
			// A number that would not come back as it was: marked by a zero byte,
			// which JSON cannot have, and left where it is.
			words = append(append(append(words, line[:from]...), 0), line[from:]...)
			continue
		}
		columns[field] = binary.AppendVarint(columns[field], n-last[before[field]])
		last[field] = n
		words = append(append(words, line[:from]...), line[to:]...)
	}
	for _, c := range columns {
		numbers = append(binary.AppendUvarint(numbers, uint64(len(c))), c...)
	}
	return words, numbers
}

// numberIn finds the number of a line that has one of the fields.
func numberIn(line []byte) (field, from, to int) {
	rest := bytes.TrimLeft(line, " ")
	indent := len(line) - len(rest)
	if len(rest) == 0 || rest[0] != '"' {
		return -1, 0, 0
	}
	for k, name := range numberFields {
		if bytes.HasPrefix(rest, []byte(name)) {
			from = indent + len(name)
			to = from
			for to < len(line) && ('0' <= line[to] && line[to] <= '9' || line[to] == '-') {
				to++
			}
			return k, from, to
		}
	}
	return -1, 0, 0
}

// joined is the inverse of parted.
func joined(words, numbers []byte) ([]byte, error) {
	var last [len(numberFields)]int64
	var columns [len(numberFields)][]byte
	for i := range columns {
		size, n := binary.Uvarint(numbers)
		if n <= 0 || size > uint64(len(numbers)-n) {
			return nil, errPacking
		}
		columns[i], numbers = numbers[n:n+int(size)], numbers[n+int(size):]
	}
	out := make([]byte, 0, 2*len(words))
	for len(words) > 0 {
		end := bytes.IndexByte(words, '\n') + 1
		if end == 0 {
			end = len(words)
		}
		line := words[:end]
		words = words[end:]
		field, from, _ := numberIn(line)
		switch {
		case field < 0:
			out = append(out, line...)
		case from < len(line) && line[from] == 0:
			out = append(append(out, line[:from]...), line[from+1:]...)
		default:
			d, n := binary.Varint(columns[field])
			if n <= 0 {
				return nil, errPacking
			}
			columns[field] = columns[field][n:]
			last[field] = last[before[field]] + d
			out = append(strconv.AppendInt(append(out, line[:from]...), last[field], 10), line[from:]...)
		}
	}
	return out, nil
}

// digest is the SHA-256 of values, each with its length before it.
func digest(values ...any) string {
	h := sha256.New()
	for _, v := range values {
		var b []byte
		switch v := v.(type) {
		case []byte:
			b = v
		case string:
			b = []byte(v)
		case int:
			b = strconv.AppendInt(nil, int64(v), 10)
		default:
			panic(fmt.Sprintf("store: digest of %T", v))
		}
		var size [8]byte
		binary.BigEndian.PutUint64(size[:], uint64(len(b)))
		h.Write(size[:])
		h.Write(b)
	}
	return hex.EncodeToString(h.Sum(nil))
}

// sum is the plain SHA-256 of bytes.
func sum(b []byte) string {
	s := sha256.Sum256(b)
	return hex.EncodeToString(s[:])
}
