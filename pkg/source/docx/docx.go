package docx

import (
	"encoding/xml"
	"strings"

	"github.com/draftdiff/draftdiff/pkg/source"
	"github.com/draftdiff/draftdiff/pkg/source/internal/extract"
	"github.com/draftdiff/draftdiff/pkg/source/internal/xmlscan"
)

// Format is the name of the format in a [source.Document].
const Format = "docx"

// Read turns the bytes of a Word document into a document. The error is a
// [*source.Error].
func Read(b []byte, lim source.Limits) (*source.Document, error) {
	r, err := read(b, lim)
	if err != nil {
		return nil, err
	}
	return r.out.Document(Format, b), nil
}

// reader reads the main part with what the other parts say.
type reader struct {
	*scanner
	styles    *styles
	numbering *numbering
	notes     notes

	out     *extract.Builder
	ends    []ending         // of the blocks of out
	after   []*extract.Builder // what follows the present paragraph: notes, text boxes
	fields  []bool           // the open fields: true while in the code
	inNote  bool             // what is read is no part of the text itself
	hidden  bool             // a note on hidden text was made
	changes changes          // around what is being read
}

// changes are the tracked changes around a run.
type changes struct {
	inserted, deleted extract.Change
}

// An ending says whether a tracked change inserted or deleted the mark at the
// end of a paragraph.
type ending struct {
	inserted, deleted bool
}

func read(b []byte, lim source.Limits) (*reader, error) {
	lim = lim.WithDefaults()
	a, err := openArchive(b, &lim)
	if err != nil {
		return nil, err
	}
	top, err := a.related("")
	if err != nil {
		return nil, err
	}
	part := top["officeDocument"]
	if part == "" {
		part = "word/document.xml"
	}
	rel, err := a.related(part)
	if err != nil {
		return nil, err
	}
	r := &reader{out: &extract.Builder{}}
	if r.styles, err = readStyles(a, rel["styles"]); err != nil {
		return nil, err
	}
	if r.numbering, err = readNumbering(a, rel["numbering"]); err != nil {
		return nil, err
	}
	if err := r.readNotes(a, rel); err != nil {
		return nil, err
	}
	if r.scanner, err = a.scan(part); err != nil {
		return nil, err
	}
	if r.scanner == nil {
		return nil, &source.Error{What: "this is not a Word document: it has no main part", Do: "is it a spreadsheet or another Office file?"}
	}
	return r, r.document(func(e xml.StartElement) error {
		if e.Name.Local == "body" {
			return r.children(r.block)
		}
		return r.Skip()
	})
}

// block reads an element that stands where paragraphs stand.
func (r *reader) block(e xml.StartElement) error {
	switch e.Name.Local {
	case "p":
		return r.paragraph()
	case "tbl", "tc", "sdt", "sdtContent", "customXml", "smartTag", "txbxContent":
		return r.children(r.block)
	case "tr":
		return r.row()
	case "ins", "moveTo", "del", "moveFrom":
		return r.changed(e, r.block)
	case "AlternateContent":
		return r.choice(r.block)
	case "altChunk":
		r.out.Note("embedded", "a document is embedded here; its text is not read")
	case "oMathPara", "oMath":
		r.equation()
	}
	return r.Skip()
}

// row reads a row of a table, which a tracked change may have inserted or
// deleted as a whole.
func (r *reader) row() error {
	before := r.changes
	defer func() { r.changes = before }()
	return r.children(func(e xml.StartElement) error {
		if e.Name.Local != "trPr" {
			return r.block(e)
		}
		p, err := r.runProperties()
		r.changes.add(p.inserted, p.deleted)
		return err
	})
}

// changed reads the children of a tracked change.
func (r *reader) changed(e xml.StartElement, each func(xml.StartElement) error) error {
	before := r.changes
	defer func() { r.changes = before }()
	if name := e.Name.Local; name == "ins" || name == "moveTo" {
		r.changes.inserted = changeOf(e)
	} else {
		r.changes.deleted = changeOf(e)
	}
	return r.children(each)
}

// add puts further changes on what is being read.
func (c *changes) add(inserted, deleted extract.Change) {
	if inserted.Author != "" {
		c.inserted = inserted
	}
	if deleted.Author != "" {
		c.deleted = deleted
	}
}

// choice reads of several renderings of the same thing the first.
func (r *reader) choice(each func(xml.StartElement) error) error {
	chosen := false
	return r.children(func(e xml.StartElement) error {
		if e.Name.Local == "Choice" && !chosen {
			chosen = true
			return r.children(each)
		}
		return r.Skip()
	})
}

func (r *reader) equation() {
	r.out.Note("equation", "an equation stands here; its letters are read, not how they are set")
}

// paragraph reads the present element, a w:p.
func (r *reader) paragraph() error {
	var p paragraphProperties
	style := r.styles.find("", "paragraph")
	p.number.level = -1
	begun := false
	begin := func() {
		if begun {
			return
		}
		begun = true
		r.label(&p, style)
	}
	err := r.children(func(e xml.StartElement) (err error) {
		if e.Name.Local == "pPr" && !begun {
			if p, err = r.paragraphProperties(); err == nil {
				style = r.styles.find(p.style, "paragraph")
			}
			return err
		}
		begin()
		return r.inline(e, style)
	})
	if err != nil {
		return err
	}
	begin()
	like := r.layout(&p, style)
	if n := len(r.out.Blocks()); like.Label == "" || strings.TrimSpace(r.out.Words()) != like.Label {
		r.out.End(like)
		if len(r.out.Blocks()) > n {
			r.ends = append(r.ends, ending{p.mark.inserted.Author != "", p.mark.deleted.Author != ""})
		}
	} else {
		r.out.Drop() // a number in front of nothing
	}
	for _, b := range r.after {
		r.out.Append(b, source.LayoutNote)
		for range b.Blocks() {
			r.ends = append(r.ends, ending{})
		}
	}
	r.after = r.after[:0]
	r.present = presentParagraph{}
	return nil
}
