package snapshot

import (
	"slices"
	"strings"

	"github.com/draftdiff/draftdiff/internal/byteset"
	"github.com/draftdiff/draftdiff/pkg/notation"
	"github.com/draftdiff/draftdiff/pkg/party"
	"github.com/draftdiff/draftdiff/pkg/text"
)

// words reads a group that proposes something about words: section 3 of the
// notation.
func (b *builder) words(sc scope, g notation.ID, clauses []notation.Clause) {
	n := &sc.tree.Nodes[g]
	p := Proposal{
		Unit:    b.snap.Units[sc.unit].ID,
		Certain: !sc.struck && n.Flags&(notation.Unopened|notation.Unclosed) == 0,
		Source:  b.place(sc.src.SourceSpan(n.Span)),
	}
	b.stances(&p, sc, clauses)
	p.Action = b.actionOf(&p, sc, g, clauses)
	old := -1
	if p.Action == Insert && b.replacesPrevious(sc, g) {
		p.Certain, old = false, b.opened.at
	}
	i := b.propose(p, sc.within)
	b.readWords(sc, g, i)
	if old >= 0 {
		b.snap.Proposals[i].Action = Replace
		b.anchor(&b.snap.Proposals[i], sc, old)
	}
	for _, c := range clauses[1:] {
		if c.Verb >= notation.Move {
			b.directive(sc, g, []notation.Clause{c})
		}
	}
}

// readings reads a group with several readings, each with its own parties:
// "[~~shall~~ are encouraged to: EU & mS; may: CA, US]". The struck words stand
// in the first and are what each of them replaces; a strike over everything
// tells nothing.
func (b *builder) readings(sc scope, g notation.ID) {
	t := sc.tree
	start := sc.w.len()
	letters, struck := b.ownStruck(sc, g)
	joint := -1
	if struck == 0 || struck == letters {
		joint = b.joint(sc, g)
	}
	put := func(sp text.Span, fresh *writer) {
		write := func(part text.Span, old bool) {
			w := fresh
			if old {
				w = sc.w
			}
			w.write(sc.src.Text[part.Start:part.End])
		}
		switch {
		case joint >= 0:
			b.part(sc, sp, Replace, joint, write)
		case struck == letters:
			write(sp, false)
		default:
			sc.strikes.cuts(sc.src.Text, sp, write)
		}
	}
	for c := t.Nodes[g].First; c != notation.None; {
		c = b.reading(sc, g, c, start, put)
	}
}

// reading reads one of several readings, the children of g from c to the next
// attribution, and returns the child behind it.
func (b *builder) reading(sc scope, g, c notation.ID, start int, put func(text.Span, *writer)) notation.ID {
	t := sc.tree
	i := b.propose(Proposal{Unit: b.snap.Units[sc.unit].ID, Source: b.place(sc.src.SourceSpan(t.Nodes[g].Span))}, sc.within)
	into := sc
	into.w, into.within, into.depth = b.writer(sc.depth), i, sc.depth+1
	into.w.begin()
	for ; c != notation.None; c = t.Nodes[c].Next {
		switch n := &t.Nodes[c]; {
		case n.Kind == notation.Text:
			put(n.Span, into.w)
		case n.Kind == notation.Group:
			b.group(into, c, nil)
		case n.Kind == notation.Attribution && n.Clauses.Len() > 0:
			p := &b.snap.Proposals[i]
			p.Action, p.New = Insert, tidy(into.w.text())
			if sc.w.len() > start {
				p.Action = Replace
			}
			b.stances(p, sc, t.ClausesOf(c))
			b.anchor(p, sc, start)
			return t.Nodes[c].Next
		}
	}
	b.snap.Proposals, b.within = b.snap.Proposals[:i], b.within[:i] // nothing but the closer was left
	return c
}

// replacesPrevious reports whether a struck group without an attribution touches
// g: its words are what those of g replace, "~~[sought]~~[requested: RU]".
func (b *builder) replacesPrevious(sc scope, g notation.ID) bool {
	prev := sc.tree.Nodes[g].Prev
	if prev == notation.None || prev != b.opened.group {
		return false
	}
	sp := sc.tree.Nodes[prev].Span
	return sp.End == sc.tree.Nodes[g].Span.Start && sc.strikes.whole(text.Span{Start: sp.Start + 1, End: sp.End - 1})
}

