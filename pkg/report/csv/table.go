package csv

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"

	"github.com/draftdiff/draftdiff/pkg/report"
)

// Table writes the negotiator's table, a row for each provision. Several
// proposals on one provision stand in one cell, numbered.
func Table(w io.Writer, t *report.Table) error {
	c := csv.NewWriter(w)
	if err := c.Write([]string{"section", "provision", "base text", "proposals", "against", "retain"}); err != nil {
		return err
	}
	for i := range t.Sections {
		s := &t.Sections[i]
		for k := range s.Rows {
			v := &s.Rows[k]
			cells := []string{s.Title, v.Cite, v.Base, cell(v, proposal),
				cell(v, func(w *report.Wish) string { return strings.Join(w.Against, ", ") }),
				cell(v, func(w *report.Wish) string { return strings.Join(w.Retain, ", ") })}
			for i, text := range cells {
				cells[i] = harmless(text)
			}
			if err := c.Write(cells); err != nil {
				return err
			}
		}
	}
	c.Flush()
	return c.Error()
}

func proposal(w *report.Wish) string {
	if len(w.Sponsors) == 0 {
		return w.Words
	}
	return w.Words + " – " + strings.Join(w.Sponsors, ", ")
}

// cell has a line for each proposal of which there is something to say.
func cell(v *report.Provision, say func(*report.Wish) string) string {
	var lines []string
	for i := range v.Proposals {
		if text := say(&v.Proposals[i]); text != "" {
			if len(v.Proposals) > 1 {
				text = strconv.Itoa(i+1) + ". " + text
			}
			lines = append(lines, text)
		}
	}
	return strings.Join(lines, "\n")
}
