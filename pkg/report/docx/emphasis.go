package docx

import (
	"slices"

	"github.com/draftdiff/draftdiff/pkg/diff"
	"github.com/draftdiff/draftdiff/pkg/report/internal/draft"
	"github.com/draftdiff/draftdiff/pkg/snapshot"
	"github.com/draftdiff/draftdiff/pkg/source"
	"github.com/draftdiff/draftdiff/pkg/text"
)

// emphasize sets off in the paragraphs of a snapshot what its document sets off.
// The snapshot has the words without their marks and without brackets and
// sponsors, so each paragraph is laid beside its blocks and their common words
// look alike.
func emphasize(ps []draft.Paragraph, s *snapshot.Snapshot, doc *source.Document) {
	for i := range ps {
		p := &ps[i]
		if p.Unit < 0 {
			continue
		}
		words, looks := emphasized(doc, ownSpan(s, p.Unit))
		if !slices.ContainsFunc(looks, func(e text.Emphasis) bool { return e != 0 }) {
			continue
		}
		p.Runs = setOff(p.Runs, words, looks)
	}
}

// ownSpan is where a unit stands in the source without the units in it. The
// heading of an article, which begins where the article does, is a part of it.
func ownSpan(s *snapshot.Snapshot, i int) text.Span {
	u := &s.Units[i]
	sp := text.Span{Start: u.Source.Offset, End: u.Source.EndOffset}
	for k := i + 1; k < len(s.Units); k++ {
		if at := s.Units[k].Source.Offset; at > sp.Start {
			sp.End = min(sp.End, at)
			break
		}
	}
	return sp
}

// emphasized is the words of the blocks in a span, and how each byte is set off.
func emphasized(doc *source.Document, sp text.Span) (string, []text.Emphasis) {
	first, _ := slices.BinarySearchFunc(doc.Blocks, sp.Start, func(b source.Block, at int) int { return b.Span.End - at - 1 })
	var words []byte
	var looks []text.Emphasis
	for i := first; i < len(doc.Blocks) && doc.Blocks[i].Span.Start < sp.End; i++ {
		b := &doc.Blocks[i]
		at := len(words)
		words = append(append(words, b.Text...), '\n')
		looks = append(looks, make([]text.Emphasis, len(b.Text)+1)...)
		for _, m := range b.Marks {
			for k := m.Span.Start; k < m.Span.End; k++ {
				looks[at+k] |= m.Emphasis
			}
		}
	}
	return string(words), looks
}

// setOff cuts runs where the look of their words changes.
func setOff(runs []draft.Run, words string, looks []text.Emphasis) []draft.Run {
	var all []byte
	for _, r := range runs {
		all = append(all, r.Words...)
	}
	own := make([]text.Emphasis, len(all))
	i, k := 0, 0
	for _, seg := range diff.Redline(words, string(all)) {
		switch seg.Op {
		case diff.Delete:
			i += len(seg.Text)
		case diff.Insert:
			k += len(seg.Text)
		default:
			copy(own[k:], looks[i:i+len(seg.Text)])
			i, k = i+len(seg.Text), k+len(seg.Text)
		}
	}
	var out []draft.Run
	k = 0
	for _, r := range runs {
		if r.Words == "" {
			out = append(out, r)
		}
		for from, end := k, k+len(r.Words); from < end; from = k {
			for k = from; k < end && own[k] == own[from]; k++ {
			}
			part := r
			part.Words, part.Emphasis = string(all[from:k]), own[from]
			out = append(out, part)
			r.Comments = nil
		}
	}
	return out
}
