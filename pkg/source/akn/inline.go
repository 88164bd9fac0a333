package akn

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"

	"github.com/draftdiff/draftdiff/pkg/source"
	"github.com/draftdiff/draftdiff/pkg/source/internal/extract"
	"github.com/draftdiff/draftdiff/pkg/source/internal/xmlscan"
	"github.com/draftdiff/draftdiff/pkg/text"
)

// children calls each for every child of the present element, to its end.
func (r *reader) children(each func(xml.StartElement) error) error {
	return r.content(each, func(string) {})
}

// content calls each for every child of the present element and words for the
// text between them, to its end.
func (r *reader) content(each func(xml.StartElement) error, words func(string)) error {
	for {
		t, err := r.Next()
		if errors.Is(err, io.EOF) {
			return source.Damaged(what, "it ends too early")
		}
		if err != nil {
			return err
		}
		switch t := t.(type) {
		case xml.EndElement:
			return nil
		case xml.CharData:
			words(string(t))
		case xml.StartElement:
			if err := each(t); err != nil {
				return err
			}
		}
	}
}

// words returns all text in the present element, and its style: the one around
// where the text has several. Notes are left for behind the block.
func (r *reader) words(around extract.Style) (string, extract.Style, error) {
	var s strings.Builder
	style, begun := around, false
	var read func(extract.Style) error
	read = func(st extract.Style) error {
		return r.content(func(e xml.StartElement) error {
			if name := e.Name.Local; name == "authorialNote" || name == "note" {
				return r.note(level{})
			}
			return read(r.changed(e, st))
		}, func(words string) {
			s.WriteString(words)
			switch {
			case strings.TrimSpace(words) == "":
			case !begun:
				style, begun = st, true
			case st != style:
				style = around
			}
		})
	}
	err := read(around)
	return s.String(), style, err
}

// inline writes the words of the present element, white space as one space.
func (r *reader) inline(at level) error {
	return r.content(func(e xml.StartElement) error {
		in := at
		in.style = r.changed(e, at.style)
		switch name := e.Name.Local; name {
		case "noteRef", "marker":
			return r.Skip()
		case "authorialNote", "note":
			return r.note(at)
		case "b":
			in.style.Emphasis |= text.Bold
		case "i":
			in.style.Emphasis |= text.Italic
		case "u":
			in.style.Emphasis |= text.Underlined
		case "eol", "br":
			r.out.Write("\n", at.style)
		case "img":
			r.out.Note("image", "an image stands here; what it shows is not read")
		case "math":
			r.out.Note("equation", "an equation stands here; its letters are read, not how they are set")
		case "p", "block":
			if !r.out.Empty() {
				r.out.Write("\n", at.style)
			}
		}
		return r.inline(in)
	}, func(words string) { r.write(words, at.style) })
}

// write adds words with their white space as single spaces.
func (r *reader) write(words string, st extract.Style) {
	for len(words) > 0 {
		i := strings.IndexAny(words, " \t\n\r")
		if i < 0 {
			i = len(words)
		}
		r.out.Write(words[:i], st)
		rest := strings.TrimLeft(words[i:], " \t\n\r")
		if len(rest) < len(words)-i && !r.out.Ends() {
			r.out.Write(" ", st)
		}
		words = rest
	}
}

// changed adds what an ins or del does to the style around it.
func (r *reader) changed(e xml.StartElement, st extract.Style) extract.Style {
	name := e.Name.Local
	if name != "ins" && name != "del" {
		return st
	}
	c := extract.Change{Author: r.authors(xmlscan.Attr(e, "refersTo"))}
	switch {
	case c.Author == "" && name == "del":
		st.Struck = true
	case name == "del":
		st.Deleted = c
	case c.Author != "":
		st.Inserted = c
	}
	return st
}

// authors names whom a change refers to: "#us #jp" is "United States, Japan".
func (r *reader) authors(refersTo string) string {
	var names []string
	for ref := range strings.FieldsSeq(refersTo) {
		id := strings.TrimPrefix(ref, "#")
		if name := r.names[id]; name != "" {
			id = name
		}
		names = append(names, id)
	}
	return strings.Join(names, ", ")
}

// aside reads into a builder of its own.
func (r *reader) aside(read func() error) (*extract.Builder, error) {
	out, after, num := r.out, r.after, r.num
	r.out, r.after, r.num = &extract.Builder{}, nil, number{}
	err := read()
	r.flush()
	inner := r.out
	r.out, r.after, r.num = out, after, num
	return inner, err
}

// note reads the present element, a note, for behind the block.
func (r *reader) note(at level) error {
	in := level{depth: at.depth, parent: "note"}
	b, err := r.aside(func() error {
		err := r.content(func(e xml.StartElement) error { return r.structure(e, in) },
			func(words string) { r.write(words, extract.Style{}) })
		r.end(source.Block{})
		return err
	})
	r.after = append(r.after, b)
	return err
}

// table reads the present element, a table.
func (r *reader) table(at level) error {
	before := r.grid
	r.grid = &extract.Table{}
	at.parent = "table"
	b, err := r.aside(func() error {
		return r.children(func(e xml.StartElement) error { return r.structure(e, at) })
	})
	if err != nil {
		return err
	}
	if r.grid.Settle(b) {
		r.out.Note("table", extract.EntriesNote)
	}
	r.out.Append(b)
	r.grid = before
	return nil
}

// cell reads the present element, a th or td.
func (r *reader) cell(at level) error {
	at.parent = "td"
	if r.grid != nil {
		r.grid.Cell(r.out)
	}
	err := r.content(func(e xml.StartElement) error { return r.structure(e, at) },
		func(words string) { r.write(words, at.style) })
	r.end(source.Block{})
	if r.grid != nil {
		r.grid.EndCell(r.out)
	}
	return err
}
