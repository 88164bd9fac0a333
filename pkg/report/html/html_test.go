package html

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"os"
	"regexp"
	"runtime/debug"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/draftdiff/draftdiff/pkg/diff"
	"github.com/draftdiff/draftdiff/pkg/report"
	"github.com/draftdiff/draftdiff/pkg/report/internal/sample"
	reportjson "github.com/draftdiff/draftdiff/pkg/report/json"
	"github.com/draftdiff/draftdiff/pkg/snapshot"
	"github.com/draftdiff/draftdiff/pkg/source/markdown"
)

func newReport(tb testing.TB, d *diff.Diff, opt report.Options) *report.Report {
	tb.Helper()
	r, err := report.New(d, opt)
	if err != nil {
		tb.Fatal(err)
	}
	return r
}

func render(tb testing.TB, r *report.Report) string {
	tb.Helper()
	var b bytes.Buffer
	if err := Render(&b, r); err != nil {
		tb.Fatal(err)
	}
	return b.String()
}

// fixtures is the diff of the real pair.
func fixtures(tb testing.TB) *diff.Diff {
	tb.Helper()
	read := func(name string) *snapshot.Snapshot {
		b, err := os.ReadFile("../../../fixtures/" + name)
		if err != nil {
			tb.Fatal(err)
		}
		return snapshot.Build(markdown.Read(b), name)
	}
	return diff.Compare(read("ahc-5th-session.md"), read("gold/pair-13.md"))
}

// TestNumbers compares the numbers of the page with those of the JSON report.
func TestNumbers(t *testing.T) {
	t.Parallel()
	d := fixtures(t)
	for _, opt := range []report.Options{{}, {Parties: []string{"CARICOM"}}, {Units: []string{"art_61"}}, {Types: []diff.EventType{diff.Text, diff.Added}}} {
		r := newReport(t, d, opt)
		var b bytes.Buffer
		if err := reportjson.Render(&b, r); err != nil {
			t.Fatal(err)
		}
		var want struct {
			Events []struct{ Type string }
			Units  []struct {
				Change   string
				Old, New []string
				Silent   bool
			}
			Summary struct {
				Units, Events map[string]int
			}
		}
		if err := json.Unmarshal(b.Bytes(), &want); err != nil {
			t.Fatal(err)
		}
		delete(want.Summary.Units, "same")
		// The head counts the units that came or went silently as well, if the report
		// tells of units; those in one that did so not by themselves.
		inHead, silent := maps.Clone(want.Summary.Events), map[string]bool{}
		for _, u := range want.Units {
			if u.Silent && opt.Parties == nil && opt.Types == nil {
				silent[u.Change+strings.Join(append(u.Old, u.New...), " ")] = true
			}
		}
		for unit := range silent {
			if above := strings.LastIndex(unit, "__"); above < 0 || !silent[unit[:above]] {
				inHead["text"]++
			}
		}
		page := render(t, r)
		head := numbers(page, `data-count="(\w+)"><b>(\d+)</b>`)
		if diff := cmp.Diff(inHead, head); diff != "" {
			t.Errorf("%+v: events in the head (-json +page):\n%s", opt, diff)
		}
		if diff := cmp.Diff(want.Summary.Units, numbers(page, `data-unit="(\w+)">\w+ <b>(\d+)</b>`)); diff != "" {
			t.Errorf("%+v: units in the head (-json +page):\n%s", opt, diff)
		}
		items := map[string]int{}
		for _, m := range regexp.MustCompile(`<li class="item(?: brief)?" [^>]*data-t="(\w+)"`).FindAllStringSubmatch(page, -1) {
			items[m[1]]++
		}
		delete(items, "unit") // a change of a whole unit is no event
		if diff := cmp.Diff(want.Summary.Events, items); diff != "" {
			t.Errorf("%+v: items (-json +page):\n%s", opt, diff)
		}
	}
}

// numbers finds names and numbers in a page.
func numbers(page, pattern string) map[string]int {
	found := map[string]int{}
	for _, m := range regexp.MustCompile(pattern).FindAllStringSubmatch(page, -1) {
		found[m[1]], _ = strconv.Atoi(m[2])
	}
	return found
}

// hostile closes whatever it may stand in, and would then be a program.
const hostile = `"'>` + "`" + `--></title></style></script></template><img src=x onerror=alert(1)><script>alert(1)</script>{{.}}\3c &lt;` + "\u202e\x00"

// poison puts hostile words into every field that a text can fill.
func poison(s *snapshot.Snapshot) {
	for _, field := range []*string{&s.Document.Title, &s.Document.Body, &s.Document.Session, &s.Document.Place, &s.Document.Dates, &s.Document.Status, &s.Document.Source.Name} {
		*field += hostile
	}
	for i := range s.Parties {
		s.Parties[i].ID, s.Parties[i].Name = s.Parties[i].ID+hostile, hostile
	}
	for i := range s.Units {
		u := &s.Units[i]
		u.Label, u.Heading, u.Text = u.Label+hostile, u.Heading+hostile, u.Text+hostile
		if u.ID += hostile; u.Parent != "" {
			u.Parent += hostile
		}
	}
	for i := range s.Proposals {
		p := &s.Proposals[i]
		p.ID, p.Unit, p.Old, p.New, p.Target = p.ID+hostile, p.Unit+hostile, p.Old+hostile, p.New+hostile, hostile
		for _, list := range []*[]string{&p.Sponsors, &p.Against, &p.Retain} {
			*list = append([]string{hostile}, *list...)
		}
	}
}

