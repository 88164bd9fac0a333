package docx

import (
	"archive/zip"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"github.com/draftdiff/draftdiff/pkg/report/internal/draft"
	"github.com/draftdiff/draftdiff/pkg/text"
)

// parts that do not depend on the text.
var parts = []struct{ name, content string }{
	{"[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/word/settings.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"/><Override PartName="/word/comments.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.Comments+xml"/></Types>`},
	{"_rels/.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`},
	{"word/_rels/document.xml.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/settings" Target="settings.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="comments.xml"/></Relationships>`},
	{"word/settings.xml", `<w:settings xmlns:w="` + namespace + `"><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`},
	{"word/styles.xml", styles()},
}

const (
	namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	xmlHead   = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	headings  = 6
	indent    = 567 // twentieths of a point by which a level stands in
)

// styles are those of headings and of the text.
func styles() string {
	var s strings.Builder
	s.WriteString(`<w:styles xmlns:w="` + namespace + `"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/><w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>`)
	s.WriteString(`<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>`)
	for i := 1; i <= headings; i++ {
		fmt.Fprintf(&s, `<w:style w:type="paragraph" w:styleId="Heading%d"><w:name w:val="heading %d"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/><w:pPr><w:keepNext/><w:spacing w:before="%d"/><w:outlineLvl w:val="%d"/></w:pPr><w:rPr><w:b/><w:sz w:val="%d"/></w:rPr></w:style>`, i, i, max(120, 360-60*i), i-1, max(22, 30-2*i))
	}
	s.WriteString(`<w:style w:type="paragraph" w:styleId="Aside"><w:name w:val="Aside"/><w:basedOn w:val="Normal"/><w:pPr><w:ind w:left="567"/></w:pPr><w:rPr><w:sz w:val="18"/></w:rPr></w:style></w:styles>`)
	return s.String()
}

// A writer writes the parts that depend on the text.
type writer struct {
	body, comments strings.Builder
	changes        int // tracked changes so far; their ids are unique in the document
	commented      int
}

// write writes the document of paragraphs, always the same bytes for the same
// paragraphs.
func write(w io.Writer, ps []draft.Paragraph) error {
	t := &writer{}
	t.body.WriteString(xmlHead + `<w:document xmlns:w="` + namespace + `"><w:body>`)
	t.comments.WriteString(xmlHead + `<w:comments xmlns:w="` + namespace + `">`)
	for i := range ps {
		t.paragraph(&ps[i])
	}
	t.body.WriteString(`<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1418" w:right="1418" w:bottom="1418" w:left="1418" w:header="709" w:footer="709" w:gutter="0"/></w:sectPr></w:body></w:document>`)
	t.comments.WriteString(`</w:comments>`)
	z := zip.NewWriter(w)
	put := func(name, content string) error {
		f, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)})
		if err == nil {
			_, err = io.WriteString(f, content)
		}
		return err
	}
	for _, p := range parts {
		if err := put(p.name, xmlHead+p.content); err != nil {
			return err
		}
	}
	if err := put("word/document.xml", t.body.String()); err != nil {
		return err
	}
	if err := put("word/comments.xml", t.comments.String()); err != nil {
		return err
	}
	return z.Close()
}

// change writes the attributes of a tracked change.
func (t *writer) change(c *draft.Change) string {
	t.changes++
	s := ` w:id="` + strconv.Itoa(t.changes) + `" w:author="` + escape(c.Author) + `"`
	if c.Date != "" {
		s += ` w:date="` + escape(c.Date) + `"`
	}
	return s
}

