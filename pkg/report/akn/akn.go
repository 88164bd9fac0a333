package akn

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/draftdiff/draftdiff/pkg/diff"
	"github.com/draftdiff/draftdiff/pkg/report/internal/draft"
	"github.com/draftdiff/draftdiff/pkg/snapshot"
)

const head = `<?xml version="1.0" encoding="UTF-8"?>` + "\n"

// Session writes one text with its proposals.
func Session(w io.Writer, s *snapshot.Snapshot) error { return render(w, s, nil) }

// Amendments writes the new text of a diff, with what changed since the old one.
func Amendments(w io.Writer, d *diff.Diff) error { return render(w, d.New, d) }

// A writer writes one document. It keeps the first error.
type writer struct {
	b       strings.Builder
	s       *snapshot.Snapshot
	ps      map[int]*draft.Paragraph // by unit
	ids     register
	units   []string          // their ids
	self    string            // the id of draftdiff in the references
	body    string            // and of the body that negotiates
	parties []string          // that changes refer to
	party   map[string]string // their ids, by name
	changes int               // ins and del so far, for their ids
	said    int               // notes so far
}

func render(w io.Writer, s *snapshot.Snapshot, d *diff.Diff) error {
	t := &writer{s: s, ps: map[int]*draft.Paragraph{}, ids: register{}, party: map[string]string{}}
	t.units = t.ids.units(s)
	t.self, t.body = t.ids.add("draftdiff"), t.ids.add("body")
	ps, _ := draft.Lay(s)
	for i := range ps {
		t.ps[ps[i].Unit] = &ps[i]
		t.meet(&ps[i])
	}
	t.b.WriteString(head + `<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">` + "\n")
	t.b.WriteString(`<doc name="consolidatedNegotiatingText">` + "\n")
	t.meta(d)
	t.b.WriteString("<mainBody>\n")
	for i := 0; i < len(s.Units); {
		i = t.unit(i)
	}
	if len(s.Units) == 0 {
		t.b.WriteString("<p/>\n")
	}
	t.b.WriteString("</mainBody>\n</doc>\n</akomaNtoso>\n")
	_, err := io.WriteString(w, t.b.String())
	return err
}

// meet notes the authors of the changes in a paragraph.
func (t *writer) meet(p *draft.Paragraph) {
	for _, r := range p.Runs {
		for _, c := range []*draft.Change{r.Inserted, r.Deleted} {
			if c == nil {
				continue
			}
			for name := range strings.SplitSeq(c.Author, ", ") {
				if t.party[name] == "" {
					t.parties = append(t.parties, name)
					t.party[name] = t.ids.add("party_" + slug(name))
				}
			}
		}
	}
}

// meta writes the metadata: what the text is, what changed, who its parties are.
func (t *writer) meta(d *diff.Diff) {
	doc := &t.s.Document
	uri := "/akn/un/doc/" + slug(doc.Source.Name)
	day := "0001-01-01" // the text's own date is prose
	fmt.Fprintf(&t.b, "<meta>\n<identification source=\"#%s\">\n", t.self)
	for _, level := range []struct{ name, suffix, more string }{
		{"FRBRWork", "", `<FRBRcountry value="un"/>`},
		{"FRBRExpression", "/eng", `<FRBRlanguage language="eng"/>`},
		{"FRBRManifestation", "/eng.akn", ""},
	} {
		fmt.Fprintf(&t.b, `<%s><FRBRthis value="%s/main"/><FRBRuri value="%s"/><FRBRdate date="%s" name="unknown"/><FRBRauthor href="#%s"/>%s</%s>`+"\n",
			level.name, uri+level.suffix, uri+level.suffix, day, t.body, level.more, level.name)
	}
	t.b.WriteString("</identification>\n")
	if d != nil {
		t.amendments(d)
	}
	fmt.Fprintf(&t.b, "<references source=\"#%s\">\n", t.self)
	t.organization(t.self, "draftdiff", "draftdiff")
	t.organization(t.body, "body", orElse(doc.Body, "unknown body"))
	for _, p := range t.parties {
		t.organization(t.party[p], slug(p), p)
	}
	t.b.WriteString("</references>\n</meta>\n")
}

func (t *writer) organization(id, uri, name string) {
	fmt.Fprintf(&t.b, `<TLCOrganization eId="%s" href="/akn/ontology/organization/%s" showAs="%s"/>`+"\n", id, uri, escape(name))
}

func orElse(s, other string) string {
	if s == "" {
		return other
	}
	return s
}

