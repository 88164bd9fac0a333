package report

import (
	"strings"

	"github.com/draftdiff/draftdiff/pkg/align"
	"github.com/draftdiff/draftdiff/pkg/citation"
	"github.com/draftdiff/draftdiff/pkg/diff"
	"github.com/draftdiff/draftdiff/pkg/snapshot"
)

// around is how many bytes of the unharmed text are shown on either side of a
// silent edit.
const around = 60

var eventWords = [...]string{
	diff.Added:       "new",
	diff.Withdrawn:   "withdrawn",
	diff.Responsored: "other sponsors",
	diff.Stances:     "change of side",
	diff.Reworded:    "reworded",
	diff.Moved:       "moved",
	diff.Adopted:     "adopted",
	diff.Text:        "text changed, nobody proposed it",
}

// EventWord says in a word or two what an event of a type is.
func EventWord(t diff.EventType) string { return eventWords[t] }

// eventWord is [EventWord] for this pair of texts.
func (b *builder) eventWord(t diff.EventType) string {
	if t == diff.Text && !b.named {
		return "text changed"
	}
	return eventWords[t]
}

var sideWords = [...]string{
	diff.SideNone:    "no position",
	diff.SideSponsor: "sponsor",
	diff.SideAgainst: "against",
	diff.SideRetain:  "for retention",
}

// eventEntry tells what happened to a proposal or to the words of a unit.
func (b *builder) eventEntry(ev *diff.Event) Entry {
	e := Entry{Event: ev, What: b.eventWord(ev.Type), Modal: ev.Modal}
	e.Cite, e.Was = b.cite(ev.OldUnit, ev.NewUnit)
	old, new := b.Diff.OldProposal(ev), b.Diff.NewProposal(ev)
	if old != nil {
		e.OldPlace = old.Source
	} else if ev.OldUnit >= 0 && ev.Type == diff.Text {
		e.OldPlace = b.Diff.Old.Units[ev.OldUnit].Source
	}
	if new != nil {
		e.NewPlace = new.Source
	} else if ev.NewUnit >= 0 && ev.Type == diff.Text {
		e.NewPlace = b.Diff.New.Units[ev.NewUnit].Source
	}
	if ev.Type == diff.Text {
		b.textWords(&e, ev)
		return e
	}
	e.Verb = verbs[ev.Action]
	e.Sponsors = positions(ev, old, new)
	for _, s := range ev.Stances {
		e.Stances = append(e.Stances, Stance{s.Party, sideWords[s.From], sideWords[s.To]})
	}
	return e
}

// cite gives the citation of a unit in the new text, and in the old one if that
// differs.
func (b *builder) cite(old, new int) (cite, was string) {
	switch {
	case new < 0 && old < 0:
		return "The text", ""
	case new < 0:
		return b.old.Cite(old), ""
	case old < 0:
		return b.new.Cite(new), ""
	}
	cite = b.new.Cite(new)
	return cite, differing(b.old.Cite(old), cite)
}

// textWords gives the words that changed, and some of those around them.
func (b *builder) textWords(e *Entry, ev *diff.Event) {
	t := ev.Text
	e.Words = appendSegment(nil, diff.Delete, t.Old)
	e.Words = appendSegment(e.Words, diff.Insert, t.New)
	var text string
	span := t.NewSpan
	switch {
	case ev.NewUnit >= 0 && t.InHeading:
		text = b.Diff.New.Units[ev.NewUnit].Heading
	case ev.NewUnit >= 0:
		text = b.Diff.New.Units[ev.NewUnit].Text
	case ev.OldUnit >= 0:
		text, span = b.Diff.Old.Units[ev.OldUnit].Text, t.OldSpan
	}
	if span.Start <= span.End && span.End <= len(text) {
		e.Before, e.After = tail(text[:span.Start], around), head(text[span.End:], around)
	}
}

// tail cuts s down to its last words, and head to its first, in about n bytes.
func tail(s string, n int) string {
	if len(s) <= n {
		return s
	}
	if s = s[len(s)-n:]; !strings.Contains(s, " ") {
		return "…"
	}
	return "…" + s[strings.IndexByte(s, ' '):]
}

func head(s string, n int) string {
	if len(s) <= n {
		return s
	}
	s = s[:n]
	return s[:strings.LastIndexByte(s, ' ')+1] + "…"
}

func appendSegment(list []diff.Segment, op diff.Op, text string) []diff.Segment {
	if text == "" {
		return list
	}
	return append(list, diff.Segment{Op: op, Text: text})
}

var changeWords = [...]string{
	align.Added:      "new unit",
	align.Removed:    "removed",
	align.Renumbered: "renumbered",
	align.Moved:      "moved",
	align.Split:      "split",
	align.Merged:     "merged",
}

// unitEntry tells what happened to a unit as a whole.
func (b *builder) unitEntry(u *diff.UnitChange) Entry {
	e := Entry{Unit: u, What: changeWords[u.Change]}
	cite := func(c *citation.Citer, units []int) string {
		names := make([]string, len(units))
		for i, n := range units {
			names[i] = c.Cite(n)
		}
		return strings.Join(names, " + ")
	}
	e.Cite, e.Was = cite(b.new, u.New), cite(b.old, u.Old)
	if e.Cite == "" {
		e.Cite, e.Was = e.Was, ""
	}
	e.Was = differing(e.Was, e.Cite)
	if len(u.New) > 0 {
		unit := &b.Diff.New.Units[u.New[0]]
		e.NewPlace = unit.Source
		if u.Change == align.Added {
			e.Words = appendSegment(nil, diff.Insert, b.wording(b.Diff.New, b.new, u.New[0], b.Diff.Alignment.OfNew))
		}
	}
	if len(u.Old) > 0 {
		unit := &b.Diff.Old.Units[u.Old[0]]
		e.OldPlace = unit.Source
		if u.Change == align.Removed {
			e.Words = appendSegment(nil, diff.Delete, b.wording(b.Diff.Old, b.old, u.Old[0], b.Diff.Alignment.OfOld))
		}
	}
	if u.Silent && b.named {
		e.What += ", nobody proposed it"
	}
	return e
}

// wording spells a unit that came or went, with the units of the base text under
// it that did so with it.
func (b *builder) wording(s *snapshot.Snapshot, c *citation.Citer, unit int, pairs []int32) string {
	same := func(i int) bool { return b.Diff.Units[pairs[i]].Change == b.Diff.Units[pairs[unit]].Change }
	var parts []string
	for i := unit; i < len(s.Units) && (i == unit || c.Within(i, unit)); i++ {
		u := &s.Units[i]
		if u.Origin != s.Units[unit].Origin || i != unit && !(same(i) && same(c.Parent(i))) {
			continue
		}
		heading := u.Heading
		if i+1 < len(s.Units) && s.Units[i+1].Kind == snapshot.KindHeading && s.Units[i+1].Parent == u.ID {
			heading = "" // a unit of its own
		}
		for _, part := range []string{u.Label, heading, u.Text} {
			if part != "" {
				parts = append(parts, part)
			}
		}
	}
	return strings.Join(parts, " ")
}
