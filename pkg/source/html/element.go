package html

import (
	"strings"

	"github.com/draftdiff/draftdiff/pkg/source"
	"github.com/draftdiff/draftdiff/pkg/source/internal/extract"
)

// A kind is what an element does to the flow of the text.
type kind uint8

const (
	inline  kind = iota
	block        // begins a block
	heading      // h1 to h6
	item         // of a list
	lists        // ol, ul
	grid         // table
	row
	cell
	aside // navigation: no part of the text
)

var kinds = map[string]kind{
	"p": block, "div": block, "blockquote": block, "dt": block, "dd": block, "dl": block, "section": block, "article": block,
	"header": block, "footer": block, "main": block, "pre": block, "address": block, "figure": block, "figcaption": block,
	"body": block, "html": block, "head": block, "center": block, "form": block, "fieldset": block, "details": block,
	"summary": block, "title": block, "thead": block, "tbody": block, "tfoot": block, "caption": block,
	"h1": heading, "h2": heading, "h3": heading, "h4": heading, "h5": heading, "h6": heading,
	"li": item, "ol": lists, "ul": lists, "menu": lists, "table": grid, "tr": row, "td": cell, "th": cell, "nav": aside,
}

func kindOf(name string) kind { return kinds[name] }

// hidden are the elements whose words are not shown.
var hidden = map[string]bool{
	"script": true, "style": true, "template": true, "title": true, "noscript": true, "svg": true, "select": true, "textarea": true,
	"rp": true, "rt": true, "object": true, "iframe": true, "video": true, "audio": true, "canvas": true,
}

// closeFor closes what the start of an element closes without a tag of its own:
// a paragraph by a block, an item by an item, a cell by a cell.
func (r *reader) closeFor(name string, k kind) {
	if k == inline {
		return
	}
	for i := len(r.open) - 1; i >= 0; i-- {
		e := &r.open[i]
		switch {
		case e.name == "p" || e.kind == heading && (k == heading || k == block && name == "p"):
			r.pop(i)
			return
		case k == item && e.kind == item, k == cell && e.kind == cell, k == row && e.kind == row,
			(name == "dt" || name == "dd") && (e.name == "dt" || e.name == "dd"):
			r.pop(i)
			return
		case k == row && e.kind == cell:
			continue
		case e.kind == lists, e.kind == grid, e.kind == cell, e.kind == item, e.kind == row:
			return
		}
	}
}

// runningHead reports whether an element is what word processors save a running
// head as.
func runningHead(attrs map[string]string) bool {
	return attrs["title"] == "header" || attrs["title"] == "footer" || strings.Contains(attrs["style"], "mso-element:header") || strings.Contains(attrs["style"], "mso-element:footer")
}

// begin does what the start of a block asks for.
func (r *reader) begin(e *element, attrs map[string]string) {
	switch e.kind {
	case heading:
		r.like = source.Block{Layout: source.LayoutHeading, Level: int(e.name[1] - '0')}
	case lists:
		e.list = r.css.listOf(e.name, attrs)
	case item:
		r.item(attrs)
	case grid:
		e.table = &table{outer: r.out}
		r.out = &extract.Builder{}
	case row:
		if t := r.table(); t != nil {
			t.Row()
		}
	case cell:
		if t := r.table(); t != nil {
			t.Cell(r.out)
		}
	case aside:
		e.table = &table{outer: r.out}
		r.out = &extract.Builder{}
	}
}

// leave does what the end of a block asks for.
func (r *reader) leave(e *element) {
	switch {
	case e.kind == cell:
		if t := r.table(); t != nil {
			t.EndCell(r.out)
		}
	case e.table == nil:
	case e.kind == aside:
		r.out = e.table.outer // a menu of links
	default:
		inner := r.out
		r.out = e.table.outer
		if e.table.Settle(inner) {
			r.out.Note("table", extract.EntriesNote)
		}
		r.out.Append(inner)
	}
}

// table is the innermost open table.
func (r *reader) table() *table {
	for i := len(r.open) - 1; i >= 0; i-- {
		if r.open[i].kind == grid {
			return r.open[i].table
		}
	}
	return nil
}

// item begins an item of a list with its label.
func (r *reader) item(attrs map[string]string) {
	depth := 0
	var in *list
	for i := range r.open {
		if l := r.open[i].list; l != nil {
			depth, in = depth+1, l
		}
	}
	r.like = source.Block{Layout: source.LayoutItem, Level: max(1, depth)}
	if in == nil {
		return
	}
	if label := in.next(attrs["value"]); label != "" {
		r.like.Label = label
		r.out.Write(label+" ", extract.Style{})
	}
}

// What a link has to do with footnotes.
const (
	refersNot = iota
	refers
	refersBack
)

// reference tells links to and from footnotes by the names that word processors
// give them.
func reference(href string) int {
	name, ok := strings.CutPrefix(href, "#")
	if !ok {
		return refersNot
	}
	name = strings.ToLower(strings.TrimLeft(name, "_"))
	for _, prefix := range []string{"fn", "ftn", "ftnt", "edn", "sdfootnote", "sdendnote", "footnote", "endnote", "user-content-fn"} {
		rest, ok := strings.CutPrefix(name, prefix)
		if !ok || rest == "" {
			continue
		}
		switch rest = strings.TrimLeft(rest, "_-:"); {
		case strings.HasPrefix(rest, "ref"), strings.HasSuffix(rest, "anc"):
			return refersBack
		case rest != "" && rest[0] >= '0' && rest[0] <= '9':
			return refers
		}
	}
	return refersNot
}

// isNote reports whether an element says that it holds footnotes.
func isNote(attrs map[string]string) bool {
	role := attrs["role"]
	if role == "doc-endnotes" || role == "doc-footnote" || strings.Contains(attrs["style"], "mso-element:footnote") {
		return true
	}
	for class := range strings.FieldsSeq(attrs["class"]) {
		if class == "footnotes" || class == "footnote" || class == "endnotes" || class == "footnotes-end-of-document" {
			return true
		}
	}
	return strings.HasPrefix(attrs["id"], "sdfootnote") && !strings.HasSuffix(attrs["id"], "anc")
}
