package check

import (
	"slices"
	"strconv"
	"strings"

	"github.com/draftdiff/draftdiff/pkg/notation"
	"github.com/draftdiff/draftdiff/pkg/snapshot"
	"github.com/draftdiff/draftdiff/pkg/text"
)

var numberSequence = &Rule{
	Code: "DD012", Name: "number-sequence", Class: Notation, Severity: Warning,
	Title: "A number is out of sequence, stands twice, or lacks the one before it.",
	Explanation: `Units are cited by their numbers. Two paragraphs 3 that nobody proposed, a 4 behind a 5, a ter without a
bis, or a bis without a number cannot be cited. Several parties may propose units with the same number; those are no
mistake. A gap in the numbers is only mentioned, because repealed provisions leave some, and a list that begins anew
with 1 or (a) is a list of its own.`,
	Wrong: "[3 ter. Each State Party shall report.: MX]",
	Right: "[3 bis. Each State Party shall report.: MX]",
	Run: func(p *Pass) {
		s := sequences{p, map[string]numbered{}, map[string]map[int]bool{}, map[string]bool{}}
		units := p.New.Snapshot.Units
		for i := range units {
			s.labels[s.key(i, units[i].Label)] = true
		}
		for i := range units {
			s.unit(i)
		}
		p.bareNumerals()
	},
}

// sequences goes through the units of each parent in order.
type sequences struct {
	*Pass
	last   map[string]numbered // by parent and kind: the last unit of the base text
	seen   map[string]map[int]bool
	labels map[string]bool // by parent, kind and label
}

type numbered struct {
	unit, n int
}

// key tells the numbers of one series from those of all others. Articles number
// through the text, and alternatives to an article are none of its series.
func (s *sequences) key(i int, label string) string {
	u := &s.New.Snapshot.Units[i]
	parent := u.Parent
	if u.Kind == snapshot.KindArticle {
		for k := s.New.parent(i); k >= 0 && (s.New.Snapshot.Units[k].Kind == snapshot.KindCluster || s.New.Snapshot.Units[k].Origin == snapshot.OriginBase); k = s.New.parent(k) {
			parent = s.New.Snapshot.Units[k].Parent
		}
	}
	return parent + "\x00" + u.Kind.String() + "\x00" + label
}

