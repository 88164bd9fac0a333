package snapshot

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/draftdiff/draftdiff/internal/jsonio"
)

// The fields of each object, all of which have to be there.
var (
	snapshotFields   = []string{"schema", "document", "parties", "units", "proposals", "diagnostics"}
	documentFields   = []string{"title", "body", "session", "place", "dates", "status", "source"}
	sourceFields     = []string{"name", "format", "bytes", "sha256"}
	partyFields      = []string{"id", "name", "iso", "kind", "as_written"}
	unitFields       = []string{"id", "kind", "label", "heading", "parent", "origin", "text", "source"}
	proposalFields   = []string{"id", "unit", "action", "old", "new", "target", "sponsors", "against", "retain", "certain", "within", "at", "source"}
	diagnosticFields = []string{"rule", "severity", "message", "source"}
	placeFields      = []string{"line", "end_line", "offset", "end_offset"}
	anchorFields     = []string{"offset", "end_offset"}
)

// The names that a field can have where it is a choice.
var (
	partyKindNames = []string{"state", "group", "unknown"}
	severityNames  = []string{"error", "warning", "info"}
)

// Decode reads a snapshot that [Encode] wrote. It checks the format and what
// other packages rely on: identifiers are unique, and those that are referred
// to exist. Fields that it does not know are left out. An error names the line
// and the field.
func Decode(r io.Reader) (*Snapshot, error) {
	b, err := io.ReadAll(r)
	if err != nil {
		return nil, fmt.Errorf("reading a snapshot: %w", err)
	}
	s := new(Snapshot)
	d := decoder{Reader: jsonio.NewReader(string(b)), units: map[string]int{}, proposals: map[string]int{}}
	d.Object(snapshotFields, func(key string) {
		switch key {
		case "schema":
			d.schema()
		case "document":
			d.document(&s.Document)
		case "parties":
			d.Array(func() { s.Parties = append(s.Parties, d.party()) })
		case "units":
			d.Array(func() { s.Units = append(s.Units, d.unit()) })
		case "proposals":
			d.Array(func() { s.Proposals = append(s.Proposals, d.proposal()) })
		case "diagnostics":
			d.Array(func() { s.Diagnostics = append(s.Diagnostics, d.diagnostic()) })
		}
	})
	err = d.End()
	if err == nil {
		err = d.references(s)
	}
	if err != nil {
		return nil, fmt.Errorf("this snapshot cannot be read: %w", err)
	}
	return s, nil
}

type decoder struct {
	*jsonio.Reader
	units, proposals map[string]int // index by ID
}

func (d *decoder) schema() {
	if got := d.String(); got != Schema {
		d.Failf("the format is %q, and this program reads %q", got, Schema)
	}
}

func (d *decoder) document(doc *Document) {
	d.Object(documentFields, func(key string) {
		switch key {
		case "title":
			doc.Title = d.String()
		case "body":
			doc.Body = d.String()
		case "session":
			doc.Session = d.String()
		case "place":
			doc.Place = d.String()
		case "dates":
			doc.Dates = d.String()
		case "status":
			doc.Status = d.String()
		case "source":
			d.source(&doc.Source)
		}
	})
}

func (d *decoder) source(src *Source) {
	d.Object(sourceFields, func(key string) {
		switch key {
		case "name":
			src.Name = d.String()
		case "format":
			src.Format = d.String()
		case "bytes":
			src.Bytes = d.Int()
		case "sha256":
			src.SHA256 = ParsedHash(d.String())
		}
	})
}

func (d *decoder) party() (p Party) {
	d.Object(partyFields, func(key string) {
		switch key {
		case "id":
			p.ID = d.String()
		case "name":
			p.Name = d.String()
		case "iso":
			p.ISO = d.String()
		case "kind":
			p.Kind = partyKindNames[d.choice(partyKindNames)]
		case "as_written":
			p.AsWritten = d.Strings()
		}
	})
	return p
}

