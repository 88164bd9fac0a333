package notation_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/draftdiff/draftdiff/pkg/notation"
)

var classNames = [...]string{"none", "chapter", "cluster", "section", "article", "option", "number", "letter", "suffix", "misread", "preamble"}

// TestScanLabel is on labels with all the noise of section 5: their class,
// what they say, and the words that are left behind them.
func TestScanLabel(t *testing.T) {
	t.Parallel()
	for _, c := range labels {
		t.Run(c.in, func(t *testing.T) {
			t.Parallel()
			l := notation.ScanLabel(c.in)
			got := classNames[l.Class]
			if l.Class != notation.NoLabel {
				got += " " + dumpLabel(l) + c.in[l.Span.End:]
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

var labels = []struct{ in, want string }{
	// Paragraphs: a number needs a full stop, a suffix or a bracket that closes.
	{"2. Each", "number <2> Each"},
	{"2 bis. Each", "number <2 bis> Each"},
	{"2bis. Each", "number <2 bis> Each"},
	{"2 BIS Each", "number <2 bis> Each"},
	{"2. alt Each", "number <2 alt> Each"},
	{"2 alt. Each", "number <2 alt> Each"},
	{"2 bis alt. Each", "number <2 bis alt> Each"},
	{"12) Each", "number <12> Each"},
	{"3.1 Each", "number <3.1> Each"},
	{"3.1. Each", "number <3.1> Each"},
	{"[3] Each", "none"},
	{"3] Each", "number <3>] Each"},
	{"3 Each", "none"},
	{"2004, the", "none"},
	{"2022. Each", "none"},
	{"18 years", "none"},
	// Sections: a capital letter before a heading.
	{"B. Definitions", "section <Section B> Definitions"},
	{"B. [[Definitions]", "section <Section B> [[Definitions]"},
	{"B. of it", "none"},
	{"B.Definitions", "none"},
	{"B", "none"},
	// Latin numerals, misspelt and written twice.
	{"4 ter. x", "number <4 ter> x"},
	{"4 quater. x", "number <4 quater> x"},
	{"4 quarter. x", "number <4 quater noisy> x"},
	{"4 quaterquarter] x", "number <4 quater noisy>] x"},
	{"4 quinquies. x", "number <4 quinquies> x"},
	{"4 quinques x", "number <4 quinquies noisy> x"},
	{"4 sexies x", "number <4 sexies> x"},
	{"4 septies x", "number <4 septies> x"},
	{"4 octies. x", "number <4 octies> x"},
	{"4 terrible x", "none"},
	{"4 quater quater x", "number <4 quater> x"},
	// What comes before an inserted unit.
	{"5bis ante. After", "number <5 bis ante> After"},
	{"5 bis quarter x", "number <5 bis quater noisy> x"},
	{"Article 54 ter ante\nPeaceful", "article <Article 54 ter ante>\nPeaceful"},
	// Subparagraphs and items.
	{"(a) x", "letter <a> x"},
	{"( a ) x", "letter <a> x"},
	{"(A) x", "letter <a> x"},
	{"(d bis) x", "letter <d bis> x"},
	{"(d) bis x", "letter <d bis> x"},
	{"(d) bis. x", "letter <d bis> x"},
	{"(b) alt To", "letter <b alt> To"},
	{"(b) alternative x", "letter <b> alternative x"},
	{"(iv) x", "letter <iv> x"},
	{"(xiv bis) x", "letter <xiv bis> x"},
	{"(aa) x", "letter <aa> x"},
	{"(2) x", "letter <2> x"},
	{"(a.) x", "letter <a> x"},
	{"(b.bis.) x", "letter <b bis> x"},
	{"(b bis ante) x", "letter <b bis ante> x"},
	{"(if any) x", "none"},
	{"(CARICOM) x", "none"},
	{"(a, b) x", "none"},
	// A parenthesis was lost.
	{"d) Each", "letter <d noisy> Each"},
	{"f bis) Each", "letter <f bis noisy> Each"},
	{"iv) each", "letter <iv noisy> each"},
	{"(d Each", "letter <d noisy>Each"},
	{"(a state", "none"},
	{"(A State", "none"},
	{"is) each", "none"},
	{"a)each", "none"},
	// The number is the preceding unit's, or a letter is what a scan made of it.
	{"bis If a State", "suffix <bis noisy> If a State"},
	{"bis. If a State", "suffix <bis noisy> If a State"},
	{"alt. Without", "suffix <alt noisy> Without"},
	{"(bis) Subject", "suffix <bis> Subject"},
	{"(alt) Subject", "suffix <alt> Subject"},
	{"quater) Encourage", "suffix <quater noisy> Encourage"},
	{"quinquies. Cyber businesses", "suffix <quinquies noisy> Cyber businesses"},
	{"Bis the dog", "none"},
	{"€ To permit", "misread <noisy> To permit"},
	{"€To permit", "none"},
	{"€100", "none"},
	// Headings: a class word and a number.
	{"Article 56 alt. Words", "article <Article 56 alt> Words"},
	{"Article 58 bis. Words", "article <Article 58 bis> Words"},
	{"ARTICLE 7", "article <Article 7>"},
	{"Art. 7. Words", "article <Art 7> Words"},
	{"Article 130r", "article <Article 130r>"},
	{"Article 5(1)", "article <Article 5>(1)"},
	{"Articles 5 and 6", "none"},
	{"article 5", "none"},
	{"Article five", "none"},
	{"Chapter V alt", "chapter <Chapter V alt>"},
	{"CHAPTER IV", "chapter <Chapter IV>"},
	{"PART II", "chapter <Part II>"},
	{"Title III", "chapter <Title III>"},
	{"Section 2", "chapter <Section 2>"},
	{"Annex A", "chapter <Annex A>"},
	{"Cluster 4", "cluster <Cluster 4>"},
	{"CLUSTER 10", "cluster <Cluster 10>"},
	{"Option 1 alt. Words", "option <Option 1 alt> Words"},
	{"Option (b) words", "option <Option b> words"},
	{"Option B: words", "option <Option B>: words"},
	{"Option B.1: words", "option <Option B.1>: words"},
	{"Option B. Words", "option <Option B> Words"},
	{"Options for", "none"},
	{"Partial", "none"},
	{"Preamble", "preamble <Preamble>"},
	{"PREAMBLE.", "preamble <Preamble>."},
	{"Preamble to the", "none"},
	// What stands before a label is no part of it.
	{"- (a) x", "letter <a> x"},
	{" — 2. x", "number <2> x"},
	{"___ 2. x", "number <2> x"},
}
