package history

import (
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/draftdiff/draftdiff/pkg/snapshot"
)

var dayMonthYear = regexp.MustCompile(`(\d{1,2})\s+(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?,?\s+(\d{4})`)

// DateOf reads the day of a text off its title page: the day of its status, or
// else the last day of the session, or the day in its title, or the only day
// that the title page names. It returns "2023-04-21", or "" where the text does
// not say.
func DateOf(s *snapshot.Snapshot) string {
	d := &s.Document
	for _, line := range []string{d.Status, d.Dates, d.Title} {
		if days := daysIn(line); len(days) > 0 {
			return days[len(days)-1]
		}
	}
	var days []string
	for i := range s.Units {
		u := &s.Units[i]
		if u.Kind != snapshot.KindNote || u.Parent != "" {
			break
		}
		days = append(days, daysIn(u.Text)...)
	}
	if slices.Sort(days); len(slices.Compact(days)) == 1 {
		return days[0]
	}
	return ""
}

func daysIn(line string) (days []string) {
	for _, m := range dayMonthYear.FindAllStringSubmatch(line, -1) {
		if t, err := time.Parse("2 Jan 2006", strings.Join(m[1:], " ")); err == nil {
			days = append(days, t.Format(time.DateOnly))
		}
	}
	return days
}

var ordinalSession = regexp.MustCompile(`\b(Resumed [a-z-]+|[A-Z][a-z]+(-[a-z]+)?) session(, part [a-z]+)?\b`)

// SessionOf reads off a title page which session a text is of, "" where it does
// not say.
func SessionOf(d *snapshot.Document) string {
	if d.Session != "" {
		return d.Session
	}
	return ordinalSession.FindString(d.Body + "\n" + d.Title)
}
