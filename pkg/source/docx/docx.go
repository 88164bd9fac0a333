package docx

import (
	"encoding/xml"

	"github.com/draftdiff/draftdiff/pkg/source"
	"github.com/draftdiff/draftdiff/pkg/source/internal/extract"
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
	ends    []ending       // of the blocks of out
	after   []aside        // what follows the present paragraph: notes, text boxes
	fields  []bool         // the open fields: true while in the code
	hidden  bool           // a note on hidden text was made
	changes changes        // around what is being read
	grid    *extract.Table // the present table
}

// changes are the tracked changes around a run.
type changes struct {
	inserted, deleted extract.Change
}

// An aside is text that stands beside the text: a footnote, a comment, a box.
type aside struct {
	*extract.Builder
	ends []ending
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
	case "tbl":
		return r.table()
	case "tc":
		return r.cell()
	case "sdt", "sdtContent", "customXml", "smartTag", "txbxContent":
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
