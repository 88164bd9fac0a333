package party_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/draftdiff/draftdiff/pkg/party"
)

func TestLookup(t *testing.T) {
	t.Parallel()
	tests := []struct{ in, id, iso string }{
		{"US", "US", "US"},
		{"UK", "UK", "GB"},
		{"GB", "UK", "GB"},
		{"HS", "HS", "VA"},
		{"EU", "EU & mS", "EU"},
		{"EU & ms", "EU & mS", "EU"},
		{"EU & MS", "EU & mS", "EU"},
		{"EG & mS", "EU & mS", "EU"},
		{"EG", "EG", "EG"},
		{"CARCOM", "CARICOM", ""},
		{"caricom", "CARICOM", ""},
		{"Africa Group", "African Group", ""},
		{"AFRICAN GROUP", "African Group", ""},
		{"Group of 77 and China", "G77", ""},
		{"Bolivia, Plurinational State of", "BO", "BO"},
		{"bolivia  (plurinational state of)", "BO", "BO"},
		{"the netherlands", "NL", "NL"},
		{"turkey", "TR", "TR"},
		{"U.S.", "US", "US"},
		{" ru, ", "RU", "RU"},
	}
	for _, c := range tests {
		p, ok := party.Default().Lookup(c.in)
		if !ok || p.ID != c.id || p.ISO != c.iso {
			t.Errorf("Lookup(%q) = %+v, %t, want %s (%s)", c.in, p, ok, c.id, c.iso)
		}
	}
	for _, in := range []string{"", " ", ".", "EY", "UR", "U", "N", "and", "no", "Norwya", "US, CA", "the"} {
		if p, ok := party.Default().Lookup(in); ok {
			t.Errorf("Lookup(%q) = %+v, want nothing", in, p)
		}
	}
}

func TestKinds(t *testing.T) {
	t.Parallel()
	r := party.Default()
	got := map[string]string{}
	for _, id := range []string{"UK", "EU & mS", "CARICOM"} {
		p, _ := r.Lookup(id)
		got[p.Name] = p.Kind.String()
	}
	want := map[string]string{
		"United Kingdom of Great Britain and Northern Ireland": "state",
		"European Union and its member States":                 "group",
		"Caribbean Community":                                  "group",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("kinds (-want +got):\n%s", diff)
	}
	if got := party.Unknown.String() + " " + party.Kind(0).String(); got != "unknown invalid" {
		t.Errorf("kinds without a party are %q", got)
	}
}

func TestSuggest(t *testing.T) {
	t.Parallel()
	tests := []struct {
		in   string
		want []string
	}{
		{"UR", []string{"RU", "HR", "IR"}},
		{"EY", []string{"YE", "EG", "ET"}},
		{"CARICM", []string{"CARICOM"}},
		{"Norwya", []string{"NO"}},
		{"Afrcan Group", []string{"African Group", "Arab Group"}},
		{"U", nil},
		{"a long sentence of prose that names no party at all", []string{}},
	}
	for _, c := range tests {
		if diff := cmp.Diff(c.want, party.Default().Suggest(c.in)); diff != "" {
			t.Errorf("Suggest(%q) (-want +got):\n%s", c.in, diff)
		}
	}
}

func date(y int, m time.Month, d int) time.Time { return time.Date(y, m, d, 12, 0, 0, 0, time.UTC) }

func TestMember(t *testing.T) {
	t.Parallel()
	tests := []struct {
		group, party string
		at           time.Time
		want         bool
	}{
		{"EU & mS", "UK", date(2019, 6, 1), true},
		{"EU & mS", "GB", date(2020, 1, 31), true},
		{"EU & mS", "UK", date(2020, 2, 1), false},
		{"EU & mS", "UK", time.Time{}, false},
		{"EU", "HR", date(2013, 6, 30), false},
		{"EU", "HR", date(2013, 7, 1), true},
		{"CARICOM", "Jamaica", date(2023, 4, 21), true},
		{"CARICOM", "DO", date(2023, 4, 21), false},
		{"Group of 77", "CN", date(2023, 4, 21), true},
		{"ALBA", "BO", date(2020, 3, 1), false},
		{"ALBA", "BO", date(2023, 3, 1), true},
		{"LDCs", "VU", date(2020, 12, 3), true},
		{"LDCs", "VU", date(2020, 12, 4), false},
		{"US", "US", date(2023, 4, 21), false},
		{"nobody", "US", date(2023, 4, 21), false},
		{"EU", "nobody", date(2023, 4, 21), false},
	}
	for _, c := range tests {
		if got := party.Default().Member(c.group, c.party, c.at); got != c.want {
			t.Errorf("Member(%q, %q, %s) = %t", c.group, c.party, c.at.Format(time.DateOnly), got)
		}
	}
}

func TestGroups(t *testing.T) {
	t.Parallel()
	got := party.Default().Groups("JM", date(2023, 4, 21))
	want := []string{"AOSIS", "CARICOM", "G77", "GRULAC", "NAM", "SIDS"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("Groups(JM) (-want +got):\n%s", diff)
	}
}

// TestMemberCounts holds the table against the numbers that the groups give of
// themselves. SIDS lacks Bahrain, which not all lists have.
func TestMemberCounts(t *testing.T) {
	t.Parallel()
	want := map[string]int{
		"EU & mS": 27, "CARICOM": 15, "African Group": 54, "EEG": 23, "WEOG": 28, "GRULAC": 33, "G77": 134,
		"NAM": 121, "AOSIS": 39, "SIDS": 37, "LDCs": 44, "LLDCs": 32, "Arab Group": 22, "ASEAN": 10, "OIC": 57,
		"OPEC": 12, "PIF": 18, "ECOWAS": 15, "SADC": 16, "BRICS": 9, "High Ambition Coalition": 0, "RU": 0,
	}
	got := map[string]int{}
	for g := range want {
		got[g] = len(party.Default().Members(g, date(2025, 1, 1)))
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("members on 2025-01-01 (-want +got):\n%s", diff)
	}
}
