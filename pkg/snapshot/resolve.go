package snapshot

import (
	"slices"
	"strings"

	"github.com/draftdiff/draftdiff/pkg/notation"
)

// A resolved label says which unit it means where it stands.
type resolved struct {
	level level
	kind  UnitKind
	cited string // "2 bis", "(d bis)"
	step  string // "para_2bis"
	plain string // the number without bis and alt
	latin string // "bis"
}

// resolve tells what a label means in the present place: whether a letter is a
// Roman numeral, which number belongs to a bare "bis", which letter a scan
// misread.
func (b *builder) resolve(l notation.LabelText) resolved {
	r := resolved{plain: l.Number, latin: l.Latin}
	switch l.Class {
	case notation.Option:
		r.level, r.kind = levelOption, KindOption
	case notation.Letter:
		b.resolveLetter(&r, l.Proposed())
	case notation.Misread:
		r.level, r.kind, r.plain = levelSubparagraph, KindSubparagraph, b.nextLetter()
	case notation.Suffix:
		b.resolveSuffix(&r, l.Latin)
	default:
		r.level, r.kind = levelParagraph, KindParagraph
		if b.preamble {
			r.kind = KindRecital
		}
	}
	number := cite(r.plain, l.Latin, alt(l.Alt))
	r.step = b.step(stepPrefix[r.kind], r.plain, l.Latin, alt(l.Alt))
	switch r.kind {
	case KindOption:
		r.cited = "Option " + number
	case KindSubparagraph, KindItem:
		r.cited = "(" + number + ")"
	default:
		r.cited = number
	}
	return r
}

// stepPrefix is the prefix of the last step of an id.
var stepPrefix = [...]string{KindOption: "option", KindSubparagraph: "subpara", KindItem: "item", KindRecital: "rec", KindParagraph: "para"}

// cite puts the parts of a label together as it is cited: "2 bis alt".
func cite(parts ...string) string {
	s := parts[0]
	for _, p := range parts[1:] {
		switch {
		case p == "":
		case s == "":
			s = p
		default:
			s += " " + p
		}
	}
	return s
}

func alt(is bool) string {
	if is {
		return "alt"
	}
	return ""
}

// resolveLetter tells a letter from a Roman numeral by what came before; a
// proposed one has the letter of the unit before it.
func (b *builder) resolveLetter(r *resolved, proposed bool) {
	r.level, r.kind = levelSubparagraph, KindSubparagraph
	last := b.lastLetter()
	switch n := r.plain; {
	case n[0] >= '0' && n[0] <= '9':
		if last != "" && last[0] >= 'a' {
			r.plain = b.nextLetter() // "(2)" is what a scan makes of "(c)"
		}
		return
	case !isRoman(n):
		return
	case len(n) == 1:
		follows := nextRoman(b.lastItem()) == n
		if proposed && b.path[levelItem] < 0 && last == n {
			return
		}
		letter := last != "" && len(last) == 1 && last[0]+1 == n[0]
		if !follows && (letter && !b.listOpens() || n != "i") {
			return
		}
	}
	r.level, r.kind = levelItem, KindItem
}

// lastItem is the number of the item that came last, though an unlabelled
// paragraph may stand behind it or a proposed one may have ended; "" if another
// unit came since.
func (b *builder) lastItem() string {
	for i := len(b.states) - 1; i >= 0; i-- {
		switch u := &b.snap.Units[i]; {
		case u.Kind == KindItem:
			return b.states[i].number
		case b.states[i].level != levels && (u.Kind != KindParagraph || u.Label != ""):
			return ""
		}
	}
	return ""
}

// listOpens reports whether the words of the present subparagraph announce a
// list.
func (b *builder) listOpens() bool {
	sub := b.path[levelSubparagraph]
	return sub >= 0 && strings.HasSuffix(b.snap.Units[sub].Text, ":")
}

// lastLetter is the letter of the present subparagraph, "" if there is none.
func (b *builder) lastLetter() string {
	if sub := b.path[levelSubparagraph]; sub >= 0 {
		return b.states[sub].number
	}
	return ""
}

// nextLetter is the letter that comes next.
func (b *builder) nextLetter() string {
	last := b.lastLetter()
	if len(last) != 1 || last[0] < 'a' || last[0] > 'y' {
		return "a"
	}
	return string(last[0] + 1)
}

var romans = []string{"", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii", "xviii", "xix", "xx"}

// nextRoman is the numeral that follows s, "" if s is none.
func nextRoman(s string) string {
	for i, r := range romans[1 : len(romans)-1] {
		if r == s {
			return romans[i+2]
		}
	}
	return ""
}

// latins are the numerals of interpolated units in their order.
var latins = []string{"bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "novies", "decies", "undecies", "duodecies"}

// resolveSuffix gives a bare "bis" or "alt" the number of the unit before it. A
// numeral that goes on with one before it, "quater" behind "(k bis)", has the
// number of that one, though items of it stand between.
func (b *builder) resolveSuffix(r *resolved, latin string) {
	last := len(b.states) - 1
	for last >= 0 && b.states[last].level == levels {
		last--
	}
	if last < 0 || b.states[last].level < levelParagraph {
		r.level, r.kind = levelParagraph, KindParagraph
		if b.preamble {
			r.kind = KindRecital
		}
		return
	}
	for i := last; i >= 0 && b.states[i].level >= levelParagraph; i = b.states[i].parent {
		if n := slices.Index(latins, b.states[i].latin); n >= 0 && n < slices.Index(latins, latin) {
			last = i
			break
		}
	}
	r.level, r.kind, r.plain = b.states[last].level, b.snap.Units[last].Kind, b.states[last].number
}
