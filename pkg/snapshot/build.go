package snapshot

import (
	"bytes"
	"strings"

	"github.com/draftdiff/draftdiff/pkg/notation"
	"github.com/draftdiff/draftdiff/pkg/party"
	"github.com/draftdiff/draftdiff/pkg/source"
	"github.com/draftdiff/draftdiff/pkg/text"
)

// Build reads a document into a snapshot. It never fails: what it cannot read
// is text and a diagnostic. name is what the source is called; of a path only
// the last element is kept.
func Build(doc *source.Document, name string) *Snapshot {
	b := &builder{
		doc:       doc,
		known:     roster{other: map[string]int{}},
		smears:    map[under]smear{},
		ids:       make(map[string]int, len(doc.Blocks)),
		bracketed: map[string]int{},
		snap: &Snapshot{
			Units:     make([]Unit, 0, len(doc.Blocks)+16),
			Proposals: make([]Proposal, 0, min(2*len(doc.Blocks), bytes.Count(doc.File.Bytes, []byte{'['}))),
		},
	}
	b.states = make([]unitState, 0, cap(b.snap.Units))
	b.within = make([]int, 0, cap(b.snap.Proposals))
	b.notes()
	first := b.title(doc.Blocks)
	b.blocks = join(doc.Blocks, first)
	b.parser = notation.NewParser(b.reg)
	b.path = noPath
	for b.at = first; b.at < len(b.blocks); b.at++ {
		b.block(b.blocks[b.at])
	}
	b.finish()
	b.snap.Document.Source = sourceOf(doc, name)
	return b.snap
}

func sourceOf(doc *source.Document, name string) Source {
	return Source{
		Name:   name[strings.LastIndexAny(name, `/\`)+1:],
		Format: doc.Format,
		Bytes:  len(doc.Raw),
		SHA256: HashOf(doc.Raw),
	}
}

// builder makes a snapshot, block by block.
type builder struct {
	doc    *source.Document
	snap   *Snapshot
	reg    *party.Registry
	parser *notation.Parser
	tree   notation.Tree // of the present block

	blocks    []*source.Block
	at        int         // of the present block
	evidence  evidence    // made when it is first asked for
	states    []unitState // of snap.Units
	path      path
	pending   []pending      // proposed units whose end is still to come
	ids       map[string]int // how often an id was given
	bracketed map[string]int // the unit in brackets that has a plain id
	known     roster         // parties met

	present block           // the one that is read
	smears  map[under]smear // of the present block
	within  []int           // of snap.Proposals: the proposal in whose words it stands, -1
	struck  text.Strikes    // of the present block
	opened  struct {        // the last group without an attribution
		group notation.ID
		at    int // where its words begin in the text
	}
	hint     int    // the line that place found last
	preamble bool   // no chapter or article has come yet
	section  string // letter of the last heading that has one

	parties []string // store of all party lists
	main    writer   // texts of units
	aside   writer   // targets, headings
	inner   []*writer
}

// writer returns the writer for the New of a proposal at a nesting depth.
func (b *builder) writer(depth int) *writer {
	for len(b.inner) <= depth {
		b.inner = append(b.inner, &writer{})
	}
	return b.inner[depth]
}

// place turns a span of the file into a place.
func (b *builder) place(sp text.Span) Place {
	b.hint = b.doc.File.LineNear(b.hint, sp.Start)
	end := b.doc.File.LineNear(b.hint, max(sp.Start, sp.End-1))
	return Place{Line: b.hint, EndLine: end, Offset: sp.Start, EndOffset: sp.End}
}

func (b *builder) complain(rule, severity, message string, sp text.Span) {
	b.snap.Diagnostics = append(b.snap.Diagnostics, Diagnostic{Rule: rule, Severity: severity, Message: message, Source: b.place(sp)})
}

// notes passes on what the reader said.
func (b *builder) notes() {
	for _, n := range b.doc.Notes {
		b.complain(n.Rule, "warning", n.Message, n.Span)
	}
}

// parserSeverity is how bad each of the parser's diagnostics is.
var parserSeverity = map[string]string{"unbalanced": "error", "unclosed": "error", "unopened": "error", "early-closer": "warning", "nesting": "error"}

// block reads one block: what kind of block it is, then its units.
func (b *builder) block(src *source.Block) {
	if src.Layout == source.LayoutFurniture || !hasWord(src.Text) && !strings.ContainsAny(src.Text, "[](){}") {
		return
	}
	if src.Layout == source.LayoutNote && !tracked(src) {
		b.beside(src)
		return
	}
	tree := &b.tree
	b.parser.ParseInto(tree, &src.Marked)
	for _, d := range tree.Diagnostics {
		b.complain(d.Rule, parserSeverity[d.Rule], d.Message, src.SourceSpan(d.Span))
	}
	b.struck = text.AppendStrikes(b.struck[:0], &src.Marked)
	b.opened.group = notation.None
	clear(b.smears)
	b.present = block{src: &src.Marked, tree: tree, strikes: strikes{b.struck}}
	blk := &b.present
	open := len(b.pending)
	lead := b.lead(blk, src)
	switch {
	case lead.label.Class == notation.NoLabel:
		b.unlabelled(blk, src, lead)
	case lead.heading():
		b.heading(blk, src, lead)
	default:
		b.labelled(blk, src, lead)
	}
	b.closeOpen(open)
}
