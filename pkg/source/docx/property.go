package docx

import (
	"encoding/xml"

	"github.com/draftdiff/draftdiff/pkg/source/internal/extract"
	"github.com/draftdiff/draftdiff/pkg/source/internal/xmlscan"
	"github.com/draftdiff/draftdiff/pkg/text"
)

// A toggle is a property that is on, off or not said.
type toggle int8

const (
	unset toggle = iota
	on
	off
)

// toggleOf reads the value of a toggle element: on unless it says that it is
// not.
func toggleOf(e xml.StartElement) toggle {
	switch xmlscan.Attr(e, "val") {
	case "0", "false", "off", "none":
		return off
	}
	return on
}

// or returns t if it says something, else u.
func (t toggle) or(u toggle) toggle {
	if t == unset {
		return u
	}
	return t
}

// The properties of characters that the text depends on.
type property int

const (
	strike property = iota
	dstrike
	vanish
	bold
	italic
	underline
	properties
)

var propertyOf = map[string]property{"strike": strike, "dstrike": dstrike, "vanish": vanish, "b": bold, "i": italic, "u": underline}

// looks are the properties of characters that one element sets.
type looks [properties]toggle

// emphasis is how words that look so are set off.
func (l *looks) emphasis() (e text.Emphasis) {
	if l[bold] == on {
		e |= text.Bold
	}
	if l[italic] == on {
		e |= text.Italic
	}
	if l[underline] == on {
		e |= text.Underlined
	}
	return e
}

// over returns l where it says something, else what is below.
func (l looks) over(below looks) looks {
	for i := range l {
		l[i] = l[i].or(below[i])
	}
	return l
}

// runProperties are those of a run, or of a paragraph mark.
type runProperties struct {
	looks
	style             string
	inserted, deleted extract.Change // of a paragraph mark
}

// runProperties reads the present element, a w:rPr. What a tracked format
// change replaced stands in a child of its own and is passed over.
func (s *scanner) runProperties() (p runProperties, err error) {
	err = s.children(func(e xml.StartElement) error {
		switch name := e.Name.Local; name {
		case "rStyle":
			p.style = xmlscan.Attr(e, "val")
		case "ins", "moveTo":
			p.inserted = changeOf(e)
		case "del", "moveFrom":
			p.deleted = changeOf(e)
		default:
			if i, ok := propertyOf[name]; ok {
				p.looks[i] = toggleOf(e)
			}
		}
		return s.Skip()
	})
	return p, err
}

// changeOf reads who made a tracked change, and when.
func changeOf(e xml.StartElement) extract.Change {
	c := extract.Change{Author: xmlscan.Attr(e, "author"), Date: xmlscan.Attr(e, "date")}
	if c.Author == "" {
		c.Author = "unknown author"
	}
	return c
}

// paragraphProperties are those that the text depends on.
type paragraphProperties struct {
	style   string
	mark    runProperties
	number  number
	outline int // level of a heading, from 1; 0 if it is none
}

// A number says which list a paragraph is in.
type number struct {
	id    string // "" if nothing is said, "0" for none
	level int    // -1 if nothing is said
}

// paragraphProperties reads the present element, a w:pPr.
func (s *scanner) paragraphProperties() (p paragraphProperties, err error) {
	p.number.level = -1
	err = s.children(func(e xml.StartElement) (err error) {
		switch e.Name.Local {
		case "pStyle":
			p.style = xmlscan.Attr(e, "val")
		case "outlineLvl":
			p.outline = levelOf(e) + 1
		case "numPr":
			p.number, err = s.number()
			return err
		case "rPr":
			p.mark, err = s.runProperties()
			return err
		}
		return s.Skip()
	})
	if p.outline > 9 { // "body text"
		p.outline = 0
	}
	return p, err
}

// number reads the present element, a w:numPr.
func (s *scanner) number() (number, error) {
	n := number{level: -1}
	err := s.children(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "numId":
			n.id = xmlscan.Attr(e, "val")
		case "ilvl":
			n.level = levelOf(e)
		}
		return s.Skip()
	})
	return n, err
}

// levelOf reads a level, from 0 to 9.
func levelOf(e xml.StartElement) int {
	v := xmlscan.Attr(e, "val")
	if len(v) != 1 || v[0] < '0' || v[0] > '9' {
		return 0
	}
	return int(v[0] - '0')
}
