package akn

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"

	"github.com/draftdiff/draftdiff/pkg/source"
	"github.com/draftdiff/draftdiff/pkg/source/internal/extract"
	"github.com/draftdiff/draftdiff/pkg/source/internal/xmlscan"
)

// Format is the name of the format in a [source.Document].
const Format = "akn"

const what = "Akoma Ntoso document"

// Read turns the bytes of a document, in UTF-8, into a document. The error is a
// [*source.Error].
func Read(b []byte, lim source.Limits) (*source.Document, error) {
	lim = lim.WithDefaults()
	nodes := 0
	r := &reader{Scanner: xmlscan.New(b, what, &lim, &nodes), out: &extract.Builder{}, names: map[string]string{}}
	for {
		t, err := r.Next()
		if errors.Is(err, io.EOF) {
			r.flush()
			return r.out.Document(Format, b), nil
		}
		if err == nil {
			if e, ok := t.(xml.StartElement); ok {
				err = r.structure(e, level{})
			}
		}
		if err != nil {
			return nil, err
		}
	}
}

type reader struct {
	*xmlscan.Scanner
	out   *extract.Builder
	names map[string]string // of whom changes refer to, by eId
	num   number            // waits for the words that it numbers
	after []*extract.Builder
	grid  *extract.Table
}

// A number of an element, as its num has it.
type number struct {
	words string
	of    string // the element
	style extract.Style
}

// A level is where in the structure an element stands.
type level struct {
	depth  int
	parent string // name of the element around
	item   bool
	style  extract.Style
	skip   bool // furniture: a table of contents
}

// structure reads an element that holds other elements, or words.
func (r *reader) structure(e xml.StartElement, at level) error {
	name := e.Name.Local
	if at.style = r.changed(e, at.style); holdsWords[name] {
		return r.block(e, at)
	}
	switch name {
	case "identification", "publication", "lifecycle", "workflow", "analysis", "temporalData", "presentation", "proprietary", "classification":
		return r.Skip()
	case "TLCOrganization", "TLCPerson", "TLCRole":
		r.names[xmlscan.Attr(e, "eId")] = xmlscan.Attr(e, "showAs")
	case "num":
		r.flush()
		words, style, err := r.words(at.style)
		r.num = number{strings.Join(strings.Fields(words), " "), at.parent, style}
		return err
	case "authorialNote", "note":
		return r.note(at)
	case "toc":
		at.skip = true
	case "table":
		return r.table(at)
	case "tr":
		if r.grid != nil {
			r.grid.Row()
		}
	case "th", "td":
		return r.cell(at)
	}
	at.item = at.item || lowLevels[name] != ""
	at.parent, at.depth = name, at.depth+1
	return r.children(func(e xml.StartElement) error { return r.structure(e, at) })
}

// lowLevels are the levels whose numbers stand in front of words, with the
// punctuation that they have in a treaty.
var lowLevels = map[string]string{
	"paragraph": "%.", "rule": "%.", "recital": "%.", "clause": "%.",
	"subparagraph": "(%)", "point": "(%)", "indent": "(%)", "item": "(%)", "alinea": "(%)", "list": "(%)",
}

// headLevels are the levels whose number is a heading, in front of no words but
// those of one.
var headLevels = map[string]bool{"article": true, "chapter": true, "part": true, "title": true, "book": true}

// holdsWords are the elements whose children are words and marks.
var holdsWords = map[string]bool{
	"p": true, "heading": true, "subheading": true, "crossHeading": true, "listIntroduction": true, "listWrapUp": true, "block": true, "li": true, "tocItem": true,
}

// label is a number as it stands in front of words.
func (n number) label(heading bool) string {
	bare := n.words != "" && !strings.ContainsAny(n.words, ".()[]:")
	switch shape := lowLevels[n.of]; {
	case heading && bare:
		return n.words + "."
	case bare && shape != "" && !strings.Contains(n.words, " "):
		return strings.Replace(shape, "%", n.words, 1)
	}
	return n.words
}

// block reads the words of an element.
func (r *reader) block(e xml.StartElement, at level) error {
	name := e.Name.Local
	heading := name == "heading" || name == "subheading" || name == "crossHeading"
	if !heading && headLevels[r.num.of] {
		r.flush()
	}
	label := r.num.label(heading)
	if label != "" {
		r.out.Write(label+" ", r.num.style)
	}
	r.num = number{}
	if err := r.inline(at); err != nil {
		return err
	}
	like := source.Block{Label: label}
	switch {
	case at.skip:
		like.Layout = source.LayoutFurniture
	case heading && label != "":
		like.Layout, like.Level = source.LayoutHeading, min(6, max(1, at.depth-2))
	case at.item && label != "", name == "li":
		like.Layout, like.Level = source.LayoutItem, 1
	}
	r.end(like)
	return nil
}

// end ends a block and puts the notes in it behind.
func (r *reader) end(like source.Block) {
	r.out.End(like)
	after := r.after
	r.after = nil
	for _, n := range after {
		n.Beside()
		r.out.Append(n)
	}
}

// flush makes a block of a number that no words followed: "Article 5".
func (r *reader) flush() {
	label := r.num.label(false)
	if label == "" {
		return
	}
	r.out.Write(label, r.num.style)
	like := source.Block{Label: label}
	if lowLevels[r.num.of] == "" {
		like.Layout, like.Level = source.LayoutHeading, 1
	}
	r.num = number{}
	r.end(like)
}
