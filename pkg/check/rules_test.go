package check_test

import (
	"errors"
	"os"
	"strings"
	"testing"

	"github.com/draftdiff/draftdiff/pkg/check"
	"github.com/draftdiff/draftdiff/pkg/config"
)

func TestValidate(t *testing.T) {
	t.Parallel()
	if err := check.Validate(check.Rules); err != nil {
		t.Error(err)
	}
}

// around is what an example of a rule needs around it to be read.
var around = map[string]string{
	"DD012": "Article 1. Scope\n\n3. Each Party shall act.\n\n",
	"DD013": "Article 1. Scope\n\nThis applies.\n\n",
	"DD016": "Article 1. Scope\n\n1. Each Party shall act. ",
	"DD018": "To prevent crime, prevent loss and prevent harm.\n\n",
	"DD020": strings.Repeat("To combat [cybercrime] [the use of technologies for criminal purposes].\n\n", 3),
}

// TestExamples runs each rule on its own examples: the wrong one has to be found
// and the right one not.
func TestExamples(t *testing.T) {
	t.Parallel()
	for _, r := range check.Rules {
		switch {
		case r.Class == check.Notation:
			for text, want := range map[string]bool{r.Wrong: true, r.Right: false} {
				got := has(run(t, markdownText([]byte(around[r.Code]+text+"\n")), nil, nil), r.Code)
				if got != want {
					t.Errorf("%s on %q: found %v, want %v", r.Code, text, got, want)
				}
			}
		case r.Class == check.Silent && r.Code != "DD014": // whose example spans two articles: TestMovedReference
			for text, want := range map[string]bool{r.Wrong: true, r.Right: false} {
				old, now, _ := strings.Cut(text, " → ")
				now = strings.TrimPrefix(now, "(nothing)")
				got := has(run(t, example(now), example(old), nil), r.Code)
				if got != want {
					t.Errorf("%s on %q: found %v, want %v", r.Code, text, got, want)
				}
			}
		}
	}
}

// example puts an example of a silent edit into a text.
func example(s string) *check.Text {
	if !strings.HasPrefix(s, "3. ") && !strings.HasPrefix(s, "[delete") && s != "" {
		s = "2. Each Party " + s + "."
	}
	if rest, ok := strings.CutPrefix(s, "[delete paragraph: RU] "); ok {
		s = rest + " [delete paragraph: RU]"
	}
	return markdownText([]byte("Article 1. Scope\n\n1. This Convention applies to the prevention of corruption.\n\n" + s + "\n\nArticle 2. Review\n\nThe Conference shall meet.\n"))
}

func has(fs []check.Finding, code string) bool {
	for _, f := range fs {
		if f.Rule.Code == code {
			return true
		}
	}
	return false
}

// damage is what is wrong in articles 56 to 60 of the real document, found by
// reading it: the line and the rule that has to tell of it.
var damage = []struct {
	line int
	rule string
	what string
}{
	{172, "DD019", "the strike covers “delete – CARICOM, …” and no words"},
	{172, "DD019", "“~~delete – RU; retain: African Group, US, AM~~”"},
	{172, "DD019", "“~~delete – JP~~” stands outside of any bracket"},
	{192, "DD004", "AU stands twice among those who want the paragraph deleted"},
	{192, "DD005", "CO wants paragraph 2 deleted and retained"},
	{200, "DD001", "one of “[3.” and “[whether” is never closed"},
	{236, "DD001", "“– delete: KR]” closes nothing"},
	{244, "DD002", "the strike begins in “(Such period …” and ends behind “… KR, CO]”"},
	{250, "DD002", "the strike runs over “PS]”"},
	{294, "DD017", "“€” for (c)"},
	{318, "DD001", "“Article 57 alt” was closed behind its heading"},
	{337, "DD009", "“at least one year; CARICOM”: a semicolon for the colon"},
	{344, "DD012", "(c ter) without a (c bis)"},
	{346, "DD001", "“own domestic law.: delete – MY, NZ, TO]” closes nothing"},
	{350, "DD022", "“[shall may: UK, TH, TO]”: the strike was lost"},
	{350, "DD004", "UY stands twice"},
	{350, "DD005", "RU sponsors and retains"},
	{352, "DD001", "“4 bis. …: UY]” was never opened"},
	{370, "DD012", "“(bis)” without a number"},
	{372, "DD022", "“[shall may: UK, GE]”"},
	{384, "DD001", "“mental or physical disability: …; against – EG]” closes nothing"},
	{408, "DD001", "“Article 58 bis” was closed behind its heading"},
	{412, "DD001", "“Article 58 ter”, too"},
	{422, "DD001", "“Article 58 quater”, too"},
	{438, "DD017", "“€” for (c)"},
	{442, "DD017", "“€” for (c)"},
	{443, "DD001", "“Article 58 quinquies” was closed behind its heading"},
	{451, "DD004", "GH stands twice"},
	{460, "DD012", "“bis” without a number"},
}

