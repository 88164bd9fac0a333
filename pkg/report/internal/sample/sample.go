// Package sample makes a small diff by hand that has every type of event and
// every change of a unit, with words that are hard to render, for the tests of
// the report and its renderers.
package sample

import (
	"github.com/draftdiff/draftdiff/pkg/align"
	"github.com/draftdiff/draftdiff/pkg/diff"
	"github.com/draftdiff/draftdiff/pkg/snapshot"
)

// Hostile would be a formula, markup, a tag and a sequence for terminals.
const Hostile = "=HYPERLINK(\"x\") <script>**a**</script> | `b` [c](d) \x1b[31m"

func unit(id string, kind snapshot.UnitKind, label, parent, text string, line int) snapshot.Unit {
	origin := snapshot.OriginBase
	if len(id) > 3 && id[len(id)-3:] == "alt" {
		origin = snapshot.OriginProposed
	}
	return snapshot.Unit{ID: id, Kind: kind, Label: label, Parent: parent, Origin: origin, Text: text, Source: place(line)}
}

func place(line int) snapshot.Place {
	return snapshot.Place{Line: line, EndLine: line, Offset: line * 100, EndOffset: line*100 + 50}
}

func texts() (old, new *snapshot.Snapshot) {
	article, para, sub := snapshot.KindArticle, snapshot.KindParagraph, snapshot.KindSubparagraph
	old = &snapshot.Snapshot{
		Document: snapshot.Document{Title: "Draft", Session: "Fifth session", Dates: "Vienna, 11–21 April 2023", Source: snapshot.Source{Name: "s5.md", Format: "markdown", Bytes: 10000}},
		Units: []snapshot.Unit{
			unit("art_1", article, "Article 1", "", "", 1),
			unit("art_1__para_1", para, "1", "art_1", "States Parties shall cooperate with each other in the prevention of offences, in good faith and without delay.", 2),
			unit("art_1__para_2", para, "2", "art_1", "Data shall be kept.", 3),
			unit("art_1__para_2__subpara_a", sub, "(a)", "art_1__para_2", "For one year.", 4),
			unit("art_2", article, "Article 2", "", "", 5),
			unit("art_2__para_1", para, "1", "art_2", "Gone without a word.", 6),
			unit("art_3", article, "Article 3", "", "", 7),
			unit("art_3__para_1", para, "1", "art_3", "First.", 8),
			unit("art_3__para_2", para, "2", "art_3", "Second.", 9),
		},
		Proposals: []snapshot.Proposal{
			{ID: "o0", Unit: "art_1__para_1", Action: snapshot.Insert, New: "small island States", Sponsors: []string{"CARICOM"}, Certain: true, Source: place(2)},
			{ID: "o1", Unit: "art_1__para_1", Action: snapshot.Replace, Old: "shall", New: "may", Sponsors: []string{"CA", "US"}, Against: []string{"RU"}, Certain: true, Source: place(2)},
			{ID: "o2", Unit: "art_1__para_2", Action: snapshot.Delete, Old: "kept", Sponsors: []string{"EU & mS"}, Source: place(3)},
			{ID: "o3", Unit: "art_1__para_2", Action: snapshot.Insert, New: "securely", Sponsors: []string{"JP"}, Certain: true, Source: place(3)},
		},
		Diagnostics: []snapshot.Diagnostic{{Rule: "unclosed", Severity: "error", Source: place(3)}},
	}
	new = &snapshot.Snapshot{
		Document: snapshot.Document{Title: "Draft", Session: "Sixth session", Dates: "New York, 21 August–1 September 2023", Source: snapshot.Source{Name: "s6.md", Format: "markdown", Bytes: 12000}},
		Units: []snapshot.Unit{
			unit("art_1", article, "Article 1", "", "", 1),
			unit("art_1__para_1", para, "1", "art_1", "States Parties should cooperate with each other in the prevention of offences, in good faith and without delay.", 2),
			unit("art_1__para_2", para, "2", "art_1", "Data shall be securely kept.", 3),
			unit("art_1__para_2__subpara_a", sub, "(a)", "art_1__para_2", "For one year.", 4),
			unit("art_1__para_2_alt", para, "2 alt", "art_1", Hostile, 5),
			unit("art_4", article, "Article 4", "", "", 7),
			unit("art_4__para_2", para, "2", "art_4", "First.", 8),
			unit("art_4__para_3", para, "3", "art_4", "Second.", 9),
		},
		Proposals: []snapshot.Proposal{
			{ID: "n0", Unit: "art_1__para_1", Action: snapshot.Replace, Old: "shall", New: "may, as appropriate,", Sponsors: []string{"US", "JP"}, Retain: []string{"RU"}, Certain: true, Source: place(2)},
			{ID: "n1", Unit: "art_1__para_2__subpara_a", Action: snapshot.Delete, Old: "kept", Sponsors: []string{"EU & mS"}, Source: place(4)},
			{ID: "n2", Unit: "art_1__para_2_alt", Action: snapshot.Alternative, New: Hostile, Sponsors: []string{"@SUM(A1)", "+41"}, Certain: true, Source: place(5)},
		},
	}
	new.Units[0].Heading, old.Units[0].Heading = "Cooperation", "Cooperation"
	new.Units[4].Origin = snapshot.OriginProposed
	for _, s := range []*snapshot.Snapshot{old, new} {
		for _, id := range []string{"CA", "US", "RU", "JP", "CARICOM", "EU & mS"} {
			s.Parties = append(s.Parties, snapshot.Party{ID: id, Name: id, Kind: "state"})
		}
	}
	return old, new
}