// stances fills in who is for, against and for retention.
func (b *builder) stances(p *Proposal, sc scope, clauses []notation.Clause) {
	for i, c := range clauses {
		switch c.Verb {
		case notation.For, notation.Support:
			p.Sponsors = b.add(p.Sponsors, sc, c)
		case notation.Delete:
			if i == 0 {
				p.Sponsors = b.add(p.Sponsors, sc, c)
			} else {
				p.Against = b.add(p.Against, sc, c)
			}
		case notation.Against:
			p.Against = b.add(p.Against, sc, c)
		case notation.Retain:
			if i == 0 {
				p.Sponsors = b.add(p.Sponsors, sc, c)
			} else {
				p.Retain = b.add(p.Retain, sc, c)
			}
		}
	}
}

// add appends the parties of a clause, each once.
func (b *builder) add(to []string, sc scope, c notation.Clause) []string {
	if c.Parties.Len() == 0 {
		return to
	}
	start := len(b.parties)
	if n := len(to); n > 0 && start >= n && &b.parties[start-n] == &to[0] {
		start -= n
	}
	if more := len(to) + c.Parties.Len(); cap(b.parties)-start < more {
		b.parties, start = make([]string, 0, max(1024, more)), 0
	}
	if start == len(b.parties) {
		b.parties = append(b.parties, to...)
	}
	for _, it := range sc.tree.PartiesOf(c) {
		b.meet(sc, it)
		if !slices.Contains(b.parties[start:], it.ID) {
			b.parties = append(b.parties, it.ID)
		}
	}
	return b.parties[start:len(b.parties):len(b.parties)]
}

// actionOf tells what a group does to the text, by its strikes and its first
// clause, and lowers p.Certain where the marks do not suffice.
func (b *builder) actionOf(p *Proposal, sc scope, g notation.ID, clauses []notation.Clause) Action {
	switch clauses[0].Verb {
	case notation.Delete:
		return Delete
	case notation.Retain:
		p.Certain = false
		return Retain
	}
	letters, struck := b.ownStruck(sc, g)
	bare := struck == 0
	if sc.struck {
		struck = 0
	}
	if struck > 0 && opposedByDelete(clauses) {
		p.Certain, struck = false, 0
	}
	if struck > 0 {
		if s := b.smearOver(sc, g); s.groups > 1 {
			p.Certain = false
			if s.letters == 0 {
				struck = 0
			}
		}
		if n := &sc.tree.Nodes[g]; struck == letters && n.Bracket == '[' && b.unstruck(sc.src.Text[n.Span.Start+1:n.Span.End-1]) {
			p.Certain, struck = false, 0
		}
	}
	switch {
	case struck > 0 && struck < letters:
		return Replace
	case b.joint(sc, g) >= 0:
		p.Certain = false
		return Replace
	case struck > 0:
		p.Certain = p.Certain && !b.insideStruck(sc, g)
		return Delete
	case bare && b.replacesInner(p, sc, g):
		p.Certain = false
		return Replace
	case len(p.Retain) > 0, b.amended(p, sc, g), b.interrupted(p, sc, g), replaced(sc, g):
		p.Certain = false
		return Delete
	}
	if besideOpen(sc.tree, g) {
		p.Certain = false
	}
	return Insert
}

// opposedByDelete reports whether parties answer a proposal with "delete": its
// words are not in the base, whatever is struck.
func opposedByDelete(clauses []notation.Clause) bool {
	return slices.ContainsFunc(clauses[1:], func(c notation.Clause) bool { return c.Verb == notation.Delete })
}

// insideStruck reports whether the strike on g is one over the group around it.
func (b *builder) insideStruck(sc scope, g notation.ID) bool {
	around := sc.tree.Nodes[g].Parent
	if sc.tree.Attribution(around) == notation.None {
		return false
	}
	sp := sc.tree.Nodes[around].Span
	return slices.ContainsFunc(sc.strikes.From(sp.Start), func(m text.Span) bool { return m.Contains(sp) })
}

