package history_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/draftdiff/draftdiff/pkg/history"
	"github.com/draftdiff/draftdiff/pkg/snapshot"
	"github.com/draftdiff/draftdiff/pkg/source/markdown"
)

// TestBlame checks the origin of ten provisions that were traced by hand.
func TestBlame(t *testing.T) {
	t.Parallel()
	h := history.Build(sessions(t), nil)
	tracer := h.Tracer()
	for _, c := range []struct {
		unit    string
		session int
		want    string
	}{
		{"art_1__para_1", 5, "@1: The purpose of this Convention is to protect migratory freshwater fish | @4 NO CL EU & mS CARICOM: and their habitats | @1: throughout their life cycle."},
		{"art_1__para_1", 3, "@1: The purpose of this Convention is to protect migratory freshwater fish throughout their life cycle."},
		{"art_2__para__subpara_b", 5, `@1: "Barrier" means any dam, weir | @5 CA NZ: or road culvert | @1: that stops or delays the passage of fish;`},
		{"art_6__para_2", 5, "@2 NZ: A passage shall be examined every year by an independent inspector, who shall be appointed by the State Party."},
		{"art_7__para_3", 5, "@1: Eggs may be carried across a frontier only with a certificate of health."},
		{"art_9__para_1", 5, "@2 CL PE AR: Each State Party shall restore the gravel beds that have been lost to dredging."},
		{"art_12__para_1", 5, "@1: States Parties of the same basin shall exchange | @5 EG SD: hydrological data and biological data | @1: in the first quarter of each year."},
		{"art_14__para_1", 5, "@1: Each State Party | @3 silent: may | @1: count the fish that pass at one place at least in every migration corridor."},
		{"art_14__para_3", 5, "@1: The method of counting shall be agreed among the States of the basin before the season opens."},
		{"art_19__para_1", 5, "@1: This Convention shall enter into force on the ninetieth day after the deposit of the | @5 NO CN UK: fiftieth | @1: instrument of ratification."},
	} {
		if diff := cmp.Diff(c.want, origins(h, tracer, c.unit, c.session)); diff != "" {
			t.Errorf("%s@%d (-want +got):\n%s", c.unit, c.session, diff)
		}
	}
}

// origins writes where the words of a unit come from.
func origins(h *history.History, tracer *history.Tracer, unit string, session int) string {
	var list []string
	for _, s := range tracer.Blame(h.FindUnit(unit, session), session) {
		origin := fmt.Sprintf("@%d", s.Session)
		if len(s.Parties) > 0 {
			origin += " " + strings.Join(s.Parties, " ")
		}
		if s.Silent {
			origin += " silent"
		}
		list = append(list, origin+": "+strings.TrimSpace(s.Text))
	}
	return strings.Join(list, " | ")
}

// TestBlamePatterns checks what makes the origin of words hard to tell in real
// negotiations.
func TestBlamePatterns(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		reason   string
		sessions []string // paragraphs of Article 1
		unit     string
		want     string
	}{
		{
			"a paragraph goes, and its words stand in another one: they are as old as they were",
			[]string{
				"1. Each Party shall pursue growth in a manner that saves water and serves the poor.\n\n2. To that end they increase their ability to adapt to the adverse impacts of drought.",
				"1. Each Party shall pursue growth in a manner that saves water and serves the poor, enhancing the ability to adapt to the adverse impacts of drought.",
			},
			"art_1__para_1", "@1: Each Party shall pursue growth in a manner that saves water and serves the poor | @2: , enhancing the | @1: ability to adapt to the adverse impacts of drought.",
		},
		{
			"what still stands where it stood was copied, not moved",
			[]string{
				"1. The Conference of the Parties shall meet every year.\n\n2. Reports are public.",
				"1. The Conference of the Parties shall meet every year.\n\n2. Reports are public when the Conference of the Parties shall meet.",
			},
			"art_1__para_2", "@1: Reports are public | @2: when the Conference of the Parties shall meet.",
		},
		{
			"a sentence written anew has some words of the old one by chance",
			[]string{
				"1. Parties shall protect all of the rivers that reach the sea.",
				"1. Parties shall examine every spring the state of those barriers and weirs that keep salmon from the sea.",
			},
			"art_1__para_1", "@1: Parties shall | @2: examine every spring the state of those barriers and weirs that keep salmon from | @1: the sea.",
		},
		{
			"where nobody is ever named, no change is called silent",
			[]string{"1. Parties [shall] [may] count the fish.", "1. Parties should count the fish."},
			"art_1__para_1", "@1: Parties | @2: should | @1: count the fish.",
		},
		{
			"words that are slipped into an adopted proposal are nobody's",
			[]string{
				"1. Parties shall protect fish [and the gravel beds in which they spawn: NO, CL].\n\n2. Parties shall meet [every year: US].",
				"1. Parties shall protect fish and the gravel beds in which they spawn, subject to national law.\n\n2. Parties shall meet [every year: US].",
			},
			"art_1__para_1", "@1: Parties shall protect fish | @2 NO CL: and the gravel beds in which they spawn | @2 silent: , subject to national law.",
		},
		{
			"a proposal that shares a joint with a silent edit has no part in it",
			[]string{
				"1. Parties shall count fish [by the season: NO] and shall publish what they found.",
				"1. Parties shall count fish by the season and shall publish by name what they found.",
			},
			"art_1__para_1", "@1: Parties shall count fish | @2 NO: by the season | @1: and shall publish | @2 silent: by name | @1: what they found.",
		},
	} {
		var texts []*snapshot.Snapshot
		for _, s := range c.sessions {
			texts = append(texts, snapshot.Build(markdown.Read([]byte("## Article 1. Scope\n\n"+s+"\n")), "draft.md"))
		}
		h := history.Build(texts, nil)
		if diff := cmp.Diff(c.want, origins(h, h.Tracer(), c.unit, h.Latest())); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.reason, diff)
		}
	}
}

