package html

import (
	"bytes"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/draftdiff/draftdiff/pkg/diff"
	"github.com/draftdiff/draftdiff/pkg/report"
	"github.com/draftdiff/draftdiff/pkg/report/internal/sample"
	"github.com/draftdiff/draftdiff/pkg/snapshot"
)

// TestCalm checks that an article stands in the open if something happened in
// it, and is folded away otherwise.
func TestCalm(t *testing.T) {
	t.Parallel()
	r := newReport(t, fixtures(t), report.Options{})
	page := render(t, r)
	folds := regexp.MustCompile(`(?s)<details class="calm">.*?</section>\n</details>`)
	folded := strings.Join(folds.FindAllString(page, -1), "")
	p := report.NewPage(r)
	for i := range p.Parts {
		id := ` id="` + partID(&p.Parts[i]) + `"`
		if strings.Count(page, id) != 1 || strings.Contains(folded, id) != p.Parts[i].Quiet() {
			t.Errorf("%s: quiet: %v, folded away: %v", p.Parts[i].Title, p.Parts[i].Quiet(), strings.Contains(folded, id))
		}
	}
	for _, want := range []string{"No change in <bdi>Article 57 alt</bdi> and <bdi>Article 57 alt (second)</bdi>", "(4)</summary>"} {
		if !strings.Contains(folded, want) {
			t.Errorf("no line says %q", want)
		}
	}
}

// TestSilentFigure checks that the head begins with the silent edits, and says
// so if there are none; but not of texts that never name a party, nor of a part
// of the report.
func TestSilentFigure(t *testing.T) {
	t.Parallel()
	without := func(d *diff.Diff) *diff.Diff {
		d.Events = d.Events[1:] // the first one is the silent edit of words
		for i := range d.Units {
			d.Units[i].Silent = false
		}
		return d
	}
	nameless := without(sample.Diff())
	nameless.Old.Parties, nameless.New.Parties = nil, nil
	const none = `<li class="f-text"><b>0</b> silent edits</li>`
	for _, c := range []struct {
		why  string
		diff *diff.Diff
		opt  report.Options
		want string
		has  bool
	}{
		{"words and a whole unit", sample.Diff(), report.Options{}, `<ul class="figures">` + "\n" + `<li class="f-text"><a href="#silent" data-count="text"><b>2</b> silent edits</a>`, true},
		{"none", without(sample.Diff()), report.Options{}, `<ul class="figures">` + "\n" + none, true},
		{"nobody is named", nameless, report.Options{}, none, false},
		{"others left out", without(sample.Diff()), report.Options{Types: []diff.EventType{diff.Added}}, none, false},
	} {
		if page := render(t, newReport(t, c.diff, c.opt)); strings.Contains(page, c.want) != c.has {
			t.Errorf("%s: %q is there: %v", c.why, c.want, !c.has)
		}
	}
}

// TestRenumbered checks that the sort of unit is said once in a row.
func TestRenumbered(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		why  string
		list []report.Renumbering
		want string
	}{
		{"a row", []report.Renumbering{{Was: "paragraph 4", Now: "paragraph 3"}, {Was: "paragraph 4 bis", Now: "paragraph 3 bis"}}, "paragraph 4 → 3, 4 bis → 3 bis"},
		{"another sort behind it", []report.Renumbering{{Was: "paragraph 4", Now: "paragraph 3"}, {Was: "option 2", Now: "option 1"}}, "paragraph 4 → 3; option 2 → 1"},
		{"not the same sort", []report.Renumbering{{Was: "paragraph 4", Now: "subparagraph (a)"}, {Was: "paragraph 5", Now: "paragraph 4"}}, "paragraph 4 → subparagraph (a); paragraph 5 → 4"},
		{"no number", []report.Renumbering{{Was: "note", Now: "note (second)"}, {Was: "note", Now: "note (third)"}}, "note → note (second); note → note (third)"},
	} {
		w := &writer{}
		w.renumbered(c.list)
		got := regexp.MustCompile("</?bdi>").ReplaceAllString(string(w.take()), "")
		if want := `<p class="note renumbered">Renumbered: ` + c.want + ".</p>\n"; got != want {
			t.Errorf("%s: %q, want %q", c.why, got, want)
		}
	}
}

// TestOutline checks that pages without a script lead to all of their headings,
// and a reading of two texts to where they differ.
func TestOutline(t *testing.T) {
	t.Parallel()
	d := fixtures(t)
	side := report.Side{As: "CARICOM"}
	change, err := report.NewSideReport(d, side, report.Options{})
	if err != nil {
		t.Fatal(err)
	}
	table := report.NewTable(d.New)
	articles := 0
	for i := range d.New.Units {
		if u := &d.New.Units[i]; u.Kind == snapshot.KindArticle && u.Origin == snapshot.OriginBase {
			articles++
		}
	}
	links := regexp.MustCompile(`<li><a href="#(h\d+)">.*?</a>(?: <b>(\d+)</b>)?</li>`)
	for name, c := range map[string]struct {
		write func(b *bytes.Buffer) error
		least int
		sum   int
	}{
		"table": {func(b *bytes.Buffer) error { return Table(b, table) }, len(table.Sections), 0},
		"reading": {func(b *bytes.Buffer) error {
			return Readings(b, &d.New.Document, []*report.Reading{side.Read(d.New, nil)})
		}, articles, 0},
		"side": {func(b *bytes.Buffer) error { return Side(b, change) }, 2, change.Changed},
	} {
		var b bytes.Buffer
		if err := c.write(&b); err != nil {
			t.Fatal(err)
		}
		found, sum := links.FindAllStringSubmatch(b.String(), -1), 0
		for _, m := range found {
			if strings.Count(b.String(), ` id="`+m[1]+`"`) != 1 {
				t.Errorf("%s: %s is not there once", name, m[1])
			}
			n, _ := strconv.Atoi(m[2])
			sum += n
		}
		if len(found) < c.least || sum != c.sum {
			t.Errorf("%s: %d links that count %d changes, want at least %d and %d", name, len(found), sum, c.least, c.sum)
		}
		if got := strings.Count(b.String(), `differs" dir="auto">`); name == "side" && got != change.Changed {
			t.Errorf("%d lines are marked, %d differ", got, change.Changed)
		}
	}
}
