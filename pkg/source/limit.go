package source

import (
	"fmt"
	"time"
)

// Limits bounds what a reader does with one file. Bytes is the size of the
// file, and unbounded where it is zero; of the others zero stands for the
// default, which no honest document comes near.
type Limits struct {
	Bytes    int64         // size of the file
	Inflated int64         // size of a part of an archive, unpacked
	Parts    int           // parts of an archive
	Nodes    int           // elements of a document
	Depth    int           // elements in elements
	Pages    int           // pages of a PDF
	Memory   int64         // that the reader of PDFs may use
	Time     time.Duration // that the reader of PDFs may take

	// Isolate is the program that parses PDFs in a process of its own, and the
	// name that it is called by; nil to parse them in this process.
	Isolate []string
	// Watch is told how many pages of how many have been read; nil for nobody.
	Watch func(done, of int)
}

// WithDefaults puts the default in the place of every limit that is not set.
func (l Limits) WithDefaults() Limits {
	setDefault(&l.Inflated, 64<<20)
	setDefault(&l.Parts, 4096)
	setDefault(&l.Nodes, 2_000_000)
	setDefault(&l.Depth, 256)
	setDefault(&l.Pages, 3000)
	setDefault(&l.Memory, 160<<20)
	setDefault(&l.Time, time.Minute)
	return l
}

func setDefault[T int | int64 | time.Duration](limit *T, value T) {
	if *limit <= 0 {
		*limit = value
	}
}

// OverLimit is the error for a file that meets a limit: what the file has too
// much of, how much is allowed, and the name under which the limit is raised.
func OverLimit(what string, limit any, name string) *Error {
	return &Error{
		What: fmt.Sprintf("the file has %s than the limit of %v", what, limit),
		Do:   "if you trust it, raise the limit with --limit " + name + "=…",
	}
}

// Size gives a number of bytes in the largest unit that divides it.
func Size(n int64) string {
	units := [...]string{"bytes", "KiB", "MiB", "GiB"}
	i := 0
	for ; i < len(units)-1 && n >= 1024 && n%1024 == 0; i++ {
		n /= 1024
	}
	return fmt.Sprintf("%d %s", n, units[i])
}