// Hostile is a diff with hostile words in every field.
func hostileDiff() *diff.Diff {
	d := sample.Diff()
	poison(d.Old)
	poison(d.New)
	for i := range d.Events {
		e := &d.Events[i]
		e.Joined, e.Left = append(e.Joined, hostile), append(e.Left, hostile)
		for k := range e.Stances {
			e.Stances[k].Party += hostile
		}
		for k := range e.Modal {
			e.Modal[k].Old += hostile
		}
		if e.Text != nil {
			e.Text.Old += hostile
		}
	}
	for i := range d.Summary.Parties {
		d.Summary.Parties[i].Party += hostile
	}
	return d
}

// TestHostile checks that nothing in a document becomes markup or script, in
// any kind of page.
func TestHostile(t *testing.T) {
	t.Parallel()
	d := hostileDiff()
	side := report.Side{As: hostile, Accept: []string{"US"}}
	change, err := report.NewSideReport(d, side, report.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		scripts int
		write   func(io.Writer) error
	}{
		"report": {2, func(w io.Writer) error { return Render(w, newReport(t, d, report.Options{})) }},
		"reading": {0, func(w io.Writer) error {
			return Readings(w, &d.Old.Document, []*report.Reading{side.Read(d.Old, nil), side.Read(d.New, nil)})
		}},
		"side":  {0, func(w io.Writer) error { return Side(w, change) }},
		"table": {0, func(w io.Writer) error { return Table(w, report.NewTable(d.New)) }},
	} {
		var b bytes.Buffer
		if err := c.write(&b); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		page := b.String()
		if dir := os.Getenv("PAGES"); dir != "" {
			if err := os.WriteFile(dir+"/hostile-"+name+".html", b.Bytes(), 0o666); err != nil {
				t.Fatal(err)
			}
		}
		if !strings.Contains(page, "onerror=alert(1)&gt;") {
			t.Errorf("%s: the hostile words are not there at all", name)
		}
		for tag, want := range map[string]int{"<script": c.scripts, "</script": c.scripts, "<style": 1, "</style": 1, "<img": 0, "</template": 0, "<title": 1} {
			if got := strings.Count(page, tag); got != want {
				t.Errorf("%s: %s stands %d times, want %d", name, tag, got, want)
			}
		}
		if strings.Contains(page, "\x00") || strings.Contains(page, "style=") {
			t.Errorf("%s: a NUL, or a style that the policy forbids", name)
		}
	}
}

// TestSize holds the page of the real pair to its limits.
func TestSize(t *testing.T) {
	t.Parallel()
	page := render(t, newReport(t, fixtures(t), report.Options{}))
	if len(page) > 2_500_000 {
		t.Errorf("the page has %d bytes", len(page))
	}
	for _, address := range regexp.MustCompile(`(?:src|href|url)\s*[=(]\s*["']?(https?:|//)[^"')\s]*`).FindAllString(page, -1) {
		t.Errorf("the page knows of an address: %s", address)
	}
	ids := map[string]bool{}
	for _, m := range regexp.MustCompile(` id="([^"]*)"`).FindAllStringSubmatch(page, -1) {
		if ids[m[1]] {
			t.Errorf("two elements are called %s", m[1])
		}
		ids[m[1]] = true
	}
	for _, m := range regexp.MustCompile(` href="#([^"=]+)"`).FindAllStringSubmatch(page, -1) {
		if !ids[m[1]] {
			t.Errorf("a link leads to %s, which is not there", m[1])
		}
	}
	if again := render(t, newReport(t, fixtures(t), report.Options{})); again != page {
		t.Error("the same texts gave another page")
	}
}

// TestWriteError checks that a page that could not be written is an error.
func TestWriteError(t *testing.T) {
	t.Parallel()
	if err := Render(full{}, newReport(t, sample.Diff(), report.Options{})); err == nil {
		t.Error("no error")
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, fmt.Errorf("no space left") }

// BenchmarkWhole compares the time that a report takes with that of its JSON
// form, from the two texts on: in turns, the least of each. Wanted: at most
// twice.
func BenchmarkWhole(b *testing.B) {
	defer debug.SetGCPercent(debug.SetGCPercent(400)) // as the program does
	least := map[string]time.Duration{"page": time.Hour, "json": time.Hour}
	for b.Loop() {
		for name, write := range map[string]func(io.Writer, *report.Report) error{"page": Render, "json": reportjson.Render} {
			from := time.Now()
			if err := write(io.Discard, newReport(b, fixtures(b), report.Options{})); err != nil {
				b.Fatal(err)
			}
			least[name] = min(least[name], time.Since(from))
		}
	}
	for name, d := range least {
		b.ReportMetric(float64(d.Microseconds())/1000, name+"-ms")
	}
	b.ReportMetric(float64(least["page"])/float64(least["json"]), "ratio")
}

func BenchmarkRender(b *testing.B) {
	r := newReport(b, fixtures(b), report.Options{})
	b.ReportAllocs()
	for b.Loop() {
		if err := Render(io.Discard, r); err != nil {
			b.Fatal(err)
		}
	}
}
