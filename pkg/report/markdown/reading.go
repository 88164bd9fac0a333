package markdown

import (
	"cmp"
	"io"

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
			title := l.Label
			if l.Label != "" && l.Heading != "" {
				title += ". "
			}
			p.add(sign(l.Kind), escape(cmp.Or(title+l.Heading, "Preamble")), "\n\n")
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
			p.add(sign(l.Kind), escape(l.Title))
			if len(l.Heading) > 0 {
				p.add(". ")
			}
			p.segments(l.Heading)
			p.add("\n\n")
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

// sign begins a heading; articles stand below chapters.
func sign(kind snapshot.UnitKind) string {
	switch kind {
	case snapshot.KindPreamble, snapshot.KindChapter:
		return "# "
	case snapshot.KindCluster, snapshot.KindArticle:
		return "## "
	}
	return "### "
}

// lead is the number before the words of a unit. A full stop behind a number
// would begin a list.
func (p *printer) lead(label string) {
	if label != "" {
		p.add("**", escape(label), "** ")
	}
}
