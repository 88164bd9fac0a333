package snapshot

import (
	"strings"

	"github.com/draftdiff/draftdiff/internal/byteset"
	"github.com/draftdiff/draftdiff/internal/wordset"
	"github.com/draftdiff/draftdiff/pkg/notation"
)

// Two readings run together. Where the strike was lost that told the old words
// of a group from the new ones, the place where they meet can often be seen:
// "shall—may", "common-global", "speedy timely", "upon: based on". What is read
// from it is never certain.

// joint returns where the first of two readings in g ends, -1 if there are no
// two readings.
func (b *builder) joint(sc scope, g notation.ID) int {
	if at := earlyCloser(sc, g); at >= 0 {
		return at
	}
	for c := sc.tree.Nodes[g].First; c != notation.None; c = sc.tree.Nodes[c].Next {
		n := &sc.tree.Nodes[c]
		if n.Kind != notation.Text {
			continue
		}
		if behindParen(sc, n) {
			return n.Span.Start
		}
		first := n.Prev != notation.None && sc.tree.Nodes[n.Prev].Kind == notation.Open
		last := n.Next == notation.None || sc.tree.Nodes[n.Next].Kind != notation.Group
		if i := jointOf(sc.src.Text[n.Span.Start:n.Span.End], first, last); i >= 0 {
			return n.Span.Start + i
		}
	}
	return -1
}

// behindParen reports whether a hyphen joins the words n to the parenthesis that
// a group begins with and that they replace: "(interrogations: TO)-hearings".
func behindParen(sc scope, n *notation.Node) bool {
	if n.Kind != notation.Text || n.Prev == notation.None || sc.tree.Nodes[n.Prev].Kind != notation.Group || n.Span.Len() < 2 {
		return false
	}
	before := sc.tree.Nodes[n.Prev].Prev
	s := sc.src.Text[n.Span.Start:n.Span.End]
	return before != notation.None && sc.tree.Nodes[before].Kind == notation.Open && s[0] == '-' && isLetter(s[1])
}

// replaced reports whether the words of g are what those behind it replace.
func replaced(sc scope, g notation.ID) bool {
	next := sc.tree.Nodes[g].Next
	return next != notation.None && behindParen(sc, &sc.tree.Nodes[next])
}

// earlyCloser returns where a closer stands between the words of g that was set
// too early, -1 if there is none: "[the shortest possible time]immediately: PK]".
func earlyCloser(sc scope, g notation.ID) int {
	t := sc.tree
	if t.Nodes[g].Flags&notation.Reopened == 0 {
		return -1
	}
	for c := t.Nodes[g].First; c != notation.None; c = t.Nodes[c].Next {
		if t.Nodes[c].Kind == notation.Bad && hasWord(sc.src.Text[t.Nodes[g].Span.Start:t.Nodes[c].Span.Start]) {
			if next := t.Nodes[c].Next; next != notation.None && t.Nodes[next].Kind == notation.Text && hasWord(t.Text(next)) {
				return t.Nodes[c].Span.Start
			}
		}
	}
	return -1
}

var (
	jointEnd = byteset.Of(" \t\r\n\f\v.,;:")
	hyphens  = byteset.Of("-/")
	mayJoin  = byteset.Of(":\xe2") // the first bytes of what joins two readings anywhere
)

