package diff

import (
	"maps"
	"slices"
	"sort"
	"strings"

	"github.com/draftdiff/draftdiff/internal/both"
	"github.com/draftdiff/draftdiff/internal/byteset"
	"github.com/draftdiff/draftdiff/internal/wordset"
	"github.com/draftdiff/draftdiff/pkg/snapshot"
)

// modals flags the events whose words make an obligation weaker or stronger. Of
// a proposal that came or went it is the change that the proposal asks for.
func (c *comparer) modals() {
	half := len(c.d.Events) / 2
	both.Run(func() { c.modalsIn(c.d.Events[:half]) }, func() { c.modalsIn(c.d.Events[half:]) })
	c.elsewhereInUnit()
}

func (c *comparer) modalsIn(events []Event) {
	for i := range events {
		e := &events[i]
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

// elsewhereInUnit takes back the flags of phrases that only changed their place
// in a unit: a silent edit took them out and another one put them in.
func (c *comparer) elsewhereInUnit() {
	events := c.d.Events
	for i := range events {
		if events[i].Type != Text || len(events[i].Modal) == 0 {
			continue
		}
		for j := i + 1; j < len(events) && events[j].Pair == events[i].Pair; j++ {
			if events[j].Type == Text {
				cancelPhrases(&events[i].Modal, &events[j].Modal)
			}
		}
	}
}

// cancelPhrases takes out of both lists the phrases that went in one of them
// and came in the other.
func cancelPhrases(a, b *[]ModalChange) {
	phrase := func(m ModalChange) bool { return m.Old == "" || m.New == "" }
	*a = slices.DeleteFunc(*a, func(m ModalChange) bool {
		at := slices.IndexFunc(*b, func(n ModalChange) bool { return phrase(m) && m.Old == n.New && m.New == n.Old })
		if at >= 0 {
			*b = slices.Delete(*b, at, at+1)
		}
		return at >= 0
	})
}

// The verbs, from "shall" down, and the phrases that soften any of them.
var modalVerbs = map[string]int{"must": 4, "shall": 4, "will": 3, "should": 2, "may": 1, "can": 1, "could": 1}

var qualifiers = []string{
	"where appropriate", "as appropriate", "if appropriate", "when appropriate", "where necessary",
	"where possible", "if possible", "to the extent possible", "where feasible", "where technically feasible",
	"to the extent feasible", "to the extent practicable", "as far as possible", "on a voluntary basis", "as necessary",
	"endeavour to", "endeavor to", "strive to", "consider", "encouraged to", "invited to", "subject to available resources",
}

// otherForms are forms of a qualifier in which it says the same: "shall give
// consideration to" is no weaker than "shall consider".
var otherForms = []struct{ form, says string }{
	{"considering", "consider"}, {"give consideration to", "consider"}, {"giving consideration to", "consider"},
}

// Qualifiers that take a law as their object: "subject to the provisions of its
// domestic law".
var (
	lawPrefixes = []string{"subject to", "in accordance with", "consistent with", "to the extent permitted by", "within the limits of"}
	laws        = []string{"domestic law", "domestic laws", "national law", "national laws", "national legislation", "domestic legislation", "internal law"}
)

// lawWithin is how many words may stand between the prefix and the law.
const lawWithin = 8

// A modalPhrase is one of the phrases above, word by word.
type modalPhrase struct {
	words []string
	text  string
	rank  int  // its place among them
	law   bool // a law must follow
}

// modalPhrases are the phrases by their first word; modalWords are the first words
// of all of them, and the verbs.
var modalPhrases, modalWords = func() (map[string][]modalPhrase, *wordset.Set) {
	byFirst := map[string][]modalPhrase{}
	first := wordset.Of("")
	add := func(form string, p modalPhrase) {
		p.words = strings.Fields(form)
		byFirst[p.words[0]] = append(byFirst[p.words[0]], p)
		first.Add(p.words[0])
	}
	for rank, text := range slices.Concat(qualifiers, lawPrefixes) {
		add(text, modalPhrase{text: text, rank: rank, law: rank >= len(qualifiers)})
	}
	for _, o := range otherForms {
		add(o.form, modalPhrase{text: o.says, rank: slices.Index(qualifiers, o.says)})
	}
	for verb := range modalVerbs {
		first.Add(verb)
	}
	return byFirst, first
}()

// modalChanges lists what went and came between two texts. A verb that went and
// one that came in the same place are one change.
func modalChanges(old, new string) []ModalChange {
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

// found are the modals of a text: the verbs in its order, the phrases in theirs.
type found struct{ verbs, phrases []string }

func modalsOf(text string) found {
	var f found
	var ranks []int
	list := plainWords(text)
	for i, w := range list {
		if !modalWords.Has(w) {
			continue
		}
		if modalVerbs[w] > 0 {
			f.verbs = append(f.verbs, w)
		}
		for _, p := range modalPhrases[w] {
			if !startsWith(list[i:], p.words) {
				continue
			}
			phrase := p.text
			if p.law {
				if phrase = lawPhrase(list[i:], len(p.words)); phrase == "" {
					continue
				}
			}
			at := sort.SearchInts(ranks, p.rank+1)
			ranks, f.phrases = slices.Insert(ranks, at, p.rank), slices.Insert(f.phrases, at, phrase)
		}
	}
	return f
}

var betweenWords = byteset.Of(" ,;:.()[]\n")

// plainWords are the words of a text in lower case.
func plainWords(text string) []string {
	text = strings.ToLower(text)
	list := make([]string, 0, len(text)/5)
	for i := 0; i < len(text); {
		end := betweenWords.Index(text, i)
		if end > i {
			list = append(list, text[i:end])
		}
		i = end + 1
	}
	return list
}

func startsWith(list, words []string) bool {
	return len(list) >= len(words) && slices.Equal(list[:len(words)], words)
}

// lawPhrase returns the n words of a prefix up to the first law behind them, if
// that is near.
func lawPhrase(list []string, n int) string {
	for k := n; k <= n+lawWithin && k+1 < len(list); k++ {
		if slices.Contains(laws, list[k]+" "+list[k+1]) {
			return strings.Join(list[:k+2], " ")
		}
	}
	return ""
}

// cancel takes out of both lists what they have in common: of a word that stands
// in both, the first ones.
func cancel(a, b *[]string) {
	common := map[string]int{}
	for _, w := range *a {
		common[w]++
	}
	inBoth := map[string]int{}
	for _, w := range *b {
		if inBoth[w] < common[w] {
			inBoth[w]++
		}
	}
	*a, *b = butFirst(*a, maps.Clone(inBoth)), butFirst(*b, inBoth)
}

// butFirst leaves out the first ones of each word, as many as count says.
func butFirst(list []string, count map[string]int) []string {
	var left []string
	for _, w := range list {
		if count[w] > 0 {
			count[w]--
			continue
		}
		left = append(left, w)
	}
	return left
}
