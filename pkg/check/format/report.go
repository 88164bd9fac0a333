package format

import (
	"github.com/draftdiff/draftdiff/pkg/check"
)

// A Report is what was found in some files.
type Report struct {
	Files []File // in the order in which they were given
}

// A File is a draft that was checked.
type File struct {
	Name     string // as the user knows it, with slashes
	OldName  string // of the older text, "" if there is none
	Text     *check.Text
	Old      *check.Text
	Findings []check.Finding
	Accepted int // silent edits that somebody has accepted
	Known    int // findings that the older text has too, left out
}

// Count is how many findings have a severity.
func (r *Report) Count(s check.Severity) int {
	n := 0
	for i := range r.Files {
		for j := range r.Files[i].Findings {
			if r.Files[i].Findings[j].Severity == s {
				n++
			}
		}
	}
	return n
}

// Worst is the worst severity of all findings, [check.SeverityInvalid] if there
// are none.
func (r *Report) Worst() check.Severity {
	for s := check.Error; s > check.SeverityInvalid; s-- {
		if r.Count(s) > 0 {
			return s
		}
	}
	return check.SeverityInvalid
}
