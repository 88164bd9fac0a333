package party_test

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/draftdiff/draftdiff/pkg/party"
)

// afterColon finds what stands between a colon and a closer; the first
// character and the absence of lower-case words tell lists from prose.
var (
	afterColon = regexp.MustCompile(`:([^][(){}:;–]{2,240})[])};–]`)
	proseWord  = regexp.MustCompile(`\p{Ll}{3}`)
)

func fixtureLists(tb testing.TB) []string {
	tb.Helper()
	src, err := os.ReadFile("../../fixtures/ahc-5th-session.md")
	if err != nil {
		tb.Fatal(err)
	}
	var lists []string
	for _, m := range afterColon.FindAllStringSubmatch(string(src), -1) {
		bare := strings.ReplaceAll(m[1], "African Group", "")
		if strings.TrimSpace(bare) != "" && !proseWord.MatchString(bare) || bare != m[1] {
			lists = append(lists, m[1])
		}
	}
	return lists
}

// TestFixtureLists reads every list of a real document. What is left over, not
// known or not clean is little, and all of it is written down here.
func TestFixtureLists(t *testing.T) {
	t.Parallel()
	const fewest = 1500
	lists := fixtureLists(t)
	if len(lists) < fewest {
		t.Fatalf("found %d lists, want at least %d: the pattern is wrong", len(lists), fewest)
	}
	odd := map[string]int{}
	for _, s := range lists {
		items, n := party.Default().ScanList(nil, s, party.Tolerant)
		if n < len(s) {
			odd["left over: "+s[n:]]++
		}
		for _, it := range items {
			if !it.Known || !it.Clean {
				odd[s[it.Span.Start:it.Span.End]+" = "+it.ID]++
			}
		}
	}
	want := map[string]int{
		"CARCOM = CARICOM":  1,
		"EG & mS = EU & mS": 1,
		"EU & MS = EU & mS": 1,
		"EU & ms = EU & mS": 6,
		"EY = EY":           1,
		"N = N":             1,
		"UR = UR":           1,
	}
	if diff := cmp.Diff(want, odd); diff != "" {
		t.Errorf("odd items (-want +got):\n%s", diff)
	}
}
