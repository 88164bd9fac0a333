package report

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/draftdiff/draftdiff/pkg/align"
	"github.com/draftdiff/draftdiff/pkg/diff"
	"github.com/draftdiff/draftdiff/pkg/party"
	"github.com/draftdiff/draftdiff/pkg/snapshot"
)

// An Actor is a delegation or group that a page can be narrowed to.
type Actor struct {
	ID, Name string
	// Related are the groups that it belonged to, and the members of a group;
	// indexes in Page.Actors.
	Related []int
}

// gatherActors lists the parties of both texts, by name.
func (b *pager) gatherActors() {
	names := map[string]string{}
	d := b.Page.Diff
	for _, s := range []*snapshot.Snapshot{d.Old, d.New} {
		for i := range s.Parties {
			names[s.Parties[i].ID] = s.Parties[i].Name
		}
	}
	for i := range d.Events {
		for _, p := range []*snapshot.Proposal{d.OldProposal(&d.Events[i]), d.NewProposal(&d.Events[i])} {
			if p == nil {
				continue
			}
			for _, list := range [][]string{p.Sponsors, p.Against, p.Retain} {
				for _, id := range list {
					if _, ok := names[id]; !ok {
						names[id] = id
					}
				}
			}
		}
	}
	members(d, names)
	for id, name := range names {
		b.Actors = append(b.Actors, Actor{ID: id, Name: name})
	}
	slices.SortFunc(b.Actors, func(x, y Actor) int {
		return cmp.Or(cmp.Compare(strings.ToLower(x.ID), strings.ToLower(y.ID)), cmp.Compare(x.ID, y.ID))
	})
	b.actors = make(map[string]int, len(b.Actors))
	for i := range b.Actors {
		b.actors[b.Actors[i].ID] = i
	}
	b.relate()
}

// members adds those of the groups: a delegation may act through its group alone.
func members(d *diff.Diff, names map[string]string) {
	reg := party.Default()
	known := make(map[string]bool, len(names)) // by the names of the registry
	var groups []string
	for id := range names {
		known[reg.Canonical(id)] = true
		groups = append(groups, id)
	}
	for _, at := range years(d) {
		for _, g := range groups {
			for _, id := range reg.Members(g, at) {
				if p, ok := reg.Lookup(id); ok && !known[id] {
					names[id] = p.Name
				}
			}
		}
	}
}

// years are the days for which memberships are asked: in the year of either text.
func years(d *diff.Diff) []time.Time {
	old, new := yearOf(d.Old.Document.Dates), yearOf(d.New.Document.Dates)
	if old.Equal(new) {
		return []time.Time{new}
	}
	return []time.Time{old, new}
}

// relate finds who belongs to whom on the days of either text.
func (b *pager) relate() {
	reg := party.Default()
	for _, at := range years(b.Page.Diff) {
		for i := range b.Actors {
			for _, g := range reg.Groups(b.Actors[i].ID, at) {
				k, ok := b.actors[g]
				if ok && k != i && !slices.Contains(b.Actors[i].Related, k) {
					b.Actors[i].Related = append(b.Actors[i].Related, k)
					b.Actors[k].Related = append(b.Actors[k].Related, i)
				}
			}
		}
	}
}

// item says of an entry whom it concerns, and why it is what it is.
func (b *pager) item(e *Entry) *Item {
	item := &Item{Entry: e, Type: UnitType}
	if e.Event == nil {
		return item
	}
	d := b.Page.Diff
	item.Type = ItemType(e.Event.Type)
	old, new := d.OldProposal(e.Event), d.NewProposal(e.Event)
	for _, p := range []*snapshot.Proposal{old, new} {
		if p != nil {
			item.Owners = b.indexes(item.Owners, p.Sponsors)
			item.Parties = b.indexes(item.Parties, p.Sponsors)
			item.Parties = b.indexes(item.Parties, p.Against)
			item.Parties = b.indexes(item.Parties, p.Retain)
			item.Against, item.Retain = p.Against, p.Retain
		}
	}
	if old != nil && new != nil {
		item.Reason = matchReason(e.Event.Match)
	}
	if e.Event.Type == diff.Moved && e.Event.OldUnit >= 0 {
		item.From = b.row(int(d.Alignment.OfOld[e.Event.OldUnit]))
	}
	return item
}

// indexes adds the parties to a list, each once.
func (b *pager) indexes(list []int, ids []string) []int {
	for _, id := range ids {
		if i := b.actors[id]; !slices.Contains(list, i) {
			list = append(list, i)
		}
	}
	return list
}

// ruleWords say by which rule two units are held to be the same.
var ruleWords = [...]string{
	align.RuleExact:      "the same words, found nowhere else in either text",
	align.RuleDeclared:   "the text itself says where it went",
	align.RuleContent:    "what stands under it, and its rare words",
	align.RuleIdentifier: "the same number in the same place",
	align.RuleSimilarity: "the words, in the same place",
	align.RuleNeighbours: "the only ones left between two pairs",
	align.RuleMove:       "the words, in another place",
	align.RuleSplit:      "the words of one unit in several",
	align.RuleMerge:      "the words of several units in one",
	align.RuleNone:       "",
}

// pairReason says why the two sides of a pair are held to be the same unit.
func pairReason(p *align.Pair) string {
	if len(p.Old) == 0 || len(p.New) == 0 {
		return "Nothing in the other text is near enough to be the same unit."
	}
	reason := fmt.Sprintf("Held to be the same unit by %s; %d %% of the words in common", ruleWords[p.Rule], int(p.Similarity*100))
	if p.RunnerUp > 0 {
		reason += fmt.Sprintf("; the next best partner scored %s", score(p.RunnerUp))
	}
	return reason + "."
}

var matchWords = [...]string{
	diff.MatchIdentical:  "the same words, action and place",
	diff.MatchUnit:       "the units that they propose are the same",
	diff.MatchAssignment: "the best fit of words, sponsors and place in the unit",
	diff.MatchElsewhere:  "the same words and sponsors in another unit",
}

// matchReason says why two proposals are held to be the same one.
func matchReason(m diff.Match) string {
	if int(m.Rule) >= len(matchWords) || matchWords[m.Rule] == "" {
		return ""
	}
	return "Held to be the same proposal by " + matchWords[m.Rule] + "; score " + score(m.Score) + "."
}

func score(f float64) string { return strconv.FormatFloat(f, 'f', 2, 64) }
