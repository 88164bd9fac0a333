package party_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/draftdiff/draftdiff/pkg/party"
)

// written renders items the way the tables below write them: ids separated by
// "|", "?" behind an unknown one, "!" behind one whose spelling was repaired.
func written(items []party.Item) string {
	var ids []string
	for _, it := range items {
		id := it.ID
		if !it.Known {
			id += "?"
		}
		if !it.Clean {
			id += "!"
		}
		ids = append(ids, id)
	}
	return strings.Join(ids, "|")
}

type scanCase struct {
	in   string
	want string
	rest string // what the list leaves
}

func testScan(t *testing.T, tol party.Tolerance, cases []scanCase) {
	t.Helper()
	for _, c := range cases {
		items, n := party.Default().ScanList(nil, c.in, tol)
		if diff := cmp.Diff(scanCase{c.in, c.want, c.rest}, scanCase{c.in, written(items), c.in[n:]},
			cmp.AllowUnexported(scanCase{})); diff != "" {
			t.Errorf("ScanList(%q) (-want +got):\n%s", c.in, diff)
		}
	}
}

func TestScanListTolerant(t *testing.T) {
	t.Parallel()
	testScan(t, party.Tolerant, []scanCase{
		// as the fixture has them
		{"RU, NI IR", "RU|NI|IR", ""},
		{" RU, NI BR, DZ", "RU|NI|BR|DZ", ""},
		{"EU & mS, UK, LI,, CL", "EU & mS|UK|LI|CL", ""},
		{" EU & ms", "EU & mS!", ""},
		{" EG & mS]", "EU & mS!", "]"},
		{" EU & MS, LI, NZ, CR", "EU & mS!|LI|NZ|CR", ""},
		{" CARCOM, PK, DZ, YE, , EU & mS", "CARICOM!|PK|DZ|YE|EU & mS", ""},
		{"US; against – RU", "US", "; against – RU"},
		{" PK, against: CA, NZ, US", "PK", "against: CA, NZ, US"},
		{" RU ,NI – delete: NZ, US", "RU|NI", "– delete: NZ, US"},
		{" RU reserved, NI", "RU", "reserved, NI"},
		{" EU & mS, NO, MY, AU, NZ, VU, U, CA", "EU & mS|NO|MY|AU|NZ|VU|U?|CA", ""},
		{" RU, N ;", "RU|N?", ";"},
		{" EY)", "EY?", ")"},
		{" UR]", "UR?", "]"},
		{"~~ US~~]", "US", "]"},
		{"* RU, NI PK]", "RU|NI|PK", "]"},
		{": US, CA]", "US|CA", "]"},
		{" RU\\]", "RU", "]"},
		{" AU.]", "AU", "]"},
		{" GH, MY, SY,]", "GH|MY|SY", "]"},
		{" African Group, CARICOM, MY;", "African Group|CARICOM|MY", ";"},
		{" CARICOM, TZ, TZ]", "CARICOM|TZ|TZ", "]"},

		// damage of the same kinds
		{"EU &mS, EU& mS, EU & mS.", "EU & mS!|EU & mS!|EU & mS", ""},
		{"EU &\u00a0mS,\u202fRU", "EU & mS|RU", ""},
		{"EU &\nmS, RU", "EU & mS|RU", ""},
		{"us", "US!", ""},
		{"ru, in, no", "RU!|IN!|NO!", ""},
		{"US and CA & NZ/AU", "US|CA|NZ|AU", ""},
		{"US and others", "US", "and others"},
		{"Africa Group, AFRICAN GROUP", "African Group!|African Group!", ""},
		{"NO, IN, IS, IT, AT, BE, TO, SO, ME, MY, AM, AS, BY", "NO|IN|IS|IT|AT|BE|TO|SO|ME|MY|AM|AS|BY", ""},

		// other ways to name a party
		{"GB, VA, EU", "UK|HS|EU & mS", ""},
		{"USA, GBR", "US|UK", ""},
		{" Norway, European Union and its member States, Group of 77 and China]", "NO|EU & mS|G77", "]"},
		{"Bolivia (Plurinational State of), Bolivia, Plurinational State of, Niger, Nigeria", "BO|BO|NE|NG", ""},
		{"the Russian Federation and the Holy See", "RU|HS", ""},
		{"Côte d’Ivoire, Türkiye, U.S.", "CI|TR|US", ""},
		{"Trinidad and Tobago and Guinea-Bissau", "TT|GW", ""},
		{"Latin American Group, US", "Latin American Group?|US", ""},
		{"US, Kingdom  of Fooland; x", "US|Kingdom of Fooland?", "; x"},
		{"FOOBAR]", "FOOBAR?", "]"},

		// prose
		{" delete paragraph – RU", "", " delete paragraph – RU"},
		{" to provide a lawful basis", "", " to provide a lawful basis"},
		{" in accordance with", "", " in accordance with"},
		{" in, or to, the State", "", " in, or to, the State"},
		{" no]", "", " no]"},
		{" A State Party shall", "", " A State Party shall"},
		{" States Parties]", "", " States Parties]"},
		{" UNCAC]", "", " UNCAC]"},
		{" RU in paragraph 2", "RU", "in paragraph 2"},
		{" Latin American Group of experts on cybercrime", "", " Latin American Group of experts on cybercrime"},
		{"", "", ""},
		{" , ", "", " , "},
		{"the the the", "", "the the the"},
	})
}

