package json

import (
	"io"

	"github.com/draftdiff/draftdiff/internal/jsonio"
	"github.com/draftdiff/draftdiff/pkg/diff"
	"github.com/draftdiff/draftdiff/pkg/report"
	"github.com/draftdiff/draftdiff/pkg/snapshot"
)

// Render writes what the options of r have kept: the fields in their documented
// order, the same bytes for the same report.
func Render(w io.Writer, r *report.Report) error {
	j := writer{jsonio.NewWriter(w), r.Diff}
	j.Object()
	j.Key("schema")
	j.String(diff.Schema)
	j.Key("old")
	j.Buf = snapshot.AppendDocument(j.Buf, &r.Diff.Old.Document, j.Depth)
	j.Key("new")
	j.Buf = snapshot.AppendDocument(j.Buf, &r.Diff.New.Document, j.Depth)
	j.Key("units")
	j.Array()
	for _, i := range r.Units {
		j.Element()
		j.unit(&r.Diff.Units[i])
	}
	j.EndArray()
	j.Key("events")
	j.Array()
	for _, i := range r.Events {
		j.Element()
		j.event(&r.Diff.Events[i])
	}
	j.EndArray()
	j.summary(&r.Summary)
	j.EndObject()
	j.Buf = append(j.Buf, '\n')
	return j.Flush()
}

type writer struct {
	*jsonio.Writer
	d *diff.Diff
}

func (j *writer) unit(u *diff.UnitChange) {
	j.Object()
	j.Key("change")
	j.String(u.Change.String())
	j.Key("old")
	j.ids(j.d.Old, u.Old)
	j.Key("new")
	j.ids(j.d.New, u.New)
	j.Key("similarity")
	j.Float(u.Similarity)
	j.Key("by")
	j.String(u.By())
	j.Key("rule")
	j.String(u.Rule.String())
	j.Key("runner_up")
	j.Float(u.RunnerUp)
	j.Key("silent")
	j.Bool(u.Silent)
	j.EndObject()
}

func (j *writer) ids(s *snapshot.Snapshot, units []int) {
	j.Array()
	for _, i := range units {
		j.Element()
		j.String(s.Units[i].ID)
	}
	j.EndArray()
}

func (j *writer) event(e *diff.Event) {
	j.Object()
	j.Key("type")
	j.String(e.Type.String())
	j.Key("action")
	if e.Action == snapshot.ActionInvalid {
		j.String("")
	} else {
		j.String(e.Action.String())
	}
	j.Key("unit")
	j.Object()
	j.Key("old")
	j.id(j.d.Old, e.OldUnit)
	j.Key("new")
	j.id(j.d.New, e.NewUnit)
	j.EndObject()
	j.Key("old")
	j.proposal(j.d.OldProposal(e))
	j.Key("new")
	j.proposal(j.d.NewProposal(e))
	j.Key("joined")
	j.Strings(e.Joined)
	j.Key("left")
	j.Strings(e.Left)
	j.stances(e.Stances)
	if e.Text != nil {
		j.Key("text")
		j.Object()
		j.Key("old")
		j.String(e.Text.Old)
		j.Key("new")
		j.String(e.Text.New)
		j.EndObject()
	}
	j.modal(e.Modal)
	if e.Match.Rule != diff.MatchNone {
		j.Key("match")
		j.Object()
		j.Key("rule")
		j.String(e.Match.Rule.String())
		j.Key("score")
		j.Float(e.Match.Score)
		j.EndObject()
	}
	j.EndObject()
}

func (j *writer) id(s *snapshot.Snapshot, unit int) {
	if unit < 0 {
		j.String("")
		return
	}
	j.String(s.Units[unit].ID)
}

func (j *writer) proposal(p *snapshot.Proposal) {
	if p == nil {
		j.Null()
		return
	}
	j.Buf = snapshot.AppendProposal(j.Buf, p, j.Depth)
}

func (j *writer) stances(list []diff.Stance) {
	j.Key("stances")
	j.Array()
	for _, s := range list {
		j.Element()
		j.Object()
		j.Key("party")
		j.String(s.Party)
		j.Key("from")
		j.String(s.From.String())
		j.Key("to")
		j.String(s.To.String())
		j.EndObject()
	}
	j.EndArray()
}

func (j *writer) modal(list []diff.ModalChange) {
	if len(list) == 0 {
		return
	}
	j.Key("modal")
	j.Array()
	for _, m := range list {
		j.Element()
		j.Object()
		j.Key("old")
		j.String(m.Old)
		j.Key("new")
		j.String(m.New)
		j.Key("effect")
		j.String(m.Effect.String())
		j.EndObject()
	}
	j.EndArray()
}

func (j *writer) summary(s *diff.Summary) {
	j.Key("summary")
	j.Object()
	j.Key("units")
	j.counts(s.Units)
	j.Key("events")
	j.counts(s.Events)
	j.Key("parties")
	j.Object()
	for _, p := range s.Parties {
		j.Name(p.Party)
		j.counts(p.Events)
	}
	j.EndObject()
	j.EndObject()
}

func (j *writer) counts(list []diff.Count) {
	j.Object()
	for _, c := range list {
		j.Name(c.Name)
		j.Int(c.N)
	}
	j.EndObject()
}
