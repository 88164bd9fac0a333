package check

import (
	"slices"
	"strings"

	"github.com/draftdiff/draftdiff/pkg/config"
	"github.com/draftdiff/draftdiff/pkg/text"
)

var acceptReason = &Rule{
	Code: "DD040", Name: "accept-without-reason", Class: Setup, Severity: Warning,
	Title: "An edit is accepted without a reason.",
	Explanation: `An accepted edit changes what the text says without a trace in the text itself. Whoever reads the
history in two years has only the reason to go by, so an acceptance without one accepts nothing.`,
	Wrong: "accept:\n  - unit: art_56__para_2\n    words: in a timely manner",
	Right: "accept:\n  - unit: art_56__para_2\n    words: in a timely manner\n    reason: agreed in the plenary of 3 May",
	Run: func(p *Pass) {
		for _, a := range p.Config.Accept {
			if _, known := p.New.byID[a.Unit]; a.Reason == "" && (known || p.knownBefore(a.Unit)) {
				f := p.report(text.Span{}, "the edit of "+a.Unit+" accepted in the "+a.Source+", line "+itoa(a.Line)+", has no reason")
				f.Unit = a.Unit
				f.Hint = "say who agreed to it and when; without a reason nothing is accepted"
			}
		}
	},
}

func (p *Pass) knownBefore(unit string) bool {
	if p.Old == nil {
		return false
	}
	_, known := p.Old.byID[unit]
	return known
}

// accepted takes out the silent edits that somebody has accepted with a reason.
func (p *Pass) accepted(fs []Finding) (rest []Finding, n int) {
	accepts := func(a config.Accept) bool { return a.Reason != "" }
	if !slices.ContainsFunc(p.Config.Accept, accepts) {
		return fs, 0
	}
	rest = slices.DeleteFunc(fs, func(f Finding) bool {
		return f.Rule.Class == Silent && slices.ContainsFunc(p.Config.Accept, func(a config.Accept) bool { return accepts(a) && p.covers(a, &f) })
	})
	return rest, len(fs) - len(rest)
}

// covers reports whether an acceptance speaks of a finding: of its unit or one
// above it, in either text, and of words that are all in the change.
func (p *Pass) covers(a config.Accept, f *Finding) bool {
	if !within(f.Unit, a.Unit) {
		return false
	}
	return a.Words == "" || contains(f.Words, a.Words) || f.Words != "" && contains(a.Words, f.Words)
}

// contains reports whether all words of b are among those of a. Their order says
// nothing: where words repeat, a deletion can be told in several ways.
func contains(a, b string) bool {
	have := map[string]int{}
	for _, w := range strings.Fields(fold(a)) {
		have[w]++
	}
	for _, w := range strings.Fields(fold(b)) {
		if have[w]--; have[w] < 0 {
			return false
		}
	}
	return true
}

// within reports whether a unit is another one or stands under it; identifiers
// are paths.
func within(unit, above string) bool {
	return unit == above || strings.HasPrefix(unit, above+"__")
}

// fold reduces words to their letters in lower case and single spaces. Quotes,
// dashes and spaces of all sorts part words.
func fold(s string) string {
	b := make([]byte, 0, len(s))
	gap := false
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= 'A' && c <= 'Z' {
			c |= 0x20
		}
		switch {
		case c == 0xC2 && i+1 < len(s): // no-break space, section sign, soft hyphen
			i++
			gap = gap || s[i] != 0xAD // a soft hyphen parts nothing
		case c == 0xE2 && i+2 < len(s): // dashes, quotes, bullets, the sign of the euro
			i += 2
			gap = true
		case c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c >= 0x80:
			if gap && len(b) > 0 {
				b = append(b, ' ')
			}
			gap = false
			b = append(b, c)
		default:
			gap = true
		}
	}
	return string(b)
}
