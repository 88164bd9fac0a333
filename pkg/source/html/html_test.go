package html_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/draftdiff/draftdiff/pkg/source"
	"github.com/draftdiff/draftdiff/pkg/source/html"
	"github.com/draftdiff/draftdiff/pkg/text"
)

// dump writes a document one block a line: what is struck in «…», inserted in
// {+…+author}, deleted in {-…-author}.
func dump(t *testing.T, page string) string {
	t.Helper()
	doc, err := html.Read([]byte(page), source.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	var s strings.Builder
	for i := range doc.Blocks {
		b := &doc.Blocks[i]
		s.WriteString([...]string{"", "# ", "* ", "~ ", "^ "}[b.Layout])
		for off := range len(b.Text) + 1 {
			for _, m := range b.Marks {
				if m.Span.End == off {
					s.WriteString(map[text.MarkKind]string{text.MarkStruck: "»", text.MarkInserted: "+" + m.Author + "}", text.MarkDeleted: "-" + m.Author + "}"}[m.Kind])
				}
			}
			for _, m := range b.Marks {
				if m.Span.Start == off {
					s.WriteString(map[text.MarkKind]string{text.MarkStruck: "«", text.MarkInserted: "{+", text.MarkDeleted: "{-"}[m.Kind])
				}
			}
			if off < len(b.Text) {
				s.WriteByte(b.Text[off])
			}
		}
		s.WriteString("\n")
	}
	for _, n := range doc.Notes {
		s.WriteString("! " + n.Rule + "\n")
	}
	return s.String()
}

// TestRead is on what the producers of such files write, and on what they get
// wrong.
func TestRead(t *testing.T) {
	t.Parallel()
	for why, c := range map[string]struct{ page, want string }{
		"strike by tag":                          {"<p>a <s>b</s> <strike>c</strike> <del>d</del></p>", "a «b» «c» «d»\n"},
		"strike by style, through what is in it": {`<p><span style="text-decoration: line-through">a <i style="text-decoration:none">b</i></span> c</p>`, "«a b» c\n"},
		"strike by class":                        {"<style>.x{color:red} span.c7, .c8 { text-decoration : underline line-through }</style><p><span class='a c8'>a</span> <span class=c7>b</span> <b class=c7>c</b></p>", "«a» «b» c\n"},
		"rules for print do not count":           {"<style>@media print { .x { text-decoration: line-through } } .y{text-decoration:line-through}</style><p><i class=x>a</i> <i class=y>b</i></p>", "a «b»\n"},
		"white space":                            {"<p>\n  a\n  b <b> c </b> d\n</p>\n<pre>x\n  y</pre>", "a b c d\nx\n  y\n"},
		"crossed tags":                           {"<p><i>a <s>b</i> c</s> d</p>", "a «b c» d\n"},
		"paragraphs without ends":                {"<p>a<p>b<ul><li>c<li>d</ul>e", "a\nb\n* c\n* d\ne\n"},
		"numbers of lists":                       {"<ol start=3><li>a<ol type=a><li>b<li value=4>c</ol><li>d</ol><ol type=i><li>e</ol>", "* 3. a\n* (a) b\n* (d) c\n* 4. d\n* (i) e\n"},
		"paragraphs in items":                    {"<ol><li><p>a</p><p>b</p></li><li><p>c</p></li><li></li></ol><div title=header><p>A/1</p></div>", "* 1. a\nb\n* 2. c\n"},
		"numbers that a style sheet generates":   {`<style>.lst-1>li:before{content:"(" counter(lst-1,lower-latin) ") "}</style><ol class="lst-1 start"><li>a</li><li>b</li></ol>`, "* (a) a\n* (b) b\n"},
		"tracked changes that Word saves":        {`<p>a <ins cite="mailto:CARICOM" datetime="2023-04-11">b</ins> <del cite="mailto:US">c</del></p>`, "a {+b+CARICOM} {-c-US}\n"},
		"footnotes":                              {`<p>a<a href="#_ftn1"><sup>[1]</sup></a> b</p><div style='mso-element:footnote-list'><p><a href="#_ftnref1">[1]</a> c</p></div>`, "a b\n^ c\n"},
		"entries of a table":                     {"<table><tr><td>a<td>b<tr><td>c<td>[d: US]</table><p>e", "^ a\n^ b\n^ c\n^ [d: US]\ne\n! table\n"},
		"a table that sets text":                 {"<table><tr><td><p>a</p><p>b</p></td><td>c</td></tr></table>", "a\nb\nc\n"},
		"what is not shown":                      {"<title>t</title><script>s</script><nav><a href=x>n</a></nav><p hidden>h</p><p style='display:none'>i</p><h2>a</h2><p>b</p>", "# a\nb\n"},
		"two line breaks between paragraphs":     {"<div>Article 1<br>\n <br/><s>1. a<br></s> <br>(a) b<br>c</div>", "Article 1\n«1. a»\n(a) b\nc\n"},
		"pictures and line breaks":               {"<p>a<br>b &amp; c&nbsp;d<img src='http://example.org/x.png'></p>", "a\nb & c\u00a0d\n! image\n"},
	} {
		if diff := cmp.Diff(c.want, dump(t, c.page)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", why, diff)
		}
	}
}

// FuzzRead checks that blocks lie in the text where they say.
func FuzzRead(f *testing.F) {
	f.Add("<p>a <s>b</s><table><tr><td>c")
	f.Add(strings.Repeat("<b><i>", 300))
	f.Add("<style>.a{text-decoration:line-through</style><ol type=i><li class=a>x")
	if b, err := os.ReadFile(filepath.Join("..", "..", "..", "fixtures", "formats", "excerpt-gdocs.html")); err == nil {
		f.Add(string(b[:4000]))
	}
	f.Fuzz(func(t *testing.T, page string) {
		doc, err := html.Read([]byte(page), source.Limits{})
		if err != nil {
			return
		}
		end := 0
		for i := range doc.Blocks {
			b := &doc.Blocks[i]
			if b.Span.Start < end || string(doc.File.Bytes[b.Span.Start:b.Span.End]) != b.Text {
				t.Fatalf("block %d at %v: %q", i, b.Span, b.Text)
			}
			end = b.Span.End
		}
	})
}
