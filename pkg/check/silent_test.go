package check_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/draftdiff/draftdiff/pkg/check"
	"github.com/draftdiff/draftdiff/pkg/config"
)

// truth is what was done to the real text to construct a next session.
type truth struct {
	Events []struct {
		Type, Text, New string
		Left            []string
	}
	Units []struct{ Change, Old, New string }
}

// TestSilentEditsOfConstructedSessions looks for every silent edit that was made
// to the real text, and counts the findings that answer to nothing that was
// done.
func TestSilentEditsOfConstructedSessions(t *testing.T) {
	t.Parallel()
	files, _ := filepath.Glob("../../fixtures/gold/pair-*.truth.json")
	if len(files) == 0 {
		t.Skip("no constructed sessions in fixtures/gold")
	}
	all, wrong := 0, 0
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var want truth
		if err := json.Unmarshal(b, &want); err != nil {
			t.Fatal(err)
		}
		pass := check.NewPass(fileText(t, strings.Replace(file, ".truth.json", ".md", 1)), fileText(t, fifth), nil)
		r, err := check.Run(pass, check.Options{Only: []string{"silent"}})
		if err != nil {
			t.Fatal(err)
		}
		answered := make([]bool, len(r.Findings))
		for _, e := range want.Events {
			found := false
			for i, f := range r.Findings {
				if answers(f, e.Type, e.Text, e.New, e.Left) {
					answered[i], found = true, true
				}
			}
			if e.Type == "text" && !found {
				t.Errorf("%s: missed %q → %q", filepath.Base(file), e.Text, e.New)
			}
		}
		for i, f := range r.Findings {
			all++
			if answered[i] || f.Rule.Code == "DD031" && removed(want, f.Unit) || f.Rule.Code == "DD014" {
				continue
			}
			wrong++
			t.Logf("%s: answers to nothing: %d: %s %s", filepath.Base(file), f.Place.Line, f.Rule.Code, f.Message)
		}
	}
	t.Logf("%d findings, %d of them false", all, wrong)
	if float64(wrong) > 0.02*float64(all) {
		t.Errorf("%d of %d findings are false, want at most 2 %%", wrong, all)
	}
}

// answers reports whether a finding is what an event of the truth leads to.
func answers(f check.Finding, kind, old, new string, left []string) bool {
	has := func(words string) bool { return strings.Contains(strings.ToLower(f.Words), strings.ToLower(words)) }
	switch f.Rule.Code {
	case "DD030":
		return kind == "text" && has(old) && has(new)
	case "DD035":
		return kind == "reworded" || kind == "text" && has(old) && has(new)
	case "DD032", "DD034":
		return kind == "adopted" && has(old[:min(len(old), 10)])
	case "DD036":
		return kind == "stance"
	case "DD033":
		return kind == "responsored" && len(left) > 0 && strings.Contains(f.Message, left[0])
	}
	return false
}

func removed(want truth, unit string) bool {
	for _, u := range want.Units {
		if u.Change == "removed" && (u.Old == unit || strings.HasPrefix(unit, u.Old+"__")) {
			return true
		}
	}
	return false
}

const oldDraft = `# Draft agreement

Article 1. Scope

1. States Parties shall in good faith cooperate [promptly: MX, CL; against – RU] in [the field] [the area] of justice.

2. Each Party shall keep [~~accurate~~: CN; retain – EG] records.

3. The Secretariat shall report every year.

Article 2. Review

1. The Conference shall review article 1 every [five] years.
`

