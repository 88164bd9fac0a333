package snapshot

import (
	"github.com/draftdiff/draftdiff/pkg/source"
	"github.com/draftdiff/draftdiff/pkg/text"
)

// besideStep is the step of units that are part of no other one, wherever they
// stand.
const besideStep = "beside"

// beside reads words that stand beside the text, such as a footnote: a note,
// whatever brackets are in it.
func (b *builder) beside(src *source.Block) {
	b.aside.begin()
	b.aside.write(src.Text)
	of := b.path.above(levels)
	for of >= 0 && b.states[of].level > levelArticle {
		of = b.states[of].parent
	}
	id, parent := "note", ""
	if of >= 0 {
		parent = b.snap.Units[of].ID
		id = parent + "__note"
	}
	b.snap.Units = append(b.snap.Units, Unit{
		ID: b.id(-1, id), Kind: KindNote, Parent: parent, Origin: OriginBase, Text: b.aside.text(),
		Source: b.place(src.SourceSpan(text.Span{End: len(src.Text)})),
	})
	b.states = append(b.states, unitState{level: levels, parent: of, step: besideStep, proposal: -1})
}

// tracked reports whether a block carries tracked changes.
func tracked(src *source.Block) bool {
	for _, m := range src.Marks {
		if m.Author != "" {
			return true
		}
	}
	return false
}
