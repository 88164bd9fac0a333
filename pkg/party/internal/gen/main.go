// Command gen writes data/states.txt of package party: one line for each code
// of ISO 3166-1, taken from github.com/biter777/countries.
//
// It is a module of its own, so that neither that library nor its 250 tables
// of currencies and dialling codes come near the draftdiff binary. Names that
// the United Nations uses and the library does not are kept by hand in
// data/names.txt, which this program leaves alone.
package main

import (
	"bytes"
	"flag"
	"fmt"
	"log"
	"os"
	"slices"

	"github.com/biter777/countries"
)

const header = `# ISO 3166-1: alpha-2 code, alpha-3 code, short English name.
# Generated from github.com/biter777/countries by internal/gen. DO NOT EDIT:
# names as the United Nations writes them belong in names.txt.
`

// notISO are codes that the library knows and ISO 3166-1 does not assign:
// two states that are no more, and one that users assigned for themselves.
var notISO = []string{"AN", "YU", "XK"}

func main() {
	out := flag.String("o", "", "file to write")
	flag.Parse()
	if err := os.WriteFile(*out, table(countries.AllInfo()), 0o644); err != nil {
		log.Fatalf("writing the table of states: %v", err)
	}
}

func table(infos []*countries.Country) []byte {
	var lines []string
	for _, c := range infos {
		if !slices.Contains(notISO, c.Alpha2) {
			lines = append(lines, fmt.Sprintf("%s %s %s\n", c.Alpha2, c.Alpha3, c.Name))
		}
	}
	slices.Sort(lines)

	var b bytes.Buffer
	b.WriteString(header)
	for _, l := range lines {
		b.WriteString(l)
	}
	return b.Bytes()
}
