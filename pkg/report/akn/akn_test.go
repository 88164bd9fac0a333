package akn_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/draftdiff/draftdiff/pkg/diff"
	"github.com/draftdiff/draftdiff/pkg/report/akn"
	"github.com/draftdiff/draftdiff/pkg/snapshot"
	"github.com/draftdiff/draftdiff/pkg/source/markdown"
)

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
	ids := valid(t, b.Bytes())
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
	valid(t, b.Bytes())
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
	valid(t, b.Bytes())
}

// TestNames keeps apart parties whose names are alike but for signs, and texts
// that are odd as XML.
func TestNames(t *testing.T) {
	t.Parallel()
	src := "Article 1\n\n1. States [shall <&>\"\x01: African Group] [may: African_Group] [must: €; against – £].\n\n[(a) b: X]\n\nPart\u00a0[1]\n"
	var b bytes.Buffer
	if err := akn.Session(&b, snapshot.Build(markdown.Read([]byte(src)), "a b?.md")); err != nil {
		t.Fatal(err)
	}
	valid(t, b.Bytes())
}

// FuzzSession checks that what is written is valid, whatever the text.
func FuzzSession(f *testing.F) {
	f.Add("# Article 1\n\n1. a [b: US, JP] [c ~~d~~: RU; against – US]\n\n(a) e\n\n[2 bis. f: X]")
	f.Fuzz(func(t *testing.T, src string) {
		s := snapshot.Build(markdown.Read([]byte(src)), "")
		var b bytes.Buffer
		if err := akn.Amendments(&b, diff.Compare(snapshot.Build(markdown.Read([]byte("1. a\n\n2. b")), ""), s)); err != nil {
			t.Fatal(err)
		}
		valid(t, b.Bytes())
	})
}
