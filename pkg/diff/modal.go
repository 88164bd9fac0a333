package diff

import (
	"strings"

	"github.com/draftdiff/draftdiff/pkg/snapshot"
)

// modals flags the events whose words make an obligation weaker or stronger. Of
// a proposal that came or went it is the change that the proposal asks for.
func (c *comparer) modals() {
	for i := range c.d.Events {
		e := &c.d.Events[i]
		o, n := c.d.OldProposal(e), c.d.NewProposal(e)
		switch {
		case e.Type == Text:
			e.Modal = modalChanges(e.Text.Old, e.Text.New)
		case e.Type == Reworded:
			e.Modal = modalChanges(o.New, n.New)
		case e.Type == Added && n.Action.OnWords() && n.Action != snapshot.Retain:
			e.Modal = modalChanges(n.Old, n.New)
		case (e.Type == Withdrawn || e.Type == Adopted) && o.Action.OnWords() && o.Action != snapshot.Retain:
			e.Modal = modalChanges(o.Old, o.New)
		}
	}
}

// The verbs, from "shall" down, and the phrases that soften any of them.
var modalVerbs = map[string]int{"must": 4, "shall": 4, "will": 3, "should": 2, "may": 1, "can": 1, "could": 1}

var qualifiers = []string{
	"where appropriate", "as appropriate", "if appropriate", "when appropriate", "where necessary",
	"where possible", "if possible", "to the extent possible", "where feasible", "where technically feasible",
	"to the extent feasible", "to the extent practicable", "as far as possible", "on a voluntary basis", "as necessary",
	"endeavour to", "endeavor to", "strive to", "consider", "encouraged to", "invited to", "subject to available resources",
}

// Qualifiers that take a law as their object: "subject to the provisions of its
// domestic law".
var (
	lawPrefixes = []string{"subject to", "in accordance with", "consistent with", "to the extent permitted by", "within the limits of"}
	laws        = []string{"domestic law", "domestic laws", "national law", "national laws", "national legislation", "domestic legislation", "internal law"}
)

// lawWithin is how many words may stand between the prefix and the law.
const lawWithin = 8

// modalChanges lists what went and came between two texts. A verb that went and
// one that came in the same place are one change.
func modalChanges(old, new string) []ModalChange {
	if old == "" && new == "" {
		return nil
	}
	a, b := modalsOf(old), modalsOf(new)
	cancel(&a.verbs, &b.verbs)
	cancel(&a.phrases, &b.phrases)
	var list []ModalChange
	for i := 0; i < min(len(a.verbs), len(b.verbs)); i++ {
		switch x, y := modalVerbs[a.verbs[i]], modalVerbs[b.verbs[i]]; {
		case x > y:
			list = append(list, ModalChange{a.verbs[i], b.verbs[i], Weaker})
		case x < y:
			list = append(list, ModalChange{a.verbs[i], b.verbs[i], Stronger})
		}
	}
	for _, p := range a.phrases {
		list = append(list, ModalChange{Old: p, Effect: Stronger})
	}
	for _, p := range b.phrases {
		list = append(list, ModalChange{New: p, Effect: Weaker})
	}
	return list
}

// found are the modals of a text, in order.
type found struct{ verbs, phrases []string }

func modalsOf(text string) found {
	var f found
	if text == "" {
		return f
	}
	list := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return r == ' ' || r == ',' || r == ';' || r == ':' || r == '.' || r == '(' || r == ')' || r == '[' || r == ']' || r == '\n'
	})
	joined := strings.Join(list, " ")
	for _, w := range list {
		if modalVerbs[w] > 0 {
			f.verbs = append(f.verbs, w)
		}
	}
	for _, q := range qualifiers {
		for n := occurrences(joined, q); n > 0; n-- {
			f.phrases = append(f.phrases, q)
		}
	}
	for _, prefix := range lawPrefixes {
		for at := 0; ; {
			i := indexWords(joined[at:], prefix)
			if i < 0 {
				break
			}
			at += i + len(prefix)
			if phrase := lawPhrase(joined[at:]); phrase != "" {
				f.phrases = append(f.phrases, prefix+phrase)
			}
		}
	}
	return f
}

// lawPhrase returns rest up to the first law in it, if that is near.
func lawPhrase(rest string) string {
	best := ""
	for _, law := range laws {
		if i := indexWords(rest, law); i >= 0 && strings.Count(rest[:i], " ") <= lawWithin {
			if phrase := rest[:i+len(law)]; best == "" || len(phrase) < len(best) {
				best = phrase
			}
		}
	}
	return best
}

func occurrences(text, phrase string) int {
	n := 0
	for {
		i := indexWords(text, phrase)
		if i < 0 {
			return n
		}
		n++
		text = text[i+len(phrase):]
	}
}

// indexWords finds a phrase that begins and ends at the borders of words.
func indexWords(text, phrase string) int {
	for at := 0; ; {
		i := strings.Index(text[at:], phrase)
		if i < 0 {
			return -1
		}
		i += at
		end := i + len(phrase)
		if (i == 0 || text[i-1] == ' ') && (end == len(text) || text[end] == ' ') {
			return i
		}
		at = end
	}
}

// cancel takes out of both lists what they have in common.
func cancel(a, b *[]string) {
	var left []string
	for _, x := range *a {
		found := false
		for k, y := range *b {
			if x == y {
				*b = append((*b)[:k:k], (*b)[k+1:]...)
				found = true
				break
			}
		}
		if !found {
			left = append(left, x)
		}
	}
	*a = left
}
