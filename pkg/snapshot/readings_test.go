package snapshot_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/draftdiff/draftdiff/pkg/snapshot"
)

// draft has a proposal of each kind that changes a reading.
const draft = `Article 5. Points [of contact: US]

1. States Parties [~~shall~~ may: CARICOM] cooperate [fully: RU; against – JP] ~~[and promptly: EU & mS]~~ in [cybercrime] [other (all: RU) crimes: RU, JP]; they (~~do so~~: retain – NG) ~~[soon: CN]~~.

2. States Parties shall meet.

(a) Every year;

[ (a bis) Every day: MX];

[2 alt. States Parties may [not: JP] meet.: JP, ID]

[2. The Parties meet.: CN]

[2 bis. Others may meet.: US, RU]

[3. The Secretariat helps.: delete paragraph – CARICOM; retain – US]

4. Every word of it. [delete paragraph – RU] [move to article 6: US]

[Article 5 bis. Costs

1. Everyone pays.

2. Nobody pays.: CN, RU]

Article 6. End`

// lines returns the units of one reading that have words, each in a line.
func lines(s *snapshot.Snapshot, as string) []string {
	r := snapshot.NewReader(s, as)
	var out []string
	for i := range s.Units {
		label, words := s.Units[i].Label, r.Text(i)
		if r.Has(i) && label+words != "" {
			out = append(out, strings.TrimSpace(label+" "+words))
		}
	}
	return out
}

// changes returns the lines of a that b does not have, behind "-", and those
// that only b has, behind "+".
func changes(a, b []string) []string {
	var out []string
	for _, line := range a {
		if !slices.Contains(b, line) {
			out = append(out, "- "+line)
		}
	}
	for _, line := range b {
		if !slices.Contains(a, line) {
			out = append(out, "+ "+line)
		}
	}
	return out
}

// TestReaderBase is on section 7 of the notation: insertions out, deletions
// and open alternatives in, proposed units out.
func TestReaderBase(t *testing.T) {
	t.Parallel()
	want := []string{
		"Article 5",
		"Points",
		"1 States Parties shall cooperate and promptly in cybercrime; they do so soon.",
		"2 States Parties shall meet.",
		"(a) Every year;",
		"3 The Secretariat helps.",
		"4 Every word of it.",
		"Article 6",
		"End",
	}
	if diff := cmp.Diff(want, lines(buildMarkdown(draft), snapshot.Base)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestReaderAsParty says how the text of each party differs from the base:
// what it sponsors is applied, and nothing else.
func TestReaderAsParty(t *testing.T) {
	t.Parallel()
	s := buildMarkdown(draft)
	const base = "1 States Parties shall cooperate and promptly in cybercrime; they do so soon."
	for as, want := range map[string][]string{
		// An insertion within an insertion; a deleted, an added unit, an article.
		"RU": {
			"- " + base, "- 4 Every word of it.",
			"+ 1 States Parties shall cooperate fully and promptly in cybercrime other all crimes; they do so soon.",
			"+ 2 bis Others may meet.", "+ Article 5 bis", "+ Costs", "+ 1 Everyone pays.", "+ 2 Nobody pays.",
		},
		"CARICOM": {
			"- " + base, "- 3 The Secretariat helps.",
			"+ 1 States Parties may cooperate and promptly in cybercrime; they do so soon.",
		},
		"EU & mS": {"- " + base, "+ 1 States Parties shall cooperate in cybercrime; they do so soon."},
		// An alternative stands for the unit and all that is in it. What the
		// party itself changes in its own alternative is applied.
		"JP": {
			"- " + base, "- 2 States Parties shall meet.", "- (a) Every year;",
			"+ 1 States Parties shall cooperate and promptly in cybercrime other crimes; they do so soon.",
			"+ 2 alt States Parties may not meet.",
		},
		"ID": {"- 2 States Parties shall meet.", "- (a) Every year;", "+ 2 alt States Parties may meet."},
		// So does a rewrite.
		"CN": {
			"- " + base, "- 2 States Parties shall meet.", "- (a) Every year;",
			"+ 1 States Parties shall cooperate and promptly in cybercrime; they do so.",
			"+ 2 The Parties meet.", "+ Article 5 bis", "+ Costs", "+ 1 Everyone pays.", "+ 2 Nobody pays.",
		},
		// A heading; a unit is not moved, and being against a deletion changes nothing.
		"US": {"- Points", "+ Points of contact", "+ 2 bis Others may meet."},
		"MX": {"+ (a bis) Every day;"},
		"NG": nil,
	} {
		if diff := cmp.Diff(want, changes(lines(s, snapshot.Base), lines(s, as))); diff != "" {
			t.Errorf("as %s (-want +got):\n%s", as, diff)
		}
	}
}

// TestReaderThroughGroup checks that a party wants what its group sponsors,
// under whichever name it is asked for.
func TestReaderThroughGroup(t *testing.T) {
	t.Parallel()
	s := buildMarkdown(draft)
	for group, members := range map[string][]string{
		"CARICOM": {"JM", "Jamaica"},
		"EU & mS": {"FR", "France", "EU"},
	} {
		for _, as := range members {
			if diff := cmp.Diff(lines(s, group), lines(s, as)); diff != "" {
				t.Errorf("%s as of %s (-group +member):\n%s", as, group, diff)
			}
		}
	}
	if diff := cmp.Diff(lines(s, snapshot.Base), lines(s, "CH")); diff != "" {
		t.Errorf("CH is in no group and wants (-base +CH):\n%s", diff)
	}
}

// TestReaderSuffix is on words that are no words of their own.
func TestReaderSuffix(t *testing.T) {
	t.Parallel()
	s := buildMarkdown("Article 5\n\n1. Such crime[s: RU] and property[/assets: RU, PK] of [a: RU] kind.")
	if got, want := snapshot.NewReader(s, "RU").Text(len(s.Units)-1), "Such crimes and property/assets of a kind."; got != want {
		t.Errorf("as RU the paragraph is %q, want %q", got, want)
	}
}
