package akn

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/draftdiff/draftdiff/pkg/snapshot"
)

// A register holds the ids of a document. A snapshot that another program made
// may have ids that are none in Akoma Ntoso, or those that draftdiff gives.
type register map[string]bool

// add returns the id that is wanted, or one like it that nothing has yet.
func (r register) add(want string) string {
	want = slug(want)
	id := want
	for n := 2; r[id]; n++ {
		id = want + "_" + strconv.Itoa(n)
	}
	r[id] = true
	return id
}

// units adds the units of a snapshot and returns their ids.
func (r register) units(s *snapshot.Snapshot) []string {
	ids := make([]string, len(s.Units))
	for i := range s.Units {
		ids[i] = r.add(s.Units[i].ID)
	}
	return ids
}

// slug is a name as an id or part of one: letters and digits of ASCII.
func slug(s string) string {
	var out strings.Builder
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c >= '0' && c <= '9', c == '-', c == '.':
			out.WriteByte(c)
		case c >= 0x80:
			fmt.Fprintf(&out, "x%02X", c)
		case out.Len() > 0:
			out.WriteByte('_')
		}
	}
	return orElse(out.String(), "x")
}