// jointOf finds where two readings meet in s: at a dash without spaces before
// it or a colon in mid-text anywhere; at a hyphen or slash in the first word and
// between the first two words only if the text begins a group, and between two
// words that are the whole of it.
func jointOf(s string, first, last bool) int {
	s = jointEnd.TrimEnd(s)
	for i := mayJoin.Index(s, 1); i+1 < len(s); i = mayJoin.Index(s, i+1) {
		if s[i] == ':' && isBlank(s[i+1]) && isLetter(s[i-1]) {
			return i
		}
		if dashAt(s, i) > 0 && isLetter(s[i-1]) && i+3 < len(s) && (isLetter(s[i+3]) || s[i+3] == ';') {
			return i
		}
	}
	if !first {
		return -1
	}
	start, dashed := 0, false
	for start < len(s) && (isBlank(s[start]) || s[start] == '-') {
		dashed = dashed || s[start] == '-'
		start++
	}
	one, next := wordAt(s, start)
	if one == "" {
		return -1
	}
	if i := hyphenJoint(one, next < len(s)); i > 0 {
		return start + i
	}
	two, rest := wordAt(s, next)
	if two == "" {
		return -1
	}
	whole := last && rest == len(s)
	if akin(one, two) || modals.Has(one) && modals.Has(two) || articles.Has(one) && articles.Has(two) || whole && (dashed || alike(one, two)) {
		return start + len(one)
	}
	return -1
}

// isBlank reports whether c is white space or the first or last byte of a
// no-break space.
func isBlank(c byte) bool { return c <= ' ' || c == 0xC2 || c == 0xA0 }

// wordAt returns the word at i, and where the next one begins.
func wordAt(s string, i int) (word string, next int) {
	j := i
	for j < len(s) && !isBlank(s[j]) {
		j++
	}
	next = j
	for next < len(s) && isBlank(s[next]) {
		next++
	}
	return s[i:j], next
}

// hyphenJoint returns where a hyphen or slash in word joins two readings, the
// last one that does, 0 if all of it is one word.
func hyphenJoint(word string, more bool) int {
	if hyphens.Index(word, 0) == len(word) {
		return 0
	}
	for i := strings.LastIndexAny(word, "-/"); i > 0; i = strings.LastIndexAny(word[:i], "-/") {
		if i+1 >= len(word) || !isLetter(word[i+1]) || more && word[i] == '/' {
			continue
		}
		head, tail := strings.ToLower(word[:i]), strings.ToLower(word[i+1:])
		if word[i] == '/' || akin(head, tail) || !compoundHeads.Has(head) && !compoundTails.Has(tail) {
			return i
		}
	}
	return 0
}

// compoundHeads and compoundTails are the parts of hyphenated words that
// treaties use.
var (
	compoundHeads = wordset.Of("non multi capacity self anti co cyber gender sub inter cross law long well post pre re follow decision policy state case low high on off by third two one full ex vice know up twenty thirty forty fifty sixty seventy eighty ninety")
	compoundTails = wordset.Of("based made specific related building making enabled driven sensitive free term level time called being operation laundering up scale wide oriented by general organizations governmental state border economic electronic ordinate ordination operate effective to facilitated supported assisted gathering generating trained sized prone affected scale")
)

// Words of which a text has one of a kind at a time: two in a row are two
// readings.
var (
	modals       = wordset.Of("shall may should must will could can would")
	articles     = wordset.Of("a an the its their his her")
	determiners  = wordset.Of("a an the this that these those its their his her each")
	prepositions = wordset.Of("in on of for to by with from at under into upon between through")
	conjunctions = wordset.Of("and or")
)

// alike reports whether two words are of the same small class or both gerunds,
// so that one must stand for the other.
func alike(a, b string) bool {
	return a != b && (determiners.Has(a) && determiners.Has(b) ||
		prepositions.Has(a) && prepositions.Has(b) ||
		conjunctions.Has(a) && conjunctions.Has(b) ||
		strings.HasSuffix(a, "ing") && strings.HasSuffix(b, "ing"))
}

// akin reports whether two words are forms of one, "enhance enhancing", or one
// is the end of the other, "crime cybercrime".
func akin(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	n := 0
	for n < len(a) && a[n] == b[n] {
		n++
	}
	switch {
	case a == b:
		return false
	case n >= 4:
		return n >= len(a)-2 && isLetter(b[min(n, len(b)-1)])
	}
	return len(a) >= 4 && (strings.HasSuffix(b, a) || strings.TrimSuffix(a, "e")+"ing" == b)
}