func (t *writer) paragraph(p *draft.Paragraph) {
	b := &t.body
	b.WriteString("<w:p><w:pPr>")
	switch {
	case p.Heading > 0:
		fmt.Fprintf(b, `<w:pStyle w:val="Heading%d"/>`, min(p.Heading, headings))
	case p.Note:
		b.WriteString(`<w:pStyle w:val="Aside"/>`)
	case p.Level > 0:
		fmt.Fprintf(b, `<w:ind w:left="%d"/>`, p.Level*indent)
	}
	ins, del := "ins", "del"
	if p.Moved != "" {
		ins, del = "moveTo", "moveFrom"
	}
	if p.Inserted != nil || p.Deleted != nil {
		b.WriteString("<w:rPr>")
		if p.Inserted != nil {
			b.WriteString("<w:" + ins + t.change(p.Inserted) + "/>")
		}
		if p.Deleted != nil {
			b.WriteString("<w:" + del + t.change(p.Deleted) + "/>")
		}
		b.WriteString("</w:rPr>")
	}
	b.WriteString("</w:pPr>")
	end := ""
	if p.Moved != "" {
		c, name := p.Inserted, "moveTo"
		if c == nil {
			c, name = p.Deleted, "moveFrom"
		}
		attrs := t.change(c)
		b.WriteString("<w:" + name + "RangeStart" + attrs + ` w:name="` + escape(p.Moved) + `"/>`)
		end = "<w:" + name + `RangeEnd w:id="` + strconv.Itoa(t.changes) + `"/>`
	}
	for runs := p.Runs; len(runs) > 0; {
		n := 1 // one insertion, whoever deletes parts of it
		for n < len(runs) && same(runs[n].Inserted, runs[0].Inserted) {
			n++
		}
		if by := runs[0].Inserted; by != nil {
			b.WriteString("<w:" + ins + t.change(by) + ">")
		}
		for i := range runs[:n] {
			t.run(&runs[i], del)
		}
		if last := &runs[n-1]; n == len(runs) && last.Inserted != nil && last.Deleted != nil {
			// LibreOffice forgets who inserted what somebody else deletes at the end
			// of a paragraph, unless something follows.
			t.words(&draft.Run{Words: " "}, "w:t")
		}
		if runs[0].Inserted != nil {
			b.WriteString("</w:" + ins + ">")
		}
		runs = runs[n:]
	}
	b.WriteString(end + "</w:p>")
}

// same reports whether two changes are one.
func same(a, b *draft.Change) bool { return a == b || a != nil && b != nil && *a == *b }

// run writes a run within its deletion.
func (t *writer) run(r *draft.Run, del string) {
	b := &t.body
	first := t.commented
	for _, c := range r.Comments {
		b.WriteString(`<w:commentRangeStart w:id="` + strconv.Itoa(t.commented) + `"/>`)
		fmt.Fprintf(&t.comments, `<w:comment w:id="%d" w:author="%s" w:initials="%s"><w:p><w:r><w:t xml:space="preserve">%s</w:t></w:r></w:p></w:comment>`, t.commented, escape(c.Author), escape(initials(c.Author)), escape(c.Words))
		t.commented++
	}
	tag, end := "w:t", ""
	if r.Deleted != nil {
		b.WriteString("<w:" + del + t.change(r.Deleted) + ">")
		end = "</w:" + del + ">"
		if del == "del" {
			tag = "w:delText"
		}
	}
	if r.Words != "" {
		t.words(r, tag)
	}
	b.WriteString(end)
	for id := first; id < t.commented; id++ {
		fmt.Fprintf(b, `<w:commentRangeEnd w:id="%d"/><w:r><w:commentReference w:id="%d"/></w:r>`, id, id)
	}
}

// words writes the words of a run; a line break is an element of its own.
func (t *writer) words(r *draft.Run, tag string) {
	b := &t.body
	b.WriteString("<w:r>")
	if r.Struck || r.Emphasis != 0 {
		b.WriteString("<w:rPr>")
		for _, p := range [...]struct {
			is      bool
			element string
		}{
			{r.Emphasis&text.Bold != 0, "<w:b/>"}, {r.Emphasis&text.Italic != 0, "<w:i/>"},
			{r.Struck, "<w:strike/>"}, {r.Emphasis&text.Underlined != 0, `<w:u w:val="single"/>`},
		} {
			if p.is {
				b.WriteString(p.element)
			}
		}
		b.WriteString("</w:rPr>")
	}
	for i, part := range strings.Split(r.Words, "\n") {
		if i > 0 {
			b.WriteString("<w:br/>")
		}
		if part != "" {
			b.WriteString("<" + tag + ` xml:space="preserve">` + escape(part) + "</" + tag + ">")
		}
	}
	b.WriteString("</w:r>")
}

// initials are the first letters of an author.
func initials(author string) string {
	if len(author) <= 3 {
		return author
	}
	return strings.ToValidUTF8(author[:2], "")
}

// clean drops the control characters that XML cannot hold. A tab becomes a
// space, and each byte that is not UTF-8 the replacement character, so that the
// parts of a text come out as the whole does.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t':
			return ' '
		case r < ' ' && r != '\n', r >= 0xfffe && r <= 0xffff, r >= 0xd800 && r < 0xe000:
			return -1
		}
		return r
	}, s)
}

var escaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "\n", " ")

func escape(s string) string { return escaper.Replace(clean(s)) }
