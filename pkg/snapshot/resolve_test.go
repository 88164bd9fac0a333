package snapshot_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestLabels is on labels that only their place tells the meaning of. Each word
// stands for a block of which it is the label, "~" for one without a label, and a
// bracket behind it closes what it proposes.
func TestLabels(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ in, want string }{
		{"1. (a) (b)", "para_1 para_1__subpara_a para_1__subpara_b"},
		// Roman numerals: (v) behind (iv), whatever stands between.
		{"1. (i) (ii) (iii) (iv) (v)", "para_1 para_1__item_i para_1__item_ii para_1__item_iii para_1__item_iv para_1__item_v"},
		{"1. (iii) [(iv)] (v) (vi)", "para_1 para_1__item_iii para_1__item_iv para_1__item_v para_1__item_vi"},
		{"1. (iv) ~ (v)", "para_1 para_1__item_iv para para__item_v"},
		{"1. (u) (v) (w)", "para_1 para_1__subpara_u para_1__subpara_v para_1__subpara_w"},
		{"1. (iv) 2. (v)", "para_1 para_1__item_iv para_2 para_2__subpara_v"},
		// A bare numeral goes on with the one before it, over its items.
		{"1. (k) [(k_bis) (ii)] [quater)]", "para_1 para_1__subpara_k para_1__subpara_kbis para_1__subpara_kbis__item_ii para_1__subpara_kquater"},
		{"1. [2_bis. (a)] quater.", "para_1 para_2bis para_2bis__subpara_a para_2quater"},
		{"1. (k) [bis)]", "para_1 para_1__subpara_k para_1__subpara_kbis"},
		// The subparagraphs of an option are labels too, and its own.
		{"1. Option_1:_(a) (b) (i) Option_2:_(a) 2.", "para_1 para_1__option_1 para_1__option_1__subpara_a para_1__option_1__subpara_b para_1__option_1__subpara_b__item_i para_1__option_2 para_1__option_2__subpara_a para_2"},
		{"Option_1:_(a) (b)", "option_1 option_1__subpara_a option_1__subpara_b"},
	} {
		t.Run(c.in, func(t *testing.T) {
			t.Parallel()
			var md strings.Builder
			md.WriteString("Article 5\n")
			for label := range strings.FieldsSeq(c.in) {
				label, closes := strings.CutSuffix(strings.ReplaceAll(label, "_", " "), "]")
				md.WriteString("\n" + strings.Trim(label, "~") + " This is what it says.")
				if closes {
					md.WriteString(": US]")
				}
				md.WriteString("\n")
			}
			var got []string
			for _, u := range buildMarkdown(md.String()).Units[1:] {
				got = append(got, strings.TrimPrefix(u.ID, "art_5__"))
			}
			if diff := cmp.Diff(strings.Fields(c.want), got); diff != "" {
				t.Errorf("(-want +got):\n%s\n%s", diff, md.String())
			}
		})
	}
}
