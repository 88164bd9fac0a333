package snapshot_test

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/draftdiff/draftdiff/pkg/snapshot"
)

// TestArticles counts the articles of the real text: none is missed, none is
// invented, and each has the right origin.
func TestArticles(t *testing.T) {
	t.Parallel()
	var want []string
	for n := 56; n <= 105; n++ {
		want = append(want, fmt.Sprintf("art_%d", n))
	}
	if diff := cmp.Diff(want, articles(t, snapshot.OriginBase)); diff != "" {
		t.Errorf("of the base (-want +got):\n%s", diff)
	}
	want = []string{
		"art_56alt", "art_57alt", "art_57alt_2",
		"art_58bis", "art_58ter", "art_58quater", "art_58quinquies",
		"art_63bis", "art_64alt", "art_65alt", "art_65alt_2", "art_68alt", "art_69alt", "art_69bis",
		"art_76alt", "art_77alt", "art_78alt", "art_86alt",
		"chp_Valt__art_86", "chp_Valt__art_87", "chp_Valt__art_88", "chp_Valt__art_89",
		"art_90alt", "art_96bis", "art_96ter", "art_97alt",
	}
	if diff := cmp.Diff(want, articles(t, snapshot.OriginProposed)); diff != "" {
		t.Errorf("proposed (-want +got):\n%s", diff)
	}
}

// articles returns the ids of the articles of the real text.
func articles(t *testing.T, origin snapshot.Origin) []string {
	t.Helper()
	var ids []string
	for _, u := range buildFixture(t).Units {
		if u.Kind == snapshot.KindArticle && u.Origin == origin {
			ids = append(ids, u.ID)
		}
	}
	return ids
}

// TestDivisions is on what stands around the articles of the real text.
func TestDivisions(t *testing.T) {
	t.Parallel()
	var got []string
	for _, u := range buildFixture(t).Units {
		switch u.Kind {
		case snapshot.KindPreamble, snapshot.KindChapter, snapshot.KindCluster, snapshot.KindOption:
			got = append(got, fmt.Sprintf("%s %s in %q", u.ID, u.Origin, u.Parent))
		}
	}
	want := []string{
		`preamble base in ""`,
		`chp_IV base in ""`,
		`cluster_1 base in "chp_IV"`,
		`cluster_2 base in "chp_IV"`,
		`cluster_3 base in "chp_IV"`,
		`cluster_4 base in "chp_IV"`,
		`cluster_5 base in "chp_IV"`,
		`cluster_6 base in "chp_IV"`,
		`cluster_7 base in "chp_IV"`,
		`art_84__option_1 base in "art_84"`,
		`art_84__option_1alt proposed in "art_84"`,
		`art_84__option_2 base in "art_84"`,
		`art_84__option_2_2 base in "art_84"`, // "Option 2 with insertions from Option 1"
		`chp_V base in ""`,
		`chp_Valt proposed in ""`,
		`chp_VI base in ""`,
		`chp_VII base in ""`,
		`chp_VIII base in ""`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestEveryText holds the snapshots of all texts at hand against what every
// snapshot promises: those of the fixtures and, where DRAFTDIFF_DATA names a
// folder of texts, those too.
func TestEveryText(t *testing.T) {
	t.Parallel()
	for _, root := range []string{"../../fixtures", os.Getenv("DRAFTDIFF_DATA")} {
		if root == "" {
			continue
		}
		err := filepath.WalkDir(root, func(path string, _ os.DirEntry, err error) error {
			for _, f := range formats {
				if err == nil && filepath.Ext(path) == f.extension {
					t.Run(filepath.Base(path), func(t *testing.T) {
						t.Parallel()
						src := readFile(t, path)
						checkSnapshot(t, snapshot.Build(f.read([]byte(src)), path), src)
					})
				}
			}
			return err
		})
		if err != nil {
			t.Error(err)
		}
	}
}

// TestNeighbouringGroups is on open alternatives that touch: their words are
// not run together, while a bracket inside a word leaves it whole.
func TestNeighbouringGroups(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"They [shall][agree] to it.":               "They shall agree to it.",
		"of [net][zero [low-[carbon][emission]]].": "of net zero low-carbon emission.",
		"the [data][, if any,][and] so":            "the data, if any, and so",
		"[shall: delete – US][may][should: RU]it":  "shall may it",
		"an [inter]national crime[s: RU] so":       "an international crime so",
		"[or][as in (a)(b)] article 5(1)(a)":       "or as in (a)(b) article 5(1)(a)",
	} {
		s := buildMarkdown("Article 5\n\n1. " + in)
		if got := s.Units[len(s.Units)-1].Text; got != want {
			t.Errorf("%q is read as %q, want %q", in, got, want)
		}
	}
}

// TestHeadings is on what is a heading and what is a sentence that begins with
// a reference, none of whose words may be lost.
func TestHeadings(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, in string
		want     []string
	}{
		{
			"sections of a text without articles, the first of which is the preamble",
			"A draft text\n\nA. [[Preamble]1\n\n[Recalling this,]\n\n[Recognizing that,]\n\nB. [Definitions\n\n1. Words.\n\nD. Final provisions\n\n2. Words.",
			[]string{
				"note A draft text", "preamble ", "preamble__para Recalling this,", "preamble__para_2 Recognizing that,",
				"sec_B ", "sec_B__heading Definitions", "sec_B__para_1 Words.", "sec_D ", "sec_D__heading Final provisions", "sec_D__para_2 Words.",
			},
		},
		{
			"but none in an article, nor out of order",
			"Article 1\n\n1. Words.\n\nA. Measures\n\n2. Words.\n\nB. More of them\n\n3. Words.",
			[]string{"art_1 ", "art_1__para_1 Words.", "art_1__heading A. Measures", "art_1__para_2 Words.", "art_1__heading_2 B. More of them", "art_1__para_3 Words."},
		},
		{
			"a reference at the beginning of a sentence",
			"Article 1\n\nArticle 4 of the Convention applies to them.\n\nAnnex Y] of their commitments.\n\nAnnex I Parties][others], and, in that context, ambition;",
			[]string{
				"art_1 ", "art_1__para Article 4 of the Convention applies to them.", "art_1__para_2 Annex Y of their commitments.",
				"art_1__para_3 Annex I Parties others, and, in that context, ambition;",
			},
		},
		{
			"an article and an annex in brackets",
			"[Article 4] [Costs]\n\nArticle 5] Means:\n\n[Annex X\nList of Parties]",
			[]string{"art_4 ", "art_4__heading Costs", "art_5 ", "art_5__heading Means:", "annex_X ", "annex_X__heading List of Parties"},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			var got []string
			s := buildMarkdown(c.in)
			checkSnapshot(t, s, c.in)
			for _, u := range s.Units {
				got = append(got, u.ID+" "+u.Text)
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}
