package html

import (
	"strings"

	"github.com/draftdiff/draftdiff/pkg/source"
)

// words adds text: white space is one space, and none at the edge of a block.
func (r *reader) words(s string) {
	e := r.top()
	if e.name == "style" {
		r.css.read(s)
	}
	if e.hide {
		return
	}
	if e.pre {
		r.out.Write(s, e.style)
		return
	}
	for s != "" {
		i := strings.IndexAny(s, " \t\n\r\f")
		if i != 0 {
			if i < 0 {
				i = len(s)
			}
			if r.space && !r.out.Ends() {
				r.out.Write(" ", r.gap)
			}
			r.out.Write(s[:i], e.style)
			r.space, r.broke = false, false
		} else {
			i = 1
			if !r.space {
				r.space, r.gap = true, e.style
			}
		}
		s = s[i:]
	}
}

// onlyLabel reports whether the present block is the label of an item so far.
func (r *reader) onlyLabel() bool {
	return r.like.Label != "" && strings.TrimSpace(r.out.Words()) == r.like.Label
}

// flush ends the present block. A label in front of nothing is left out.
func (r *reader) flush() {
	r.space, r.broke = false, false
	switch {
	case r.out.Empty():
		r.out.Drop()
		return
	case r.onlyLabel():
		r.out.Drop()
		r.like = source.Block{}
		return
	}
	like := r.like
	if r.note || r.top().note {
		like = source.Block{Layout: source.LayoutNote}
	}
	r.out.End(like)
	r.like, r.note = source.Block{}, false
}
