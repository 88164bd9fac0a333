// Package aligntest builds snapshots for tests from a compact form, so that a
// test shows the texts that it is about.
//
// A line is a unit, its depth is its indentation by tabs: articles, then
// paragraphs, sub-paragraphs and items. It has the label ("-" for none) and the
// text; of an article the rest is the heading. Proposals stand in the text, in
// braces, with sponsors, opponents and those for retention:
//
//	56 Extradition
//		1 The Parties {shall~may:CA} act {+soon:RU,NI/AU} {-at all:US//CN} {delete-unit:EG}
//			a States
//		1bis An article of its own {unit:RU/AU}
//
// A unit with {unit:…} is proposed: an alternative when its label has "alt", a
// rewrite when its label is taken, and else an addition.
package aligntest

import (
	"fmt"
	"strings"

	"github.com/draftdiff/draftdiff/pkg/snapshot"
)

// Parse builds the snapshot. It panics on a form that it cannot read.
func Parse(form string) *snapshot.Snapshot {
	b := &builder{s: &snapshot.Snapshot{}, taken: map[string]int{}}
	for line := range strings.Lines(form) {
		if strings.TrimSpace(line) != "" {
			b.line(strings.TrimRight(line, "\n"))
		}
	}
	for i := range b.s.Proposals {
		b.s.Proposals[i].ID = fmt.Sprintf("p%d", i+1)
	}
	b.whole()
	return b.s
}

// whole adds to the words of each proposed unit those of its sub-units that are
// not proposals of their own.
func (b *builder) whole() {
	own := map[string]*snapshot.Proposal{}
	for i := range b.s.Proposals {
		if p := &b.s.Proposals[i]; p.Action.OfUnit() {
			own[p.Unit] = p
		}
	}
	for i := range b.s.Units {
		p := own[b.s.Units[i].ID]
		if p == nil {
			continue
		}
		for j := i + 1; j < len(b.s.Units) && b.depths[j] > b.depths[i]; j++ {
			if u := &b.s.Units[j]; own[u.ID] == nil {
				u.Origin = snapshot.OriginProposed
				p.New += " " + u.Label + " " + u.Text
			}
		}
	}
}

type builder struct {
	s      *snapshot.Snapshot
	above  []string // ids of the units over the one at hand
	depths []int    // of the units
	taken  map[string]int
}

var kinds = []struct {
	kind   snapshot.UnitKind
	prefix string
}{
	{snapshot.KindArticle, "art"}, {snapshot.KindParagraph, "para"}, {snapshot.KindSubparagraph, "subpara"}, {snapshot.KindItem, "item"},
}

func (b *builder) line(line string) {
	text := strings.TrimLeft(line, "\t")
	depth := len(line) - len(text)
	b.above = b.above[:depth]
	label, text, _ := strings.Cut(text, " ")
	u := snapshot.Unit{Kind: kinds[depth].kind, Origin: snapshot.OriginBase}
	id := kinds[depth].prefix
	if label != "-" {
		u.Label = label
		id += "_" + label
	}
	if depth > 0 {
		u.Parent = b.above[depth-1]
		id = u.Parent + "__" + id
	}
	b.taken[id]++
	rewrite := b.taken[id] > 1
	if rewrite {
		id += fmt.Sprintf("_%d", b.taken[id])
	}
	u.ID = id
	b.above = append(b.above, id)
	at := len(b.s.Proposals)
	u.Text = b.text(id, text)
	for i := range b.s.Proposals[at:] {
		p := &b.s.Proposals[at+i]
		if !p.Action.OfUnit() {
			continue
		}
		u.Origin, p.New = snapshot.OriginProposed, label+". "+u.Text
		switch {
		case strings.Contains(label, "alt"):
			p.Action = snapshot.Alternative
		case rewrite:
			p.Action = snapshot.Rewrite
		}
	}
	if depth == 0 {
		u.Heading, u.Text = u.Text, ""
	}
	b.s.Units = append(b.s.Units, u)
	b.depths = append(b.depths, depth)
}

// text returns the base reading and keeps the proposals.
func (b *builder) text(unit, form string) string {
	var out strings.Builder
	for form != "" {
		before, rest, ok := strings.Cut(form, "{")
		if strings.HasSuffix(out.String(), " ") || out.Len() == 0 {
			before = strings.TrimPrefix(before, " ")
		}
		out.WriteString(before)
		if !ok {
			break
		}
		body, after, _ := strings.Cut(rest, "}")
		form = after
		words, parties, ok := strings.Cut(body, ":")
		if !ok {
			panic("no parties in {" + body + "}")
		}
		p := snapshot.Proposal{Unit: unit, Certain: true}
		p.At = snapshot.Anchor{Start: out.Len(), End: out.Len()}
		lists := append(strings.Split(parties, "/"), "", "")
		p.Sponsors, p.Against, p.Retain = list(lists[0]), list(lists[1]), list(lists[2])
		from, to, replace := strings.Cut(words, "~")
		switch {
		case words == "unit":
			p.Action = snapshot.Add
		case words == "delete-unit":
			p.Action = snapshot.DeleteUnit
		case replace:
			p.Action, p.Old, p.New = snapshot.Replace, from, to
		case words[0] == '-':
			p.Action, p.Old = snapshot.Delete, words[1:]
		default:
			p.Action, p.New = snapshot.Insert, strings.TrimPrefix(words, "+")
		}
		out.WriteString(p.Old)
		p.At.End = out.Len()
		b.s.Proposals = append(b.s.Proposals, p)
	}
	return strings.TrimRight(out.String(), " ")
}

func list(s string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(s, ",")
}