func TestDamageOfArticles56To60(t *testing.T) {
	t.Parallel()
	type place struct {
		line int
		rule string
	}
	found := map[place]int{}
	for _, f := range run(t, fileText(t, fifth), nil, nil) {
		found[place{f.Place.Line, f.Rule.Code}]++
	}
	for _, d := range damage {
		at := place{d.line, d.rule}
		if found[at]--; found[at] < 0 { // one finding answers to one piece of damage
			t.Errorf("line %d: %s does not find: %s", d.line, d.rule, d.what)
		}
	}
}

// TestDamageElsewhere has the forms of damage that articles 56 to 60 do not show.
func TestDamageElsewhere(t *testing.T) {
	t.Parallel()
	found := run(t, fileText(t, fifth), nil, nil)
	for _, d := range []struct {
		rule, message string
	}{
		{"DD003", "“EY” is no party known here"},
		{"DD008", "this proposal has parties and no words"},
		{"DD009", "there is no colon before this list of parties"},
		{"DD010", "this bracket closes before the parties"},
		{"DD011", "“quarter” is no numeral"},
		{"DD012", "there is a “(f quinquies)” and no “(f quater)” before it"},
		{"DD012", "“(d)” stands behind “(e)”"},
		{"DD015", "this is the same as a proposal of RU, IN, PK and NI"},
		{"DD017", "“(2)” stands where “(d)” belongs"},
		{"DD020", "“cyber crime” is worded differently from the document's other alternatives"},
	} {
		n := 0
		for _, f := range found {
			if f.Rule.Code == d.rule && strings.HasPrefix(f.Message, d.message) {
				n++
			}
		}
		if n == 0 {
			t.Errorf("nothing says: %s %s", d.rule, d.message)
		}
	}
}

// TestCleanArticles checks that nothing is wrong with articles in which nothing
// is wrong: ten of the Treaty establishing the European Community.
func TestCleanArticles(t *testing.T) {
	t.Parallel()
	for _, f := range run(t, fileText(t, "testdata/clean.txt"), nil, nil) {
		if f.Severity >= check.Warning {
			t.Errorf("%d:%d: %s %s", f.Place.Line, f.Column, f.Rule.Code, f.Message)
		}
	}
}

