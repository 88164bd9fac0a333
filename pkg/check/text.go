package check

import (
	"slices"
	"sort"
	"strings"

	"github.com/draftdiff/draftdiff/pkg/citation"
	"github.com/draftdiff/draftdiff/pkg/notation"
	"github.com/draftdiff/draftdiff/pkg/party"
	"github.com/draftdiff/draftdiff/pkg/snapshot"
	"github.com/draftdiff/draftdiff/pkg/source"
	"github.com/draftdiff/draftdiff/pkg/text"
)

// A Text is one draft as the rules see it: the document if it is at hand, its
// blocks parsed, and the snapshot.
type Text struct {
	Document *source.Document // nil of a saved snapshot: rules on marks and brackets see nothing
	Snapshot *snapshot.Snapshot

	blocks   []block
	groups   []group
	registry *party.Registry
	citer    *citation.Citer
	byOffset []int32 // units in the order of their places, a unit before those in it
	byID     map[string]int
	chars    []int              // before each stride of the file
	words    map[int]*unitWords // see wordsOf
	refs     []reference        // see references
	open     []text.Span        // see leftOpen
}

// block is a parsed block of the document.
type block struct {
	src     *source.Block
	tree    *notation.Tree
	strikes []text.Span // struck stretches of src.Text, in order
	lists   []text.Span // attributions, in order
}

// group is a group of a block, for rules that look at all of them.
type group struct {
	*block
	id          notation.ID
	attribution notation.ID
	clauses     []notation.Clause
}

// NewText returns a text for one pass at a time. It does not parse anything yet.
func NewText(doc *source.Document, snap *snapshot.Snapshot) *Text {
	return &Text{Document: doc, Snapshot: snap}
}

// prepare indexes the units and parses the blocks, each once.
func (t *Text) prepare(extra []party.Declaration) {
	units := t.Snapshot.Units
	t.citer = citation.New(t.Snapshot)
	t.byID = t.Snapshot.ByID()
	t.byOffset = make([]int32, len(units))
	for i := range units {
		t.byOffset[i] = int32(i)
	}
	slices.SortStableFunc(t.byOffset, func(a, b int32) int { return units[a].Source.Offset - units[b].Source.Offset })
	var legend []party.Declaration
	for i := range units {
		if units[i].Kind != snapshot.KindNote || units[i].Parent != "" {
			break // the title page ends here
		}
		legend = append(legend, party.ParseLegend(units[i].Text)...)
	}
	t.registry = party.Default()
	if decls := append(legend, extra...); len(decls) > 0 {
		t.registry = t.registry.WithLegend(decls)
	}
	if t.Document != nil {
		t.parse()
	}
}

func (t *Text) parse() {
	parser := notation.NewParser(t.registry)
	t.blocks, t.groups = make([]block, 0, len(t.Document.Blocks)), nil
	for i := range t.Document.Blocks {
		src := &t.Document.Blocks[i]
		if src.Layout == source.LayoutFurniture {
			continue
		}
		b := block{src: src, tree: parser.Parse(&src.Marked)}
		for _, m := range src.Marks {
			if m.Kind == text.MarkStruck {
				b.strikes = append(b.strikes, m.Span)
			}
		}
		t.blocks = append(t.blocks, b)
	}
	for i := range t.blocks {
		b := &t.blocks[i]
		b.tree.Walk(0, func(id notation.ID) bool {
			n := &b.tree.Nodes[id]
			if n.Kind == notation.Group {
				g := group{block: b, id: id, attribution: b.tree.Attribution(id)}
				if g.attribution != notation.None {
					b.lists = append(b.lists, b.tree.Nodes[g.attribution].Span)
					g.clauses = b.tree.ClausesOf(g.attribution)
				}
				t.groups = append(t.groups, g)
			}
			return n.Kind <= notation.Group
		})
		slices.SortFunc(b.lists, func(x, y text.Span) int { return x.Start - y.Start })
	}
}

