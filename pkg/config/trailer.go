package config

import "strings"

// Trailer begins the line of a commit message that accepts an edit:
//
//	Draftdiff-Accept: art_56__para_2 "in a timely manner" agreed on 3 May
const Trailer = "Draftdiff-Accept:"

// ParseMessage reads the accepted edits out of a commit message: the identifier
// of the unit, the words in quotation marks, which may be left out, and the
// reason.
func ParseMessage(message string) []Accept {
	var list []Accept
	line := 0
	for s := range strings.Lines(message) {
		line++
		if len(s) < len(Trailer) || !strings.EqualFold(s[:len(Trailer)], Trailer) {
			continue
		}
		a := Accept{Source: "commit message", Line: line}
		var rest string
		a.Unit, rest, _ = strings.Cut(strings.TrimSpace(s[len(Trailer):]), " ")
		rest = strings.NewReplacer("“", `"`, "”", `"`).Replace(strings.TrimSpace(rest))
		if quoted, ok := strings.CutPrefix(rest, `"`); ok {
			if words, reason, ok := strings.Cut(quoted, `"`); ok {
				a.Words, rest = strings.TrimSpace(words), reason
			}
		}
		a.Reason = strings.TrimLeft(strings.TrimSpace(rest), "-–—: ")
		if a.Unit != "" {
			list = append(list, a)
		}
	}
	return list
}
