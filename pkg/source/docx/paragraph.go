package docx

import (
	"encoding/xml"
	"strings"

	"github.com/draftdiff/draftdiff/pkg/source"
	"github.com/draftdiff/draftdiff/pkg/source/internal/extract"
)

// A paragraph is what is known of the one that is being read.
type paragraph struct {
	paragraphProperties
	style *style
	label string // that Word generates
	item  bool   // it is in a list
	begun bool   // its words have begun
}

// paragraph reads the present element, a w:p, and what its references point to.
func (r *reader) paragraph() error {
	p := &paragraph{style: r.styles.find("", "paragraph")}
	p.number.level = -1
	err := r.children(func(e xml.StartElement) (err error) {
		if e.Name.Local == "pPr" && !p.begun {
			id := p.style
			if p.paragraphProperties, err = r.paragraphProperties(); p.paragraphProperties.style != "" {
				id = r.styles.find(p.paragraphProperties.style, "paragraph")
			}
			p.style = id
			return err
		}
		r.begin(p)
		return r.inline(e, p)
	})
	if err != nil {
		return err
	}
	r.begin(p)
	r.end(p)
	asides := r.after
	r.after = nil
	for _, a := range asides {
		a.Beside()
		r.put(a)
	}
	return nil
}

// begin writes the label of a paragraph.
func (r *reader) begin(p *paragraph) {
	if p.begun {
		return
	}
	p.begun = true
	n := p.number
	if n.id == "" {
		n.id = p.style.number.id
		if n.level < 0 {
			n.level = p.style.number.level
		}
		if n.level < 0 {
			n.level = r.numbering.levelFor(n.id, p.paragraphProperties.style)
		}
	}
	var space string
	p.label, space, p.item = r.numbering.next(n)
	before := r.changes
	r.changes.add(p.mark.inserted, p.mark.deleted)
	r.write(p.label+space, r.styles.looks(p.mark, p.style))
	r.changes = before
}

// end ends a paragraph. A label in front of nothing is left out.
func (r *reader) end(p *paragraph) {
	if p.label != "" && strings.TrimSpace(r.out.Words()) == p.label {
		r.out.Drop()
		return
	}
	n := len(r.out.Blocks())
	r.out.End(r.layout(p))
	if len(r.out.Blocks()) > n {
		c := r.changes
		c.add(p.mark.inserted, p.mark.deleted)
		r.ends = append(r.ends, ending{c.inserted.Author != "", c.deleted.Author != ""})
	}
}

// layout tells what a paragraph is.
func (r *reader) layout(p *paragraph) source.Block {
	like := source.Block{Label: p.label}
	outline := p.outline
	if outline == 0 {
		outline = p.style.outline
	}
	switch name := p.style.name; {
	case strings.HasPrefix(name, "toc ") && name != "toc heading":
		like.Layout = source.LayoutFurniture
	case outline > 0:
		like.Layout, like.Level = source.LayoutHeading, outline
	case strings.HasPrefix(name, "heading "):
		like.Layout, like.Level = source.LayoutHeading, 1
	case p.item:
		like.Layout, like.Level = source.LayoutItem, 1+max(0, p.number.level)
	}
	return like
}

// write adds words that look as l says.
func (r *reader) write(words string, l looks) {
	if words == "" {
		return
	}
	for _, inCode := range r.fields {
		if inCode {
			return
		}
	}
	if l[vanish] == on {
		if !r.hidden && strings.TrimSpace(words) != "" {
			r.hidden = true
			r.out.Note("hidden", "the document holds hidden text; it is left aside here and wherever else it stands")
		}
		return
	}
	r.out.Write(words, extract.Style{
		Struck:   l[strike] == on || l[dstrike] == on,
		Emphasis: l.emphasis(),
		Inserted: r.changes.inserted,
		Deleted:  r.changes.deleted,
	})
}
