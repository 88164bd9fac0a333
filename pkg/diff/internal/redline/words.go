package redline

import (
	"sync"
	"unicode"
	"unicode/utf8"
)

// Op is what happened to the words of a [Segment]. The zero op is invalid.
type Op uint8

// The operations.
const (
	OpInvalid Op = iota
	Equal
	Insert
	Delete
)

var opNames = [...]string{"invalid", "equal", "insert", "delete"}

// String returns the name of the operation.
func (o Op) String() string { return opNames[o] }

// A Segment is a stretch of words that stands in both texts or in one of them.
type Segment struct {
	Op   Op
	Text string
}

// Words returns the differences of two texts. The segments that are not
// [Insert] spell old, those that are not [Delete] spell new; within one change
// the deletion comes first.
func Words(old, new string) []Segment {
	if old == new {
		if old == "" {
			return nil
		}
		return []Segment{{Equal, old}}
	}
	r := pool.Get().(*reader)
	defer r.release()
	r.a, r.endA = r.read(r.a[:0], r.endA[:0], old)
	r.b, r.endB = r.read(r.b[:0], r.endB[:0], new)
	turned := len(old) > len(new) || len(old) == len(new) && old > new
	hunks := r.Hunks(r.a, r.b, turned)
	hunks = r.bridge(hunks, old)
	list := make([]Segment, 0, 3*len(hunks)+1)
	at := 0 // in old
	emit := func(op Op, text string) {
		if text != "" {
			list = append(list, Segment{op, text})
		}
	}
	for _, h := range hunks {
		a0, a1 := start(r.endA, h.A0), start(r.endA, h.A1)
		emit(Equal, old[at:a0])
		emit(Delete, old[a0:a1])
		emit(Insert, new[start(r.endB, h.B0):start(r.endB, h.B1)])
		at = a1
	}
	emit(Equal, old[at:])
	return list
}

// reader turns texts into tokens: a run of letters and digits, a run of white
// space, or any other character. Tokens are equal when their bytes are.
type reader struct {
	Differ
	ids        map[string]uint32
	a, b       []uint32
	endA, endB []int32 // where each token ends
}

var pool = sync.Pool{New: func() any { return &reader{ids: map[string]uint32{}} }}

// release gives r back without the texts that its map holds on to.
func (r *reader) release() {
	clear(r.ids)
	pool.Put(r)
}

func (r *reader) read(ids []uint32, ends []int32, s string) ([]uint32, []int32) {
	for i := 0; i < len(s); {
		end := i + token(s[i:])
		id, ok := r.ids[s[i:end]]
		if !ok {
			id = uint32(len(r.ids))
			r.ids[s[i:end]] = id
		}
		ids, ends = append(ids, id), append(ends, int32(end))
		i = end
	}
	return ids, ends
}

func start(ends []int32, token int) int {
	if token == 0 {
		return 0
	}
	return int(ends[token-1])
}

// token returns the length of the token at the start of s.
func token(s string) int {
	r, n := utf8.DecodeRuneInString(s)
	class := kind(r)
	if class == other {
		return n
	}
	for n < len(s) {
		r, k := utf8.DecodeRuneInString(s[n:])
		if kind(r) != class {
			break
		}
		n += k
	}
	return n
}

const (
	other = iota
	letter
	space
)

func kind(r rune) int {
	switch {
	case 'a' <= r && r <= 'z', 'A' <= r && r <= 'Z', '0' <= r && r <= '9':
		return letter
	case r == ' ':
		return space
	case r < utf8.RuneSelf:
		if unicode.IsSpace(r) {
			return space
		}
		return other
	case unicode.IsLetter(r), unicode.IsDigit(r), unicode.IsMark(r), r == 0x00AD:
		return letter
	case unicode.IsSpace(r):
		return space
	}
	return other
}

// bridge makes one hunk of two that only white space or a mark parts: people
// read "the measures" for "an action" as one change, not as two. The bridge
// itself is then part of both sides.
func (r *reader) bridge(list []Hunk, old string) []Hunk {
	n := 0
	for _, h := range list {
		if n > 0 && bare(old[start(r.endA, list[n-1].A1):start(r.endA, h.A0)]) && worthIt(list[n-1], h) {
			list[n-1].A1, list[n-1].B1 = h.A1, h.B1
			continue
		}
		list[n] = h
		n++
	}
	return list[:n]
}

// worthIt reports whether both hunks replace: then the space between them
// parts two old words and two new words.
func worthIt(g, h Hunk) bool {
	return g.A0 < g.A1 && g.B0 < g.B1 && h.A0 < h.A1 && h.B0 < h.B1
}

func bare(s string) bool {
	for _, r := range s {
		if kind(r) == letter {
			return false
		}
	}
	return true
}
