package snapshot_test

import (
	"cmp"
	"encoding/json"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/draftdiff/draftdiff/pkg/snapshot"
)

// floors are the scores below which the reading of the annotated blocks must
// not fall, and ceiling the share of proposals that nobody annotated above
// which it must not rise.
const (
	floorParties   = 0.98
	floorActions   = 0.97
	floorProposals = 0.92
	floorLabels    = 0.99
	ceilingExtra   = 0.05
)

// TestGold scores the snapshot of the real text against blocks that people
// annotated.
func TestGold(t *testing.T) {
	t.Parallel()
	b, err := os.ReadFile("../../fixtures/gold/dev.json")
	if err != nil {
		t.Fatal(err)
	}
	var gold []goldBlock
	if err := json.Unmarshal(b, &gold); err != nil {
		t.Fatal(err)
	}
	var sc scores
	for _, block := range gold {
		sc.block(block, buildFixture(t))
	}
	precision, recall := ratio(sc.claims, sc.claimsRead), ratio(sc.claims, sc.claimsGold)
	for _, c := range []struct {
		name       string
		got, floor float64
	}{
		{"parties F1", 2 * precision * recall / (precision + recall), floorParties},
		{"actions recall", ratio(sc.actions, sc.actionsGold), floorActions},
		{"proposals whole", ratio(sc.whole, sc.certain), floorProposals},
		{"labels", ratio(sc.labels, sc.labelled), floorLabels},
		{"without extra proposals", 1 - ratio(sc.extra, sc.read), 1 - ceilingExtra},
	} {
		t.Logf("%-24s %.4f", c.name, c.got)
		if !(c.got >= c.floor) {
			t.Errorf("%s: %.4f, want at least %.2f", c.name, c.got, c.floor)
		}
	}
	if len(gold) == 0 || sc.claimsGold == 0 {
		t.Error("nothing was annotated")
	}
	for _, m := range sc.missed {
		t.Log(m)
	}
}

// A goldBlock is a block of the text as people read it.
type goldBlock struct {
	Line      int
	EndLine   int `json:"end_line"`
	Label     string
	Proposals []goldProposal
}

type goldProposal struct {
	Action                    string
	Old, New                  string
	Sponsors, Against, Retain []string
	Certain                   *bool
	Note                      string
}

func (g *goldProposal) certain() bool { return g.Certain == nil || *g.Certain }

// closes and later are what annotators note on a unit that begins in another
// block than the one that names its sponsors.
func (g *goldProposal) closes() bool { return strings.Contains(g.Note, "closes") }
func (g *goldProposal) later() bool  { return strings.Contains(g.Note, "sponsors later") }

// scores are counts over all annotated blocks.
type scores struct {
	claims, claimsRead, claimsGold int // stances of parties
	actions, actionsGold           int // the same with the action, certain ones only
	whole, certain                 int // proposals reproduced whole
	extra, read                    int // proposals read that nobody annotated
	labels, labelled               int
	missed                         []string
}

func (sc *scores) block(b goldBlock, s *snapshot.Snapshot) {
	end := cmp.Or(b.EndLine, b.Line)
	closes := slices.ContainsFunc(b.Proposals, func(g goldProposal) bool { return g.closes() })
	later := slices.ContainsFunc(b.Proposals, func(g goldProposal) bool { return g.later() })
	var read []*snapshot.Proposal
	for i := range s.Proposals {
		if p := &s.Proposals[i]; b.Line <= p.Source.Line && p.Source.Line <= end {
			read = append(read, p)
		}
	}
	for i := range s.Proposals {
		p := &s.Proposals[i]
		if closes && p.Source.Line < b.Line && b.Line <= p.Source.EndLine && p.Source.EndLine <= end && (p.Action.OfUnit() || p.Action == snapshot.DeleteUnit) {
			read = append(read, p)
		}
	}
	sc.stances(b, read, later, end)
	sc.proposals(b, read)
	if b.Label != "" {
		sc.labelled++
		if slices.ContainsFunc(s.Units, func(u snapshot.Unit) bool {
			return b.Line <= u.Source.Line && u.Source.Line <= end && plainLabel(u.Label) == plainLabel(b.Label)
		}) {
			sc.labels++
		} else {
			sc.missed = append(sc.missed, "no label "+b.Label)
		}
	}
}

