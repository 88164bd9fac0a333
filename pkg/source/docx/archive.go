package docx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"strings"

	"github.com/draftdiff/draftdiff/pkg/source"
	"github.com/draftdiff/draftdiff/pkg/source/internal/xmlscan"
)

const what = "Word document"

// An archive is the parts of a document.
type archive struct {
	parts map[string]*zip.File
	lim   *source.Limits
	nodes int
}

// openArchive lists the parts. Two parts of one name are refused: which one is
// read would depend on the program that reads it.
func openArchive(b []byte, lim *source.Limits) (*archive, error) {
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		return nil, source.Damaged(what, "its archive is not complete")
	}
	if len(z.File) > lim.Parts {
		return nil, source.OverLimit("more parts", lim.Parts, "parts")
	}
	a := &archive{parts: make(map[string]*zip.File, len(z.File)), lim: lim}
	for _, f := range z.File {
		name := partName(f.Name)
		if _, twice := a.parts[name]; twice {
			return nil, source.Damaged(what, "the part "+strings.ToValidUTF8(f.Name, "?")+" stands in it twice")
		}
		a.parts[name] = f
	}
	return a, nil
}

// partName is the form in which names of parts are compared.
func partName(name string) string {
	return strings.ToLower(strings.TrimPrefix(path.Clean("/"+strings.ReplaceAll(name, `\`, "/")), "/"))
}

// read unpacks a part; nil if there is none of that name.
func (a *archive) read(name string) ([]byte, error) {
	f := a.parts[partName(name)]
	if name == "" || f == nil {
		return nil, nil
	}
	r, err := f.Open()
	if err != nil {
		return nil, source.Damaged(what, "its part "+path.Base(name)+" cannot be unpacked")
	}
	defer r.Close()
	var buf bytes.Buffer
	buf.Grow(int(min(f.UncompressedSize64, 16<<20)) + bytes.MinRead)
	n, err := buf.ReadFrom(io.LimitReader(r, a.lim.Inflated+1))
	switch {
	case n > a.lim.Inflated:
		return nil, source.OverLimit("a part that unpacks to more", source.Size(a.lim.Inflated), "inflated")
	case err != nil:
		return nil, source.Damaged(what, "its part "+path.Base(name)+" cannot be unpacked")
	}
	return buf.Bytes(), nil
}

// scan returns a scanner over a part, nil if there is none of that name.
func (a *archive) scan(name string) (*scanner, error) {
	b, err := a.read(name)
	if b == nil || err != nil {
		return nil, err
	}
	return &scanner{xmlscan.New(b, what, a.lim, &a.nodes)}, nil
}

// related returns the parts that a part is related to, by the last word of the
// type of relation: "styles", "footnotes". External ones are left out.
func (a *archive) related(part string) (map[string]string, error) {
	dir, base := path.Split(part)
	s, err := a.scan(dir + "_rels/" + base + ".rels")
	if s == nil || err != nil {
		return nil, err
	}
	rel := map[string]string{}
	err = s.document(func(e xml.StartElement) error {
		if e.Name.Local != "Relationship" {
			return s.Skip()
		}
		target := xmlscan.Attr(e, "Target")
		if !strings.EqualFold(xmlscan.Attr(e, "TargetMode"), "external") {
			if !strings.HasPrefix(target, "/") {
				target = path.Join(dir, target)
			}
			rel[path.Base(xmlscan.Attr(e, "Type"))] = strings.TrimPrefix(target, "/")
		}
		return s.Skip()
	})
	return rel, err
}

// A scanner walks the elements of a part.
type scanner struct {
	*xmlscan.Scanner
}

// document calls each for every child of the root element.
func (s *scanner) document(each func(xml.StartElement) error) error {
	for {
		t, err := s.Next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if _, ok := t.(xml.StartElement); ok {
			return s.children(each)
		}
	}
}

// children calls each for every child of the present element, to its end. Each
// reads the child to its end, or fails.
func (s *scanner) children(each func(xml.StartElement) error) error {
	for {
		t, err := s.Next()
		if err != nil {
			return unexpected(err)
		}
		switch t := t.(type) {
		case xml.EndElement:
			return nil
		case xml.StartElement:
			if err := each(t); err != nil {
				return err
			}
		}
	}
}

// words returns the text of the present element, to its end.
func (s *scanner) words() (string, error) {
	var words string
	for {
		t, err := s.Next()
		if err != nil {
			return "", unexpected(err)
		}
		switch t := t.(type) {
		case xml.EndElement:
			return words, nil
		case xml.CharData:
			words += string(t)
		case xml.StartElement:
			if err := s.Skip(); err != nil {
				return "", err
			}
		}
	}
}

// unexpected makes an error of the end of a part inside an element.
func unexpected(err error) error {
	if errors.Is(err, io.EOF) {
		return source.Damaged(what, "one of its parts ends too early")
	}
	return err
}