// TestSilentEdits makes one edit to a text and says what has to be found.
func TestSilentEdits(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, old, new, want string
	}{
		{"nothing", "", "", ""},
		{"words deleted", "in good faith ", "", "error DD030 “in good faith” was deleted from Article 1, paragraph 1 without strikethrough"},
		{"the same deletion struck and attributed", "in good faith", "[~~in good faith~~: RU]", ""},
		{"words put in", "good faith", "good and lasting faith", "error DD030 “and lasting” was put into Article 1, paragraph 1 without brackets"},
		{"words put in as a proposal", "good faith", "good [and lasting: RU] faith", ""},
		{"words changed", "report every", "inform every", "error DD030 “report” became “inform” in Article 1, paragraph 3"},
		{"a paragraph deleted", "3. The Secretariat shall report every year.\n\n", "", "error DD031 Article 1, paragraph 3 is gone, and nobody had proposed to delete it"},
		{"a paragraph added", "Article 2. Review", "4. The Secretariat shall have a budget.\n\nArticle 2. Review", "error DD031 Article 1, paragraph 4 is new"},
		{"a paragraph proposed", "Article 2. Review", "[3 bis. The Secretariat shall have a budget.: MX]\n\nArticle 2. Review", ""},
		{"brackets gone", "[promptly: MX, CL; against – RU]", "promptly", "error DD032 the brackets around “promptly”, proposed by MX and CL, are gone and the words stand in Article 1, paragraph 1 as if agreed; RU had spoken against it"},
		{"open brackets gone", "[five]", "five", "warning DD032 the brackets around “five” are gone and the words stand in Article 2, paragraph 1"},
		{"a choice made", "[the field] [the area]", "the area", "warning DD032 the brackets around “the area” are gone"},
		{"an open choice dropped", "[the field] [the area]", "[the area]", "warning DD030 “the field”, which was left open in brackets, is gone from Article 1, paragraph 1, and nobody had proposed to delete it"},
		{"an open choice added", "[the field]", "[the field] [the realm]", "error DD030 “the realm” was put into Article 1, paragraph 1 in brackets that name no party"},
		{"a paragraph left open added", "Article 2. Review", "[4. The Secretariat shall have a budget.]\n\nArticle 2. Review", "error DD031 Article 1, paragraph 4 is new, in brackets that name no party"},
		{"a sponsor gone", "MX, CL;", "MX;", "warning DD033 CL is no longer among the sponsors of “promptly”"},
		{"a proposal reworded by its sponsors", "promptly:", "swiftly:", "info DD035 “promptly” became “swiftly” in a proposal of MX and CL in Article 1, paragraph 1"},
		{"a sponsor that changed side", "MX, CL; against – RU", "MX; against – RU, CL", ""},
		{"an objection gone", "MX, CL; against – RU", "MX, CL", "warning DD036 RU no longer objects to “promptly” in Article 1, paragraph 1"},
		{"an objector that joined", "MX, CL; against – RU", "MX, CL, RU", ""},
		{"all sponsors gone", "[promptly: MX, CL; against – RU]", "[promptly]", "warning DD033 MX and CL no longer stand behind “promptly”"},
		{"a strike that became a deletion", "[~~accurate~~: CN; retain – EG] ", "", "error DD034 “accurate”, which CN wanted deleted, is gone from Article 1, paragraph 2 as if that had been agreed; EG wanted it retained"},
		{"a strike withdrawn", "[~~accurate~~: CN; retain – EG]", "accurate", ""},
		{"only white space and marks", "in good faith", "in  good *faith*", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			changed := strings.Replace(oldDraft, c.old, c.new, 1)
			var got []string
			for _, f := range run(t, markdownText([]byte(changed)), markdownText([]byte(oldDraft)), nil) {
				if f.Rule.Class == check.Silent {
					got = append(got, f.Severity.String()+" "+f.Rule.Code+" "+f.Message)
				}
			}
			all := strings.Join(got, "\n")
			if c.want == "" && all != "" || !strings.Contains(all, c.want) {
				t.Errorf("got:\n%s\nwant: %s", all, c.want)
			}
		})
	}
}

