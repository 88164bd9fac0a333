package docx

import (
	"encoding/xml"
	"strconv"

	"github.com/draftdiff/draftdiff/pkg/source/internal/xmlscan"
)

const listLevels = 9

// numbering is what the document says about its lists.
type numbering struct {
	abstract map[string]*abstractList
	lists    map[string]*list
	byStyle  map[string]*abstractList // those that a style of lists stands for
}

// An abstractList is the shape of lists. The lists of one shape count on from
// each other: the counters are here.
type abstractList struct {
	levels   [listLevels]level
	counters [listLevels]int
	begun    [listLevels]bool
	style    string // the shape is that of a style of lists
}

// A level is one depth of a list.
type level struct {
	start     int
	format    string
	text      string // "%1.", "(%2)"
	suffix    string // what stands behind the label: "tab", "space", "nothing"
	restart   int    // the level whose numbers restart this one, from 1; -1: the one above
	legal     bool   // all numbers are decimal
	paragraph string // the paragraph style that is bound to the level
}

// A list is a numbering instance.
type list struct {
	abstract  string
	overrides [listLevels]*int // where it starts counting anew, on first use
	levels    [listLevels]*level
	used      [listLevels]bool
}

// readNumbering reads the part of the lists; a document may have none.
func readNumbering(a *archive, part string) (*numbering, error) {
	n := &numbering{abstract: map[string]*abstractList{}, lists: map[string]*list{}, byStyle: map[string]*abstractList{}}
	s, err := a.scan(part)
	if s == nil || err != nil {
		return n, err
	}
	err = s.document(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "abstractNum":
			return n.readAbstract(s, xmlscan.Attr(e, "abstractNumId"))
		case "num":
			return n.readList(s, xmlscan.Attr(e, "numId"))
		}
		return s.Skip()
	})
	return n, err
}

func (n *numbering) readAbstract(s *scanner, id string) error {
	a := &abstractList{}
	n.abstract[id] = a
	for i := range a.levels {
		a.levels[i] = level{format: "none", restart: -1}
	}
	return s.children(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "styleLink":
			n.byStyle[xmlscan.Attr(e, "val")] = a
		case "numStyleLink":
			a.style = xmlscan.Attr(e, "val")
		case "lvl":
			i := indexOf(e)
			l, err := s.level()
			a.levels[i] = l
			return err
		}
		return s.Skip()
	})
}

// indexOf is the level that an element speaks of.
func indexOf(e xml.StartElement) int {
	i, err := strconv.Atoi(xmlscan.Attr(e, "ilvl"))
	if err != nil {
		return 0
	}
	return min(max(i, 0), listLevels-1)
}

// level reads the present element, a w:lvl.
func (s *scanner) level() (level, error) {
	l := level{start: 0, format: "decimal", restart: -1}
	err := s.children(func(e xml.StartElement) error {
		v := xmlscan.Attr(e, "val")
		switch e.Name.Local {
		case "start":
			l.start = count(v)
		case "numFmt":
			l.format = v
		case "lvlText":
			l.text = v
		case "suff":
			l.suffix = v
		case "isLgl":
			l.legal = toggleOf(e) == on
		case "lvlRestart":
			l.restart = count(v)
		case "pStyle":
			l.paragraph = v
		}
		return s.Skip()
	})
	return l, err
}

// count reads a number that is neither negative nor huge.
func count(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil || n < 0 {
		return 0
	}
	return min(n, 1<<20)
}

func (n *numbering) readList(s *scanner, id string) error {
	l := &list{}
	n.lists[id] = l
	return s.children(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "abstractNumId":
			l.abstract = xmlscan.Attr(e, "val")
		case "lvlOverride":
			i := indexOf(e)
			return s.children(func(e xml.StartElement) error {
				switch e.Name.Local {
				case "startOverride":
					l.overrides[i] = new(count(xmlscan.Attr(e, "val")))
				case "lvl":
					lvl, err := s.level()
					l.levels[i] = &lvl
					return err
				}
				return s.Skip()
			})
		}
		return s.Skip()
	})
}

// shape returns the abstract list of a list, through a style of lists if there
// is one between.
func (n *numbering) shape(l *list) *abstractList {
	a := n.abstract[l.abstract]
	if a != nil && a.style != "" {
		if b := n.byStyle[a.style]; b != nil {
			return b
		}
	}
	return a
}

// at returns a level of a list.
func (l *list) at(a *abstractList, i int) *level {
	if l.levels[i] != nil {
		return l.levels[i]
	}
	return &a.levels[i]
}

// levelFor is the level of a paragraph whose list is that of its style, which
// says no level: the one that is bound to the style.
func (n *numbering) levelFor(id, style string) int {
	if l := n.lists[id]; l != nil {
		if a := n.shape(l); a != nil {
			for i := range a.levels {
				if a.levels[i].paragraph == style {
					return i
				}
			}
		}
	}
	return 0
}