func (d *decoder) unit() (u Unit) {
	d.Object(unitFields, func(key string) {
		switch key {
		case "id":
			u.ID = d.identifier(d.units)
		case "kind":
			u.Kind = UnitKind(1 + d.choice(kindNames[1:]))
		case "label":
			u.Label = d.String()
		case "heading":
			u.Heading = d.String()
		case "parent":
			u.Parent = d.String()
		case "origin":
			u.Origin = Origin(1 + d.choice(originNames[1:]))
		case "text":
			u.Text = d.String()
		case "source":
			u.Source = d.place()
		}
	})
	return u
}

func (d *decoder) proposal() (p Proposal) {
	d.Object(proposalFields, func(key string) {
		switch key {
		case "id":
			p.ID = d.identifier(d.proposals)
		case "unit":
			p.Unit = d.String()
		case "action":
			p.Action = Action(1 + d.choice(actionNames[1:]))
		case "old":
			p.Old = d.String()
		case "new":
			p.New = d.String()
		case "target":
			p.Target = d.String()
		case "sponsors":
			p.Sponsors = d.Strings()
		case "against":
			p.Against = d.Strings()
		case "retain":
			p.Retain = d.Strings()
		case "certain":
			p.Certain = d.Bool()
		case "within":
			p.Within = d.String()
		case "at":
			p.At = d.anchor()
		case "source":
			p.Source = d.place()
		}
	})
	return p
}

func (d *decoder) diagnostic() (g Diagnostic) {
	d.Object(diagnosticFields, func(key string) {
		switch key {
		case "rule":
			g.Rule = d.String()
		case "severity":
			g.Severity = severityNames[d.choice(severityNames)]
		case "message":
			g.Message = d.String()
		case "source":
			g.Source = d.place()
		}
	})
	return g
}

func (d *decoder) place() (p Place) {
	d.Object(placeFields, func(key string) {
		switch key {
		case "line":
			p.Line = d.Int()
		case "end_line":
			p.EndLine = d.Int()
		case "offset":
			p.Offset = d.Int()
		case "end_offset":
			p.EndOffset = d.Int()
		}
	})
	if p.Line > p.EndLine || p.Offset > p.EndOffset {
		d.Failf("the end stands before the beginning")
	}
	return p
}

func (d *decoder) anchor() (a Anchor) {
	d.Object(anchorFields, func(key string) {
		switch key {
		case "offset":
			a.Start = d.Int()
		case "end_offset":
			a.End = d.Int()
		}
	})
	if a.Start > a.End {
		d.Failf("the end stands before the beginning")
	}
	return a
}

// choice reads one of the names and returns its index.
func (d *decoder) choice(names []string) int {
	got := d.String()
	i := slices.Index(names, got)
	if i < 0 {
		d.Failf("%q is none of %s", got, strings.Join(names, ", "))
	}
	return max(0, i)
}

// identifier reads an identifier that no other in the set has.
func (d *decoder) identifier(set map[string]int) string {
	id := d.String()
	if _, twice := set[id]; twice {
		d.Failf("the identifier %q is there twice", id)
	}
	if id == "" {
		d.Failf("the identifier is empty")
	}
	set[id] = len(set)
	return id
}

// references checks that what is referred to exists, a parent before its
// children and the anchor of a proposal on words within its text.
func (d *decoder) references(s *Snapshot) error {
	for i := range s.Units {
		u := &s.Units[i]
		if k, ok := d.units[u.Parent]; u.Parent != "" && (!ok || k >= i) {
			return fmt.Errorf("units[%d].parent: no unit %q stands before %q", i, u.Parent, u.ID)
		}
	}
	for i := range s.Proposals {
		p := &s.Proposals[i]
		unit, ok := d.units[p.Unit]
		if p.Unit != "" && !ok {
			return fmt.Errorf("proposals[%d].unit: there is no unit %q", i, p.Unit)
		}
		around, ok := d.proposals[p.Within]
		size := 0
		switch {
		case p.Within != "" && !ok:
			return fmt.Errorf("proposals[%d].within: there is no proposal %q", i, p.Within)
		case p.Within != "":
			size = len(s.Proposals[around].New)
		case p.Unit != "":
			size = len(s.Units[unit].Text)
		}
		if p.Action.OnWords() && p.At.End > size {
			return fmt.Errorf("proposals[%d].at: byte %d lies behind the end of the text, which has %d", i, p.At.End, size)
		}
	}
	return nil
}
