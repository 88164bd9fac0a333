package html

import (
	"bytes"
	"errors"
	"io"
	"strings"

	"golang.org/x/net/html"

	"github.com/draftdiff/draftdiff/pkg/source"
	"github.com/draftdiff/draftdiff/pkg/source/internal/extract"
)

// Format is the name of the format in a [source.Document].
const Format = "html"

// Read turns the text of a page, in UTF-8, into a document. The error is a
// [*source.Error].
func Read(b []byte, lim source.Limits) (*source.Document, error) {
	r := &reader{lim: lim.WithDefaults(), out: &extract.Builder{}, css: sheet{}}
	z := html.NewTokenizer(bytes.NewReader(b))
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			if err := z.Err(); !errors.Is(err, io.EOF) {
				return nil, source.Damaged("web page", err.Error())
			}
			break
		}
		if err := r.token(kind, z); err != nil {
			return nil, err
		}
	}
	r.pop(0)
	r.flush()
	return r.out.Document(Format, b), nil
}

// An element is one that is open.
type element struct {
	name  string
	kind  kind
	look  look
	style extract.Style // of the words in it
	hide  bool          // its words are not shown
	pre   bool          // its white space is kept
	note  bool          // its words are a footnote
	list  *list         // of an ol or ul
	table *table
}

// A table is one that is being read, with the builder that it interrupts.
type table struct {
	extract.Table
	outer *extract.Builder
}

type reader struct {
	lim   source.Limits
	out   *extract.Builder
	css   sheet
	open  []element
	nodes int
	like  source.Block  // what the present block is
	note  bool          // the present block refers back: it is a footnote
	broke bool          // a line break stands before the next word
	space bool          // white space is due before the next word
	gap   extract.Style // of that white space
}

func (r *reader) token(kind html.TokenType, z *html.Tokenizer) error {
	switch kind {
	case html.TextToken:
		r.words(string(z.Text()))
	case html.StartTagToken, html.SelfClosingTagToken:
		return r.start(z)
	case html.EndTagToken:
		name, _ := z.TagName()
		r.end(string(name))
	}
	return nil
}

// top is the innermost open element.
func (r *reader) top() element {
	if n := len(r.open); n > 0 {
		return r.open[n-1]
	}
	return element{}
}

// start opens an element.
func (r *reader) start(z *html.Tokenizer) error {
	raw, more := z.TagName()
	name := string(raw)
	attrs := map[string]string{}
	for more {
		var key, value []byte
		key, value, more = z.TagAttr()
		if _, twice := attrs[string(key)]; !twice {
			attrs[string(key)] = string(value)
		}
	}
	if r.nodes++; r.nodes > r.lim.Nodes {
		return source.OverLimit("more elements", r.lim.Nodes, "nodes")
	}
	if r.void(name, attrs) {
		return nil
	}
	k := kindOf(name)
	if k == block && runningHead(attrs) {
		k = aside
	}
	r.closeFor(name, k)
	up := r.top()
	e := element{name: name, kind: k, style: up.style, hide: up.hide || hidden[name], pre: up.pre || name == "pre", note: up.note}
	if !e.hide {
		e.look = r.css.lookOf(name, attrs)
		e.look.apply(&e.style)
		e.hide = e.look.hidden
		r.special(&e, attrs)
	}
	if k != inline && !(k == block && r.onlyLabel()) {
		r.flush()
	}
	if len(r.open) >= r.lim.Depth {
		return source.OverLimit("elements nested deeper", r.lim.Depth, "depth")
	}
	r.open = append(r.open, e)
	if !e.hide && k != inline {
		r.begin(&r.open[len(r.open)-1], attrs)
	}
	return nil
}

// void reads an element that holds nothing.
func (r *reader) void(name string, attrs map[string]string) bool {
	switch name {
	case "br":
		switch {
		case r.top().hide:
		case r.broke: // a second one is the end of a paragraph
			r.flush()
		default:
			r.out.Write("\n", r.top().style)
			r.space, r.broke = false, true
		}
	case "img", "embed", "object", "iframe", "video", "canvas":
		if !r.top().hide {
			r.out.Note("image", "an image stands here; what it shows is not read")
		}
		return name == "img" || name == "embed"
	case "hr":
		r.flush()
	case "meta", "link", "input", "col", "wbr", "base", "area", "source", "track", "param":
	default:
		return false
	}
	return true
}

// special reads what an element says besides its look.
func (r *reader) special(e *element, attrs map[string]string) {
	switch e.name {
	case "ins", "del":
		author := strings.TrimPrefix(attrs["cite"], "mailto:")
		if author == "" {
			author = attrs["data-author"]
		}
		if author == "" || strings.Contains(author, "://") {
			break
		}
		c := extract.Change{Author: author, Date: attrs["datetime"]}
		if e.name == "ins" {
			e.style.Inserted = c
		} else {
			e.style.Deleted, e.style.Struck = c, false
		}
	case "a":
		switch reference(attrs["href"]) {
		case refersBack:
			e.hide, r.note = true, true
		case refers:
			e.hide = true
		}
	case "math":
		r.out.Note("equation", "an equation stands here; its letters are read, not how they are set")
	}
	e.note = e.note || isNote(attrs)
}

// end closes an element. The end of a block closes what is open in it; that of
// anything else only the element itself, whatever crosses it.
func (r *reader) end(name string) {
	for i := len(r.open) - 1; i >= 0; i-- {
		if r.open[i].name == name {
			if r.open[i].kind == inline {
				r.open = append(r.open[:i], r.open[i+1:]...)
				r.restyle(i)
			} else {
				r.pop(i)
			}
			return
		}
		if r.open[i].kind == cell && name != "table" && name != "tr" {
			return // what a cell does not open it does not close
		}
	}
	if name == "p" {
		r.flush()
	}
}

// restyle works out the style of the elements from i on anew, one around them
// having been closed.
func (r *reader) restyle(i int) {
	for ; i < len(r.open); i++ {
		e, up := &r.open[i], element{}
		if i > 0 {
			up = r.open[i-1]
		}
		inserted, deleted := e.style.Inserted, e.style.Deleted
		e.style = up.style
		e.look.apply(&e.style)
		if e.name == "ins" || e.name == "del" {
			e.style.Inserted, e.style.Deleted = inserted, deleted
		}
		e.hide = up.hide || e.look.hidden || hidden[e.name]
	}
}

// pop closes the elements from i on.
func (r *reader) pop(i int) {
	for n := len(r.open) - 1; n >= i; n-- {
		if r.open[n].kind != inline {
			r.flush()
			r.leave(&r.open[n])
		}
		r.open = r.open[:n]
	}
}