// stances counts who is for, against and for retention, with and without what.
func (sc *scores) stances(b goldBlock, read []*snapshot.Proposal, later bool, end int) {
	gold, goldActs, got, gotActs := bag{}, bag{}, bag{}, bag{}
	for i := range b.Proposals {
		g := b.Proposals[i].reading()
		gold.add(g.claims(false))
		if b.Proposals[i].certain() && !b.Proposals[i].closes() {
			goldActs.add(g.claims(true))
		}
	}
	for _, p := range read {
		if p.Action.OfUnit() && later && p.Source.EndLine > end {
			continue
		}
		r := readingOf(p)
		got.add(r.claims(false))
		gotActs.add(r.claims(true))
	}
	sc.claims += gold.shared(got)
	sc.claimsGold += gold.size()
	sc.claimsRead += got.size()
	sc.actions += goldActs.shared(gotActs)
	sc.actionsGold += goldActs.size()
}

// proposals pairs what is annotated with what was read, the best pair first.
func (sc *scores) proposals(b goldBlock, read []*snapshot.Proposal) {
	type pair struct {
		score float64
		i, j  int
		whole bool
	}
	var pairs []pair
	for i := range b.Proposals {
		for j, p := range read {
			score, whole := likeness(&b.Proposals[i], p)
			pairs = append(pairs, pair{score, i, j, whole})
		}
	}
	slices.SortStableFunc(pairs, func(x, y pair) int { return cmp.Compare(y.score, x.score) })
	gold, got, whole := map[int]bool{}, map[int]bool{}, map[int]bool{}
	for _, p := range pairs {
		if p.score >= 1.2 && !gold[p.i] && !got[p.j] {
			gold[p.i], got[p.j], whole[p.i] = true, true, p.whole
		}
	}
	for i := range b.Proposals {
		if g := &b.Proposals[i]; g.certain() {
			sc.certain++
			if whole[i] {
				sc.whole++
			} else {
				sc.missed = append(sc.missed, "missed "+g.Action+" of "+g.Old+" to "+g.New)
			}
		}
	}
	sc.read += len(read)
	sc.extra += len(read) - len(got)
}

// likeness compares an annotated proposal with one that was read: up to one
// for the stances, one for the action, one for the words.
func likeness(g *goldProposal, p *snapshot.Proposal) (score float64, whole bool) {
	x, y := g.reading(), readingOf(p)
	same := 0
	for k := range x.stances {
		if g.later() || maps.Equal(x.stances[k], y.stances[k]) {
			same++
		}
	}
	opposites := x.onWhole() && y.onWhole() && maps.Equal(x.stances[0], y.stances[0])
	action := x.action == y.action || opposites || g.closes() && p.Action.OfUnit()
	text := 1.0
	if !g.closes() {
		text = textLikeness(x, y)
	}
	score = float64(same)/3 + text
	if action {
		score++
	}
	return score, same == 3 && action && text >= 0.9
}

func textLikeness(g, p reading) float64 {
	if !g.ofUnit() && !p.ofUnit() {
		return (tokenF1(g.old, p.old) + tokenF1(g.new, p.new)) / 2
	}
	want, got := tokens(g.new), tokens(p.new)
	want, got = want[:min(8, len(want))], got[:min(14, len(got))]
	if shared := bagOf(want).shared(bagOf(got)); len(want) == 0 || float64(shared) >= 0.75*float64(len(want)) {
		return 1
	}
	return 0
}
