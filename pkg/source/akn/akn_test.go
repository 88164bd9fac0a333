package akn_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/draftdiff/draftdiff/pkg/source"
	"github.com/draftdiff/draftdiff/pkg/source/akn"
	"github.com/draftdiff/draftdiff/pkg/text"
)

const head = `<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act><meta><identification><FRBRWork>x</FRBRWork></identification>
<references><TLCOrganization eId="cl" showAs="Chile"/></references></meta><body>`

// TestRead is on numbers, changes and notes.
func TestRead(t *testing.T) {
	t.Parallel()
	for why, c := range map[string]struct{ body, want string }{
		"numbers":        {"<article><num>Article 5</num><heading>Scope</heading><paragraph><num>1</num><intro><p>a:</p></intro><point><num>a</num><content><p>b</p></content></point></paragraph></article>", "# Article 5. Scope\n* 1. a:\n* (a) b\n"},
		"a number alone": {"<article><num>Article 5</num><paragraph><num>1.</num><content><p>a</p></content></paragraph></article>", "# Article 5\n* 1. a\n"},
		"no heading":     {"<article><num>Article 5</num><paragraph><content><p>a</p></content></paragraph></article>", "# Article 5\na\n"},
		"a new unit":     {`<paragraph><num> <ins refersTo="#cl">2 bis.</ins> </num><content><p><ins refersTo="#cl">a</ins> b</p></content></paragraph>`, "* 2:Chile<2 bis. a> b\n"},
		"a new number":   {`<paragraph><num>2 <ins refersTo="#cl">bis</ins></num><content><p>a</p></content></paragraph>`, "* 2 bis a\n"},
		"changes":        {`<p>a <del>b</del> <ins refersTo="#cl #us">c</ins> <del refersTo="#us">d</del></p>`, "a 1<b> 2:Chile, us<c> 3:us<d>\n"},
		"a note":         {`<p>a<authorialNote marker="1"><p>n <b>m</b></p></authorialNote> b</p>`, "a b\n^ n m\n"},
		"entries":        {`<table><tr><th><p>a</p></th><td><p>b</p></td></tr></table>`, "^ a\n^ b\n"},
		"a contents":     {`<toc><tocItem>Article 1</tocItem></toc><p>a</p>`, "~ Article 1\na\n"},
	} {
		doc, err := akn.Read([]byte(head+c.body+"</body></act></akomaNtoso>"), source.Limits{})
		if err != nil {
			t.Errorf("%s: %v", why, err)
			continue
		}
		var got strings.Builder
		for i := range doc.Blocks {
			b := &doc.Blocks[i]
			got.WriteString([...]string{"", "# ", "* ", "~ ", "^ "}[b.Layout])
			at := 0
			for _, m := range b.Marks {
				if m.Kind == text.MarkEmphasis {
					continue
				}
				got.WriteString(b.Text[at:m.Span.Start] + string(rune('0'+m.Kind)))
				if m.Author != "" {
					got.WriteString(":" + m.Author)
				}
				got.WriteString("<" + b.Text[m.Span.Start:m.Span.End] + ">")
				at = m.Span.End
			}
			got.WriteString(b.Text[at:] + "\n")
		}
		if diff := cmp.Diff(c.want, got.String()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", why, diff)
		}
	}
}

// FuzzRead checks that blocks lie in the text where they say.
func FuzzRead(f *testing.F) {
	f.Add(head + "<p>a <ins refersTo='#cl'>b</ins></p></body></act></akomaNtoso>")
	f.Add(`<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "haha">]><akomaNtoso><del>&a;</del></akomaNtoso>`)
	f.Fuzz(func(t *testing.T, s string) {
		doc, err := akn.Read([]byte(s), source.Limits{})
		if err != nil {
			return
		}
		for i := range doc.Blocks {
			if b := &doc.Blocks[i]; string(doc.File.Bytes[b.Span.Start:b.Span.End]) != b.Text {
				t.Fatalf("block %d at %v: %q", i, b.Span, b.Text)
			}
		}
	})
}
