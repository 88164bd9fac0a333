package html

import (
	"html/template"
	"strconv"
)

// An outline gathers the headings of a page without a script, with links to
// them.
type outline struct {
	list writer
	n    int
}

// add takes down a heading and how much changed under it, 0 to say nothing of
// that. It returns what the heading is to be called on the page.
func (o *outline) add(title string, changed int) (id string) {
	o.n++
	id = "h" + strconv.Itoa(o.n)
	o.list.raw(`<li><a href="#`, id, `">`)
	o.list.name(title)
	o.list.raw("</a>")
	if changed > 0 {
		o.list.raw(" <b>")
		o.list.int(changed)
		o.list.raw(`</b>`)
	}
	o.list.raw("</li>\n")
	return id
}

// folded is the outline behind one line, "" where there is little to find.
func (o *outline) folded() template.HTML {
	if o.n < 3 {
		return ""
	}
	return "<nav class=\"toc\" aria-label=\"Contents\"><details><summary>Contents</summary><ul>\n" + o.list.take() + "</ul></details></nav>\n"
}

// open is the outline under a title.
func (o *outline) open(title string) template.HTML {
	if o.n == 0 {
		return ""
	}
	return template.HTML(`<nav class="toc open" aria-label="`+title+`"><h2>`+title+"</h2><ul>\n") + o.list.take() + "</ul></nav>\n"
}
