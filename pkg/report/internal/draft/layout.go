package draft

import (
	"cmp"
	"slices"
	"strings"

	"github.com/draftdiff/draftdiff/pkg/snapshot"
)

// A piece is a stretch of words with what is proposed on it.
type piece struct {
	start, end int
	deleted    *Change
	comments   []Comment
}

// An arrival is words to be inserted at a place.
type arrival struct {
	at       int
	runs     []Run
	proposal int
}

// layout writes words with the proposals on them. Of two deletions of the same
// words the first is a tracked change and the other a comment.
func (d *drafter) layout(words string, st state, on []int) []Run {
	pieces := []piece{{end: len(words), deleted: st.deleted}}
	if words == "" {
		pieces = nil
	}
	var arrivals []arrival
	for _, k := range on {
		p := &d.s.Proposals[k]
		if !p.Action.OnWords() || p.At.Start > p.At.End || p.At.End > len(words) {
			continue
		}
		said := positions(p)
		at := p.At.Start
		switch p.Action {
		case snapshot.Retain:
			pieces = remark(pieces, p.At, append(said, Comment{by(p).Author, "retain: " + p.Old}))
			continue
		case snapshot.Delete, snapshot.Replace:
			at = p.At.End
			pieces, said = remove(pieces, words, p, said)
		}
		if p.New != "" && p.Action != snapshot.Delete {
			arrivals = append(arrivals, arrival{at: at, runs: d.arrive(words, at, p, said), proposal: k})
		}
	}
	slices.SortStableFunc(arrivals, func(a, b arrival) int { return cmp.Compare(a.at, b.at) })
	var out []Run
	next := 0
	for _, pc := range pieces {
		for pc.start < pc.end {
			for ; next < len(arrivals) && arrivals[next].at <= pc.start; next++ {
				out = append(out, arrivals[next].runs...)
			}
			end := pc.end
			if next < len(arrivals) {
				end = min(end, arrivals[next].at)
			}
			out = append(out, Run{Words: words[pc.start:end], Inserted: st.inserted, Deleted: pc.deleted, Comments: pc.comments})
			pc.start, pc.comments = end, nil
		}
	}
	for ; next < len(arrivals); next++ {
		out = append(out, arrivals[next].runs...)
	}
	return out
}

// arrive are the runs of words that a proposal inserts, with the proposals on
// these.
func (d *drafter) arrive(words string, at int, p *snapshot.Proposal, said []Comment) []Run {
	runs := d.layout(p.New, state{inserted: by(p)}, d.inside[p.ID])
	if len(runs) == 0 {
		return nil
	}
	c := runs[0].Inserted
	if at > 0 && words[at-1] != ' ' && !closesUp(p.New) {
		runs = append([]Run{{Words: " ", Inserted: c}}, runs...)
	}
	if at < len(words) && words[at] != ' ' && !closesUp(words[at:]) {
		runs = append(runs, Run{Words: " ", Inserted: c})
	}
	runs[0].Comments = append(runs[0].Comments, said...)
	return runs
}

func closesUp(s string) bool { return s != "" && strings.IndexByte(" .,;:)]?!", s[0]) >= 0 }

// remove marks words as deleted, with the space that would be left double.
func remove(pieces []piece, words string, p *snapshot.Proposal, said []Comment) ([]piece, []Comment) {
	a := p.At
	if p.New == "" && a.Start > 0 && words[a.Start-1] == ' ' && (a.End == len(words) || closesUp(words[a.End:])) {
		a.Start--
	}
	taken := false
	var out []piece
	for _, pc := range pieces {
		for _, part := range cut(pc, a) {
			switch in := part.start >= a.Start && part.end <= a.End; {
			case !in:
			case part.deleted == nil:
				part.deleted = by(p)
				part.comments, said = append(part.comments, said...), nil
			case part.end > a.Start+1 || part.start >= p.At.Start:
				taken = true
			}
			out = append(out, part)
		}
	}
	if taken {
		out = remark(out, p.At, append(said, Comment{by(p).Author, "delete: " + p.Old}))
		said = nil
	}
	return out, said
}

// cut divides a piece where an anchor begins and ends.
func cut(pc piece, a snapshot.Anchor) []piece {
	var out []piece
	for _, at := range [...]int{a.Start, a.End} {
		if at > pc.start && at < pc.end {
			head := pc
			head.end = at
			out = append(out, head)
			pc.start, pc.comments = at, nil
		}
	}
	return append(out, pc)
}

// remark puts comments on the words at an anchor, or on those before it.
func remark(pieces []piece, a snapshot.Anchor, said []Comment) []piece {
	for i := range pieces {
		if pieces[i].end > a.Start {
			pieces[i].comments = append(pieces[i].comments, said...)
			return pieces
		}
	}
	if n := len(pieces); n > 0 {
		pieces[n-1].comments = append(pieces[n-1].comments, said...)
	}
	return pieces
}
