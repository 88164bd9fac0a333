package party

import "testing"

// BenchmarkLoad is what the first call of Default costs.
func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		load()
	}
}

// TestTables checks by hand-kept rules what load takes on trust, since it has
// no time to.
func TestTables(t *testing.T) {
	t.Parallel()
	r := load()
	if len(r.parties) > roomParties || len(r.forms) > roomForms {
		t.Errorf("%d parties and %d forms: make more room", len(r.parties), len(r.forms))
	}
	owner := map[string]int32{}
	for _, f := range r.forms {
		if f.class == classAlpha {
			continue // "NAM" is the movement before it is Namibia
		}
		if p, ok := owner[f.text]; ok && p != f.party {
			t.Errorf("%q is both %s and %s", f.text, r.parties[p].ID, r.parties[f.party].ID)
		}
		owner[f.text] = f.party
	}
	ids := map[string]bool{}
	for _, p := range r.parties {
		if p.ID == "" || p.Name == "" || p.Kind == 0 || ids[p.ID] {
			t.Errorf("incomplete or doubled: %+v", p)
		}
		ids[p.ID] = true
	}
	for i, group := range r.members() {
		for _, m := range group {
			if m.party < 0 || !validDay(m.from) || !validDay(m.to) {
				t.Errorf("%s has the member %+v", r.parties[r.groups[i].party].ID, m)
			}
		}
	}
}

func validDay(s string) bool {
	return s == "" || len(s) == len("2006-01-02") && s[4] == '-' && s[7] == '-'
}
