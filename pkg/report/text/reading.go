package text

import (
	"io"
	"strings"

	"github.com/draftdiff/draftdiff/pkg/report"
	"github.com/draftdiff/draftdiff/pkg/snapshot"
)

// Reading writes a reading as plain paragraphs, without any mark.
func Reading(w io.Writer, r *report.Reading, o Options) error {
	p := &printer{w: w, o: o}
	for i := range r.Lines {
		l := &r.Lines[i]
		if i > 0 {
			p.line()
		}
		if title := title(l); title != "" {
			p.line(p.style(bold, clean(title)))
			if l.Text == "" {
				continue
			}
			p.line()
		}
		indent := strings.Repeat("  ", max(0, l.Depth-1))
		p.par.begin(indent+label(l), len(indent))
		p.par.add(l.Text, "", "")
		p.paragraph()
		if len(p.b) > 64<<10 {
			_ = p.flush() // the error is kept
		}
	}
	return p.flush()
}

// title is what stands in a line of its own above the words of a unit.
func title(l *report.ReadingLine) string {
	switch l.Kind {
	case snapshot.KindPreamble, snapshot.KindChapter, snapshot.KindCluster, snapshot.KindArticle, snapshot.KindOption:
		if l.Label == "" || l.Heading == "" {
			return l.Label + l.Heading
		}
		return l.Label + ". " + l.Heading
	}
	return l.Heading
}

// label is what stands before the words.
func label(l *report.ReadingLine) string {
	switch {
	case l.Label == "", l.Kind <= snapshot.KindOption:
		return ""
	case strings.HasSuffix(l.Label, ")"):
		return l.Label + " "
	}
	return l.Label + ". "
}
