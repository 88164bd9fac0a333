package snapshot

import (
	"slices"
	"strings"

	"github.com/draftdiff/draftdiff/pkg/party"
	"github.com/draftdiff/draftdiff/pkg/source"
	"github.com/draftdiff/draftdiff/pkg/text"
)

// Authors says whether the authors of tracked changes are delegations.
type Authors uint8

// What authors are.
const (
	AuthorsByName   Authors = iota // parties if most of them bear the names of parties
	AuthorsParties                 // parties, whatever their names
	AuthorsNobodies                // editors of the text
)

// Tracked writes the tracked changes of a document in the notation: what
// CARICOM inserted becomes "[…: CARICOM]", what it deleted the same with its
// words struck, so that [Build] reads both as proposals by CARICOM. What stood in
// the document is not changed: the brackets are in the blocks of the result
// only, and all places count in the same file.
//
// A change by somebody who is no party stays a mark, and the result says so in a
// note; so does one that cuts a group of the text in two.
func Tracked(doc *source.Document, who Authors) *source.Document {
	t := &tracker{lists: map[string]string{}, reg: party.Default()}
	if len(doc.Parties) > 0 {
		t.reg = t.reg.WithLegend(doc.Parties)
	}
	t.meet(doc, who)
	if len(t.order) == 0 {
		return doc
	}
	out := *doc
	out.Notes = slices.Concat(doc.Notes, t.notes())
	out.Blocks = slices.Clone(doc.Blocks)
	if t.on {
		out.Parties = slices.Concat(doc.Parties, t.strangers)
	}
	for i := range out.Blocks {
		if b := &out.Blocks[i]; tracked(b) {
			if t.on {
				t.block(b)
			}
			b.Marks = asStrikes(b.Marks)
		}
	}
	return &out
}

// asStrikes makes strikes of deletions, by whomever they are.
func asStrikes(marks []text.Mark) []text.Mark {
	out := slices.Clone(marks)
	for i := range out {
		if out[i].Kind == text.MarkDeleted {
			out[i].Kind = text.MarkStruck
		}
	}
	return out
}

// tracker knows the authors of a document.
type tracker struct {
	reg       *party.Registry
	order     []string            // authors, in the order of their first change
	first     []text.Span         // where that is
	lists     map[string]string   // author to party list, "" if no party
	on        bool                // authors are parties
	strangers []party.Declaration // authors that are parties by decree
}

// meet finds the authors, and whether they are parties.
func (t *tracker) meet(doc *source.Document, who Authors) {
	known := 0
	for i := range doc.Blocks {
		b := &doc.Blocks[i]
		for _, m := range b.Marks {
			if _, met := t.lists[m.Author]; m.Author == "" || met {
				continue
			}
			t.order = append(t.order, m.Author)
			t.first = append(t.first, b.SourceSpan(m.Span))
			t.lists[m.Author] = t.partyList(m.Author)
			if t.lists[m.Author] != "" {
				known++
			}
		}
	}
	t.on = who == AuthorsParties || who == AuthorsByName && 2*known > len(t.order)
	if who != AuthorsParties {
		return
	}
	for _, a := range t.order {
		if t.lists[a] == "" {
			name := strings.Map(plainName, a)
			t.lists[a] = name
			t.strangers = append(t.strangers, party.Declaration{Code: name, Name: name})
		}
	}
}

// plainName takes out of a name what would end it in a list of parties.
func plainName(r rune) rune {
	if strings.ContainsRune("[](){},;:\n\t", r) {
		return ' '
	}
	return r
}

// partyList is an author as a list of parties, "" if it is none.
func (t *tracker) partyList(author string) string {
	if p, ok := t.reg.Lookup(author); ok {
		return p.ID
	}
	items, n := t.reg.ScanList(nil, author, party.Strict)
	if n < len(author) || len(items) == 0 {
		return ""
	}
	ids := make([]string, len(items))
	for i, it := range items {
		if !it.Known {
			return ""
		}
		ids[i] = it.ID
	}
	return strings.Join(ids, ", ")
}

// notes says of which authors the changes are not read as proposals.
func (t *tracker) notes() []source.Note {
	var notes []source.Note
	for i, a := range t.order {
		if t.on && t.lists[a] != "" {
			continue
		}
		notes = append(notes, source.Note{
			Rule:    "tracked-change",
			Message: "the tracked changes by " + a + " are read as text and strikes, not as proposals, for that is no party",
			Span:    t.first[i],
		})
	}
	return notes
}