// replacesInner reports whether the words of g, which are not struck, stand for
// struck ones that its own sponsors delete: "[~~(other: EU & mS)~~ judicial: EU
// & mS, CN]".
func (b *builder) replacesInner(p *Proposal, sc scope, g notation.ID) bool {
	for c := sc.tree.Nodes[g].First; c != notation.None; c = sc.tree.Nodes[c].Next {
		if sc.tree.Nodes[c].Kind != notation.Group || !sc.strikes.whole(sc.words(c)) {
			continue
		}
		if n := sponsorsAmong(sc.tree, c, p.Sponsors); n > 0 && n == len(sc.tree.PartiesOf(sc.tree.ClausesOf(sc.tree.Attribution(c))[0])) {
			return true
		}
	}
	return false
}

// besideOpen reports whether a group stands next to an alternative left open in
// the base text: it may be one of them, which some parties want.
func besideOpen(t *notation.Tree, g notation.ID) bool {
	for _, step := range [...]func(*notation.Node) notation.ID{
		func(n *notation.Node) notation.ID { return n.Next },
		func(n *notation.Node) notation.ID { return n.Prev },
	} {
		if c := neighbour(t, g, step); c != notation.None && t.Nodes[c].Bracket == '[' && t.Attribution(c) == notation.None && t.Nodes[c].First != notation.None && !holdsGroup(t, c) && !onlyLabelIn(t, c) {
			return true
		}
	}
	return false
}

// amended reports whether other parties than the sponsors of g propose
// something on its words: words that several parties amend stand in the base.
func (b *builder) amended(p *Proposal, sc scope, g notation.ID) bool {
	for c := sc.tree.Nodes[g].First; c != notation.None; c = sc.tree.Nodes[c].Next {
		if sc.tree.Nodes[c].Kind != notation.Group {
			continue
		}
		if n := sponsorsAmong(sc.tree, c, p.Sponsors); n == 0 {
			return true
		}
	}
	return false
}

// sponsorsAmong returns how many parties of a group's first clause are among
// some others, -1 if the group is nobody's.
func sponsorsAmong(t *notation.Tree, g notation.ID, others []string) int {
	a := t.Attribution(g)
	if a == notation.None {
		return -1
	}
	n := 0
	for _, it := range t.PartiesOf(t.ClausesOf(a)[0]) {
		if slices.Contains(others, it.ID) {
			n++
		}
	}
	return n
}

// interrupted reports whether g is one half of words that somebody else's group
// divides, "[builds on: YE] [the strengthening of: UY] [capacities: YE]": the
// one in the middle amends the others, which stand in the base.
func (b *builder) interrupted(p *Proposal, sc scope, g notation.ID) bool {
	if len(p.Sponsors) < 2 {
		return false
	}
	for _, step := range [...]func(*notation.Node) notation.ID{
		func(n *notation.Node) notation.ID { return n.Next },
		func(n *notation.Node) notation.ID { return n.Prev },
	} {
		middle := neighbour(sc.tree, g, step)
		if middle == notation.None || sponsorsAmong(sc.tree, middle, p.Sponsors) != 0 || onlyDirective(sc.tree, middle) {
			continue
		}
		other := neighbour(sc.tree, middle, step)
		if other != notation.None && sameSponsors(sc.tree, other, p.Sponsors) {
			return true
		}
	}
	return false
}

// sameSponsors reports whether a group has just these sponsors.
func sameSponsors(t *notation.Tree, g notation.ID, sponsors []string) bool {
	n := sponsorsAmong(t, g, sponsors)
	return n == len(sponsors) && !onlyDirective(t, g) && len(t.PartiesOf(t.ClausesOf(t.Attribution(g))[0])) == n
}

// neighbour returns the group next to g, with nothing but white space between.
func neighbour(t *notation.Tree, g notation.ID, step func(*notation.Node) notation.ID) notation.ID {
	c := step(&t.Nodes[g])
	if c != notation.None && t.Nodes[c].Kind == notation.Text && strings.TrimSpace(t.Text(c)) == "" {
		c = step(&t.Nodes[c])
	}
	if c == notation.None || t.Nodes[c].Kind != notation.Group {
		return notation.None
	}
	return c
}