// Diff returns the diff; every call makes a new one.
func Diff() *diff.Diff {
	old, new := texts()
	pair := func(change align.Change, o, n int) diff.UnitChange {
		p := align.Pair{Change: change, Similarity: 1, SameLabel: true, Rule: align.RuleIdentifier}
		if o >= 0 {
			p.Old = []int{o}
		}
		if n >= 0 {
			p.New = []int{n}
		}
		return diff.UnitChange{Pair: p}
	}
	d := &diff.Diff{Old: old, New: new, Units: []diff.UnitChange{
		pair(align.Same, 0, 0),
		pair(align.Reworded, 1, 1),
		pair(align.Reworded, 2, 2),
		pair(align.Same, 3, 3),
		pair(align.Added, -1, 4),
		pair(align.Removed, 4, -1),
		pair(align.Removed, 5, -1),
		pair(align.Renumbered, 6, 5),
		pair(align.Renumbered, 7, 6),
		pair(align.Renumbered, 8, 7),
	}}
	d.Units[5].Silent = true
	d.Alignment = &align.Alignment{Old: old, New: new, OfOld: make([]int32, len(old.Units)), OfNew: make([]int32, len(new.Units))}
	for i := range d.Units {
		d.Alignment.Pairs = append(d.Alignment.Pairs, d.Units[i].Pair)
		for _, o := range d.Units[i].Old {
			d.Alignment.OfOld[o] = int32(i)
		}
		for _, n := range d.Units[i].New {
			d.Alignment.OfNew[n] = int32(i)
		}
	}
	modal := []diff.ModalChange{{Old: "shall", New: "should", Effect: diff.Weaker}}
	d.Events = []diff.Event{
		{Type: diff.Text, OldUnit: 1, NewUnit: 1, Old: -1, New: -1, Pair: 1, Modal: modal,
			Text: &diff.TextChange{Old: "shall", New: "should", OldSpan: diff.Span{Start: 15, End: 20}, NewSpan: diff.Span{Start: 15, End: 21}}},
		{Type: diff.Withdrawn, Action: snapshot.Insert, OldUnit: 1, NewUnit: 1, Old: 0, New: -1, Pair: 1},
		{Type: diff.Responsored, Action: snapshot.Replace, OldUnit: 1, NewUnit: 1, Old: 1, New: 0, Pair: 1, Joined: []string{"JP"}, Left: []string{"CA"}, Match: diff.Match{Rule: diff.MatchAssignment, Score: 0.875}},
		{Type: diff.Stances, Action: snapshot.Replace, OldUnit: 1, NewUnit: 1, Old: 1, New: 0, Pair: 1, Stances: []diff.Stance{{Party: "RU", From: diff.SideAgainst, To: diff.SideRetain}}},
		{Type: diff.Reworded, Action: snapshot.Replace, OldUnit: 1, NewUnit: 1, Old: 1, New: 0, Pair: 1},
		{Type: diff.Adopted, Action: snapshot.Insert, OldUnit: 2, NewUnit: 2, Old: 3, New: -1, Pair: 2},
		{Type: diff.Moved, Action: snapshot.Delete, OldUnit: 2, NewUnit: 3, Old: 2, New: 1, Pair: 3},
		{Type: diff.Added, Action: snapshot.Alternative, OldUnit: -1, NewUnit: 4, Old: -1, New: 2, Pair: 4},
	}
	d.Summary = diff.Summary{
		Units:   []diff.Count{{Name: "same", N: 2}, {Name: "reworded", N: 2}, {Name: "added", N: 1}, {Name: "removed", N: 2}, {Name: "renumbered", N: 3}},
		Events:  []diff.Count{{Name: "added", N: 1}, {Name: "withdrawn", N: 1}, {Name: "responsored", N: 1}, {Name: "stance", N: 1}, {Name: "reworded", N: 1}, {Name: "moved", N: 1}, {Name: "adopted", N: 1}, {Name: "text", N: 1}},
		Parties: []diff.PartyCount{{Party: "CA", Events: []diff.Count{{Name: "responsored", N: 1}}}, {Party: "RU", Events: []diff.Count{{Name: "stance", N: 1}}}},
	}
	return d
}
