package notation_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// form is a block as it is written, with "~~" around what is struck, and the
// tree that it means; see dump.
type form struct{ in, want string }

func checkForms(t *testing.T, forms []form) {
	t.Helper()
	for _, f := range forms {
		t.Run(f.in, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(f.want, dump(parse(f.in))); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestParseAttributions(t *testing.T) {
	t.Parallel()
	checkForms(t, attributionsForms)
}

// attributionsForms is on section 1 and 2 of the notation: parties, groups, attributions.
var attributionsForms = []form{
	// Section 2, the attribution: a colon and a list, or what stands for the colon.
	{`[development: LI, CH]`, `(group "development" (for LI CH))`},
	{`[criminal.: NI]`, `(group "criminal." (for NI))`},
	{`the [return of cultural goods,:* MX; against - EG] and`, `"the " (group "return of cultural goods," (for MX) (against EG)) " and"`},
	{`[by a period of one year; CARICOM, TZ, BR; retain – EC]`, `(group "by a period of one year" (for CARICOM TZ BR) (retain EC))`},
	{`[in cyberspace - RU]`, `(group "in cyberspace " (for RU))`},
	{`[in cyberspace – RU, NI IR]`, `(group "in cyberspace " (for RU NI IR))`},
	{`[10 alt Committed to promoting communication technologies. PK]`, `(group:nocolon <10 alt> " Committed to promoting communication technologies. " (for PK))`},
	// Section 1, lists: commas lost and doubled, full stops, misspelt and unknown codes.
	{`[words: CARICOM, EU & ms, EG & mS,, RU NI. IR; against – EY]`, `(group "words" (for CARICOM EU_&_mS EU_&_mS RU NI IR) (against EY?))`},
	{`[words: NA and BF]`, `(group "words" (for NA BF))`},
	{`[words: African Group, CARCOM]`, `(group "words" (for African_Group CARICOM))`},
	{`[words: RU reserved, NI]`, `(group "words" (for RU NI))`},
	{`[words: TH (merging subparagraphs); against – CA]`, `(group "words" (for TH) (against CA))`},
	// Section 2, clauses behind the first list.
	{`[shall—may: CARICOM, US; against – RU]`, `(group "shall—may" (for CARICOM US) (against RU))`},
	{`[words: RU; against: EU & mS, US]`, `(group "words" (for RU) (against EU_&_mS US))`},
	{`[words: RU, against: US]`, `(group "words" (for RU) (against US))`},
	{`[words: RU; retain – CO]`, `(group "words" (for RU) (retain CO))`},
	{`[words: RU; delete: NZ, US]`, `(group "words" (for RU) (delete NZ US))`},
	{`[words: RU (delete): EG]`, `(group "words" (for RU) (delete EG))`},
	{`[words {more [all: US] (delete): EG}: RU]`, `(group "words " (brace "more " (group "all" (for US)) " " (delete EG)) (for RU))`},
	{`[words: RU; against retain – CA]`, `(group "words" (for RU) (retain CA))`},
	// Section 2, groups that nobody sponsors.
	{`by [cybercrime] [the use of technologies for criminal purposes] of`, `"by " (group "cybercrime") " " (group "the use of technologies for criminal purposes") " of"`},
	{`with article [61] on [date] of [X] [on the 24/7 network]`, `"with article " (group "61") " on " (group "date") " of " (group "X") " " (group "on the 24/7 network")`},
	{`[Under informal consultations]`, `(group "Under informal consultations")`},
	{`carbon units (CU) and (US)`, `"carbon units " (paren "CU") " and " (paren "US")`},
	{`Text (moved from 89 (5)) and (if any) so.`, `"Text " (paren "moved from 89 " (paren "5")) " and " (paren "if any") " so."`},
	// Section 2, a group inside a group.
	{`[(committed with: RU) the use of technologies ~~(for criminal purposes: RU)~~: CN]`, `(group (paren "committed with" (for RU)) " the use of technologies " (paren "for criminal purposes" (for RU)) (for CN))`},
	{`[[a: US] b (c: IR): CN]`, `(group (group "a" (for US)) " b " (paren "c" (for IR)) (for CN))`},
}

func TestParseDirectives(t *testing.T) {
	t.Parallel()
	checkForms(t, actionsForms)
}

// actionsForms is on sections 3 and 4: what is done to words, and what is wished for units.
var actionsForms = []form{
	// Section 3: what is struck is no syntax, wherever the strike begins and ends.
	{`[especially small island developing states: VU]`, `(group "especially small island developing states" (for VU))`},
	{`[~~which undermines democratic institutions~~: CN]`, `(group "which undermines democratic institutions" (for CN))`},
	{`~~[which undermines democratic institutions: CN]~~`, `(group "which undermines democratic institutions" (for CN))`},
	{`[which ~~undermines democratic institutions: C~~N]`, `(group "which undermines democratic institutions" (for CN))`},
	{`[~~other judicial~~ other criminal: JP]`, `(group "other judicial other criminal" (for JP))`},
	{`[disrupting: delete – JP, RU]`, `(group "disrupting" (delete JP RU))`},
	{`[common-global: EU & mS]`, `(group "common-global" (for EU_&_mS))`},
	{`[a-that: RU]`, `(group "a-that" (for RU))`},
	{`[speedy timely: UK]`, `(group "speedy timely" (for UK))`},
	{`[serious crimes: US, CN] [any criminal offence: RU]`, `(group "serious crimes" (for US CN)) " " (group "any criminal offence" (for RU))`},
	{`the (use of force: retain – NG, BF) here`, `"the " (paren "use of force" (retain NG BF)) " here"`},
	// Section 4: the verbs, what they name and their target.
	{`[delete paragraph – RU, NI IR]`, `(group (delete paragraph RU NI IR "paragraph"))`},
	{`~~[delete paragraph – RU, NI]~~`, `(group (delete paragraph RU NI "paragraph"))`},
	{`[delete article – CARICOM, SG]`, `(group (delete article CARICOM SG "article"))`},
	{`[delete subparagraph: NA]`, `(group (delete subparagraph NA "subparagraph"))`},
	{`[delete chapeau: NA]`, `(group (delete chapeau NA "chapeau"))`},
	{`[delete cluster: NA]`, `(group (delete cluster NA "cluster"))`},
	{`[delete last sentence: NA]`, `(group (delete sentence NA "last sentence"))`},
	{`[1. Some words: delete paragraph – EU & mS; retain – BR]`, `(group <1> " Some words" (delete paragraph EU_&_mS "paragraph") (retain BR))`},
	{`[delete – CH; retain – EG, AU]`, `(group (delete CH) (retain EG AU))`},
	{`~~[20. States Parties may not refuse: CH; retain – TO]~~`, `(group <20> " States Parties may not refuse" (for CH) (retain TO))`},
	{`[retain original – NG, DZ, MY]`, `(group (retain original NG DZ MY "original"))`},
	{`[retain: EG, CH]`, `(group (retain EG CH))`},
	{`[words: US; retain original – MY]`, `(group "words" (for US) (retain original MY "original"))`},
	{`[(a) Words; – retain original article 90, paragraph 2(a): CARICOM]`, `(group <a> " Words" (retain original CARICOM "original article 90, paragraph 2(a)"))`},
	{`[original title: US]`, `(group (retain original US "title"))`},
	{`[move to Article 65: VU]`, `(group (move VU "to Article 65"))`},
	{`[move before art. 59: RU, PK]`, `(group (move other RU PK "before art. 59"))`},
	{`[words: US; move to article 5 – CA]`, `(group "words" (for US) (move CA "to article 5"))`},
	{`[move to 1]`, `(group (move "to 1"))`},
	{`[merge with article 82: ID]`, `(group (merge ID "with article 82"))`},
	{`[merge (l) and (m): CO]`, `(group (merge CO "(l) and (m)"))`},
	{`[merge subparagraphs (c) and (d): GT]`, `(group (merge subparagraph GT "subparagraphs (c) and (d)"))`},
	{`[combine with e bis: CA]`, `(group (merge CA "with e bis"))`},
	{`[align with UNCAC: AU]`, `(group (align AU "with UNCAC"))`},
	{`[align with Articles 27 UNTOC/48 UNCAC: CH, GE]`, `(group (align CH GE "with Articles 27 UNTOC/48 UNCAC"))`},
	{`[support: CARICOM]`, `(group (support CARICOM))`},
	{`Support article: VU`, `(group:unclosed:unopened (support article VU "article"))`},
	{`[clarify – CH]`, `(group (wish CH))`},
	{`[restructuring: NA]`, `(group (wish NA))`},
	{`[rephrase to reflect UNCAC: UK]`, `(group (wish UK "to reflect UNCAC"))`},
	// The same words in prose are no wish.
	{`[support of the victims: CA]`, `(group "support of the victims" (for CA))`},
	{`(supported: US)`, `(paren "supported" (for US))`},
	{`[delete the evidence: CA]`, `(group "delete the evidence" (for CA))`},
}

func TestParseUnits(t *testing.T) {
	t.Parallel()
	checkForms(t, labelsForms)
}

// labelsForms is on section 5: units that are proposed as a whole.
var labelsForms = []form{
	// Section 5: proposed units begin with a label, in brackets of its own or not.
	{`[4 ter. (a) State Parties shall: US]`, `(group <4 ter> <a> " State Parties shall" (for US))`},
	{`[ (d bis) To facilitate it: EU & mS]`, `(group " " <d bis> " To facilitate it" (for EU_&_mS))`},
	{`[Article 58 bis. Words: AR; against - CA, US]`, `(group <Article 58 bis> " Words" (for AR) (against CA US))`},
	{`[2 alt. States Parties may utilize it: PH]`, `(group <2 alt> " States Parties may utilize it" (for PH))`},
	{`[2 alt] States Parties may utilize it: PH]`, `(group:reopened <2 alt> (bad ]) " States Parties may utilize it" (for PH))`},
	{`[1. States Parties shall cooperate: CN]`, `(group <1> " States Parties shall cooperate" (for CN))`},
	{`[Option 1: RU, AO]`, `(group <Option 1> (for RU AO))`},
	{`[Article 56 alt. General principles`, `(group:unclosed <Article 56 alt> " General principles")`},
	// Section 5, noise around labels.
	{`[bis If a State Party does so: US]`, `(group <bis noisy> " If a State Party does so" (for US))`},
	{`[alt. Without prejudice to it: US]`, `(group <alt noisy> " Without prejudice to it" (for US))`},
	{`[ (bis) Subject to it: US]`, `(group " " <bis> " Subject to it" (for US))`},
	{`quinquies. Cyber businesses: US]`, `(group:unopened <quinquies noisy> " Cyber businesses" (for US))`},
	{`[4 ~~quater~~quarter] Welcoming developments,: MX]`, `(group:reopened <4 quater noisy> (bad ]) " Welcoming developments," (for MX))`},
	{`- (b) ~~___~~ (a) To permit it;`, `"- " <b> <a> " To permit it;"`},
	{`€ To permit it;`, `<noisy> " To permit it;"`},
	{`4. (a) Each State Party`, `<4> <a> " Each State Party"`},
	{`(a) To permit (b) nothing`, `<a> " To permit " (paren "b") " nothing"`},
}
