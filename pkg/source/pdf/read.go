package pdf

import (
	"fmt"
	"slices"
	"strings"

	"github.com/draftdiff/draftdiff/pkg/source"
	"github.com/draftdiff/draftdiff/pkg/source/internal/extract"
)

// Format is the name of the format in a [source.Document].
const Format = "pdf"

// Understand makes a document of pages. The error is a [*source.Error]: there is
// no text on them.
func Understand(pages []Page, raw []byte) (*source.Document, error) {
	r := &reader{out: &extract.Builder{}}
	if err := r.readable(pages); err != nil {
		return nil, err
	}
	step(pages)
	body, notes := r.rows(pages)
	r.sheet = measure(body)
	r.words = vocabularyOf(body)
	for i := range body {
		for k := range body[i] {
			r.row(&body[i][k])
		}
		r.notes = append(r.notes, notes[i]...)
	}
	r.flush()
	return r.out.Document(Format, raw), nil
}

type reader struct {
	out       *extract.Builder
	sheet     sheet
	words     vocabulary
	paragraph []*row
	notes     []row // footnotes that wait for the end of the paragraph
}

// readable refuses a document without text, and names pages without.
func (r *reader) readable(pages []Page) error {
	letters, pictures := 0, 0
	for i := range pages {
		p := &pages[i]
		letters += len(p.Chars)
		switch {
		case len(p.Chars) == 0 && p.Images > 0:
			pictures++
			r.out.Note("scan", fmt.Sprintf("page %d is a picture without text; what it shows is not read", i+1))
		case p.Images > 0:
			r.out.Note("image", fmt.Sprintf("an image stands on page %d; what it shows is not read", i+1))
		}
		if p.Rotated {
			r.out.Note("rotated", fmt.Sprintf("page %d was turned so that its text is upright", i+1))
		}
	}
	switch {
	case letters == 0 && pictures > 0:
		return &source.Error{What: "this PDF holds pictures of pages and no text (a scan)", Do: "it has to go through text recognition (OCR) first"}
	case letters == 0:
		return &source.Error{What: "this PDF holds no text"}
	}
	return nil
}

// rows finds the lines of the text and those of the footnotes, by page.
func (r *reader) rows(pages []Page) (body, notes [][]row) {
	all := make([][]line, len(pages))
	heights, widths := make([]float32, len(pages)), make([]float32, len(pages))
	for i := range pages {
		all[i], heights[i], widths[i] = lines(&pages[i], i+1), pages[i].Height, pages[i].Width
		strike(all[i], pages[i].Rules)
	}
	top, bottom := furniture(all, heights)
	for i, ls := range all {
		all[i] = ls[min(top[i], len(ls)):max(len(ls)-bottom[i], min(top[i], len(ls)))]
		all[i] = unnumbered(all[i])
	}
	body, notes = make([][]row, len(pages)), make([][]row, len(pages))
	for i, x := range gutters(all, widths) {
		ls := all[i]
		if x > 0 {
			ls = columns(ls, x)
			r.out.Note("columns", fmt.Sprintf("page %d is set in two columns; they are read one after the other", i+1))
		}
		for _, l := range ls {
			words, of := l.text()
			if words != "" {
				body[i] = append(body[i], row{line: l, words: words, paper: widths[i], of: of})
			}
		}
		tabulate(body[i])
	}
	for i := range body {
		if k := slices.IndexFunc(body[i], func(r row) bool { return begins(&r) }); k >= 0 {
			body[i], notes[i] = body[i][:k:k], body[i][k:]
		}
	}
	return body, notes
}

// begins reports whether a row begins a footnote: with a raised mark. What
// follows it on the page are footnotes too.
func begins(r *row) bool {
	return len(r.letters) > 0 && r.letters[0].raised && isMark(&r.line, 0)
}

// row adds a row to the paragraph, or begins the next one with it.
func (r *reader) row(next *row) {
	if next.entry {
		r.flush()
		r.write([]*row{next}, source.LayoutNote)
		return
	}
	if n := len(r.paragraph); n > 0 && r.sheet.ends(r.paragraph[n-1], next) {
		r.flush()
	}
	r.paragraph = append(r.paragraph, next)
}

// flush ends the paragraph, and puts the footnotes that wait behind it.
func (r *reader) flush() {
	if len(r.paragraph) == 0 && len(r.notes) == 0 {
		return
	}
	r.write(r.paragraph, source.LayoutParagraph)
	r.paragraph = r.paragraph[:0]
	var note []*row
	for i := range r.notes {
		if begins(&r.notes[i]) && len(note) > 0 {
			r.write(note, source.LayoutNote)
			note = note[:0]
		}
		note = append(note, &r.notes[i])
	}
	r.write(note, source.LayoutNote)
	r.notes = r.notes[:0]
}

// write makes a block of rows.
func (r *reader) write(rows []*row, layout source.Layout) {
	if len(rows) == 0 {
		return
	}
	for i, a := range rows {
		words, space := a.words, false
		if i+1 < len(rows) {
			var drop int
			space, drop = r.words.joint(a.words, rows[i+1].words)
			words = words[:len(words)-drop]
		}
		a.put(r.out, words)
		if space {
			r.out.Write(" ", between(a.style(len(words)-1), rows[i+1].style(0)))
		}
	}
	r.out.End(source.Block{Layout: layout, Page: rows[0].page})
}

// put writes the words of a row with their strikes.
func (a *row) put(out *extract.Builder, words string) {
	for from := 0; from < len(words); {
		st := a.style(from)
		to := from + 1
		for to < len(words) && a.style(to) == st {
			to++
		}
		out.Write(words[from:to], st)
		from = to
	}
}

// style is how a byte of a row looks. A space that no letter stands for looks as
// its neighbours do, if a strike goes through it.
func (a *row) style(i int) extract.Style {
	if i < 0 || i >= len(a.of) {
		return extract.Style{}
	}
	k := a.of[i]
	if k < 0 {
		if left, right := &a.letters[a.of[i-1]], &a.letters[a.of[i+1]]; !a.struckAt((left.X1 + right.X0) / 2) {
			return extract.Style{}
		}
		return between(a.style(i-1), a.style(i+1))
	}
	c := &a.letters[k]
	if c.author != "" {
		return extract.Style{Deleted: extract.Change{Author: strings.TrimSpace(c.author)}}
	}
	return extract.Style{Struck: c.struck}
}

// between is the style of a space between two letters.
func between(a, b extract.Style) extract.Style {
	if a == b {
		return a
	}
	return extract.Style{}
}
