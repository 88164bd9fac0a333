package snapshot

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/draftdiff/draftdiff/pkg/notation"
	"github.com/draftdiff/draftdiff/pkg/source"
	"github.com/draftdiff/draftdiff/pkg/text"
)

// unlabelled reads a block without a label: a directive under a heading, a
// heading without a number, a note of the secretariat, or a paragraph.
func (b *builder) unlabelled(blk *block, src *source.Block, l lead) {
	sp := src.SourceSpan(text.Span{End: len(blk.src.Text)})
	current := b.path.above(levels)
	switch kind := b.kindOf(blk, current); kind {
	case unlabelledDirective:
		b.directives(blk, current)
	case unlabelledHeading:
		b.runInHeading(blk, l, current, sp)
	case unlabelledTitle:
		b.restOfTitle(blk, l, current, sp)
	case unlabelledNote:
		b.note(blk, l, current, sp)
	default:
		b.paragraph(blk, src, l, sp)
	}
}

// The kinds of blocks without a label.
const (
	unlabelledParagraph = iota
	unlabelledDirective
	unlabelledHeading
	unlabelledTitle // the rest of the heading before
	unlabelledNote
)

func (b *builder) kindOf(blk *block, current int) int {
	t := blk.tree
	words, groups, directives := false, 0, 0
	for c := t.Nodes[0].First; c != notation.None; c = t.Nodes[c].Next {
		switch t.Nodes[c].Kind {
		case notation.Text:
			words = words || hasWord(t.Text(c))
		case notation.Group:
			groups++
			if own, inner := b.ownWords(scope{block: blk}, c); !own && inner == notation.None && t.Attribution(c) != notation.None {
				directives++
			}
		}
	}
	s := strings.TrimSpace(blk.src.Text)
	bare := current >= 0 && b.snap.Units[current].Heading == "" && len(b.snap.Units) == current+1
	switch {
	case !words && groups > 0 && directives == groups:
		return unlabelledDirective
	case current < 0:
		return unlabelledNote
	case b.closer(blk) != notation.None:
		return unlabelledParagraph
	case !words && groups == 1 && closedNote(t):
		if provides(s) && b.states[current].level >= levelArticle {
			return unlabelledParagraph
		}
		return unlabelledNote
	case groups == 0 && b.titleGoesOn(current, s):
		return unlabelledTitle
	case titles(s, 500) && bare && b.states[current].level < levelArticle:
		return unlabelledHeading
	case titles(s, 220) && bare && b.snap.Units[current].Kind == KindArticle:
		return unlabelledHeading
	case titles(s, 80) && b.path[levelParagraph] >= 0 && !b.preamble:
		return unlabelledHeading
	case b.states[current].level < levelArticle, titles(s, 80) && !b.preamble:
		return unlabelledNote
	}
	return unlabelledParagraph
}

// closedNote reports whether the only group of a block is closed and nobody's.
func closedNote(t *notation.Tree) bool {
	for c := t.Nodes[0].First; c != notation.None; c = t.Nodes[c].Next {
		if t.Nodes[c].Kind == notation.Group {
			return t.Attribution(c) == notation.None && t.Nodes[c].Flags&notation.Unclosed == 0 && !holdsGroup(t, c)
		}
	}
	return false
}

// provides reports whether a group that is a block of its own reads as a
// provision in brackets, not as a note on one: it says what somebody shall do,
// or it ends as a recital or an item of a list does.
func provides(s string) bool {
	s = strings.TrimRight(s, "])} ")
	return hasWord(s) && (strings.HasSuffix(s, ",") || strings.HasSuffix(s, ";") || strings.Contains(s, " shall"))
}

// titles reports whether s reads as a title: no longer than max bytes, begun
// with a capital or a bracket and not ended as a sentence or a list item is. The
// words decide, since the marks of a conversion are unreliable.
func titles(s string, max int) bool {
	if len(s) >= max || s == "" {
		return false
	}
	first, _ := utf8.DecodeRuneInString(s)
	return !strings.ContainsRune(".;:,", rune(s[len(s)-1])) && !unicode.IsLower(first)
}

