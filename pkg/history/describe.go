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
	what := ""
	if e.Proposal > 0 {
		what = h.actionThen(e)
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
		return parties + ": " + sideWord(e.From) + " → " + sideWord(e.To) + ": " + what
	case Reworded:
		return "reworded: " + Quoted(e.From) + " becomes " + Quoted(e.To)
	case Relabelled, Renumbered:
		return "was " + e.From
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
		return "changed silently: " + Quoted(e.From) + " becomes " + Quoted(e.To)
	case UnitAdded:
		return "came silently: " + Quoted(e.To)
	case UnitRemoved:
		return "went silently: " + Quoted(e.From)
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

func sideWord(s string) string {
	if s == "none" {
		return "no position"
	}
	return s
}

// actionThen tells what the proposal of an event wanted in that session.
func (h *History) actionThen(e *Event) string {
	p := h.Proposal(e.Proposal, e.Session)
	if p == nil {
		p = h.Last(e.Proposal)
	}
	if words := p.Words(); words != "" {
		return p.Verb() + " " + Quoted(words)
	}
	return p.Verb()
}

// Verb says what the proposal does: "insert", "delete it" of a whole unit.
func (p *ProposalState) Verb() string {
	if verb, ok := strings.CutSuffix(p.Action, "-unit"); ok {
		return verb + " it"
	}
	return p.Action
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
