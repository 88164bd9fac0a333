package docx

import (
	"encoding/xml"
	"strings"

	"github.com/draftdiff/draftdiff/pkg/source/internal/xmlscan"
)

// A style is one of the document's, with what it takes from the style that it
// is based on once that has been looked up.
type style struct {
	name    string
	kind    string // "paragraph", "character", …
	based   string
	looks   looks
	number  number
	outline int
	settled bool
}

// styles are those of the document.
type styles struct {
	byID     map[string]*style
	defaults map[string]string // the default style of a kind
}

// readStyles reads the part of the styles; a document may have none.
func readStyles(a *archive, part string) (*styles, error) {
	st := &styles{byID: map[string]*style{}, defaults: map[string]string{}}
	s, err := a.scan(part)
	if s == nil || err != nil {
		return st, err
	}
	err = s.document(func(e xml.StartElement) error {
		if e.Name.Local != "style" {
			return s.Skip()
		}
		id := xmlscan.Attr(e, "styleId")
		one := &style{kind: xmlscan.Attr(e, "type"), number: number{level: -1}}
		if v := xmlscan.Attr(e, "default"); v == "1" || v == "true" {
			st.defaults[one.kind] = id
		}
		st.byID[id] = one
		return s.style(one)
	})
	return st, err
}

// style reads the present element, a w:style.
func (s *scanner) style(one *style) error {
	return s.children(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "name":
			one.name = strings.ToLower(xmlscan.Attr(e, "val"))
		case "basedOn":
			one.based = xmlscan.Attr(e, "val")
		case "rPr":
			p, err := s.runProperties()
			one.looks = p.looks
			return err
		case "pPr":
			p, err := s.paragraphProperties()
			one.number, one.outline = p.number, p.outline
			return err
		}
		return s.Skip()
	})
}

var noStyle = &style{number: number{level: -1}}

// find returns a style with everything that it inherits; the default of its
// kind if id is "".
func (st *styles) find(id, kind string) *style {
	if id == "" {
		id = st.defaults[kind]
	}
	one := st.byID[id]
	if one == nil || one.kind != kind {
		return noStyle
	}
	if one.settled {
		return one
	}
	one.settled = true // before its base: a style may be based on itself
	if one.based != "" && one.based != id {
		base := st.find(one.based, kind)
		one.looks = one.looks.over(base.looks)
		if one.number.id == "" {
			one.number.id = base.number.id
			if one.number.level < 0 {
				one.number.level = base.number.level
			}
		}
		if one.outline == 0 {
			one.outline = base.outline
		}
	}
	return one
}

// looks returns how a run looks: what it says itself, else what the styles say,
// of which one that is on switches off another.
func (st *styles) looks(p runProperties, paragraph *style) looks {
	character := noStyle
	if p.style != "" {
		character = st.find(p.style, "character")
	}
	var l looks
	for i := range l {
		l[i] = off
		if (character.looks[i] == on) != (paragraph.looks[i] == on) {
			l[i] = on
		}
	}
	return p.looks.over(l)
}