// latin are the numerals of inserted units in order.
var latin = []string{"bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "novies", "decies", "undecies", "duodecies"}

func (s *sequences) unit(i int) {
	u := &s.New.Snapshot.Units[i]
	switch u.Kind {
	case snapshot.KindArticle, snapshot.KindParagraph, snapshot.KindSubparagraph, snapshot.KindItem:
	default:
		return
	}
	number, numeral, alt := splitLabel(u.Label)
	if k := slices.Index(latin, numeral); k > 0 && !alt {
		before := strings.Replace(u.Label, numeral, latin[k-1], 1)
		if !s.labels[s.key(i, before)] {
			f := s.report(s.label(i), "there is a "+quote(u.Label)+" and no "+quote(before)+" before it")
			f.Hint = "number it " + before + ", or look for the unit that was lost"
		}
	}
	n := ordinal(u.Kind, number)
	if n == 0 || numeral != "" || alt || u.Origin != snapshot.OriginBase || cited(u.Text) {
		return
	}
	key := s.key(i, "")
	last, ok := s.last[key]
	s.last[key] = numbered{i, n}
	if s.seen[key] == nil {
		s.seen[key] = map[int]bool{}
	}
	seen := s.seen[key]
	resumes := ok && n < last.n && (n == 1 || seen[n-1] && !seen[n] && last.n-n > farAhead)
	seen[n] = true
	if resumes || !ok || letters(number) > 1 && u.Kind == snapshot.KindArticle {
		return
	}
	s.follows(i, n, last)
}

// cited reports whether what looks like a label was a citation at the end of the
// line before: "(d) and (e), the Council shall …".
func cited(s string) bool {
	return s == "and" || s == "or" || strings.HasPrefix(s, "and ") || strings.HasPrefix(s, "or ") || strings.HasPrefix(s, ",")
}

// farAhead is how far a number stands ahead of its series to be no part of it: a
// line that happens to begin with a number, articles inserted from elsewhere.
const farAhead = 5

// follows compares the number of a unit with that of the one before it.
func (s *sequences) follows(i, n int, last numbered) {
	u, before := &s.New.Snapshot.Units[i], &s.New.Snapshot.Units[last.unit]
	var f *Finding
	switch {
	case n == last.n && u.Label == before.Label:
		f = s.report(s.label(i), quote(u.Label)+" stands twice")
		f.Hint = "number the second one anew, or attribute it to those who propose it"
	case n < last.n:
		f = s.report(s.label(i), quote(u.Label)+" stands behind "+quote(before.Label))
		f.Hint = "number it anew, or move it to its place"
	case n > last.n+1:
		f = s.report(s.label(i), "between "+quote(before.Label)+" and "+quote(u.Label)+" a number is missing")
		f.Severity = Info
	default:
		return
	}
	f.Related = []Related{{Span: s.label(last.unit), Message: "the unit before it"}}
}

// label is the span of a unit's first characters, where its label stands.
func (p *Pass) label(i int) text.Span {
	src := p.New.Snapshot.Units[i].Source
	sp := text.Span{Start: src.Offset, End: src.EndOffset}
	if p.New.Document == nil {
		return sp
	}
	b := p.New.Document.File.Bytes[src.Offset:src.EndOffset]
	end := strings.IndexByte(string(b[:min(len(b), 200)]), '\n')
	if end < 0 {
		end = min(len(b), 200)
	}
	if at := notation.ScanLabel(strings.TrimLeft(string(b[:end]), "#*[( ")); at.Class != notation.NoLabel {
		lead := end - len(strings.TrimLeft(string(b[:end]), "#*[( "))
		return text.Span{Start: sp.Start + lead + at.Span.Start, End: sp.Start + lead + at.Span.End}
	}
	return text.Span{Start: sp.Start, End: sp.Start + min(end, 12)}
}

// splitLabel takes a label apart: "Article 58 bis" is "58", "bis".
func splitLabel(label string) (number, numeral string, alt bool) {
	label = strings.Trim(label, "()")
	for _, w := range strings.Fields(label) {
		switch {
		case w == "alt":
			alt = true
		case slices.Contains(latin, w) || w == "ante":
			numeral = w
		case w != "Article":
			number = w
		}
	}
	return number, numeral, alt
}

// ordinal is the place of a number in its series, 0 if it is in none.
func ordinal(kind snapshot.UnitKind, number string) int {
	switch {
	case number == "":
		return 0
	case kind == snapshot.KindItem:
		return roman(number)
	case kind == snapshot.KindSubparagraph:
		if c := number[0]; c >= 'a' && c <= 'z' && letters(number) == len(number) {
			if len(number) > 1 && number[1] != c {
				return 0
			}
			return int(c-'a') + 1 + 26*(len(number)-1)
		}
	}
	digits := strings.TrimRight(number, "abcdefghijklmnopqrstuvwxyz")
	n, _ := strconv.Atoi(digits)
	return n
}

// letters counts the letters of a number: "130r" has one.
func letters(s string) int {
	n := 0
	for i := range len(s) {
		if isLetter(s[i]) {
			n++
		}
	}
	return n
}

// roman reads a Roman numeral, 0 if it is none.
func roman(s string) int {
	value := map[byte]int{'i': 1, 'v': 5, 'x': 10, 'l': 50}
	n := 0
	for k := range len(s) {
		v := value[s[k]]
		if v == 0 {
			return 0
		}
		if k+1 < len(s) && value[s[k+1]] > v {
			v = -v
		}
		n += v
	}
	return n
}

// bareNumerals reports a "bis" or "alt" that no number stands before.
func (p *Pass) bareNumerals() {
	for i := range p.New.blocks {
		b := &p.New.blocks[i]
		if len(b.tree.Labels) == 0 || b.tree.Labels[0].Class != notation.Suffix {
			continue
		}
		l := b.tree.Labels[0]
		if strings.TrimLeft(b.src.Text[:l.Span.Start], " [(-_") != "" {
			continue
		}
		f := p.report(b.span(l.Span), quote(b.words(l.Span))+" has no number before it")
		f.Hint = "write the number of the unit behind which it is to stand"
	}
}
