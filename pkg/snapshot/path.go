package snapshot

import (
	"bytes"
	"strconv"
	"strings"

	"github.com/draftdiff/draftdiff/pkg/notation"
)

// level is the depth of a unit in the structure of a treaty.
type level int

// The levels. A unit's parent is the nearest unit of a smaller level.
const (
	levelChapter level = iota
	levelCluster
	levelArticle // and the preamble
	levelOption
	levelParagraph // and recitals
	levelWording   // an option of a paragraph that has subparagraphs of its own
	levelSubparagraph
	levelItem
	levels
)

// path is the unit that is current at each level, -1 where there is none.
type path [levels]int

// noPath is the place before any unit.
var noPath = path{-1, -1, -1, -1, -1, -1, -1, -1}

// enter makes unit the current one of its level and ends what is below.
func (p *path) enter(l level, unit int) {
	p[l] = unit
	for i := l + 1; i < levels; i++ {
		p[i] = -1
	}
}

// above returns the nearest unit above a level, -1 if there is none.
func (p *path) above(l level) int {
	for l--; l >= 0; l-- {
		if p[l] >= 0 {
			return p[l]
		}
	}
	return -1
}

// unitState is what the builder knows of a unit besides what the snapshot
// says.
type unitState struct {
	level    level
	parent   int    // index, -1 at the top
	number   string // of its label, without bis and alt
	latin    string // "bis" of its label
	step     string // last step of its id, before a counter
	proposal int    // that proposes the unit, -1
}

// step is the last step of an id: a prefix and the number, without its spaces
// and punctuation.
func (b *builder) step(prefix string, number ...string) string {
	var buf [48]byte
	id := append(buf[:0], prefix...)
	id = append(id, '_')
	for _, part := range number {
		for i := 0; i < len(part); i++ {
			switch c := part[i]; {
			case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c >= '0' && c <= '9':
				id = append(id, c)
			case c == '.':
				id = append(id, '-')
			}
		}
	}
	b.aside.begin()
	b.aside.buf.Write(bytes.TrimSuffix(id, []byte("_")))
	return b.aside.text()
}

// id returns a unique id: the steps of the parent and one more.
func (b *builder) id(parent int, last string) string {
	id := last
	if p := b.identifier(parent, last); p >= 0 {
		w := &b.main
		w.begin()
		w.buf.WriteString(b.snap.Units[p].ID)
		w.buf.WriteString("__")
		w.buf.WriteString(last)
		id = w.text()
	}
	b.ids[id]++
	if n := b.ids[id]; n > 1 {
		for {
			next := id + "_" + strconv.Itoa(n)
			if b.ids[next] == 0 {
				b.ids[next] = 1
				b.ids[id] = n
				return next
			}
			n++
		}
	}
	return id
}

// identifier returns the unit whose id begins the ids of the units in parent,
// -1 if there is none: clusters group and do not identify, and articles number
// through the document, so that a chapter identifies an article only where the
// chapter is proposed itself.
func (b *builder) identifier(parent int, last string) int {
	if strings.HasPrefix(last, "cluster_") {
		return -1
	}
	article := strings.HasPrefix(last, "art_")
	for parent >= 0 && article {
		u := &b.snap.Units[parent]
		if u.Kind != KindCluster && (u.Kind != KindChapter || u.Origin == OriginProposed) {
			break
		}
		parent = b.states[parent].parent
	}
	return parent
}

// plainID sees to it that of units with the same id the one that stands free of
// brackets has it without a counter, wherever the other one stands: whether a
// unit in brackets stands at all is what the parties disagree on.
func (b *builder) plainID(unit int, l lead) {
	id := b.snap.Units[unit].ID
	if l.group != notation.None {
		if !l.label.Proposed() && strings.HasSuffix(id, b.states[unit].step) {
			b.bracketed[id] = unit
		}
		return
	}
	if strings.HasSuffix(id, b.states[unit].step) {
		return
	}
	plain := id[:strings.LastIndexByte(id, '_')]
	if held, ok := b.bracketed[plain]; ok {
		delete(b.bracketed, plain)
		b.rename(held, id)
		b.snap.Units[unit].ID = plain
	}
}

// rename gives a unit another id, and with it the units in it and the proposals
// on them.
func (b *builder) rename(unit int, to string) {
	from := b.snap.Units[unit].ID
	renamed := func(id string) string {
		if rest, ok := strings.CutPrefix(id, from); ok && (rest == "" || strings.HasPrefix(rest, "__")) {
			return to + rest
		}
		return id
	}
	start := b.snap.Units[unit].Source.Offset
	for i := len(b.snap.Proposals) - 1; i >= 0 && b.snap.Proposals[i].Source.Offset >= start; i-- {
		b.snap.Proposals[i].Unit = renamed(b.snap.Proposals[i].Unit)
	}
	b.snap.Units[unit].ID = to
	for i := unit + 1; i < len(b.snap.Units); i++ {
		u := &b.snap.Units[i]
		u.Parent = renamed(u.Parent)
		if id := renamed(u.ID); id != u.ID {
			b.ids[id], b.ids[u.ID] = b.ids[u.ID], 0
			u.ID = id
		}
	}
}

// identifyArticles puts the id of a chapter before the ids of the articles in
// it, once the chapter is known to be proposed.
func (b *builder) identifyArticles(chapter int) {
	to := map[string]string{}
	for i := chapter + 1; i < len(b.snap.Units); i++ {
		if u := &b.snap.Units[i]; u.Kind == KindArticle && strings.HasPrefix(u.ID, "art_") && b.identifier(b.states[i].parent, "art_") == chapter {
			to[u.ID] = b.id(b.states[i].parent, b.states[i].step)
			b.ids[b.states[i].step]--
		}
	}
	renamed := func(id string) string {
		article, _, _ := strings.Cut(id, "__")
		if chapter, ok := to[article]; ok {
			return chapter + id[len(article):]
		}
		return id
	}
	for i := chapter + 1; i < len(b.snap.Units); i++ {
		u := &b.snap.Units[i]
		u.Parent = renamed(u.Parent)
		if id := renamed(u.ID); id != u.ID {
			b.ids[id], b.ids[u.ID] = max(b.ids[id], b.ids[u.ID]), 0
			u.ID = id
		}
	}
	start := b.snap.Units[chapter].Source.Offset
	for i := len(b.snap.Proposals) - 1; i >= 0 && b.snap.Proposals[i].Source.Offset >= start; i-- {
		b.snap.Proposals[i].Unit = renamed(b.snap.Proposals[i].Unit)
	}
}
