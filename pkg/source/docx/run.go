package docx

import (
	"encoding/xml"
	"strconv"

	"github.com/draftdiff/draftdiff/pkg/source/internal/extract"
	"github.com/draftdiff/draftdiff/pkg/source/internal/xmlscan"
)

// inline reads an element that stands where runs stand.
func (r *reader) inline(e xml.StartElement, p *paragraph) error {
	each := func(e xml.StartElement) error { return r.inline(e, p) }
	switch e.Name.Local {
	case "r":
		return r.run(p)
	case "ins", "moveTo", "del", "moveFrom":
		return r.changed(e, each)
	case "hyperlink", "smartTag", "sdt", "sdtContent", "fldSimple", "customXml", "dir", "bdo", "ruby", "rubyBase":
		return r.children(each)
	case "AlternateContent":
		return r.choice(each)
	case "oMath", "oMathPara":
		r.equation()
		return r.math()
	case "subDoc":
		r.out.Note("embedded", "a document is embedded here; its text is not read")
	}
	return r.Skip()
}

// run reads the present element, a w:r.
func (r *reader) run(p *paragraph) error {
	var own runProperties
	var l looks
	looked := false
	return r.children(func(e xml.StartElement) (err error) {
		if e.Name.Local == "rPr" {
			own, err = r.runProperties()
			return err
		}
		if !looked {
			looked = true
			l = r.styles.looks(own, p.style)
		}
		return r.content(e, l, p)
	})
}

// content reads an element of a run.
func (r *reader) content(e xml.StartElement, l looks, p *paragraph) error {
	switch e.Name.Local {
	case "t", "delText":
		words, err := r.words()
		r.write(words, l)
		return err
	case "tab", "ptab":
		r.write(" ", l)
	case "br", "cr":
		r.write("\n", l)
	case "noBreakHyphen":
		r.write("-", l)
	case "sym":
		r.write(symbol(e), l)
	case "fldChar":
		r.field(xmlscan.Attr(e, "fldCharType"))
	case "footnoteReference", "endnoteReference", "commentReference":
		r.refer(e)
	case "drawing", "pict", "object":
		return r.drawing()
	case "AlternateContent":
		return r.choice(func(e xml.StartElement) error { return r.content(e, l, p) })
	case "ruby", "rubyBase":
		return r.children(func(e xml.StartElement) error { return r.inline(e, p) })
	}
	return r.Skip()
}

// field keeps track of complex fields: the code between begin and separate is no
// text, the result behind it is. A field may go on over paragraphs.
func (r *reader) field(kind string) {
	switch n := len(r.fields); {
	case kind == "begin":
		r.fields = append(r.fields, true)
	case kind == "separate" && n > 0:
		r.fields[n-1] = false
	case kind == "end" && n > 0:
		r.fields = r.fields[:n-1]
	}
}

// symbol is the character of a w:sym, as far as it has one outside its font.
func symbol(e xml.StartElement) string {
	n, err := strconv.ParseUint(xmlscan.Attr(e, "char"), 16, 16)
	if err != nil || n == 0 {
		return ""
	}
	if n >= 0xf000 && n < 0xf100 {
		n -= 0xf000 // fonts of symbols use a private area over Latin
	}
	switch {
	case n == 0xb7:
		return "•"
	case n == 0x2d:
		return "–"
	case n < ' ' || n >= 0xd800 && n < 0xe000:
		return "\ufffd"
	}
	return string(rune(n))
}

// drawing reads a picture or a shape: the words of its text boxes are kept
// behind the paragraph, and what it is is said.
func (r *reader) drawing() error {
	boxes := 0
	var each func(e xml.StartElement) error
	each = func(e xml.StartElement) error {
		switch e.Name.Local {
		case "txbxContent":
			boxes++
			a, err := r.aside(func() error { return r.children(r.block) })
			r.after = append(r.after, a)
			return err
		case "AlternateContent":
			return r.choice(each)
		}
		return r.children(each)
	}
	if err := r.children(each); err != nil {
		return err
	}
	if boxes > 0 {
		r.out.Note("text-box", "a text box stands here; its words are read behind the paragraph, as a note")
	} else {
		r.out.Note("image", "an image stands here; what it shows is not read")
	}
	return nil
}

// math writes the letters of an equation.
func (r *reader) math() error {
	return r.children(func(e xml.StartElement) error {
		if e.Name.Local != "t" {
			return r.math()
		}
		words, err := r.words()
		r.write(words, looks{})
		return err
	})
}

// aside reads into a builder of its own.
func (r *reader) aside(read func() error) (aside, error) {
	out, ends, after, fields := r.out, r.ends, r.after, r.fields
	r.out, r.ends, r.after, r.fields = &extract.Builder{}, nil, nil, nil
	err := read()
	a := aside{r.out, r.ends}
	r.out, r.ends, r.after, r.fields = out, ends, after, fields
	return a, err
}

// put adds what was read aside.
func (r *reader) put(a aside) {
	r.out.Append(a.Builder)
	r.ends = append(r.ends, a.ends...)
}
