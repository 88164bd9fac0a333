package report

import (
	"strings"

	"github.com/draftdiff/draftdiff/pkg/citation"
	"github.com/draftdiff/draftdiff/pkg/snapshot"
)

// A Table is the negotiator's table of a text: one row a provision.
type Table struct {
	Document *snapshot.Document
	Sections []TableSection
}

// A TableSection is an article, the preamble or another part with a heading.
type TableSection struct {
	Title string
	Rows  []Provision
}

// A Provision is a unit with what is proposed on it.
type Provision struct {
	Cite      string // within the section
	Base      string // the base text, "" if the provision is only proposed
	Proposals []Wish
}

// A Wish is a proposal with its three sides.
type Wish struct {
	Words                     string // "insert “with each other”"
	Sponsors, Against, Retain []string
	Certain                   bool
}

// NewTable lays out s.
func NewTable(s *snapshot.Snapshot) *Table {
	t := &Table{Document: &s.Document}
	c, on := citation.New(s), proposalsOn(s)
	last := -1
	for i := range s.Units {
		u := &s.Units[i]
		p := Provision{}
		if u.Origin == snapshot.OriginBase {
			p.Base = u.Text
		}
		for _, k := range on[i] {
			p.Proposals = append(p.Proposals, wish(&s.Proposals[k]))
		}
		if len(p.Proposals) == 0 && (p.Base == "" || u.Kind == snapshot.KindNote || u.Kind == snapshot.KindHeading) {
			continue // a note is no provision, and the title has the heading
		}
		if top := c.Section(i); top != last {
			last = top
			t.Sections = append(t.Sections, TableSection{Title: c.Title(top)})
		}
		section := &t.Sections[len(t.Sections)-1]
		if p.Cite = within(c.Cite(i), c.Cite(last)); p.Cite == "" {
			p.Cite = "As a whole"
		}
		section.Rows = append(section.Rows, p)
	}
	return t
}

func wish(p *snapshot.Proposal) Wish {
	var words strings.Builder
	words.WriteString(verbs[p.Action])
	for k, part := range parts(p) {
		if part == "" {
			continue
		}
		if k == 1 {
			words.WriteString(" by")
		}
		words.WriteString(" “" + part + "”")
	}
	return Wish{words.String(), p.Sponsors, p.Against, p.Retain, p.Certain}
}