// TestBlameSpells checks that the stretches of every unit in every session spell
// its text.
func TestBlameSpells(t *testing.T) {
	t.Parallel()
	h := history.Build(sessions(t), nil)
	tracer := h.Tracer()
	for session := 1; session <= h.Latest(); session++ {
		for thread := 1; thread < len(h.Units); thread++ {
			u := h.Unit(thread, session)
			if u == nil {
				continue
			}
			var b strings.Builder
			for _, s := range tracer.Blame(thread, session) {
				b.WriteString(s.Text)
			}
			if b.String() != u.Text {
				t.Errorf("%s@%d: %q, want %q", u.ID, session, b.String(), u.Text)
			}
		}
	}
}

// TestLedger checks what a delegation stood for and what became of it.
func TestLedger(t *testing.T) {
	t.Parallel()
	h := history.Build(sessions(t), nil)
	for _, c := range []struct {
		party string
		since int
		want  []string
	}{
		{"JP", 1, []string{
			"Article 4, paragraph 3: against from 2 until 4, adopted 5: given up",
			"Article 6, paragraph 1: sponsor from 1 until 3, withdrawn 4: given up",
			"Article 15, paragraph 1: sponsor from 1, adopted 5: won",
		}},
		{"JP", 5, []string{"Article 15, paragraph 1: sponsor from 1, adopted 5: won"}},
		{"EU & mS", 1, []string{"Article 1, paragraph 1: sponsor from 2, adopted 4: won", "Article 6, paragraph 1: against from 2, withdrawn 4: won"}},
		{"NO", 1, []string{
			"Article 1, paragraph 1: sponsor from 1, adopted 4: won",
			"Article 3, paragraph 1: against from 3, withdrawn 5: won",
			"Article 19, paragraph 1: sponsor from 1, adopted 5: won",
		}},
		{"RU", 1, []string{"Article 5, paragraph 2: sponsor from 1, withdrawn 4: lost"}},
		{"MX", 1, []string{"Article 18, paragraph 1: retain-unit: sponsor from 1, open: open"}},
	} {
		var got []string
		for _, p := range h.Ledger(c.party, nil, c.since).Positions {
			line := fmt.Sprintf("%s: %s from %d", p.Cite, p.Side, p.From)
			if p.Action == "retain-unit" {
				line = fmt.Sprintf("%s: %s: %s from %d", p.Cite, p.Action, p.Side, p.From)
			}
			if p.Until > 0 {
				line += fmt.Sprintf(" until %d", p.Until)
			}
			line += ", " + p.Fate.String()
			if p.Settled > 0 {
				line += fmt.Sprintf(" %d", p.Settled)
			}
			line += ": " + p.Outcome
			got = append(got, line)
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s since @%d (-want +got):\n%s", c.party, c.since, diff)
		}
	}
}

// TestLock checks that corrections are obeyed, and that wrong ones are found.
func TestLock(t *testing.T) {
	t.Parallel()
	texts := sessions(t)
	plain := history.Build(texts, nil)
	thread := plain.FindProposal(plain.Proposals[2].States[0].ID, 1) // the culverts
	id := plain.Proposals[thread].States[0].ID
	for _, c := range []struct {
		lock string
		more int // threads than without it
	}{
		{"", 0},
		{"differ " + id + "@1 " + id + "@4", 1},
		{"same " + id + "@4 " + id + "@1 what is found anyway", 0},
		{"same " + plain.Proposals[5].States[0].ID + "@1 " + plain.Proposals[22].States[0].ID + "@2 two wishes of one kind", 0}, // what it was is another one then
	} {
		lock, err := history.ParseLock(c.lock)
		if err != nil {
			t.Fatal(err)
		}
		if list := lock.Lint(plain); len(list) > 0 {
			t.Errorf("%s: %v", c.lock, list)
		}
		if got := len(history.Build(texts, lock).Proposals) - len(plain.Proposals); got != c.more {
			t.Errorf("%s: %d more threads, want %d", c.lock, got, c.more)
		}
	}
	for _, wrong := range []string{
		"perhaps a@1 b@2", "same a@1", "same a b@2", "same a@1 b@1", "same a@0 b@1",
		"same a@1 b@2\ndiffer a@1 b@2", "same a@1 c@2\nsame b@1 c@2",
	} {
		if _, err := history.ParseLock(wrong); err == nil {
			t.Errorf("%q is taken", wrong)
		}
	}
	lock, err := history.ParseLock("same nothing@1 art_1@2\nsame art_1@1 " + id + "@4\nsame art_1@1 art_1@9\n")
	if err != nil {
		t.Fatal(err)
	}
	if list := lock.Lint(plain); len(list) != 3 {
		t.Errorf("found %v", list)
	}
}
