package csv

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"

	"github.com/draftdiff/draftdiff/pkg/diff"
	"github.com/draftdiff/draftdiff/pkg/report"
)

var columns = []string{"section", "unit", "old unit", "event", "action", "old words", "new words",
	"sponsors", "joined", "left", "stances", "modal", "old line", "new line"}

// Render writes r as a table.
func Render(w io.Writer, r *report.Report) error {
	c := csv.NewWriter(w)
	if err := c.Write(columns); err != nil {
		return err
	}
	for i := range r.Silent {
		if err := c.Write(row("changed silently", &r.Silent[i])); err != nil {
			return err
		}
	}
	for i := range r.Sections {
		s := &r.Sections[i]
		for _, n := range s.Renumbered {
			e := report.Entry{Cite: n.Now, Was: n.Was, What: "renumbered", OldPlace: n.OldPlace, NewPlace: n.NewPlace}
			if err := c.Write(row(s.Title, &e)); err != nil {
				return err
			}
		}
		for k := range s.Entries {
			if err := c.Write(row(s.Title, &s.Entries[k])); err != nil {
				return err
			}
		}
	}
	c.Flush()
	return c.Error()
}

func row(section string, e *report.Entry) []string {
	cells := []string{section, e.Cite, e.Was, e.What, e.Verb, words(e, diff.Insert), words(e, diff.Delete),
		parties(e.Sponsors, report.Stayed, report.Joined), parties(e.Sponsors, report.Joined, report.Joined), parties(e.Sponsors, report.Left, report.Left),
		stances(e), modal(e), line(e.OldPlace.Line), line(e.NewPlace.Line)}
	for i, c := range cells {
		cells[i] = harmless(c)
	}
	return cells
}

// harmless keeps a spreadsheet from running a cell.
func harmless(cell string) string {
	if cell != "" && strings.IndexByte("=+-@\t\r", cell[0]) >= 0 {
		return "'" + cell
	}
	return cell
}

// words spells the wording of one of the texts: all but what only the other has.
func words(e *report.Entry, other diff.Op) string {
	if e.Event != nil && (e.Event.Old < 0 && other == diff.Insert || e.Event.New < 0 && other == diff.Delete) && e.Event.Type != diff.Text {
		return ""
	}
	s := spell(e.Words, other)
	if r := spell(e.Replacement, other); r != "" {
		s += " → " + r
	}
	return s
}

func spell(list []diff.Segment, other diff.Op) string {
	var b strings.Builder
	for _, s := range list {
		if s.Op != other {
			b.WriteString(s.Text)
		}
	}
	return b.String()
}

func parties(list []report.Position, moves ...report.Move) string {
	var ids []string
	for _, p := range list {
		if p.Move == moves[0] || p.Move == moves[1] {
			ids = append(ids, p.Party)
		}
	}
	return strings.Join(ids, "; ")
}

func stances(e *report.Entry) string {
	var list []string
	for _, s := range e.Stances {
		list = append(list, s.Party+": "+s.From+" → "+s.To)
	}
	return strings.Join(list, "; ")
}

func modal(e *report.Entry) string {
	var list []string
	for _, m := range e.Modal {
		list = append(list, m.Effect.String()+": "+m.Old+" → "+m.New)
	}
	return strings.Join(list, "; ")
}

func line(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}
