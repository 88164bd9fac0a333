// Package lazyre compiles regular expressions when they are first used: most
// commands start and end without most of them.
package lazyre

import (
	"regexp"
	"sync"
)

// New returns a function that gives the expression, which must be valid.
func New(expr string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) })
}
