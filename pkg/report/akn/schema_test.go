package akn_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/draftdiff/draftdiff/pkg/diff"
	"github.com/draftdiff/draftdiff/pkg/report/akn"
)

const namespace = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"

// A rule is what the schema says of an element: its children in their order, the
// words among them, its attributes.
type rule struct {
	children *regexp.Regexp // names, each with a space behind; nil for none
	words    bool           // text of its own may stand in it
	must     string         // attributes that it has to have
	may      string         // attributes that it may have
}

// schema is what the schema of Akoma Ntoso 3.0 (OASIS, release of 30 March 2017)
// says of the elements that are written, as far as it lets what is written stand
// in them.
var schema = map[string]rule{
	"akomaNtoso":          {children: list("doc ")},
	"doc":                 {children: list("meta mainBody "), must: "name"},
	"meta":                {children: list("identification (analysis )*(references )*")},
	"identification":      {children: list("FRBRWork FRBRExpression FRBRManifestation "), must: "source"},
	"FRBRWork":            {children: list(frbr + "FRBRcountry ")},
	"FRBRExpression":      {children: list(frbr + "(FRBRlanguage )+")},
	"FRBRManifestation":   {children: list(frbr)},
	"FRBRthis":            {must: "value"},
	"FRBRuri":             {must: "value"},
	"FRBRdate":            {must: "date name"},
	"FRBRauthor":          {must: "href"},
	"FRBRcountry":         {must: "value"},
	"FRBRlanguage":        {must: "language"},
	"analysis":            {children: list("(activeModifications )?"), must: "source"},
	"activeModifications": {children: list("(textualMod )+")},
	"textualMod":          {children: list("(source )+(destination )+(old )*(new )*"), must: "type", may: "eId"},
	"source":              {may: "eId href"},
	"destination":         {may: "eId href"},
	"old":                 {children: list("(foreign )*"), may: "eId href"},
	"new":                 {children: list("(foreign )*"), may: "eId href"},
	"references":          {children: list("(TLCOrganization )+"), must: "source"},
	"TLCOrganization":     {must: "href showAs", may: "eId"},
	"mainBody":            {children: list("(" + hier + "|p )+")},
	"chapter":             level,
	"article":             level,
	"paragraph":           level,
	"subparagraph":        level,
	"point":               level,
	"hcontainer":          {children: level.children, must: "name", may: level.may},
	"intro":               {children: list("(p )*"), may: "eId"},
	"content":             {children: list("(p )*"), may: "eId"},
	"p":                   inline,
	"num":                 inline,
	"heading":             inline,
	"ins":                 inline,
	"del":                 inline,
	"authorialNote":       {children: list("(p )+"), may: "eId marker"},
}

const (
	frbr = "FRBRthis (FRBRuri )+(FRBRdate )+(FRBRauthor )+"
	hier = "(chapter |article |paragraph |subparagraph |point |hcontainer )"
)

func list(s string) *regexp.Regexp { return regexp.MustCompile("^(" + s + ")$") }

var (
	level  = rule{children: list("(num |heading )*(content |(intro )?" + hier + "*)"), may: "eId"}
	inline = rule{children: list("(ins |del |authorialNote )*"), words: true, may: "eId refersTo"}
)

// values are what the schema, or the convention of names, says of attributes.
var values = map[string]*regexp.Regexp{
	"eId":      regexp.MustCompile(`^\S+$`),
	"refersTo": regexp.MustCompile(`^#\S+( #\S+)*$`),
	"href":     regexp.MustCompile(`^(/[A-Za-z0-9_./-]+)?(#[A-Za-z0-9_.-]+)?$`),
	"source":   regexp.MustCompile(`^#\S+$`),
	"type":     regexp.MustCompile(`^(repeal|substitution|insertion|replacement|renumbering|split|join)$`),
}

// valid holds a document against the schema, fails where it breaks it, and returns
// the ids.
func valid(t *testing.T, b []byte) map[string]bool {
	t.Helper()
	ids, err := validate(b)
	if err != nil {
		t.Fatal(err)
	}
	return ids
}

// An element that is open, and what was in it so far.
type element struct {
	name     string
	children strings.Builder
}

func validate(b []byte) (ids map[string]bool, err error) {
	ids = map[string]bool{}
	var refs []string
	open := []*element{{name: ""}}
	dec := xml.NewDecoder(bytes.NewReader(b))
	for {
		tok, err := dec.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
		top := open[len(open)-1]
		switch e := tok.(type) {
		case xml.StartElement:
			if e.Name.Space != namespace {
				top.children.WriteString("foreign ")
				if err := dec.Skip(); err != nil {
					return nil, err
				}
				continue
			}
			top.children.WriteString(e.Name.Local + " ")
			open = append(open, &element{name: e.Name.Local})
			found, err := attributes(e, ids)
			if err != nil {
				return nil, err
			}
			refs = append(refs, found...)
		case xml.CharData:
			is := schema[top.name]
			if len(bytes.TrimSpace(e)) > 0 && !is.words || is.children == nil && top.name != "" {
				return nil, fmt.Errorf("words stand in %s: %.40q", top.name, e)
			}
		case xml.EndElement:
			want, got := schema[top.name].children, top.children.String()
			if want == nil && got != "" || want != nil && !want.MatchString(got) {
				return nil, fmt.Errorf("in %s stand %.80s; want %s", top.name, got, want)
			}
			open = open[:len(open)-1]
		}
	}
	if got := open[0].children.String(); got != "akomaNtoso " {
		return nil, fmt.Errorf("the document is %q", got)
	}
	for _, r := range refs {
		if !ids[r[1:]] {
			return nil, fmt.Errorf("the reference %q leads nowhere", r)
		}
	}
	return ids, nil
}