func TestScanListStrict(t *testing.T) {
	t.Parallel()
	testScan(t, party.Strict, []scanCase{
		{"RU, NI IR]", "RU|NI|IR", "]"},
		{" EU & mS, African Group and G77 & China; x", "EU & mS|African Group|G77", "; x"},
		{"US. The text", "US", ". The text"},
		{"US-based providers", "", "US-based providers"},
		{"RU, ni", "RU", "ni"},
		{"EY, RU", "", "EY, RU"},
		{"Norway, RU", "", "Norway, RU"},
		{"European Union law", "", "European Union law"},
		{"CARCOM", "", "CARCOM"},
		{": RU", "", ": RU"},
	})
}

func TestScanListSpans(t *testing.T) {
	t.Parallel()
	const s = " EU &  mS,, us and\u00a0Group of 77 and China ]"
	items, n := party.Default().ScanList(nil, s, party.Tolerant)
	var got []string
	for _, it := range items {
		got = append(got, s[it.Span.Start:it.Span.End])
	}
	want := []string{"EU &  mS", "us", "Group of 77 and China"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("written forms (-want +got):\n%s", diff)
	}
	if s[n:] != "]" {
		t.Errorf("list leaves %q, want the bracket alone", s[n:])
	}
}

func TestScanListBack(t *testing.T) {
	t.Parallel()
	tests := []struct{ in, want, before string }{
		// as the fixture has them
		{"…communication technologies. PK", "PK", "…communication technologies. "},
		{"…of property. EU & mS, LI, NZ", "EU & mS|LI|NZ", "…of property. "},
		{"isition of electronic evidence. IN, RU", "IN|RU", "isition of electronic evidence. "},
		{"human rights are protected. DO", "DO", "human rights are protected. "},
		{"by a period of one year; CARICOM, TZ", "CARICOM|TZ", "by a period of one year; "},

		{"RU, NI IR", "RU|NI|IR", ""},
		{"property. African Group and G77 & China", "African Group|G77", "property. "},
		{"protected. US,\u00a0CA", "US|CA", "protected. "},
		{"protected. Norway, US", "US", "protected. Norway, "},
		{"protected. ru, US", "US", "protected. ru, "},
		{"protected. LDCs, US", "LDCs|US", "protected. "},

		{"in accordance with Chapter VI", "", "in accordance with Chapter VI"},
		{"INTERNATIONAL COOPERATION IN", "", "INTERNATIONAL COOPERATION IN"},
		{"needs of countries, especially LDCs and SIDS", "", "needs of countries, especially LDCs and SIDS"},
		{"as proposed by the African Group", "", "as proposed by the African Group"},
		{"persons who are non-US", "", "persons who are non-US"},
		{"technologies. PK.", "", "technologies. PK."},
		{"éUS", "", "éUS"},
		{"", "", ""},
	}
	for _, c := range tests {
		items, at := party.Default().ScanListBack(nil, c.in)
		if got := written(items); got != c.want || c.in[:at] != c.before {
			t.Errorf("ScanListBack(%q) = %q behind %q, want %q behind %q", c.in, got, c.in[:at], c.want, c.before)
		}
	}
}
