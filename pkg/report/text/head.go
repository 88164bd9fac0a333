package text

import (
	"strconv"
	"strings"

	"github.com/draftdiff/draftdiff/pkg/diff"
	"github.com/draftdiff/draftdiff/pkg/report"
)

// head says in a few lines what happened.
func (p *printer) head(r *report.Report) {
	p.title(r.Title())
	if r.Filter != "" {
		p.fact("Shown:", r.Filter)
	}
	if r.Empty() {
		p.line("No change.")
		return
	}
	p.fact("Events:", counts(r.Head.Events, "no event"))
	p.fact("Units:", counts(r.Head.Units, "none came, went or moved"))
	if len(r.Head.Parties) > 0 {
		p.fact("Moved most:", counts(r.Head.Parties, ""))
	}
	if len(r.Head.Sections) > 0 {
		p.fact("In motion:", counts(r.Head.Sections, ""))
	}
	p.fact("Understood:", "old text "+r.Head.OldRead.String()+"; new text "+r.Head.NewRead.String())
}

func (p *printer) fact(name, words string) {
	p.par.begin(name+strings.Repeat(" ", 14-len(name)), 14)
	p.par.add(words, "", "")
	p.paragraph()
}

func counts(list []diff.Count, none string) string {
	if len(list) == 0 {
		return none
	}
	var b strings.Builder
	for i, c := range list {
		if i > 0 {
			b.WriteString(" · ")
		}
		b.WriteString(c.Name)
		b.WriteByte(' ')
		b.WriteString(strconv.Itoa(c.N))
	}
	return b.String()
}
