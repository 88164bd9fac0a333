package snapshot_test

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/draftdiff/draftdiff/pkg/snapshot"
	"github.com/draftdiff/draftdiff/pkg/text"
)

// An inspection collects what is wrong with a snapshot.
type inspection struct {
	s         *snapshot.Snapshot
	file      *text.File
	units     map[string]*snapshot.Unit
	proposals map[string]*snapshot.Proposal
	parties   map[string]bool
	wrong     []string
}

// checkSnapshot holds the snapshot of src against what every snapshot
// promises, whatever the text.
func checkSnapshot(t testing.TB, s *snapshot.Snapshot, src string) {
	t.Helper()
	for _, w := range inspect(s, src) {
		t.Error(w)
	}
}

func inspect(s *snapshot.Snapshot, src string) []string {
	in := &inspection{
		s: s, file: text.NewFile("", []byte(src)),
		units: map[string]*snapshot.Unit{}, proposals: map[string]*snapshot.Proposal{}, parties: map[string]bool{},
	}
	sum := sha256.Sum256([]byte(src))
	if d := s.Document.Source; d.Bytes != len(src) || d.SHA256.String() != hex.EncodeToString(sum[:]) {
		in.say("the source is %+v", d)
	}
	for _, p := range s.Parties {
		if in.parties[p.ID] || p.ID == "" || len(p.AsWritten) == 0 {
			in.say("party %+v", p)
		}
		in.parties[p.ID] = true
	}
	in.checkUnits()
	in.checkProposals()
	at := 0
	for _, d := range s.Diagnostics {
		in.checkPlace("diagnostic "+d.Rule, d.Source)
		if d.Rule == "" || d.Message == "" || !slices.Contains([]string{"error", "warning", "info"}, d.Severity) || d.Source.Offset < at {
			in.say("diagnostic %+v behind one at %d", d, at)
		}
		at = d.Source.Offset
	}
	return in.wrong
}

func (in *inspection) say(f string, args ...any) {
	in.wrong = append(in.wrong, fmt.Sprintf(f, args...))
}

// checkPlace checks that the lines of a place are those of its bytes.
func (in *inspection) checkPlace(what string, p snapshot.Place) {
	switch {
	case p.Offset < 0 || p.EndOffset < p.Offset || p.EndOffset > len(in.file.Bytes):
		in.say("%s is at %+v of %d bytes", what, p, len(in.file.Bytes))
	case p.Line != in.file.Line(p.Offset) || p.EndLine != in.file.Line(max(p.Offset, p.EndOffset-1)):
		in.say("%s is at %+v, which begins on line %d and ends on line %d", what, p, in.file.Line(p.Offset), in.file.Line(max(p.Offset, p.EndOffset-1)))
	}
}

// checkWords checks that a text is plain: single spaces, none at its ends. Of
// bytes that are no characters two may make a space when what stood between
// them is left out.
func (in *inspection) checkWords(what, s string) {
	if utf8.Valid(in.file.Bytes) && s != strings.Join(strings.Fields(s), " ") {
		in.say("%s has blanks of its own: %q", what, s)
	}
}

// checkUnits checks that ids are unique and without white space, that the
// parent of a unit stands before it and around it, and that what is inside a
// proposed unit is proposed.
func (in *inspection) checkUnits() {
	at := 0
	for i := range in.s.Units {
		u := &in.s.Units[i]
		if u.ID == "" || len(strings.Fields(u.ID)) != 1 || strings.TrimSpace(u.ID) != u.ID || in.units[u.ID] != nil {
			in.say("unit id %q is not unique or not one word", u.ID)
		}
		in.units[u.ID] = u
		in.checkPlace("unit "+u.ID, u.Source)
		in.checkWords("the text of "+u.ID, u.Text)
		in.checkWords("the heading of "+u.ID, u.Heading)
		in.checkWords("the label of "+u.ID, u.Label)
		if u.Kind == snapshot.KindInvalid || u.Origin == snapshot.OriginInvalid || u.Source.Offset < at {
			in.say("unit %+v behind one at %d", u, at)
		}
		at = u.Source.Offset
		if u.Parent == "" {
			continue
		}
		p := in.units[u.Parent]
		switch {
		case p == nil || p == u:
			in.say("%s stands before its parent %q", u.ID, u.Parent)
		case u.Source.Offset < p.Source.Offset || u.Source.EndOffset > p.Source.EndOffset:
			in.say("%s at %+v is not inside %s at %+v", u.ID, u.Source, p.ID, p.Source)
		case p.Origin == snapshot.OriginProposed && u.Origin != snapshot.OriginProposed:
			in.say("%s is base text inside %s, which is proposed", u.ID, p.ID)
		}
	}
}

// checkProposals checks that ids are unique, that what a proposal refers to is
// there, that nobody is named twice, and that its words stand where it says.
func (in *inspection) checkProposals() {
	for i := range in.s.Proposals {
		p := &in.s.Proposals[i]
		if p.ID == "" || len(strings.Fields(p.ID)) != 1 || in.proposals[p.ID] != nil {
			in.say("proposal id %q is not unique or not one word", p.ID)
		}
		in.proposals[p.ID] = p
	}
	at := 0
	for i := range in.s.Proposals {
		p := &in.s.Proposals[i]
		in.checkPlace("proposal "+p.ID, p.Source)
		if p.Action == snapshot.ActionInvalid || in.units[p.Unit] == nil || p.Source.Offset < at {
			in.say("proposal %+v behind one at %d", p, at)
			continue
		}
		at = p.Source.Offset
		for _, list := range [][]string{p.Sponsors, p.Against, p.Retain} {
			seen := map[string]bool{}
			for _, id := range list {
				if seen[id] || !in.parties[id] {
					in.say("%s names %q twice, or it is no party", p.ID, id)
				}
				seen[id] = true
			}
		}
		switch {
		case p.Action.OnWords():
			in.checkAnchor(p)
		case p.Action.OfUnit():
			if u := in.units[p.Unit]; u.Origin != snapshot.OriginProposed || p.Old != "" || !strings.HasPrefix(p.New, u.Label) {
				in.say("%s proposes %s, %s, whose words are %q and %q", p.ID, p.Unit, u.Origin, p.Old, p.New)
			}
		case p.Old != "" || p.New != "" || p.Within != "":
			in.say("%s is on a unit and has words", p.ID)
		}
	}
}

// checkAnchor checks that the old words of a proposal stand where its anchor
// says, in the text of its unit or in the new words of the proposal around it.
func (in *inspection) checkAnchor(p *snapshot.Proposal) {
	around := in.units[p.Unit].Text
	if p.Within != "" {
		outer := in.proposals[p.Within]
		if outer == nil || outer == p || outer.Unit != p.Unit {
			in.say("%s is within %q, which is not there", p.ID, p.Within)
			return
		}
		around = outer.New
	}
	switch {
	case p.At.Start < 0 || p.At.End < p.At.Start || p.At.End > len(around):
		in.say("%s is at %+v of %q", p.ID, p.At, around)
	case p.Old != around[p.At.Start:p.At.End]:
		in.say("%s: old words are %q, at their place stands %q", p.ID, p.Old, around[p.At.Start:p.At.End])
	case p.Action == snapshot.Insert && p.Old != "", (p.Action == snapshot.Delete || p.Action == snapshot.Retain) && p.New != "":
		in.say("%s is an action %s from %q to %q", p.ID, p.Action, p.Old, p.New)
	}
	in.checkWords("the old words of "+p.ID, p.Old)
	in.checkWords("the new words of "+p.ID, p.New)
}
