package check

import (
	"slices"
	"sort"
	"strings"

	"github.com/draftdiff/draftdiff/pkg/notation"
	"github.com/draftdiff/draftdiff/pkg/text"
)

var unbalancedBracket = &Rule{
	Code: "DD001", Name: "unbalanced-bracket", Class: Notation, Severity: Error,
	Title: "A bracket has no partner.",
	Explanation: `Nobody can tell where a proposal begins or ends that has only one of its brackets, and what follows may
seem agreed, or disputed, when it is not. A bracket around a whole paragraph or article may close some blocks later, and
a page break may part the two; both are looked for before anything is said.`,
	Wrong: "States Parties shall [cooperate: RU in good faith.",
	Right: "States Parties shall [cooperate: RU] in good faith.",
	Run: func(p *Pass) {
		b := balance{Pass: p}
		for i := range p.New.blocks {
			b.block(i)
		}
		b.giveUp(b.open)
	},
}

// balance looks for brackets without a partner; open are those that may still
// be closed in a later block.
type balance struct {
	*Pass
	open []opener
	// heading is that of a proposed article whose bracket was closed behind it,
	// "[Article 57 alt. Protection of personal data]": the closer of the article
	// has no opener then.
	heading *block
}

type opener struct {
	*block
	index int // of the block
	at    text.Span
	unit  bool // it stands at the beginning of its block: the bracket of a whole unit
}

func (b *balance) block(i int) {
	blk := &b.New.blocks[i]
	if label := blk.label(); label == notation.Chapter || label == notation.Cluster || label == notation.Article && !strings.HasPrefix(blk.src.Text, "[") {
		b.giveUp(b.open)
		b.open, b.heading = b.open[:0], nil
	} else if label == notation.Article && strings.HasSuffix(strings.TrimSpace(blk.src.Text), "]") && len(blk.lists) == 0 {
		b.heading = blk
	}
	for _, at := range blk.partnerless() {
		if strings.IndexByte("[({", blk.src.Text[at.Start]) >= 0 {
			b.open = append(b.open, opener{blk, i, at, strings.TrimLeft(blk.src.Text[:at.Start], " -_") == ""})
			continue
		}
		b.close(i, blk, at)
	}
}

// close looks for the opener of a closer without one in earlier blocks.
func (b *balance) close(i int, blk *block, at text.Span) {
	want := map[byte]byte{']': '[', ')': '(', '}': '{'}[blk.src.Text[at.Start]]
	for k := len(b.open) - 1; k >= 0; k-- {
		o := b.open[k]
		near := o.unit || o.index >= i-1 || !blk.signed(at)
		if near && o.src.Text[o.at.Start] == want {
			b.open = slices.Delete(b.open, k, k+1)
			return
		}
	}
	if want == '(' && enumerates(blk.src.Text[:at.Start]) {
		return
	}
	f := b.report(blk.span(at), "this bracket closes nothing: none is open here")
	f.Hint = "add the bracket that opens the proposal, or take this one out"
	if h := b.heading; h != nil && blk.signed(at) && strings.Trim(blk.src.Text[at.End:], " .;") == "" {
		end := strings.LastIndexByte(h.src.Text, ']')
		f.Hint = "the bracket before the heading of the article was closed behind the heading; take that closer out"
		f.Related = []Related{{Span: h.span(text.Span{Start: end, End: end + 1}), Message: "it was closed here"}}
		b.heading = nil
	}
}

// signed reports whether parties stand before a closer: it ends a proposal of
// its block, or one that a page break parted, and no choice over several blocks.
func (b *block) signed(at text.Span) bool {
	k := sort.Search(len(b.lists), func(i int) bool { return b.lists[i].End >= at.Start })
	return k < len(b.lists) && b.lists[k].Start < at.Start
}

// enumerates reports whether s ends with the letter or number of "a)".
func enumerates(s string) bool {
	word := s[strings.LastIndexAny(s, " \n\t")+1:]
	return len(word) > 0 && len(word) <= 4 && !strings.ContainsAny(word, "([],.;:")
}

func (b *balance) giveUp(open []opener) {
	for _, o := range open {
		f := b.report(o.span(o.at), "this bracket is never closed")
		f.Hint = "add the bracket that closes the proposal, behind its parties, or take this one out"
	}
}

// label is the class of the label that the block begins with.
func (b *block) label() notation.LabelClass {
	if len(b.tree.Labels) == 0 {
		return notation.NoLabel
	}
	return b.tree.Labels[0].Class
}

// partnerless lists the brackets of the block that have no partner in it, in
// order. Those that another rule knows better, because they only stand in the
// wrong place, are not among them.
func (b *block) partnerless() []text.Span {
	var list []text.Span
	t := b.tree
	t.Walk(0, func(id notation.ID) bool {
		n := &t.Nodes[id]
		switch n.Kind {
		case notation.Bad:
			misplaced := n.Parent != notation.None && t.Nodes[n.Parent].Flags&notation.Reopened != 0 && strings.IndexByte("])}", b.src.Text[n.Span.Start]) >= 0
			trailing := n.Parent != notation.None && t.Nodes[n.Parent].Flags&notation.Trailing != 0
			if !misplaced && !trailing {
				list = append(list, n.Span)
			}
		case notation.Open, notation.Close:
			g := group{block: b, id: n.Parent}
			other := notation.Close
			if n.Kind == notation.Close {
				other = notation.Open
			}
			if g.child(other) == notation.None && n.Span.Len() > 0 {
				list = append(list, n.Span)
			}
		}
		return n.Kind <= notation.Group
	})
	return list
}
