package report

import (
	"cmp"
	"fmt"
	"maps"
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
	for _, s := range []*snapshot.Snapshot{d.Old, d.New} {
		for i := range s.Proposals {
			p := &s.Proposals[i]
			for _, list := range [][]string{p.Sponsors, p.Against, p.Retain} {
				for _, id := range list {
					if _, ok := names[id]; !ok {
						names[id] = id
					}
				}
			}
		}
	}
	belongs := members(d, names)
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
	for pair := range belongs {
		x, y := b.actors[pair[0]], b.actors[pair[1]]
		b.Actors[x].Related = append(b.Actors[x].Related, y)
		b.Actors[y].Related = append(b.Actors[y].Related, x)
	}
	for i := range b.Actors {
		slices.Sort(b.Actors[i].Related)
	}
}

// gatherKept lists who sponsors what stands in both texts unchanged, in the
// units that the report keeps.
func (b *pager) gatherKept() {
	d := b.Page.Diff
	happened := make([]bool, len(d.Old.Proposals)) // filters or not
	for i := range d.Events {
		if k := d.Events[i].Old; k >= 0 {
			happened[k] = true
		}
	}
	for _, pair := range b.Page.Units {
		for _, u := range d.Units[pair].Old {
			for _, k := range b.on[0][u] {
				if sponsors := d.Old.Proposals[k].Sponsors; !happened[k] && len(sponsors) > 0 {
					b.Kept = append(b.Kept, b.indexes(make([]int, 0, len(sponsors)), sponsors))
				}
			}
		}
	}
}

// members tells who belonged to which group on the days of either text. It adds
// to names those whom no text names: a delegation may act through its group
// alone.
func members(d *diff.Diff, names map[string]string) map[[2]string]bool {
	reg := party.Default()
	known := make(map[string]string, len(names)) // by the names of the registry
	groups := slices.Sorted(maps.Keys(names))
	for _, id := range groups {
		known[reg.Canonical(id)] = id
	}
	belongs := map[[2]string]bool{}
	for _, at := range years(d) {
		for _, g := range groups {
			for _, m := range reg.Members(g, at) {
				id, ok := known[m]
				if p, listed := reg.Lookup(m); !ok && listed {
					id = m
					names[id], known[m] = p.Name, id
				} else if !ok {
					continue
				}
				if id != g {
					belongs[[2]string{g, id}] = true
				}
			}
		}
	}
	return belongs
}

// years are the days for which memberships are asked: in the year of either text.
func years(d *diff.Diff) []time.Time {
	old, new := yearOf(d.Old.Document.Dates), yearOf(d.New.Document.Dates)
	if old.Equal(new) {
		return []time.Time{new}
	}
	return []time.Time{old, new}
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
