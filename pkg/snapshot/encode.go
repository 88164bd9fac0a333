package snapshot

import (
	"io"

	"github.com/draftdiff/draftdiff/internal/jsonio"
)

// Encode writes s as an indented JSON document of the format [Schema]: the
// fields in their documented order, lists in document order, the same bytes for
// the same snapshot. [Decode] is its inverse.
func Encode(w io.Writer, s *Snapshot) error {
	j := jsonio.NewWriter(w)
	j.Object()
	j.Key("schema")
	j.String(Schema)
	j.Key("document")
	encodeDocument(j, &s.Document)
	encodeList(j, "parties", s.Parties, encodeParty)
	encodeList(j, "units", s.Units, encodeUnit)
	encodeList(j, "proposals", s.Proposals, encodeProposal)
	encodeList(j, "diagnostics", s.Diagnostics, encodeDiagnostic)
	j.EndObject()
	j.Buf = append(j.Buf, '\n')
	return j.Flush()
}

// AppendDocument appends d to b as the encoded form has it, for a document of
// another format that contains it; depth counts the objects around it.
func AppendDocument(b []byte, d *Document, depth int) []byte {
	j := jsonio.Writer{Buf: b, Depth: depth}
	encodeDocument(&j, d)
	return j.Buf
}

// AppendProposal appends p to b as [AppendDocument] does a document.
func AppendProposal(b []byte, p *Proposal, depth int) []byte {
	j := jsonio.Writer{Buf: b, Depth: depth}
	encodeProposal(&j, p)
	return j.Buf
}

func encodeList[T any](j *jsonio.Writer, key string, list []T, encode func(*jsonio.Writer, *T)) {
	j.Key(key)
	j.Array()
	for i := range list {
		j.Element()
		encode(j, &list[i])
	}
	j.EndArray()
}

func encodeDocument(j *jsonio.Writer, d *Document) {
	j.Object()
	encodeString(j, "title", d.Title)
	encodeString(j, "body", d.Body)
	encodeString(j, "session", d.Session)
	encodeString(j, "place", d.Place)
	encodeString(j, "dates", d.Dates)
	encodeString(j, "status", d.Status)
	j.Key("source")
	j.Object()
	encodeString(j, "name", d.Source.Name)
	encodeString(j, "format", d.Source.Format)
	j.Key("bytes")
	j.Int(d.Source.Bytes)
	encodeString(j, "sha256", d.Source.SHA256.String())
	j.EndObject()
	j.EndObject()
}

func encodeParty(j *jsonio.Writer, p *Party) {
	j.Object()
	encodeString(j, "id", p.ID)
	encodeString(j, "name", p.Name)
	encodeString(j, "iso", p.ISO)
	encodeString(j, "kind", p.Kind)
	j.Key("as_written")
	j.Strings(p.AsWritten)
	j.EndObject()
}

func encodeUnit(j *jsonio.Writer, u *Unit) {
	j.Object()
	encodeString(j, "id", u.ID)
	encodeString(j, "kind", u.Kind.String())
	encodeString(j, "label", u.Label)
	encodeString(j, "heading", u.Heading)
	encodeString(j, "parent", u.Parent)
	encodeString(j, "origin", u.Origin.String())
	encodeString(j, "text", u.Text)
	encodePlace(j, u.Source)
	j.EndObject()
}

func encodeProposal(j *jsonio.Writer, p *Proposal) {
	j.Object()
	encodeString(j, "id", p.ID)
	encodeString(j, "unit", p.Unit)
	encodeString(j, "action", p.Action.String())
	encodeString(j, "old", p.Old)
	encodeString(j, "new", p.New)
	encodeString(j, "target", p.Target)
	j.Key("sponsors")
	j.Strings(p.Sponsors)
	j.Key("against")
	j.Strings(p.Against)
	j.Key("retain")
	j.Strings(p.Retain)
	j.Key("certain")
	j.Bool(p.Certain)
	encodeString(j, "within", p.Within)
	j.Key("at")
	j.Object()
	j.Key("offset")
	j.Int(p.At.Start)
	j.Key("end_offset")
	j.Int(p.At.End)
	j.EndObject()
	encodePlace(j, p.Source)
	j.EndObject()
}

func encodeDiagnostic(j *jsonio.Writer, d *Diagnostic) {
	j.Object()
	encodeString(j, "rule", d.Rule)
	encodeString(j, "severity", d.Severity)
	encodeString(j, "message", d.Message)
	encodePlace(j, d.Source)
	j.EndObject()
}

func encodePlace(j *jsonio.Writer, p Place) {
	j.Key("source")
	j.Object()
	j.Key("line")
	j.Int(p.Line)
	j.Key("end_line")
	j.Int(p.EndLine)
	j.Key("offset")
	j.Int(p.Offset)
	j.Key("end_offset")
	j.Int(p.EndOffset)
	j.EndObject()
}

func encodeString(j *jsonio.Writer, key, value string) {
	j.Key(key)
	j.String(value)
}
