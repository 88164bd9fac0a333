package text

import (
	"bytes"
	"sort"
)

// A File is a text with its line table. Lines and columns are for people;
// everything else counts in bytes.
type File struct {
	Name  string
	Bytes []byte
	lines []int // offset of the first byte of each line
}

// NewFile returns a file over b, which must not change afterwards. A line ends
// behind "\n", "\r\n" or a lone "\r".
func NewFile(name string, b []byte) *File {
	f := &File{Name: name, Bytes: b, lines: make([]int, 1, 1+bytes.Count(b, []byte{'\n'}))}
	lone := bytes.IndexByte(b, '\r') >= 0
	for i := 0; i < len(b); i++ {
		if !lone {
			n := bytes.IndexByte(b[i:], '\n')
			if n < 0 {
				break
			}
			i += n
			f.lines = append(f.lines, i+1)
			continue
		}
		if b[i] == '\n' || b[i] == '\r' && (i+1 == len(b) || b[i+1] != '\n') {
			f.lines = append(f.lines, i+1)
		}
	}
	return f
}

// Line returns the number of the line that holds the byte at off, from 1.
func (f *File) Line(off int) int {
	return sort.Search(len(f.lines), func(i int) bool { return f.lines[i] > off })
}

// LineNear is [File.Line] for a byte that is probably on line n or soon behind
// it, which saves the search.
func (f *File) LineNear(n, off int) int {
	if n < 1 || n > len(f.lines) || f.lines[n-1] > off {
		return f.Line(off)
	}
	for range 4 {
		if n == len(f.lines) || f.lines[n] > off {
			return n
		}
		n++
	}
	return f.Line(off)
}

// Lines is the number of lines.
func (f *File) Lines() int { return len(f.lines) }

// LineSpan returns the bytes of line n, counted from 1, without its ending.
func (f *File) LineSpan(n int) Span {
	if n < 1 || n > len(f.lines) {
		return Span{}
	}
	s := Span{f.lines[n-1], len(f.Bytes)}
	if n < len(f.lines) {
		s.End = f.lines[n]
	}
	for s.End > s.Start && (f.Bytes[s.End-1] == '\n' || f.Bytes[s.End-1] == '\r') {
		s.End--
	}
	return s
}

// Column returns the position of off in its line, in characters, from 1.
func (f *File) Column(off int) int {
	start := f.lines[f.Line(off)-1]
	n := 1
	for _, b := range f.Bytes[start:min(off, len(f.Bytes))] {
		if b&0xC0 != 0x80 {
			n++
		}
	}
	return n
}
