package akn_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/draftdiff/draftdiff/pkg/diff"
	"github.com/draftdiff/draftdiff/pkg/report/akn"
	"github.com/draftdiff/draftdiff/pkg/snapshot"
	"github.com/draftdiff/draftdiff/pkg/source/markdown"
)

// children is what the schema lets stand in the elements that are written, as
// far as they are written.
var children = map[string]string{
	"": "akomaNtoso", "akomaNtoso": "doc", "doc": "meta mainBody", "meta": "identification analysis references",
	"identification": "FRBRWork FRBRExpression FRBRManifestation", "FRBRWork": frbr + " FRBRcountry", "FRBRExpression": frbr + " FRBRlanguage", "FRBRManifestation": frbr,
	"analysis": "activeModifications", "activeModifications": "textualMod", "textualMod": "source destination old new", "references": "TLCOrganization",
	"mainBody": hier, "chapter": level, "article": level, "paragraph": level, "subparagraph": level, "point": level, "hcontainer": level,
	"intro": "p", "content": "p", "p": words, "num": words, "heading": words, "ins": words, "del": words, "authorialNote": "p",
}

const (
	frbr  = "FRBRthis FRBRuri FRBRdate FRBRauthor"
	hier  = "chapter article paragraph subparagraph point hcontainer"
	level = "num heading intro content " + hier
	words = "ins del authorialNote"
)

// check holds a document against the structure of the schema: which elements
// stand in which and in what order, that content stands alone, that hierarchical
// elements have ids, that ids are unique, and that references lead somewhere.
func check(t *testing.T, b []byte) map[string]bool {
	t.Helper()
	ids := map[string]bool{}
	var refs, open []string
	order := []int{0}
	dec := xml.NewDecoder(bytes.NewReader(b))
	for {
		tok, err := dec.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		switch e := tok.(type) {
		case xml.StartElement:
			name, parent := e.Name.Local, ""
			if len(open) > 0 {
				parent = open[len(open)-1]
			}
			at := indexOf(children[parent], name)
			if at < 0 {
				t.Fatalf("%s stands in %s", name, parent)
			}
			if isLevel := children[parent] == level; isLevel && at < min(order[len(order)-1], 4) || isLevel && order[len(order)-1] == 3 {
				t.Fatalf("%s stands in %s behind what it should stand before", name, parent)
			}
			order[len(order)-1] = at
			order = append(order, 0)
			open = append(open, name)
			id := ""
			for _, a := range e.Attr {
				switch a.Name.Local {
				case "eId":
					id = a.Value
				case "refersTo":
					refs = append(refs, strings.Fields(a.Value)...)
				}
			}
			if id == "" && (children[name] == level || name == "ins" || name == "del" || name == "TLCOrganization") {
				t.Fatalf("%s has no eId", name)
			}
			if id != "" && ids[id] || strings.ContainsAny(id, " \t\n") {
				t.Fatalf("the eId %q of %s", id, name)
			}
			ids[id] = true
		case xml.EndElement:
			open, order = open[:len(open)-1], order[:len(order)-1]
		}
	}
	for _, r := range refs {
		if !strings.HasPrefix(r, "#") || !ids[r[1:]] {
			t.Fatalf("the reference %q leads nowhere", r)
		}
	}
	return ids
}

func indexOf(list, name string) int {
	for i, s := range strings.Fields(list) {
		if s == name {
			return i
		}
	}
	return -1
}

func fixture(t *testing.T, name string) *snapshot.Snapshot {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("..", "..", "..", "fixtures", name))
	if err != nil {
		t.Fatal(err)
	}
	return snapshot.Build(markdown.Read(b), name)
}

func TestSession(t *testing.T) {
	t.Parallel()
	s := fixture(t, "ahc-5th-session.md")
	var b bytes.Buffer
	if err := akn.Session(&b, s); err != nil {
		t.Fatal(err)
	}
	ids := check(t, b.Bytes())
	for i := range s.Units {
		if u := &s.Units[i]; !ids[u.ID] && u.Kind != snapshot.KindHeading {
			t.Errorf("the unit %s is missing", u.ID)
		}
	}
	for _, want := range []string{`<TLCOrganization eId="party_CARICOM" href="/akn/ontology/organization/CARICOM" showAs="CARICOM"/>`, `refersTo="#party_CARICOM`} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("there is no %s", want)
		}
	}
}

func TestAmendments(t *testing.T) {
	t.Parallel()
	var b bytes.Buffer
	d := diff.Compare(fixture(t, "ahc-5th-session.md"), fixture(t, "ahc-6th-session-constructed.md"))
	if err := akn.Amendments(&b, d); err != nil {
		t.Fatal(err)
	}
	check(t, b.Bytes())
	for _, want := range []string{`<textualMod type="repeal"`, `<textualMod type="renumbering"`, `#art_104__para_2"/>`} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("there is no %s", want)
		}
	}
}

func TestEmpty(t *testing.T) {
	t.Parallel()
	var b bytes.Buffer
	if err := akn.Session(&b, &snapshot.Snapshot{}); err != nil {
		t.Fatal(err)
	}
}
