package docx

import (
	"fmt"
	"io"
	"strings"

	"github.com/draftdiff/draftdiff/pkg/diff"
	"github.com/draftdiff/draftdiff/pkg/notation"
	"github.com/draftdiff/draftdiff/pkg/report/internal/draft"
	"github.com/draftdiff/draftdiff/pkg/source"
	"github.com/draftdiff/draftdiff/pkg/source/markdown"
	"github.com/draftdiff/draftdiff/pkg/source/plain"
	"github.com/draftdiff/draftdiff/pkg/text"
)

// Redline writes the new text with what changed since the old one as tracked
// changes by one author. What the page repeats, such as running heads, and words
// beside the text are left out.
func Redline(w io.Writer, old, new *source.Document, by Change) error {
	flows := wraps(old) || wraps(new)
	r := redliner{old: body(old, flows), new: body(new, flows), by: &by}
	r.write()
	b, err := proved(r.out, texts(r.old), texts(r.new))
	if err != nil {
		return err
	}
	_, err = w.Write(b)
	return err
}

// wraps reports whether the lines of a document end where they were full, so that
// the end of a line is a space.
func wraps(doc *source.Document) bool {
	return doc.Format == markdown.Format || doc.Format == plain.Format
}

// body is the blocks of the text itself. In a text that flows a line break is a
// space.
func body(doc *source.Document, flows bool) []source.Block {
	var out []source.Block
	for _, b := range doc.Blocks {
		if b.Layout == source.LayoutFurniture || b.Layout == source.LayoutNote {
			continue
		}
		if flows {
			b.Text = strings.ReplaceAll(b.Text, "\n", " ")
		}
		out = append(out, b)
	}
	return out
}

func texts(blocks []source.Block) []string {
	out := make([]string, len(blocks))
	for i := range blocks {
		out[i] = blocks[i].Text
	}
	return out
}

type redliner struct {
	old, new []source.Block
	by       *draft.Change
	out      []draft.Paragraph
	moved    map[string]string // names of moves, by the words of the paragraph
}

func (r *redliner) write() {
	ps := pairs(r.old, r.new)
	r.findMoves(ps)
	for _, p := range ps {
		switch {
		case p.new < 0:
			r.whole(&r.old[p.old], false)
		case p.old < 0:
			r.whole(&r.new[p.new], true)
		default:
			r.both(&r.old[p.old], &r.new[p.new])
		}
	}
	r.out = ended(r.out)
}

// unlabelled is the words of a paragraph behind its label, which a move changes.
func unlabelled(b *source.Block) string {
	l := notation.ScanLabel(b.Text)
	if l.Class == notation.NoLabel {
		return b.Text
	}
	return strings.TrimLeft(b.Text[l.Span.End:], " ")
}

// findMoves names the paragraphs that went from one place to another whole.
func (r *redliner) findMoves(ps []pair) {
	gone, came := map[string]int{}, map[string]int{}
	for _, p := range ps {
		switch {
		case p.new < 0:
			gone[unlabelled(&r.old[p.old])]++
		case p.old < 0:
			came[unlabelled(&r.new[p.new])]++
		}
	}
	r.moved = map[string]string{}
	for _, p := range ps {
		if p.old < 0 {
			continue
		}
		if s := unlabelled(&r.old[p.old]); len(s) >= leastMove && gone[s] == 1 && came[s] == 1 {
			r.moved[s] = fmt.Sprintf("move%d", len(r.moved)+1)
		}
	}
}

// whole writes a paragraph that came or went as a whole.
func (r *redliner) whole(b *source.Block, inserted bool) {
	p := draft.Paragraph{Heading: headingOf(b), Level: levelOf(b), Runs: runsOf(b, 0, len(b.Text)), Moved: r.moved[unlabelled(b)]}
	for i := range p.Runs {
		if inserted {
			p.Runs[i].Inserted = r.by
		} else {
			p.Runs[i].Deleted = r.by
		}
	}
	if inserted {
		p.Inserted = r.by
	} else {
		p.Deleted = r.by
	}
	r.out = append(r.out, p)
}

// both writes a paragraph that stands in both texts.
func (r *redliner) both(old, new *source.Block) {
	p := draft.Paragraph{Heading: headingOf(new), Level: levelOf(new)}
	i, j := 0, 0
	for _, s := range diff.Redline(old.Text, new.Text) {
		switch s.Op {
		case diff.Delete:
			p.Runs = append(p.Runs, r.changed(runsOf(old, i, i+len(s.Text)), false)...)
			i += len(s.Text)
		case diff.Insert:
			p.Runs = append(p.Runs, r.changed(runsOf(new, j, j+len(s.Text)), true)...)
			j += len(s.Text)
		default:
			p.Runs = append(p.Runs, r.equal(old, new, i, j, len(s.Text))...)
			i, j = i+len(s.Text), j+len(s.Text)
		}
	}
	r.out = append(r.out, p)
}

func (r *redliner) changed(runs []draft.Run, inserted bool) []draft.Run {
	for i := range runs {
		if inserted {
			runs[i].Inserted = r.by
		} else {
			runs[i].Deleted = r.by
		}
	}
	return runs
}

// equal writes words that stand in both texts. Where only one of them strikes
// them they are another text: deleted as they were, inserted as they are.
func (r *redliner) equal(old, new *source.Block, i, j, n int) []draft.Run {
	var out []draft.Run
	for at := 0; at < n; {
		was, is := struckAt(old, i+at), struckAt(new, j+at)
		end := at + 1
		for end < n && struckAt(old, i+end) == was && struckAt(new, j+end) == is {
			end++
		}
		if was != is {
			out = append(out, r.changed(runsOf(old, i+at, i+end), false)...)
			out = append(out, r.changed(runsOf(new, j+at, j+end), true)...)
		} else {
			out = append(out, runsOf(new, j+at, j+end)...)
		}
		at = end
	}
	return out
}

func headingOf(b *source.Block) int {
	if b.Layout != source.LayoutHeading {
		return 0
	}
	return max(1, b.Level)
}

// levelOf is how deep a paragraph stands, by its label: a letter is that of a
// sub-paragraph.
func levelOf(b *source.Block) int {
	if notation.ScanLabel(b.Text).Class == notation.Letter {
		return 1
	}
	return 0
}

// struckAt reports whether a byte is struck.
func struckAt(b *source.Block, off int) bool {
	for _, m := range b.Marks {
		if (m.Kind == text.MarkStruck || m.Kind == text.MarkDeleted) && off >= m.Span.Start && off < m.Span.End {
			return true
		}
	}
	return false
}

// emphasisAt is how a byte is set off.
func emphasisAt(b *source.Block, off int) (e text.Emphasis) {
	for _, m := range b.Marks {
		if off >= m.Span.Start && off < m.Span.End {
			e |= m.Emphasis
		}
	}
	return e
}

// runsOf cuts a stretch of a block where its look changes.
func runsOf(b *source.Block, from, to int) []draft.Run {
	var out []draft.Run
	for from < to {
		r := draft.Run{Struck: struckAt(b, from), Emphasis: emphasisAt(b, from)}
		end := to
		for _, m := range b.Marks {
			for _, edge := range [...]int{m.Span.Start, m.Span.End} {
				if edge > from && edge < end {
					end = edge
				}
			}
		}
		r.Words = b.Text[from:end]
		out = append(out, r)
		from = end
	}
	return out
}
