package docx

import "testing"

// TestWritten checks numbers as Word writes them.
func TestWritten(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		n      int
		format string
		want   string
	}{
		{1, "decimal", "1"}, {3, "lowerLetter", "c"}, {28, "upperLetter", "BB"}, {4, "lowerRoman", "iv"}, {1990, "upperRoman", "MCMXC"},
		{7, "decimalZero", "07"}, {12, "ordinal", "12th"}, {22, "ordinal", "22nd"}, {5, "none", ""}, {0, "lowerLetter", "0"},
	} {
		if got := written(c.n, c.format); got != c.want {
			t.Errorf("%d as %s is %q, want %q", c.n, c.format, got, c.want)
		}
	}
}

// TestNext counts as Word does: one counter for all lists of a shape, a start
// that is overridden on first use only, lower levels that begin again.
func TestNext(t *testing.T) {
	t.Parallel()
	shape := &abstractList{}
	shape.levels[0] = level{start: 1, format: "decimal", text: "%1.", restart: -1}
	shape.levels[1] = level{start: 1, format: "lowerLetter", text: "(%2)", restart: -1}
	shape.levels[2] = level{start: 1, format: "decimal", text: "%1.%2.%3", restart: -1, legal: true}
	n := &numbering{
		abstract: map[string]*abstractList{"0": shape},
		lists:    map[string]*list{"1": {abstract: "0"}, "2": {abstract: "0"}, "3": {abstract: "0", overrides: [listLevels]*int{new(5)}}},
	}
	for i, c := range []struct {
		of   number
		want string
	}{
		{number{"1", 0}, "1."}, {number{"1", 1}, "(a)"}, {number{"2", 1}, "(b)"}, {number{"2", 0}, "2."}, {number{"1", 1}, "(a)"},
		{number{"1", 2}, "2.1.1"}, {number{"3", 0}, "5."}, {number{"3", 0}, "6."}, {number{"1", 0}, "7."}, {number{"9", 0}, ""}, {number{"", -1}, ""},
	} {
		if got, _, _ := n.next(c.of); got != c.want {
			t.Errorf("paragraph %d has the label %q, want %q", i, got, c.want)
		}
	}
}