// TestMovedReference renumbers an article and leaves a citation of it behind, or
// renumbers that too.
func TestMovedReference(t *testing.T) {
	t.Parallel()
	const cites = "Article 1. Scope\n\nWith regard to article 2, the following applies."
	old := strings.Replace(oldDraft, "Article 1. Scope", cites, 1)
	renumbered := strings.Replace(old, "Article 2. Review", "Article 2. Budget\n\nThe Conference shall decide on a budget.\n\nArticle 3. Review", 1)
	for changed, want := range map[string]bool{
		renumbered: true,
		strings.Replace(renumbered, "to article 2", "to article 3", 1): false,
	} {
		got := false
		for _, f := range run(t, markdownText([]byte(changed)), markdownText([]byte(old)), nil) {
			if f.Rule.Code != "DD014" {
				continue
			}
			if got = true; f.Message != "the article 2 that is meant here is article 3 now" {
				t.Error(f.Message)
			}
		}
		if got != want {
			t.Errorf("found %v, want %v in:\n%s", got, want, changed)
		}
	}
}

// TestRenumbering renumbers an article: citations that were brought up to date
// are no silent edits, and are not taken for some that were left behind; a number
// that cites nothing is one.
func TestRenumbering(t *testing.T) {
	t.Parallel()
	const old = "Article 1. Scope\n\nThe rules of articles 2 and 3 apply within 2 years.\n\nArticle 2. Review\n\nThe Conference shall review this Convention.\n\nArticle 3. Reports\n\nEach Party shall report on its measures.\n"
	const now = "Article 1. Scope\n\nThe rules of articles 3 and 4 apply within 2 years.\n\n[Article 1 bis. Budget\n\nThe budget is small.: MX]\n\nArticle 3. Review\n\nThe Conference shall review this Convention.\n\nArticle 4. Reports\n\nEach Party shall report on its measures.\n"
	const cited = "info DD030 what Article 1, unnumbered paragraph cites has the new numbers of articles that were renumbered"
	for changed, want := range map[string]string{
		now: cited,
		strings.Replace(now, "2 years", "3 years", 1):                   cited + ", error DD030 “2” became “3”",
		strings.Replace(now, "articles 3 and 4", "articles 3 and 3", 1): cited + ", warning DD014 the article 3 that is meant here is article 4 now",
	} {
		var got []string
		for _, f := range run(t, markdownText([]byte(changed)), markdownText([]byte(old)), nil) {
			if f.Rule.Class == check.Silent {
				message, _, _ := strings.Cut(f.Message, " in Article 1")
				got = append(got, f.Severity.String()+" "+f.Rule.Code+" "+message)
			}
		}
		if s := strings.Join(got, ", "); s != want {
			t.Errorf("got %s\nwant %s\nin:\n%s", s, want, changed)
		}
	}
}

// TestAccept accepts a silent edit, with and without a reason.
func TestAccept(t *testing.T) {
	t.Parallel()
	changed := markdownText([]byte(strings.Replace(oldDraft, "in good faith ", "", 1)))
	for _, c := range []struct {
		accept config.Accept
		want   string
	}{
		{config.Accept{Unit: "art_1__para_1", Words: "in good faith", Reason: "agreed"}, ""},
		{config.Accept{Unit: "art_1", Words: "in good faith", Reason: "agreed"}, ""},
		{config.Accept{Unit: "art_1", Reason: "agreed"}, ""},
		{config.Accept{Unit: "art_1", Words: "good faith"}, "DD040 DD030"},
		{config.Accept{Unit: "art_1", Words: "other words", Reason: "agreed"}, "DD030"},
		{config.Accept{Unit: "art_2", Words: "in good faith", Reason: "agreed"}, "DD030"},
	} {
		var got []string
		for _, f := range run(t, changed, markdownText([]byte(oldDraft)), &config.Config{Accept: []config.Accept{c.accept}}) {
			got = append(got, f.Rule.Code)
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%+v: got %q, want %q", c.accept, s, c.want)
		}
	}
}
