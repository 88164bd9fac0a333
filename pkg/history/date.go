package history

import (
	"regexp"
	"strings"
	"time"

	"github.com/draftdiff/draftdiff/pkg/snapshot"
)

var dayMonthYear = regexp.MustCompile(`(\d{1,2})\s+(January|February|March|April|May|June|July|August|September|October|November|December),?\s+(\d{4})`)

// DateOf reads the day of a text off its title page: the day of its status, or
// else the last day of the session. It returns "2023-04-21", or "" where the
// text does not say.
func DateOf(d *snapshot.Document) string {
	for _, s := range []string{d.Status, d.Dates} {
		all := dayMonthYear.FindAllStringSubmatch(s, -1)
		if all == nil {
			continue
		}
		m := all[len(all)-1]
		if t, err := time.Parse("2 January 2006", strings.Join(m[1:], " ")); err == nil {
			return t.Format(time.DateOnly)
		}
	}
	return ""
}
