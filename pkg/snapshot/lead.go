package snapshot

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/draftdiff/draftdiff/pkg/notation"
	"github.com/draftdiff/draftdiff/pkg/source"
)

// A lead is how a block begins.
type lead struct {
	label  notation.LabelText
	second notation.LabelText // "(a)" of "4. (a)"
	node   notation.ID        // the label
	group  notation.ID        // the outermost group that begins with the label, None if the label stands free
	alone  bool               // the group holds the label only: "[2 alt] Concerned …"
}

// heading reports whether the block is the heading of something that has
// units in it.
func (l lead) heading() bool {
	switch l.label.Class {
	case notation.Article, notation.Chapter, notation.Cluster, notation.Section, notation.Preamble:
		return true
	}
	return false
}

// opens reports whether the bracket before the label is nobody's yet and not
// closed in the block: its end is to come.
func (l lead) opens(t *notation.Tree) bool {
	return l.group != notation.None && t.Nodes[l.group].Flags&notation.Unclosed != 0 && t.Attribution(l.group) == notation.None
}

// lead finds the label that a block begins with, inside brackets or before
// them.
func (b *builder) lead(blk *block, src *source.Block) lead {
	l := lead{node: notation.None, group: notation.None}
	t := blk.tree
	for c := t.Nodes[0].First; c != notation.None; {
		n := &t.Nodes[c]
		switch n.Kind {
		case notation.Label:
			l.node = c
			l.take(t.Labels[n.Label.Start:n.Label.End])
			if twin := repeated(t, c); twin != notation.None {
				l.group, l.node = t.Nodes[twin].Parent, twin
			}
			l.alone = l.group != notation.None && onlyLabelIn(t, t.Nodes[l.node].Parent)
			if l.heading() && !b.isHeading(blk, l, src) {
				return lead{node: notation.None, group: notation.None}
			}
			if l.label.Class == notation.Section && namesPreamble(blk.src.Text[l.label.Span.End:]) {
				l.label = notation.LabelText{Class: notation.Preamble, Span: l.label.Span, Word: "Preamble"}
			}
			return l
		case notation.Text:
			if hasWord(t.Text(c)) {
				return l
			}
		case notation.Group:
			if t.Nodes[c].First == notation.None {
				return l
			}
			if l.group == notation.None {
				if !beginsWithLabel(t, c) {
					return l
				}
				l.group = c
			}
			c = n.First
			continue
		case notation.Attribution:
			return lead{node: notation.None, group: notation.None}
		}
		c = n.Next
	}
	return l
}

// repeated returns the label in a group that follows a label right away and
// begins with the same one: "[ (a alt) [ (a alt) To strengthen".
func repeated(t *notation.Tree, label notation.ID) notation.ID {
	c := t.Nodes[label].Next
	for c != notation.None && t.Nodes[c].Kind == notation.Text && !hasWord(t.Text(c)) {
		c = t.Nodes[c].Next
	}
	if c == notation.None || t.Nodes[c].Kind != notation.Group {
		return notation.None
	}
	for c = t.Nodes[c].First; c != notation.None; c = t.Nodes[c].Next {
		if t.Nodes[c].Kind == notation.Label && sameLabel(t, c, label) {
			return c
		}
	}
	return notation.None
}

func sameLabel(t *notation.Tree, a, b notation.ID) bool {
	x, y := t.Labels[t.Nodes[a].Label.Start], t.Labels[t.Nodes[b].Label.Start]
	return x.Class == y.Class && x.Number == y.Number && x.Latin == y.Latin && x.Alt == y.Alt
}

// take chooses among the labels that stand in a row: of two on the same level
// the first is a misreading.
func (l *lead) take(labels []notation.LabelText) {
	l.label = labels[0]
	for _, next := range labels[1:] {
		same := l.label.Class == next.Class && next.Class == notation.Letter && !(isRoman(next.Number) && !isRoman(l.label.Number))
		if same && l.second.Class == notation.NoLabel {
			l.label = next
		} else {
			l.second = next
		}
	}
}

// beginsWithLabel reports whether the first thing with words in g, in
// whatever brackets, is a label.
func beginsWithLabel(t *notation.Tree, g notation.ID) bool {
	for c := t.Nodes[g].First; c != notation.None; c = t.Nodes[c].Next {
		switch t.Nodes[c].Kind {
		case notation.Label:
			return true
		case notation.Text:
			if hasWord(t.Text(c)) {
				return false
			}
		case notation.Group:
			return beginsWithLabel(t, c)
		case notation.Attribution:
			return false
		}
	}
	return false
}

// onlyLabelIn reports whether a group holds nothing but its label.
func onlyLabelIn(t *notation.Tree, g notation.ID) bool {
	for c := t.Nodes[g].First; c != notation.None; c = t.Nodes[c].Next {
		switch k := t.Nodes[c].Kind; {
		case k == notation.Group, k == notation.Attribution, k == notation.Text && hasWord(t.Text(c)):
			return false
		}
	}
	return t.Nodes[g].Kind == notation.Group
}

// isHeading tells a heading from a sentence that begins with a reference:
// "Article 4 of the Convention applies", "[Parties included in\nAnnex Y] of which".
func (b *builder) isHeading(blk *block, l lead, src *source.Block) bool {
	s := blk.src.Text
	if l.label.Class == notation.Section {
		return b.beginsSection(l.label.Number) && titles(strings.TrimSpace(s), 250)
	}
	if len(s) > 700 {
		return false
	}
	rest := s[l.label.Span.End:]
	dotted := strings.HasSuffix(s[:l.label.Span.End], ".")
	trimmed := strings.TrimLeft(rest, " \t\u00a0")
	if trimmed == "" || src.Layout == source.LayoutHeading || dotted {
		return true
	}
	r, _ := utf8.DecodeRuneInString(trimmed)
	switch {
	case r == ']' && l.group == notation.None:
		behind := strings.TrimLeft(trimmed, "][ \t\u00a0")
		r, _ := utf8.DecodeRuneInString(behind)
		return len(s) < 400 && (!unicode.IsLower(r) || notation.ScanLabel(behind).Class == notation.Suffix)
	case strings.ContainsRune("\n[]:(—–-", r):
		return len(s) < 400
	case unicode.IsUpper(r):
		s = strings.TrimRight(s, " \n")
		return len(s) < 250 && strings.IndexByte(".;,", s[len(s)-1]) < 0
	}
	return false
}

// beginsSection reports whether a capital letter is the one of a next section: a
// heading of a text without articles, or above them, but not one between the
// paragraphs of an article.
func (b *builder) beginsSection(letter string) bool {
	if a := b.path[levelArticle]; letter == "A" && (a < 0 || b.snap.Units[a].Kind != KindArticle) {
		return true
	}
	return b.section != "" && letter > b.section
}

// namesPreamble reports whether the words of a heading are "Preamble", with the
// mark of a footnote behind it or not.
func namesPreamble(words string) bool {
	return strings.EqualFold(strings.Trim(words, " \t[]()*.:0123456789"), "preamble")
}

func isRoman(s string) bool {
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case 'i', 'v', 'x':
		default:
			return false
		}
	}
	return s != ""
}
