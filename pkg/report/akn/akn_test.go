package akn_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/draftdiff/draftdiff/pkg/diff"
	"github.com/draftdiff/draftdiff/pkg/report/akn"
	"github.com/draftdiff/draftdiff/pkg/snapshot"
	"github.com/draftdiff/draftdiff/pkg/source"
	reader "github.com/draftdiff/draftdiff/pkg/source/akn"
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
		if u := &s.Units[i]; !ids[u.ID] {
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

// texts are such as a file may hold, and names of documents and parties.
var texts = map[string]string{
	"signs":    "Article 1\n\n1. States [shall <&>\"\x01: African Group] [may: African_Group] [must: €; against – £].\n\n[(a) b: X]\n\nPart\u00a0[1]\n",
	"notes":    "[Note: the Chair comes back to this.]\n\n> 1 See A/AC.291/22.\n",
	"unclosed": "# Article 1\n\n1. States [shall [may [must: US, JP\n\n2. [(a) b: CARICOM\n\n[[[[\n\n3. c ] d ]]]]\n",
	"headings": "# [Chapter I\nGeneral: US, JP]\n\n## [Article 1 bis. [Scope: EU] [Aim: IR; against – US]\n\n1. a\n\n### [Article 2. ~~Use~~ [Terms: CN]: RU]\n\n## Cluster 1 [name: Y]\n\n### Preamble [bis: Z]\n",
	"deleted":  "[Article 1 – delete: US]\n\n1. a\n\n[delete para 2: JP]\n\n2. b\n\n~~3. c~~ [: RU]\n\n[Delete article: CN, IR; retain – US]\n",
	"labels":   "Article\u00a01\u2003bis\n\n1\u2028ter. a\n\n(a bis) b\n\n[1 alt. c: X]\n\nOption 1\n\nd\n\nArticle 1 bis\n\n1 bis. e\n\n(é) f\n",
	"loose":    "Words [of: US] no article.\n\n(a) b\n\n(i) c\n\nChapter II\n\n1. d\n",
}

// documents are Akoma Ntoso files of many kinds, by what is in them.
func documents(t *testing.T) map[string][]byte {
	t.Helper()
	docs := map[string][]byte{}
	add := func(name string, old, s *snapshot.Snapshot) {
		var b bytes.Buffer
		if err := akn.Session(&b, s); err != nil {
			t.Fatal(err)
		}
		docs[name] = bytes.Clone(b.Bytes())
		b.Reset()
		if err := akn.Amendments(&b, diff.Compare(old, s)); err != nil {
			t.Fatal(err)
		}
		docs[name+", changes"] = b.Bytes()
	}
	real := fixture(t, "ahc-5th-session.md")
	add("real", real, fixture(t, "ahc-6th-session-constructed.md"))
	add("nothing", real, &snapshot.Snapshot{})
	for name, src := range texts {
		add(name, snapshot.Build(markdown.Read([]byte("1. a\n\n2. b")), ""), snapshot.Build(markdown.Read([]byte(src)), "a b?.md"))
	}
	for _, id := range []string{"draftdiff", "body", "party_NO", "ins_1", "comment_1", "pmod_1__new_1", "a b", "%zz#[", "\x01", "é"} {
		s := fixture(t, "negotiation/session-2.md")
		for i := range s.Units {
			if u := &s.Units[i]; u.Parent == "" {
				u.ID += "x" + id
			}
		}
		s.Units[0].ID = id
		add("id "+id, fixture(t, "negotiation/session-1.md"), s)
	}
	return docs
}

func TestDocuments(t *testing.T) {
	t.Parallel()
	for name, doc := range documents(t) {
		if _, err := validate(doc); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestReadBack reads what is written: the units are the same but for the notes
// that positions become.
func TestReadBack(t *testing.T) {
	t.Parallel()
	for n := 1; n <= 5; n++ {
		s := fixture(t, fmt.Sprintf("negotiation/session-%d.md", n))
		var b bytes.Buffer
		if err := akn.Session(&b, s); err != nil {
			t.Fatal(err)
		}
		doc, err := reader.Read(b.Bytes(), source.Limits{})
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(units(s), units(snapshot.Build(snapshot.Tracked(doc, snapshot.AuthorsByName), ""))); diff != "" {
			t.Errorf("session %d (-want +got):\n%s", n, diff)
		}
	}
}

// units are the units of a snapshot but for its notes, without places.
func units(s *snapshot.Snapshot) []snapshot.Unit {
	var out []snapshot.Unit
	for _, u := range s.Units {
		if u.Kind != snapshot.KindNote {
			u.Source = snapshot.Place{}
			out = append(out, u)
		}
	}
	return out
}

// FuzzSession checks that what is written is valid, whatever the text.
func FuzzSession(f *testing.F) {
	f.Add("# Article 1\n\n1. a [b: US, JP] [c ~~d~~: RU; against – US]\n\n(a) e\n\n[2 bis. f: X]")
	for _, src := range texts {
		f.Add(src)
	}
	f.Fuzz(func(t *testing.T, src string) {
		s := snapshot.Build(markdown.Read([]byte(src)), "")
		var b bytes.Buffer
		if err := akn.Amendments(&b, diff.Compare(snapshot.Build(markdown.Read([]byte("1. a\n\n2. b")), ""), s)); err != nil {
			t.Fatal(err)
		}
		valid(t, b.Bytes())
	})
}