// unitAt returns the innermost unit whose place holds an offset of the file, -1
// if there is none. Units nest, so that the last one that begins before the
// offset, or one above it, is the one.
func (t *Text) unitAt(offset int) int {
	units := t.Snapshot.Units
	k := sort.Search(len(t.byOffset), func(i int) bool { return units[t.byOffset[i]].Source.Offset > offset })
	if k == 0 {
		return -1
	}
	for u := int(t.byOffset[k-1]); u >= 0; u = t.parent(u) {
		if offset < units[u].Source.EndOffset || units[u].Parent == "" {
			return u
		}
	}
	return -1
}

// parent returns the unit above a unit, -1 at the top.
func (t *Text) parent(unit int) int { return t.citer.Parent(unit) }

// above returns the nearest unit of a kind, the unit itself or one above it, -1
// if there is none.
func (t *Text) above(unit int, kind snapshot.UnitKind) int {
	for unit >= 0 && t.Snapshot.Units[unit].Kind != kind {
		unit = t.parent(unit)
	}
	return unit
}

// span is a span of the block as a span of the file.
func (b *block) span(s text.Span) text.Span { return b.src.SourceSpan(s) }

// words is what the file has at a span of the block.
func (b *block) words(s text.Span) string { return b.src.Text[s.Start:s.End] }

// struckFrom returns the strikes that end behind an offset.
func (b *block) struckFrom(off int) []text.Span {
	return b.strikes[sort.Search(len(b.strikes), func(i int) bool { return b.strikes[i].End > off }):]
}

// struckIn counts the bytes of a span that are struck.
func (b *block) struckIn(s text.Span) int {
	n := 0
	for _, m := range b.struckFrom(s.Start) {
		if m.Start >= s.End {
			break
		}
		n += m.Overlap(s)
	}
	return n
}

// strikeOver returns the strike that covers a span as a whole.
func (b *block) strikeOver(s text.Span) (text.Span, bool) {
	if from := b.struckFrom(s.Start); len(from) > 0 && from[0].Contains(s) {
		return from[0], true
	}
	return text.Span{}, false
}

// child returns the first child of a group of a kind, None if it has none.
func (g *group) child(kind notation.Kind) notation.ID {
	for c := g.tree.Nodes[g.id].First; c != notation.None; c = g.tree.Nodes[c].Next {
		if g.tree.Nodes[c].Kind == kind {
			return c
		}
	}
	return notation.None
}

// last returns the last child of a group of a kind.
func (g *group) last(kind notation.Kind) notation.ID {
	for c := g.tree.Nodes[g.id].Last; c != notation.None; c = g.tree.Nodes[c].Prev {
		if g.tree.Nodes[c].Kind == kind {
			return c
		}
	}
	return notation.None
}

// isOpen reports whether a group is a choice that is left open: square brackets
// that name no party.
func (g *group) isOpen() bool {
	return g.attribution == notation.None && g.node().Bracket == '[' && g.node().Flags == 0
}

// node is the node of the group.
func (g *group) node() *notation.Node { return &g.tree.Nodes[g.id] }

// hasLetter reports whether s has a letter or a digit.
func hasLetter(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool {
		return r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= 0xC0 && r < 0x2000
	})
}

// plain folds white space.
func plain(s string) string { return strings.Join(strings.Fields(s), " ") }

// short cuts words for a message, in the middle and between words.
func short(s string) string {
	s = plain(s)
	const most = 60
	r := []rune(s)
	if len(r) <= most {
		return s
	}
	head, tail := string(r[:most*2/3]), string(r[len(r)-most/3:])
	if k := strings.LastIndexByte(head, ' '); k > 0 {
		head = head[:k]
	}
	if k := strings.IndexByte(tail, ' '); k >= 0 {
		tail = tail[k+1:]
	}
	return head + " … " + tail
}