// directives reads a block that holds nothing but wishes about the unit it
// follows.
func (b *builder) directives(blk *block, current int) {
	if current < 0 {
		return
	}
	b.aside.begin()
	t := blk.tree
	for c := t.Nodes[0].First; c != notation.None; c = t.Nodes[c].Next {
		if t.Nodes[c].Kind != notation.Group {
			continue
		}
		clauses := t.ClausesOf(t.Attribution(c))
		unit := current
		if clauses[0].Object == notation.Paragraph || clauses[0].Object == notation.Chapeau {
			if p := b.path[levelParagraph]; p >= 0 {
				unit = p
			}
		}
		b.directive(scope{block: blk, unit: unit, w: &b.aside, within: -1}, c, clauses)
	}
}

// runInHeading reads a heading without a number: the title of the chapter or
// article just begun, or one between paragraphs.
func (b *builder) runInHeading(blk *block, l lead, current int, sp text.Span) {
	of := current
	for of >= 0 && b.states[of].level > levelArticle {
		of = b.states[of].parent
	}
	h := b.addHeading(of, sp)
	b.contents(blk, l, h, claim{closer: notation.None})
	if of >= 0 && h == of+1 && b.snap.Units[of].Heading == "" {
		b.snap.Units[of].Heading = b.snap.Units[h].Text
	}
}

// note reads what the secretariat or the page says: no part of the text.
func (b *builder) note(blk *block, l lead, current int, sp text.Span) {
	id, parent := "note", ""
	for current >= 0 && b.states[current].level > levelArticle {
		current = b.states[current].parent
	}
	if current >= 0 {
		parent = b.snap.Units[current].ID
		id = parent + "__note"
	}
	origin := OriginBase
	if current >= 0 {
		origin = b.snap.Units[current].Origin
	}
	b.snap.Units = append(b.snap.Units, Unit{ID: b.id(-1, id), Kind: KindNote, Parent: parent, Origin: origin, Source: b.place(sp)})
	b.states = append(b.states, unitState{level: levels, parent: current, step: "note", proposal: -1})
	b.contents(blk, l, len(b.snap.Units)-1, claim{closer: notation.None})
}

// paragraph reads a paragraph without a number.
func (b *builder) paragraph(blk *block, src *source.Block, l lead, sp text.Span) {
	r := resolved{level: levelParagraph, kind: KindParagraph, step: "para"}
	end := b.closer(blk)
	if n := len(b.pending); n > 0 && b.pending[n-1].level >= levelParagraph {
		r.level = b.pending[n-1].level + 1
	}
	if b.preamble {
		b.recital(blk, l, sp)
		return
	}
	if of := b.titled(); of >= 0 && end == notation.None {
		b.underTitle(blk, l, of, sp)
		return
	}
	if len(b.pending) == 0 && b.listGoesOn() {
		r.level = levelItem
	}
	unit := b.newUnit(r, OriginBase, sp)
	if r.level == levelParagraph {
		b.path.enter(r.level, unit)
	}
	c := claim{closer: end}
	level, after := r.level, noPath
	if end != notation.None {
		level = b.pending[len(b.pending)-1].level
		after = b.closePending(blk.tree.ClausesOf(blk.tree.Attribution(end)), blk, src)
	}
	b.contents(blk, l, unit, c)
	b.leave(level, after)
}

// recital reads a paragraph of the preamble without a number. The words that
// name the parties and those that say what they agreed are the preamble's own.
func (b *builder) recital(blk *block, l lead, sp text.Span) {
	s := strings.ToLower(strings.TrimSpace(blk.src.Text))
	p := b.path[levelArticle]
	if (strings.HasPrefix(s, "the ") && strings.Contains(s, "part") || strings.HasPrefix(s, "have agreed")) && len(s) < 160 {
		b.contents(blk, l, p, claim{closer: notation.None})
		if strings.HasPrefix(s, "have agreed") {
			b.preamble = false
		}
		return
	}
	unit := b.newUnit(resolved{level: levelParagraph, kind: KindRecital, step: "para"}, OriginBase, sp)
	b.path.enter(levelParagraph, unit)
	b.contents(blk, l, unit, claim{closer: notation.None})
}
