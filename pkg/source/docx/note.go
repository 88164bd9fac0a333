package docx

import (
	"encoding/xml"

	"github.com/draftdiff/draftdiff/pkg/source/internal/extract"
	"github.com/draftdiff/draftdiff/pkg/source/internal/xmlscan"
)

// notes are the footnotes, endnotes and comments, by the name of the element
// that refers to them and its id.
type notes map[string]aside

// noteParts are the parts that hold notes: the name of the relation, of the
// element of one note, and of the element that refers to it.
var noteParts = [...]struct{ relation, element, reference string }{
	{"footnotes", "footnote", "footnoteReference"},
	{"endnotes", "endnote", "endnoteReference"},
	{"comments", "comment", "commentReference"},
}

// readNotes reads all notes before the text that refers to them.
func (r *reader) readNotes(a *archive, related map[string]string) error {
	r.notes = notes{}
	for _, part := range noteParts {
		s, err := a.scan(related[part.relation])
		if err != nil {
			return err
		}
		if s == nil {
			continue
		}
		r.scanner = s
		err = s.document(func(e xml.StartElement) error {
			if kind := xmlscan.Attr(e, "type"); e.Name.Local != part.element || kind != "" && kind != "normal" {
				return s.Skip() // a line between text and notes
			}
			note, err := r.aside(func() error {
				if part.element == "comment" {
					r.out.Write("Comment by "+changeOf(e).Author+": ", extract.Style{})
				}
				return r.children(r.block)
			})
			r.notes[part.reference+xmlscan.Attr(e, "id")] = note
			return err
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// refer keeps a note for behind the paragraph, the first time that it is
// referred to.
func (r *reader) refer(e xml.StartElement) {
	key := e.Name.Local + xmlscan.Attr(e, "id")
	if note, ok := r.notes[key]; ok {
		r.after = append(r.after, note)
		delete(r.notes, key)
	}
}
