package html

import (
	"strings"

	"github.com/draftdiff/draftdiff/pkg/diff"
	"github.com/draftdiff/draftdiff/pkg/report"
	"github.com/draftdiff/draftdiff/pkg/snapshot"
)

// item writes one thing that happened.
func (w *writer) item(row *report.Row, it *report.Item) {
	class := "item"
	if it.Type == report.ItemType(diff.Text) && len(it.Modal) == 0 {
		class = "item brief" // the wording shows it: a line has several
	}
	w.raw(`<li class="`, class, `" id="e`)
	w.int(it.N)
	w.raw(`" tabindex="-1" data-t="`, it.Type.Name(), `"`)
	w.ints("data-p", it.Parties)
	w.ints("data-o", it.Owners)
	w.raw(`><a class="num" href="#e`)
	w.int(it.N)
	w.raw(`"><span class="sr">Change </span>`)
	w.int(it.N)
	w.raw(`</a><div><p><b class="t t-`, it.Type.Name(), `">`)
	w.text(strings.TrimSuffix(it.What, ", nobody proposed it")) // the heading above says so
	w.raw("</b> ")
	w.words(it)
	w.itemPlaces(row, it)
	w.raw("</p>")
	if it.From != nil {
		w.raw(`<p class="trace">`)
		w.moved("It stood at ", it.From)
		w.raw("</p>")
	}
	for _, m := range it.Modal {
		w.raw(`<p class="modal">The obligation becomes <strong>`, m.Effect.String(), `</strong>: `)
		w.quote(m.Old)
		w.raw(" → ")
		w.quote(m.New)
		w.raw("</p>")
	}
	w.positions(it)
	w.raw("</div></li>\n")
}

// nouns say what kind of proposal a whole unit is.
var nouns = [...]string{snapshot.Add: "addition", snapshot.Alternative: "alternative", snapshot.Rewrite: "rewriting"}

// words says what the change does with which words, unless the wording of the
// unit has shown them.
func (w *writer) words(it *report.Item) {
	if it.Spelled && it.Event != nil && it.Event.Action.OfUnit() {
		w.raw("proposed ", nouns[it.Event.Action], " ")
		return
	}
	if it.Verb != "" {
		w.raw(it.Verb, " ")
	}
	if it.Spelled || it.Unit != nil {
		return
	}
	if len(it.Words) > 0 {
		w.segments(it.Words)
	}
	if len(it.Replacement) > 0 {
		w.raw(" by ")
		w.segments(it.Replacement)
	}
}

func (w *writer) segments(list []diff.Segment) {
	w.raw(`<q class="w" dir="auto">`)
	w.redline(list)
	w.raw("</q>")
}

// redline writes words with what came and went.
func (w *writer) redline(list []diff.Segment) {
	for _, s := range list {
		open, close := tags(s.Op)
		w.raw(open)
		w.text(s.Text)
		w.raw(close)
	}
}

func (w *writer) quote(s string) {
	if s == "" {
		w.raw("nothing")
		return
	}
	w.raw("<q>")
	w.text(s)
	w.raw("</q>")
}

// itemPlaces gives the places of a proposal, unless the unit is there too.
func (w *writer) itemPlaces(row *report.Row, it *report.Item) {
	if it.Event == nil || it.OldPlace.Line == row.OldPlace.Line && it.NewPlace.Line == row.NewPlace.Line {
		return
	}
	w.raw(" ")
	w.places(it.OldPlace, it.NewPlace)
}

// positions writes who is for, against and for retention, and who changed side.
func (w *writer) positions(it *report.Item) {
	if len(it.Sponsors) > 0 {
		w.raw(`<p class="chips"><span>By</span> `)
		for _, s := range it.Sponsors {
			switch s.Move {
			case report.Joined:
				w.chip("c in", s.Party, "joined")
			case report.Left:
				w.chip("c out", s.Party, "left")
			default:
				w.chip("c", s.Party, "")
			}
		}
		w.raw("</p>")
	}
	for _, side := range []struct {
		word string
		list []string
	}{{"Against", it.Against}, {"For retention", it.Retain}} {
		if len(side.list) == 0 {
			continue
		}
		w.raw(`<p class="chips"><span>`, side.word, `</span> `)
		for _, id := range side.list {
			w.chip("c", id, "")
		}
		w.raw("</p>")
	}
	if len(it.Stances) > 0 {
		w.raw(`<p class="chips"><span>Changed side</span> `)
		for _, s := range it.Stances {
			w.chip("c turn", s.Party, s.From+" → "+s.To)
		}
		w.raw("</p>")
	}
}

func (w *writer) chip(class, party, words string) {
	w.raw(`<span class="`, class, `">`)
	w.name(party)
	if words != "" {
		w.raw(" <i>", words, "</i>")
	}
	w.raw("</span> ")
}
