package history

import (
	"strings"
	"unicode/utf8"
)

// Describe says in a sentence what happened.
func (h *History) Describe(e *Event) string {
	parties := strings.Join(e.Parties, ", ")
	s := "s"
	if len(e.Parties) > 1 {
		s = ""
	}
	silently := ""
	if h.Named() {
		silently = " silently"
	}
	what := ""
	if e.Proposal > 0 {
		what = h.wishThen(e)
	}
	switch e.What {
	case Added:
		return parties + " propose" + s + ": " + what
	case Back:
		return "back again, by " + parties + ": " + what
	case Joined:
		return parties + " join" + s + ": " + what
	case Left:
		return parties + " leave" + s + ": " + what
	case Stance:
		return parties + " " + turn(e.From, e.To) + ": " + what
	case Reworded:
		return "reworded: " + Quoted(e.From) + " becomes " + Quoted(e.To)
	case Relabelled, Renumbered:
		return "renumbered, was " + e.From
	case Moved, UnitMoved:
		return "moved from " + e.From
	case Merged:
		return "takes in " + h.theWords(e) + "; now " + what
	case Split:
		return h.theWords(e) + " split off; what stays: " + what
	case Adopted:
		return "adopted: " + what + " (" + parties + ")"
	case Withdrawn:
		return "withdrawn by " + parties + ": " + what
	case Text:
		return "changed" + silently + ": " + becomes(e.From, e.To)
	case UnitAdded:
		return strings.TrimSuffix("came"+silently+": "+Quoted(e.To), ": "+Quoted(""))
	case UnitRemoved:
		return strings.TrimSuffix("went"+silently+": "+Quoted(e.From), ": "+Quoted(""))
	case UnitSplit, UnitMerged:
		var cites []string
		for _, o := range e.Others {
			cites = append(cites, h.CiteAt(o, e.Session))
		}
		if e.What == UnitSplit {
			return "split; " + strings.Join(cites, ", ") + " was part of it"
		}
		return "took in " + strings.Join(cites, ", ")
	}
	return e.What.String()
}

// becomes tells of words in whose place others stand.
func becomes(from, to string) string {
	switch {
	case from == "":
		return Quoted(to) + " added"
	case to == "":
		return Quoted(from) + " taken out"
	}
	return Quoted(from) + " becomes " + Quoted(to)
}

// turn tells how parties changed side.
func turn(from, to string) string {
	sides := map[string]string{sideSponsor: "for it", sideAgainst: "against it", sideRetain: "for the text as it stands"}
	switch {
	case from == sideNone:
		return "now " + sides[to]
	case to == sideNone:
		return "no longer " + sides[from]
	}
	return "now " + sides[to] + ", before " + sides[from]
}

// wishThen tells what the proposal of an event wanted in that session.
func (h *History) wishThen(e *Event) string {
	p := h.Proposal(e.Proposal, e.Session)
	if p == nil {
		p = h.Last(e.Proposal)
	}
	return Wish(p.Action, p.Words())
}

// verbs say what a proposal wants, where the name of its action does not.
var verbs = map[string]string{
	"delete-unit": "delete this", "retain-unit": "retain this", "move-unit": "move this", "merge-unit": "merge this",
	"align-unit": "align this", "support-unit": "support this", "other": "asks",
}

// Wish says what a proposal wants done with its words.
func Wish(action, words string) string {
	verb := action
	if v, ok := verbs[action]; ok {
		verb = v
	}
	if words == "" {
		return verb
	}
	return verb + " " + Quoted(words)
}

// theWords quotes the other proposals of an event.
func (h *History) theWords(e *Event) string {
	var list []string
	for _, o := range e.Others {
		list = append(list, Quoted(h.Last(o).Words()))
	}
	return strings.Join(list, ", ")
}

// Words are the words of a proposal in one line.
func (p *ProposalState) Words() string {
	switch {
	case p.Old != "" && p.New != "":
		return p.Old + " → " + p.New
	case p.Old != "":
		return p.Old
	}
	return strings.TrimSpace(p.New + p.Target)
}

// LongestQuote is how many characters of a wording a line shows.
const LongestQuote = 90

// Quoted puts words in quotes, and cuts them where a line has no room.
func Quoted(s string) string {
	if utf8.RuneCountInString(s) > LongestQuote {
		cut := string([]rune(s)[:LongestQuote])
		if i := strings.LastIndexByte(cut, ' '); i > LongestQuote/2 {
			cut = cut[:i]
		}
		s = cut + " …"
	}
	if s == "" {
		return "nothing"
	}
	return "“" + s + "”"
}