// elements are those that units become; the others are containers by name.
var elements = map[snapshot.UnitKind]string{
	snapshot.KindChapter: "chapter", snapshot.KindArticle: "article", snapshot.KindParagraph: "paragraph",
	snapshot.KindSubparagraph: "subparagraph", snapshot.KindItem: "point",
}

// unit writes a unit with those in it, and returns the one behind them.
func (t *writer) unit(i int) int {
	u := &t.s.Units[i]
	name := elements[u.Kind]
	if name == "" {
		fmt.Fprintf(&t.b, `<hcontainer name="%s" eId="%s">`, u.Kind, t.units[i])
		name = "hcontainer"
	} else {
		fmt.Fprintf(&t.b, `<%s eId="%s">`, name, t.units[i])
	}
	next := i + 1
	p := t.ps[i]
	isHeading := u.Kind != snapshot.KindPreamble && p != nil && p.Heading > 0 && u.Kind != snapshot.KindHeading && u.Kind != snapshot.KindOption
	if p == nil {
		p = &draft.Paragraph{}
	}
	label, words := split(p)
	if u.Kind == snapshot.KindPreamble {
		t.title("heading", "", label)
	} else if len(label) > 0 {
		t.title("num", "", label)
	}
	if isHeading {
		if next < len(t.s.Units) && t.ps[next] == nil && t.s.Units[next].Kind == snapshot.KindHeading && t.s.Units[next].Parent == u.ID {
			t.title("heading", t.units[next], words)
			next++
		} else if len(words) > 0 {
			t.title("heading", "", words)
		}
		words = nil
	}
	if next < len(t.s.Units) && t.s.Units[next].Parent == u.ID {
		t.words(words, "intro")
		for next < len(t.s.Units) && t.s.Units[next].Parent == u.ID {
			next = t.unit(next)
		}
	} else {
		t.content(words)
	}
	t.b.WriteString("</" + name + ">\n")
	return next
}

// title writes the number or heading of a unit, with the id of the unit that a
// heading is if it is one.
func (t *writer) title(element, id string, runs []draft.Run) {
	t.b.WriteString("<" + element)
	if id != "" {
		t.b.WriteString(` eId="` + id + `"`)
	}
	t.b.WriteString(">")
	t.runs(runs)
	t.b.WriteString("</" + element + ">")
}

// split takes the label off the runs of a paragraph.
func split(p *draft.Paragraph) (label, words []draft.Run) {
	if p.Label == "" || len(p.Runs) == 0 {
		return nil, p.Runs
	}
	first := p.Runs[0]
	first.Words = strings.TrimSpace(first.Words)
	if first.Words == "" {
		return nil, p.Runs
	}
	words = p.Runs[1:]
	if len(words) > 0 && len(first.Comments) > 0 {
		words = slices.Clone(words)
		words[0].Comments = slices.Concat(first.Comments, words[0].Comments)
		first.Comments = nil
	}
	return []draft.Run{first}, words
}

func (t *writer) content(runs []draft.Run) {
	if len(runs) == 0 {
		t.b.WriteString("<content><p/></content>")
		return
	}
	t.words(runs, "content")
}

func (t *writer) words(runs []draft.Run, element string) {
	if len(runs) == 0 {
		return
	}
	t.b.WriteString("<" + element + "><p>")
	t.runs(runs)
	t.b.WriteString("</p></" + element + ">")
}

// runs writes words with their changes: an insertion around a deletion.
func (t *writer) runs(runs []draft.Run) {
	for _, r := range runs {
		end := t.change("ins", r.Inserted)
		end = t.change("del", r.Deleted) + end
		t.b.WriteString(escape(r.Words))
		t.b.WriteString(end)
		for _, c := range r.Comments {
			t.said++
			fmt.Fprintf(&t.b, `<authorialNote marker="%d" eId="%s"><p>%s: %s</p></authorialNote>`, t.said, t.ids.add("comment_"+strconv.Itoa(t.said)), escape(c.Author), escape(c.Words))
		}
	}
}

// change begins an ins or del, and returns its end.
func (t *writer) change(element string, c *draft.Change) string {
	if c == nil {
		return ""
	}
	t.changes++
	var refs []string
	for name := range strings.SplitSeq(c.Author, ", ") {
		refs = append(refs, "#"+t.party[name])
	}
	t.b.WriteString("<" + element + ` eId="` + t.ids.add(element+"_"+strconv.Itoa(t.changes)) + `" refersTo="` + strings.Join(refs, " ") + `">`)
	return "</" + element + ">"
}

var escaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;")

// escape writes text for XML; what XML cannot hold is left out.
func escape(s string) string {
	return escaper.Replace(strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' || r == 0xfffe || r == 0xffff {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\ufffd")))
}