// attributes checks the attributes of an element, notes its id, and returns what
// they refer to.
func attributes(e xml.StartElement, ids map[string]bool) (refs []string, err error) {
	name := e.Name.Local
	is, ok := schema[name]
	if !ok {
		return nil, fmt.Errorf("no element %s", name)
	}
	missing := strings.Fields(is.must)
	seen := map[xml.Name]bool{}
	for _, a := range e.Attr {
		if a.Name.Local == "xmlns" {
			continue
		}
		if seen[a.Name] {
			return nil, fmt.Errorf("%s has %s twice", name, a.Name.Local)
		}
		seen[a.Name] = true
		var rest []string
		for _, m := range missing {
			if m != a.Name.Local {
				rest = append(rest, m)
			}
		}
		if len(rest) == len(missing) && !strings.Contains(" "+is.may+" ", " "+a.Name.Local+" ") {
			return nil, fmt.Errorf("%s has the attribute %s", name, a.Name.Local)
		}
		missing = rest
		if v := values[a.Name.Local]; v != nil && !v.MatchString(a.Value) {
			return nil, fmt.Errorf("%s of %s is %q", a.Name.Local, name, a.Value)
		}
		switch a.Name.Local {
		case "eId":
			if ids[a.Value] {
				return nil, fmt.Errorf("two elements have the id %q", a.Value)
			}
			ids[a.Value] = true
		case "refersTo", "source":
			refs = append(refs, strings.Fields(a.Value)...)
		case "href":
			if strings.HasPrefix(a.Value, "#") {
				refs = append(refs, a.Value)
			}
		case "date":
			if _, err := time.Parse(time.DateOnly, a.Value); err != nil {
				return nil, err
			}
		}
	}
	if len(missing) > 0 {
		return nil, fmt.Errorf("%s has no %s", name, missing[0])
	}
	return refs, nil
}

// TestValidate breaks a document in ways that the check has to see.
func TestValidate(t *testing.T) {
	t.Parallel()
	var b bytes.Buffer
	if err := akn.Amendments(&b, diff.Compare(fixture(t, "ahc-5th-session.md"), fixture(t, "ahc-6th-session-constructed.md"))); err != nil {
		t.Fatal(err)
	}
	for old, broken := range map[string]string{
		"<content><p>":    "<content>words<p>",
		"<content>":       "<intro><p/></intro><content>",
		` language="eng"`: "",
		` date="`:         ` day="1" date="`,
		`"renumbering"`:   `"moving"`,
		`<p xmlns="http://www.w3.org/1999/xhtml">`: `<p>`,
		`"art_57"`:          `"art_56"`,
		"#party_CARICOM ":   "#party_CARICUM ",
		"<FRBRcountry":      "<FRBRcountries",
		"</identification>": "<FRBRItem/></identification>",
		"0001-01-01":        "0001-13-01",
		`href="#body"/>`:    `href="#nobody"/>`,
		`href="#body"`:      `href="#body#"`,
		`"un"/>`:            `"un"> </FRBRcountry>`,
		`<num>`:             `<num eId="n" eId="m">`,
		namespace:           namespace + ".1",
	} {
		if bad := strings.Replace(b.String(), old, broken, 1); bad == b.String() {
			t.Errorf("there is no %s", old)
		} else if _, err := validate([]byte(bad)); err == nil {
			t.Errorf("%s for %s is not seen", broken, old)
		}
	}
}

// TestSchema has xmllint validate against the schema itself where
// DRAFTDIFF_AKN_SCHEMA names it (akomantoso30.xsd, with xml.xsd beside it).
func TestSchema(t *testing.T) {
	t.Parallel()
	xsd := os.Getenv("DRAFTDIFF_AKN_SCHEMA")
	if xsd == "" {
		t.Skip("DRAFTDIFF_AKN_SCHEMA is not set")
	}
	for name, doc := range documents(t) {
		file := filepath.Join(t.TempDir(), "akn.xml")
		if err := os.WriteFile(file, doc, 0o600); err != nil {
			t.Fatal(err)
		}
		if out, err := exec.CommandContext(t.Context(), "xmllint", "--nonet", "--noout", "--schema", xsd, file).CombinedOutput(); err != nil {
			t.Errorf("%s: %v\n%.2000s", name, err, out)
		}
	}
}
