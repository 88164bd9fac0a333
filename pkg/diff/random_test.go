package diff_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// A text is a random negotiation that can be edited and written as a form.
type text struct {
	rng   *rand.Rand
	units []*unit // articles
}

type unit struct {
	label    string
	pieces   []string // words, and proposals in braces
	proposed string   // parties, of a proposed unit
	below    []*unit
}

var (
	vocabulary = func() []string {
		var list []string
		for i := range 400 {
			list = append(list, fmt.Sprintf("w%d", i))
		}
		return append(list, strings.Fields("shall may should the State Party of and in accordance with its domestic law where appropriate request")...)
	}()
	parties = strings.Fields("US CA NZ RU EG CN BR CARICOM AU JP")
)

// randomText makes up to six articles of up to six paragraphs, every third
// paragraph with sub-paragraphs, a quarter of the units proposed, and one piece
// in eight a proposal.
func randomText(rng *rand.Rand) *text {
	t := &text{rng: rng}
	for a := range 2 + rng.IntN(5) {
		article := &unit{label: fmt.Sprint(a + 1), pieces: t.words(3)}
		for p := range 1 + rng.IntN(6) {
			article.below = append(article.below, t.unit(fmt.Sprint(p+1), 1))
		}
		t.units = append(t.units, article)
	}
	return t
}

func (t *text) unit(label string, depth int) *unit {
	u := &unit{label: label}
	for range 3 + t.rng.IntN(25) {
		u.pieces = append(u.pieces, t.piece())
	}
	if t.rng.IntN(4) == 0 {
		u.label += []string{"bis", "ter", "alt"}[t.rng.IntN(3)]
		u.proposed = t.parties()
	}
	if depth == 1 && t.rng.IntN(3) == 0 {
		for n := range 1 + t.rng.IntN(3) {
			u.below = append(u.below, t.unit(string(rune('a'+n)), 2))
		}
	}
	return u
}

func (t *text) word() string { return vocabulary[t.rng.IntN(len(vocabulary))] }

func (t *text) words(n int) []string {
	var list []string
	for range n {
		list = append(list, t.word())
	}
	return list
}

func (t *text) piece() string {
	if t.rng.IntN(8) > 0 {
		return t.word()
	}
	words := strings.Join(t.words(1+t.rng.IntN(5)), " ")
	switch t.rng.IntN(4) {
	case 0:
		words = "-" + words
	case 1:
		words += "~" + strings.Join(t.words(1+t.rng.IntN(3)), " ")
	}
	return "{" + words + ":" + t.parties() + "}"
}

func (t *text) parties() string {
	list := append([]string(nil), parties...)
	t.rng.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
	n := 1 + t.rng.IntN(3)
	against := n + t.rng.IntN(3)
	return strings.Join(list[:n], ",") + "/" + strings.Join(list[n:against], ",")
}

// form writes the text for aligntest.
func (t *text) form() string {
	var b strings.Builder
	var write func(list []*unit, depth int)
	write = func(list []*unit, depth int) {
		for _, u := range list {
			fmt.Fprintf(&b, "%s%s %s", strings.Repeat("\t", depth), u.label, strings.Join(u.pieces, " "))
			if u.proposed != "" {
				fmt.Fprintf(&b, " {unit:%s}", u.proposed)
			}
			b.WriteByte('\n')
			write(u.below, depth+1)
		}
	}
	write(t.units, 0)
	return b.String()
}

// edit returns the text after a session. Each unit goes, moves or is left
// behind with probability 1/25 each; of what stays, each word changes with
// 1/40, and each proposal goes, is adopted, changes its parties or its words
// with 1/10 each, and new ones come with 1/60.
func (t *text) edit() *text {
	out := &text{rng: t.rng}
	var wandering []*unit
	for _, a := range t.units {
		article := &unit{label: a.label, pieces: a.pieces}
		for _, u := range a.below {
			switch t.rng.IntN(25) {
			case 0:
			case 1:
				wandering = append(wandering, t.edited(u))
			case 2:
				article.below = append(article.below, t.unit("new", 1), t.edited(u))
			default:
				article.below = append(article.below, t.edited(u))
			}
		}
		out.units = append(out.units, article)
	}
	for _, u := range wandering {
		a := out.units[t.rng.IntN(len(out.units))]
		at := t.rng.IntN(len(a.below) + 1)
		a.below = append(a.below[:at:at], append([]*unit{u}, a.below[at:]...)...)
	}
	if t.rng.IntN(2) == 0 {
		for n, a := range out.units {
			a.label = fmt.Sprint(n + 2)
		}
	}
	for _, a := range out.units {
		for n, u := range a.below {
			if u.proposed == "" {
				u.label = fmt.Sprint(n + 1)
			}
		}
	}
	return out
}

func (t *text) edited(u *unit) *unit {
	v := &unit{label: u.label, proposed: u.proposed}
	if u.proposed != "" && t.rng.IntN(10) == 0 {
		v.proposed = t.parties()
	}
	for _, p := range u.pieces {
		if t.rng.IntN(60) == 0 {
			v.pieces = append(v.pieces, "{"+strings.Join(t.words(3), " ")+":"+t.parties()+"}")
		}
		if !strings.HasPrefix(p, "{") {
			if t.rng.IntN(40) == 0 {
				p = t.word()
			}
			v.pieces = append(v.pieces, p)
			continue
		}
		if p = t.editedProposal(p); p != "" {
			v.pieces = append(v.pieces, p)
		}
	}
	for _, w := range u.below {
		if t.rng.IntN(25) > 0 {
			v.below = append(v.below, t.edited(w))
		}
	}
	return v
}

func (t *text) editedProposal(p string) string {
	words, parties, _ := strings.Cut(strings.Trim(p, "{}"), ":")
	from, to, replace := strings.Cut(words, "~")
	if strings.HasPrefix(words, "-") {
		from, to = words[1:], ""
	} else if !replace {
		from, to = "", words
	}
	switch t.rng.IntN(10) {
	case 0: // withdrawn
		return from
	case 1: // adopted
		return to
	case 2:
		return "{" + words + ":" + t.parties() + "}"
	case 3:
		return "{" + words + " " + t.word() + ":" + parties + "}"
	}
	return p
}
