package snapshot

import (
	"strings"

	"github.com/draftdiff/draftdiff/pkg/notation"
	"github.com/draftdiff/draftdiff/pkg/party"
	"github.com/draftdiff/draftdiff/pkg/source"
	"github.com/draftdiff/draftdiff/pkg/text"
)

// title reads the title page: which text it is and the legend of parties. It
// returns the index of the first block of the text itself.
func (b *builder) title(blocks []source.Block) int {
	first := firstOfText(blocks)
	d := &b.snap.Document
	var legend []party.Declaration
	for i := range blocks[:first] {
		src := &blocks[i]
		b.aside.begin()
		b.aside.write(src.Text)
		s := b.aside.text()
		if src.Layout == source.LayoutFurniture {
			frontMatter(d, src.Text)
			continue
		}
		b.titleLine(d, s)
		legend = append(legend, party.ParseLegend(s)...)
		b.snap.Units = append(b.snap.Units, Unit{ID: b.id(-1, "note"), Kind: KindNote, Origin: OriginBase, Text: s, Source: b.place(src.SourceSpan(text.Span{End: len(src.Text)}))})
		b.states = append(b.states, unitState{level: levels, parent: -1, step: "note", proposal: -1})
	}
	legend = append(legend, b.doc.Parties...)
	b.reg = party.Default()
	if len(legend) > 0 {
		b.reg = b.reg.WithLegend(legend)
	}
	return first
}

// firstOfText returns the index of the first block that is a heading of the
// treaty or a numbered paragraph; 0 if there is none, so that nothing is taken
// for a title page.
func firstOfText(blocks []source.Block) int {
	for i := range blocks {
		src := &blocks[i]
		if src.Layout == source.LayoutFurniture {
			continue
		}
		s := strings.TrimLeft(src.Text, " [(*")
		l := notation.ScanLabel(s)
		switch l.Class {
		case notation.Preamble, notation.Article, notation.Chapter, notation.Cluster:
			if len(s) < 250 {
				return i
			}
		case notation.Section:
			if l.Number == "A" && titles(s, 250) {
				return i
			}
		case notation.Number:
			return i
		}
	}
	return 0
}

// frontMatter reads the title of a file's front matter.
func frontMatter(d *Document, s string) {
	for line := range strings.Lines(s) {
		if rest, ok := strings.CutPrefix(line, "title:"); ok && d.Title == "" {
			d.Title = strings.Trim(strings.TrimSpace(rest), `"'`)
		}
	}
}

var months = []string{"january", "february", "march", "april", "may ", "june", "july", "august", "september", "october", "november", "december"}

// titleLine takes from a line of the title page what it says.
func (b *builder) titleLine(d *Document, s string) {
	lower := strings.ToLower(s)
	switch {
	case strings.HasPrefix(lower, "status as of") || strings.HasPrefix(lower, "as of "):
		d.Status = s
	case d.Session == "" && len(s) < 80 && strings.Contains(lower, "session"):
		d.Session = s
	case d.Dates == "" && len(s) < 80 && isDate(lower):
		if place, dates, ok := strings.Cut(s, ", "); ok && !isDate(strings.ToLower(place)) {
			d.Place, d.Dates = place, dates
		} else {
			d.Dates = s
		}
	case d.Body == "" && len(s) < 300 && containsAny(lower, "committee", "conference", "working group", "assembly", "council", "commission", "negotiating body"):
		d.Body = s
	case d.Title == "" && len(s) < 500 && containsAny(lower, "negotiating", "draft", "text", "agreement", "convention", "treaty"):
		d.Title = s
	}
}

func isDate(lower string) bool {
	return strings.ContainsAny(lower, "0123456789") && containsAny(lower, months...)
}

func containsAny(s string, words ...string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}
