package notation_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestRecovery has a block for each rule of recovery: the tree, with what was
// guessed as flags behind the name of the group, and the rules of the
// diagnostics.
func TestRecovery(t *testing.T) {
	t.Parallel()
	for _, c := range damaged {
		t.Run(c.in, func(t *testing.T) {
			t.Parallel()
			tree := parse(c.in)
			if diff := cmp.Diff(c.want, dump(tree)); diff != "" {
				t.Errorf("tree (-want +got):\n%s", diff)
			}
			var rules []string
			for _, d := range tree.Diagnostics {
				rules = append(rules, d.Rule)
				if d.Message == "" || d.Span.Len() != 1 {
					t.Errorf("diagnostic %+v does not say what is wrong with which bracket", d)
				}
			}
			if diff := cmp.Diff(c.rules, strings.Join(rules, " ")); diff != "" {
				t.Errorf("diagnostics (-want +got):\n%s", diff)
			}
		})
	}
}

var damaged = []struct{ in, want, rules string }{
	// A wish without brackets: struck and nothing else struck, or the end of a block.
	{`of reciprocity, ~~delete – JP~~ as well as laws`, `"of reciprocity, " (group:unclosed:unopened (delete JP)) " as well as laws"`, "unopened"},
	{`of reciprocity. Delete – JP, RU; retain – CO`, `"of reciprocity." (group:unclosed:unopened (delete JP RU) (retain CO))`, "unopened"},
	{`on [words: US] retain: EU & mS.`, `"on " (group "words" (for US)) (group:unclosed:unopened (retain EU_&_mS))`, "unopened"},
	// But no prose, struck or not.
	{`~~support – of all~~ it, ~~delete – XQ~~ and ~~delete~~ JP`, `"support – of all it, delete – XQ and delete JP"`, ""},
	{`in need of support – US`, `"in need of support – US"`, ""},
	{`They shall retain the data of the US`, `"They shall retain the data of the US"`, ""},
	{`of reciprocity. Support US`, `"of reciprocity. Support US"`, ""},
	// A closer without an opener, behind nothing that could end a group.
	{`words] go on`, `"words" (bad ]) " go on"`, "unbalanced"},
	{`words) go on`, `"words" (bad )) " go on"`, "unbalanced"},
	// A closer without an opener, behind an attribution: the group reaches back
	// to the strike whose words it replaces …
	{`the ~~other judicial~~ other criminal: JP] go on`, `"the " (group:unopened "other judicial other criminal" (for JP)) " go on"`, "unopened"},
	// … or to the beginning of the words, or of the whole proposed unit …
	{`the words: RU] go on`, `(group:unopened "the words" (for RU)) " go on"`, "unopened"},
	{`[1] Noting the words: MX]`, `(group:unopened (group <1>) " Noting the words" (for MX))`, "unopened"},
	{`[3] Noting [~~in the world:~~ PK] through technologies: CARICOM, DO] on`, `(group <3>) " Noting " (group "in the world" (for PK)) (group:unopened " through technologies" (for CARICOM DO)) " on"`, "unopened"},
	{`quinquies. Cyber [a: US] businesses: US]`, `(group:unopened <quinquies noisy> " Cyber " (group "a" (for US)) " businesses" (for US))`, "unopened"},
	// … or takes in a group that was closed too early, …
	{`the [shortest possible time]immediately: PK] and so`, `"the " (group:reopened "shortest possible time" (bad ]) "immediately" (for PK)) " and so"`, "early-closer"},
	{`[2 bis] Noting that [a: US] and [b] of it: MX]`, `(group:reopened <2 bis> (bad ]) " Noting that " (group "a" (for US)) " and " (group "b") " of it" (for MX))`, "early-closer"},
	{`[return [of goods] and more: MX] tail: RU] x`, `(group "return " (group:reopened "of goods" (bad ]) " and more" (for MX)) " tail" (for RU)) " x"`, "early-closer"},
	{`the ~~[industry]~~ other (relevant: ID) stakeholders: IN] in`, `"the " (group:reopened "industry" (bad ]) " other " (paren "relevant" (for ID)) " stakeholders" (for IN)) " in"`, "early-closer"},
	{`~~[assets]~~ the recovery (as agreed) of it: AU];`, `(group:reopened "assets" (bad ]) " the recovery " (paren "as agreed") " of it" (for AU)) ";"`, "early-closer"},
	{`~~[(and so: DZ)]~~ carried out ~~(delete): ID]~~, information`, `(group:reopened (paren "and so" (for DZ)) (bad ]) " carried out " (delete ID)) ", information"`, "early-closer"},
	{`[cybercrime] [the use of it]: US [under it: ID]`, `(group "cybercrime") " " (group:unclosed:reopened "the use of it" (bad ]) (for US)) " " (group "under it" (for ID))`, "early-closer"},
	// … or all that one strike covers with it, …
	{`objects, ~~[data] [information]; US, UK]~~, and`, `"objects, " (group:unopened (group "data") " " (group "information") (for US UK)) ", and"`, "unopened"},
	// … or the words before a parenthesis in them, …
	{`(ii) security or (morals: AR): RU, AU]`, `<ii> (group:unopened " security or " (paren "morals" (for AR)) (for RU AU))`, "unopened"},
	// … but neither a label in mid-text, nor a unit of the base, …
	{`[4. of [(c) and (f): AU] it (a: RU): US]`, `(group <4> " of " (group <c> " and " (paren "f") (for AU)) " it " (paren "a" (for RU)) (for US))`, ""},
	{`~~[(m) The process]~~ respect for it: HS] on`, `(group <m> " The process") (group:unopened " respect for it" (for HS)) " on"`, "unopened"},
	// … but not an alternative that the base leaves open, nor one a sentence away, …
	{`by [cybercrime] [the use of it] at all: RU] on`, `"by " (group "cybercrime") " " (group "the use of it") (group:unopened " at all" (for RU)) " on"`, "unopened"},
	{`the [data]. Words of another sentence: RU] on`, `"the " (group "data") (group:unopened ". Words of another sentence" (for RU)) " on"`, "unopened"},
	// … and a wish about a unit needs no words.
	{`4. Text of it. [a: US] delete paragraph – NI] [b: RU]`, `<4> " Text of it. " (group "a" (for US)) (group:unopened:nocolon (delete paragraph NI "paragraph")) " " (group "b" (for RU))`, "unopened"},
	// Parties behind the closer.
	{`[words:]NI, US] next`, `(group:trailing "words:" close (for NI US) (bad ])) " next"`, "early-closer"},
	{`[words of the text:] CARICOM]`, `(group:trailing "words of the text:" close (for CARICOM) (bad ]))`, "early-closer"},
	{`[delete paragraph:]NI]`, `(group:trailing (delete paragraph "paragraph") close (delete paragraph NI "paragraph") (bad ]))`, "early-closer"},
	{`Some words. (delete paragraph): EG]`, `"Some words. " (paren:trailing (delete paragraph "paragraph") close (delete paragraph EG "paragraph") (bad ]))`, "early-closer"},
	{`for the law and trial:]HS) while`, `(group:unopened "for the law and trial" (for HS)) " while"`, "unopened"},
	{`[a: US] (delete paragraph):)GH]`, `(group "a" (for US)) " " (group:unopened (delete paragraph GH "paragraph"))`, "unopened"},
	// A closer that was lost, behind an attribution in mid-text.
	{`[as well as including: AU considering the rest`, `(group:unclosed "as well as including" (for AU)) " considering the rest"`, "unclosed"},
	{`[as well as]including: AU considering the rest`, `(group:unclosed:reopened "as well as" (bad ]) "including" (for AU)) " considering the rest"`, "early-closer"},
	{`[shall: RU [may: US] do`, `(group:unclosed "shall" (for RU)) " " (group "may" (for US)) " do"`, "unclosed"},
	{`1. The words [of the text: RU`, `<1> " The words " (group:unclosed "of the text" (for RU))`, "unclosed"},
	{`words: RU`, `(group:unclosed:unopened "words" (for RU))`, "unopened"},
	{`The following: Canada and others`, `"The following: Canada and others"`, ""},
	// An opener without a closer is a bracket of the text, unless it begins the block.
	{`1. The words [of the text go on`, `<1> " The words " (bad [) "of the text go on"`, "unbalanced"},
	{`[(a) The words of the text go on`, `(group:unclosed <a> " The words of the text go on")`, "unclosed"},
	{`a (b [c: US] d`, `"a " (bad () "b " (group "c" (for US)) " d"`, "unbalanced"},
	{`[a (b: US]`, `(group "a " (paren:unclosed "b" (for US)))`, "unclosed"},
	// Brackets of two kinds do not end each other.
	{`a [b (c] d`, `"a " (group "b " (bad () "c") " d"`, "unbalanced"},
	{`a (b] c`, `"a " (bad () "b" (bad ]) " c"`, "unbalanced unbalanced"},
	{`a [b) c] d`, `"a " (group "b" (bad )) " c") " d"`, "unbalanced"},
}
