package report

import (
	"slices"
	"strconv"

	"github.com/draftdiff/draftdiff/pkg/snapshot"
)

// Understood says how much of a text was read without doubt.
type Understood struct {
	Certain, Proposals int // proposals whose reading is certain, and all of them
	Clear, Bytes       int // bytes of the source outside errors and warnings, and all of them
}

// NewUnderstood measures s.
func NewUnderstood(s *snapshot.Snapshot) Understood {
	u := Understood{Proposals: len(s.Proposals), Bytes: s.Document.Source.Bytes, Clear: s.Document.Source.Bytes}
	for i := range s.Proposals {
		if s.Proposals[i].Certain {
			u.Certain++
		}
	}
	var spans []snapshot.Place
	for i := range s.Diagnostics {
		if s.Diagnostics[i].Severity != "info" {
			spans = append(spans, s.Diagnostics[i].Source)
		}
	}
	slices.SortFunc(spans, func(a, b snapshot.Place) int { return a.Offset - b.Offset })
	end := 0
	for _, p := range spans {
		if p.EndOffset > end {
			u.Clear -= p.EndOffset - max(p.Offset, end)
			end = p.EndOffset
		}
	}
	u.Clear = max(0, u.Clear)
	return u
}

// CertainPercent is the share of proposals whose reading is certain.
func (u Understood) CertainPercent() int { return percent(u.Certain, u.Proposals) }

// ClearPercent is the share of the text outside errors and warnings.
func (u Understood) ClearPercent() int { return percent(u.Clear, u.Bytes) }

// String gives both shares in words.
func (u Understood) String() string {
	return strconv.Itoa(u.CertainPercent()) + " % of the proposals certain, " + strconv.Itoa(u.ClearPercent()) + " % of the words free of doubt"
}

// percent rounds down, so that 100 means all.
func percent(part, whole int) int {
	if whole == 0 {
		return 100
	}
	return part * 100 / whole
}
