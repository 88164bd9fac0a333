package xmlscan

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"unicode"

	"golang.org/x/net/html/charset"

	"github.com/draftdiff/draftdiff/pkg/source"
)

// A Scanner reads the tokens of one XML document.
type Scanner struct {
	dec   *xml.Decoder
	what  string
	lim   *source.Limits
	nodes *int
	depth int
}

// New returns a scanner over b. What names the document for errors: "Word
// document". The nodes are counted in nodes, which several scanners may share.
func New(b []byte, what string, lim *source.Limits, nodes *int) *Scanner {
	dec := xml.NewDecoder(bytes.NewReader(b))
	dec.CharsetReader = charset.NewReaderLabel
	return &Scanner{dec: dec, what: what, lim: lim, nodes: nodes}
}

// Next returns the next start element, end element or text; io.EOF at the end.
// The token is good until the next call. Every other error is a [*source.Error].
func (s *Scanner) Next() (xml.Token, error) {
	for {
		t, err := s.dec.Token()
		if err != nil {
			return nil, s.explain(err)
		}
		switch t.(type) {
		case xml.StartElement:
			s.depth++
			*s.nodes++
			if s.depth > s.lim.Depth {
				return nil, source.OverLimit("elements nested deeper", s.lim.Depth, "depth")
			}
			if *s.nodes > s.lim.Nodes {
				return nil, source.OverLimit("more elements", s.lim.Nodes, "nodes")
			}
			return t, nil
		case xml.EndElement:
			s.depth--
			return t, nil
		case xml.CharData:
			return t, nil
		case xml.Directive:
			return nil, &source.Error{
				What: "this " + s.what + " declares entities of its own (DOCTYPE), which draftdiff does not read",
				Do:   "open it in the program that made it, and save it again",
			}
		}
	}
}

// Skip passes over the element that [Scanner.Next] has just begun.
func (s *Scanner) Skip() error {
	for depth := s.depth; s.depth >= depth; {
		if _, err := s.Next(); err != nil {
			return err
		}
	}
	return nil
}

func (s *Scanner) explain(err error) error {
	if errors.Is(err, io.EOF) {
		return io.EOF
	}
	why := err.Error()
	if se, ok := errors.AsType[*xml.SyntaxError](err); ok {
		why = se.Msg
	}
	return source.Damaged(s.what, strings.Map(printable, strings.ToValidUTF8(why, "?")))
}

// printable keeps a message on one line, whatever the document has in it.
func printable(r rune) rune {
	if !unicode.IsPrint(r) {
		return '?'
	}
	return r
}

// Attr returns the value of an attribute by its local name, "" if there is
// none.
func Attr(e xml.StartElement, name string) string {
	for i := range e.Attr {
		if e.Attr[i].Name.Local == name {
			return e.Attr[i].Value
		}
	}
	return ""
}