// onlyDirective reports whether a group holds a wish about a unit and no words.
func onlyDirective(t *notation.Tree, g notation.ID) bool {
	a := t.Attribution(g)
	return a != notation.None && t.ClausesOf(a)[0].Verb != notation.For
}

// ownStruck counts the letters of a group's own words, and those of them that
// are struck, a word as a whole.
func (b *builder) ownStruck(sc scope, g notation.ID) (letters, struck int) {
	if sc.strikes.In(sc.tree.Nodes[g].Span) == 0 {
		return 1, 0
	}
	for c := sc.tree.Nodes[g].First; c != notation.None; c = sc.tree.Nodes[c].Next {
		switch n := &sc.tree.Nodes[c]; {
		case n.Kind == notation.Text:
			sc.strikes.cuts(sc.src.Text, n.Span, func(part text.Span, s bool) {
				k := 0
				for i := part.Start; i < part.End; i++ {
					if isLetter(sc.src.Text[i]) {
						k++
					}
				}
				letters += k
				if s {
					struck += k
				}
			})
		case n.Kind == notation.Group && sc.tree.Attribution(c) == notation.None:
			l, s := b.ownStruck(sc, c)
			letters, struck = letters+l, struck+s
		}
	}
	if letters == 0 { // punctuation only: "[/]", "[.: CN]"
		sp := sc.tree.Nodes[g].Span
		if sc.strikes.In(text.Span{Start: sp.Start + 1, End: min(sp.Start+2, sp.End)}) > 0 {
			return 1, 1
		}
	}
	return letters, struck
}

// A smear is what one strike covers among the children of a group or of the block.
type smear struct {
	letters int // outside of groups
	groups  int // attributed ones that it covers as a whole
}

// under names a smear: the strike begins at start.
type under struct {
	parent notation.ID
	start  int
}

// smearOver looks at the strike that covers g as a whole; what it finds serves
// all the groups beside g under that strike.
func (b *builder) smearOver(sc scope, g notation.ID) smear {
	t := sc.tree
	sp := t.Nodes[g].Span
	near := sc.strikes.From(sp.Start)
	k := slices.IndexFunc(near, func(m text.Span) bool { return m.End > sp.Start })
	if k < 0 || !near[k].Contains(sp) {
		return smear{}
	}
	m := near[k]
	key := under{t.Nodes[g].Parent, m.Start}
	if s, ok := b.smears[key]; ok {
		return s
	}
	first := g
	for p := t.Nodes[g].Prev; p != notation.None && t.Nodes[p].Span.End > m.Start; p = t.Nodes[p].Prev {
		first = p
	}
	var s smear
	for c := first; c != notation.None && t.Nodes[c].Span.Start < m.End; c = t.Nodes[c].Next {
		n := &t.Nodes[c]
		switch {
		case n.Kind == notation.Group && m.Contains(n.Span) && t.Attribution(c) != notation.None:
			s.groups++
		case n.Kind == notation.Text:
			for i := max(n.Span.Start, m.Start); i < min(n.Span.End, m.End); i++ {
				if isLetter(sc.src.Text[i]) {
					s.letters++
				}
			}
		}
	}
	b.smears[key] = s
	return s
}

// readWords reads the words of a group into the proposal i: what is old goes
// into the text around it, what is new into the proposal.
func (b *builder) readWords(sc scope, g notation.ID, i int) {
	p := &b.snap.Proposals[i]
	action := p.Action
	fresh := b.writer(sc.depth)
	fresh.begin()
	into := sc
	into.w, into.within, into.depth = fresh, i, sc.depth+1
	stay := sc
	stay.depth++
	if action == Delete && !p.Certain || sc.struck {
		into.struck, stay.struck = sc.struck, sc.struck
	}
	start := sc.w.len()
	joint := -1
	if action == Replace && !b.partlyStruck(sc, g) {
		joint = b.joint(sc, g)
	}
	side := action == Delete || action == Retain
	put := func(part text.Span, old bool) {
		w := fresh
		if old {
			w = sc.w
		}
		if old != side && w.len() > 0 {
			w.space()
		}
		side = old
		w.write(sc.src.Text[part.Start:part.End])
	}
	for c := sc.tree.Nodes[g].First; c != notation.None; c = sc.tree.Nodes[c].Next {
		switch n := &sc.tree.Nodes[c]; n.Kind {
		case notation.Text, notation.Label:
			b.part(sc, n.Span, action, joint, put)
		case notation.Group:
			to := into
			if side || action == Replace && (n.Span.End <= joint || sc.strikes.In(n.Span)*2 > n.Span.Len()) {
				to = stay
			}
			b.group(to, c, nil)
		}
	}
	p = &b.snap.Proposals[i]
	if action == Insert || action == Replace {
		p.New = tidy(fresh.text())
	}
	b.anchor(p, sc, start)
}

