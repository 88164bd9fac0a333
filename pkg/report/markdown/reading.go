package markdown

import (
	"io"
	"strings"

	"github.com/draftdiff/draftdiff/pkg/report"
	"github.com/draftdiff/draftdiff/pkg/snapshot"
)

// Reading writes a reading as Markdown.
func Reading(w io.Writer, r *report.Reading) error {
	p := &printer{w: w}
	for i := range r.Lines {
		l := &r.Lines[i]
		label := l.Label
		if l.Kind <= snapshot.KindOption {
			p.title(l.Kind, strings.TrimSpace(l.Label+" "+l.Heading))
			label = ""
		} else if l.Heading != "" {
			p.add("**", escape(l.Heading), "**\n\n")
		}
		if l.Text != "" {
			p.lead(label)
			p.add(escape(l.Text), "\n\n")
		}
		if len(p.b) > 64<<10 {
			_ = p.flush() // the error is kept
		}
	}
	return p.flush()
}

// Side writes a text as one side reads it, the new reading marked against the
// old one.
func Side(w io.Writer, r *report.SideReport) error {
	p := &printer{w: w}
	p.add("# ", escape(r.Old.Source.Name), " → ", escape(r.New.Source.Name), " as ", escape(r.As), "\n\n")
	if r.Empty() {
		p.add("No change.\n")
	}
	for i := range r.Lines {
		l := &r.Lines[i]
		if l.Title != "" {
			p.title(l.Kind, l.Title)
		}
		if len(l.Words) == 0 {
			continue
		}
		p.lead(l.Label)
		if l.Was != "" {
			p.add("(was ", escape(l.Was), ") ")
		}
		p.segments(l.Words)
		p.add("\n\n")
		if len(p.b) > 64<<10 {
			_ = p.flush() // the error is kept
		}
	}
	return p.flush()
}

// title is a heading; articles stand below chapters.
func (p *printer) title(kind snapshot.UnitKind, words string) {
	sign := "### "
	switch kind {
	case snapshot.KindPreamble, snapshot.KindChapter:
		sign = "# "
	case snapshot.KindCluster, snapshot.KindArticle:
		sign = "## "
	}
	p.add(sign, escape(words), "\n\n")
}

// lead is the number before the words of a unit. A full stop behind a number
// would begin a list.
func (p *printer) lead(label string) {
	if label != "" {
		p.add("**", escape(label), "** ")
	}
}
