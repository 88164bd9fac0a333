package party_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/draftdiff/draftdiff/pkg/party"
)

func TestParseLegend(t *testing.T) {
	t.Parallel()
	type decls = []party.Declaration
	const uk = "United Kingdom of Great Britain and Northern Ireland"
	tests := []struct {
		why, in string
		want    decls
	}{
		{"the fixture, with the lines around it",
			"*Country abbreviations follow the ISO-3116 standard, with the following exceptions:*\n\n" +
				"*UK = " + uk + ";*\n\n*EU & mS = European Union and its member States; HS = Holy See.*\n\n" +
				"*Delegations are advised to contact the Secretariat*",
			decls{{"UK", uk}, {"EU & mS", "European Union and its member States"}, {"HS", "Holy See"}}},
		{"a name over two lines", "UK = United Kingdom of Great\r\nBritain and Northern Ireland", decls{{"UK", uk}}},
		{"commas between declarations", "UK = United Kingdom, HS = Holy See",
			decls{{"UK", "United Kingdom"}, {"HS", "Holy See"}}},
		{"nothing between declarations", "HS = Holy See EU & mS = European Union",
			decls{{"HS", "Holy See"}, {"EU & mS", "European Union"}}},
		{"codes of several words", "where: African Group = Group of African States",
			decls{{"African Group", "Group of African States"}}},
		{"quotes and parentheses", "(“HS” = “Holy See”; BO = Bolivia (Plurinational State of))",
			decls{{"HS", "Holy See"}, {"BO", "Bolivia (Plurinational State of)"}}},
		{"a full stop inside a name", "LC = St. Lucia. Delegations are", decls{{"LC", "St. Lucia"}}},
		{"no declaration", "where x = y, and the sum = 3", nil},
		{"no prose even", "=", nil},
		{"nothing", "", nil},
	}
	for _, c := range tests {
		if diff := cmp.Diff(c.want, party.ParseLegend(c.in)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.why, diff)
		}
	}
}

func TestWithLegend(t *testing.T) {
	t.Parallel()
	base := party.Default()
	r := base.WithLegend([]party.Declaration{
		{"EU", "European Union"},
		{"AG", "African Group"},
		{"FoF", "Friends of the Future"},
		{"SUI", "Switzerland"},
		{"US", "United States (America)"},
	})
	items, _ := r.ScanList(nil, "EU & mS, EU, AG, African Group, FoF, Friends of the Future, SUI, CH, US", party.Tolerant)
	if got, want := written(items), "EU|EU|AG|AG|FoF|FoF|SUI|SUI|US"; got != want {
		t.Errorf("items = %s, want %s", got, want)
	}
	for id, canonical := range map[string]string{
		"EU": "EU & mS", "AG": "African Group", "SUI": "CH", "FoF": "FoF", "US": "US", "EY": "EY",
		"Antigua and Barbuda": "AG",
	} {
		if got := r.Canonical(id); got != canonical {
			t.Errorf("Canonical(%q) = %q, want %q", id, got, canonical)
		}
	}
	want := party.Party{ID: "FoF", Name: "Friends of the Future", Kind: party.Group}
	if got, _ := r.Lookup("friends of the future"); got != want {
		t.Errorf("declared group is %+v, want %+v", got, want)
	}
	if !r.Member("AG", "KE", date(2023, 4, 21)) || !r.Member("EU", "FR", date(2023, 4, 21)) {
		t.Error("groups that the legend renames lost their members")
	}
	if p, _ := base.Lookup("AG"); p.ISO != "AG" {
		t.Errorf("the receiver changed: AG is now %+v", p)
	}
	if _, ok := base.Lookup("FoF"); ok {
		t.Error("the receiver changed: it knows FoF")
	}
}