// partlyStruck reports whether strikes tell the old words of a group from the
// new.
func (b *builder) partlyStruck(sc scope, g notation.ID) bool {
	letters, struck := b.ownStruck(sc, g)
	return struck > 0 && struck < letters
}

// part hands a stretch of a group's own words to put, each as old or as new.
func (b *builder) part(sc scope, sp text.Span, action Action, joint int, put func(text.Span, bool)) {
	switch {
	case action != Replace:
		put(sp, action != Insert)
	case joint < 0:
		sc.strikes.cuts(sc.src.Text, sp, put)
	case joint >= sp.End:
		put(sp, true)
	case joint < sp.Start:
		put(sp, false)
	default:
		put(text.Span{Start: sp.Start, End: joint}, true)
		for joint < sp.End && (!isLetter(sc.src.Text[joint]) || dashAt(sc.src.Text, joint) > 0) {
			joint += max(1, dashAt(sc.src.Text, joint))
		}
		put(text.Span{Start: joint, End: sp.End}, false)
	}
}

// anchor says where the words of p stand in the text around it.
func (b *builder) anchor(p *Proposal, sc scope, start int) {
	all := sc.w.text()
	for start < len(all) && all[start] == ' ' {
		start++
	}
	p.At = Anchor{start, len(all)}
	if p.Action != Insert {
		p.Old = tidy(all[start:])
		p.At.End = start + len(p.Old)
	}
	sc.w.leaveOut()
}

var separators = byteset.Of(" :")

// tidy takes off what the conversion left at the end of words: the punctuation
// before a lost or doubled colon, dashes around a label.
func tidy(s string) string {
	return separators.TrimEnd(strings.TrimLeft(s, " "))
}

// roster finds parties by id: those of two capital letters, nearly all, without
// a hash.
type roster struct {
	codes [26 * 26]int16 // index plus one
	other map[string]int
}

func code(id string) (int, bool) {
	if len(id) != 2 || id[0]-'A' > 25 || id[1]-'A' > 25 {
		return 0, false
	}
	return int(id[0]-'A')*26 + int(id[1]-'A'), true
}

func (r *roster) get(id string) (int, bool) {
	if c, ok := code(id); ok {
		return int(r.codes[c]) - 1, r.codes[c] > 0
	}
	k, ok := r.other[id]
	return k, ok
}

func (r *roster) set(id string, k int) {
	if c, ok := code(id); ok {
		r.codes[c] = int16(k + 1)
		return
	}
	r.other[id] = k
}

// meet notes a party and how it is written.
func (b *builder) meet(sc scope, it party.Item) {
	written := sc.src.Text[it.Span.Start:it.Span.End]
	k, ok := b.known.get(it.ID)
	if !ok {
		k = len(b.snap.Parties)
		b.known.set(it.ID, k)
		p := Party{ID: it.ID, Kind: party.Unknown.String()}
		if q, ok := b.reg.Lookup(it.ID); ok {
			p = Party{ID: q.ID, Name: q.Name, ISO: q.ISO, Kind: q.Kind.String()}
		}
		b.snap.Parties = append(b.snap.Parties, p)
	}
	if p := &b.snap.Parties[k]; !slices.Contains(p.AsWritten, written) {
		p.AsWritten = append(p.AsWritten, written)
	}
	if !it.Known {
		b.complain("unknown-party", "warning", "“"+written+"” is no party known here", sc.src.SourceSpan(it.Span))
	}
}

func dashAt(s string, i int) int {
	if s[i] == 0xE2 && i+2 < len(s) && s[i+1] == 0x80 && (s[i+2] == 0x93 || s[i+2] == 0x94) {
		return 3
	}
	return 0
}