// TestNoAlarm has what looks like damage and is none.
func TestNoAlarm(t *testing.T) {
	t.Parallel()
	for _, s := range []string{
		"1. Each Party may use certified units (CU) and the law of the European Union (EU).",
		"1. Measures include: a) search; b) seizure; and c) copying.",
		"1. The fund amounts to € 5 million.\n\n€ 500,000 are for training.",
		"1. The demand for thousands of islands is within the forthwith withdrawn offspring thereof.",
		"1. See article 14 of the International Covenant, articles 27 UNTOC and 48 UNCAC, and paragraph 9 of General Assembly resolution 74/247.",
		"1. See article 1 paragraph 7 of the Charter, Article [1, paragraph 14], and Article 11.1 of the Statute of the Bank.",
		"Option I:\n\n[3. A roster is kept under paragraph 4 below.\n\n4. The roster lists experts.]",
		"1. See paragraph 1 (a), paragraph 1 of this article and article 1, paragraph 1, of this Convention.",
		"1. A text [that one bracket\n\nparts by a page: RU] goes on.",
		"[1 bis. A paragraph\n\n(a) with one;\n\n(b) and two.: MX; against – RU]",
		"~~[1. A paragraph that is struck as a whole.: CH; retain – TO]~~",
		"1. A choice [of this] [of that], a date [date], an article [61], and a (parenthesis).",
	} {
		for _, f := range run(t, markdownText([]byte("Article 1. Scope\n\n"+s+"\n")), nil, nil) {
			if f.Severity >= check.Warning {
				t.Errorf("%s: %s %s", s, f.Rule.Code, f.Message)
			}
		}
	}
}

// TestSaved checks that a saved snapshot, which has no text, is no trouble.
func TestSaved(t *testing.T) {
	t.Parallel()
	whole := fileText(t, fifth)
	saved := check.NewText(nil, whole.Snapshot)
	for _, f := range run(t, saved, saved, nil) {
		if f.Rule.Class == check.Silent || f.Place.Line == 0 || f.Column != 0 {
			t.Errorf("%+v", f)
		}
	}
}

// TestSettings checks that a configuration turns rules off and weighs them, the
// code before the name before the class, in upper or lower case.
func TestSettings(t *testing.T) {
	t.Parallel()
	const draft = "Article 1. Scope\n\n1. Each Party shall [act: EY, US, US].\n"
	for in, want := range map[string]string{
		"":                                        "warning DD003, warning DD004",
		"rules: {dd003: off}":                     "warning DD004",
		"rules: {Unknown-Party: error}":           "error DD003, warning DD004",
		"rules: {notation: info}":                 "info DD003, info DD004",
		"rules: {notation: off, DD004: error}":    "error DD004",
		"rules: {DD004: error, notation: off}":    "error DD004",
		"rules: {repeated-party: off, DD004: on}": "warning DD003, warning DD004",
	} {
		cfg, err := config.Parse("draftdiff.yaml", []byte(in))
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, f := range run(t, markdownText([]byte(draft)), nil, cfg) {
			got = append(got, f.Severity.String()+" "+f.Rule.Code)
		}
		if s := strings.Join(got, ", "); s != want {
			t.Errorf("%s: got %s, want %s", in, s, want)
		}
	}
	cfg, err := config.Parse("some.yaml", []byte("rules:\n  DD003: off\n  nothing: off"))
	if err != nil {
		t.Fatal(err)
	}
	_, err = check.Run(check.NewPass(markdownText([]byte(draft)), nil, cfg), check.Options{})
	if e, ok := errors.AsType[*config.Error](err); !ok || e.File != "some.yaml" || e.Line != 3 {
		t.Errorf("got %v, want a mistake in line 3 of some.yaml", err)
	}
}

// TestKnown leaves out what the older text has too.
func TestKnown(t *testing.T) {
	t.Parallel()
	b, err := os.ReadFile(fifth)
	if err != nil {
		t.Fatal(err)
	}
	changed := strings.Replace(string(b), "in accordance with the provisions", "in accordance [with: EY] the provisions", 1)
	r, err := check.Run(check.NewPass(markdownText([]byte(changed)), markdownText(b), nil), check.Options{New: true})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range r.Findings {
		if f.Rule.Class == check.Notation && f.Rule.Code != "DD003" {
			t.Errorf("%d: %s %s", f.Place.Line, f.Rule.Code, f.Message)
		}
	}
	if !has(r.Findings, "DD003") || r.Known < 100 {
		t.Errorf("%d findings, %d known", len(r.Findings), r.Known)
	}
}
