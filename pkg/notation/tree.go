package notation

import (
	"strings"

	"github.com/draftdiff/draftdiff/pkg/party"
	"github.com/draftdiff/draftdiff/pkg/text"
)

// Kind is the kind of a node. The zero kind is invalid.
type Kind uint8

// The kinds. Root and Group are branches, the others are leaves.
const (
	Invalid     Kind = iota
	Root             // the block
	Group            // brackets or parentheses and what they hold
	Text             // words
	Label            // the label at the beginning of the block or of a group
	Open             // the bracket that opens a group
	Close            // the bracket that closes it
	Attribution      // who wants it, who is against it: from its separator on
	Bad              // a bracket that has no partner
)

var kindNames = [...]string{"Invalid", "Root", "Group", "Text", "Label", "Open", "Close", "Attribution", "Bad"}

// String returns the name of the kind.
func (k Kind) String() string { return kindNames[k] }

// Flags say what had to be guessed about a group.
type Flags uint8

// The flags of a group.
const (
	Unclosed Flags = 1 << iota // its closer is not in the block
	Unopened                   // its opener is not in the block
	Reopened                   // a closer inside it was set too early
	Trailing                   // its attribution stands behind its closer
	NoColon                    // its attribution has no separator before it
)

// ID is the index of a node in a [Tree]; the root is 0. None is no node.
type ID int32

// None is the ID of no node.
const None ID = -1

// A Node is a part of the block. Branches cover their children exactly.
type Node struct {
	Kind    Kind
	Flags   Flags
	Bracket byte // of a group: '[', '(' or '{'
	Span    text.Span
	Clauses Range // of an Attribution, in Tree.Clauses
	Label   Range // of a Label, in Tree.Labels: one, or more for "4. (a)"

	Parent, First, Last, Prev, Next ID
}

// Range is a half-open range of indexes.
type Range struct{ Start, End int32 }

// Len is the number of indexes in the range.
func (r Range) Len() int { return int(r.End - r.Start) }

// A Diagnostic is something wrong in the block.
type Diagnostic struct {
	Rule    string
	Message string
	Span    text.Span
}

// A Tree is the syntax of one block.
type Tree struct {
	Source      *text.Marked
	Nodes       []Node
	Clauses     []Clause
	Parties     []party.Item
	Labels      []LabelText
	Diagnostics []Diagnostic
}

// Text returns the words of a node, brackets and all.
func (t *Tree) Text(id ID) string {
	s := t.Nodes[id].Span
	return t.Source.Text[s.Start:s.End]
}

// Attribution returns the attribution of a group, None if it has none.
func (t *Tree) Attribution(id ID) ID {
	for c := t.Nodes[id].Last; c != None; c = t.Nodes[c].Prev {
		if t.Nodes[c].Kind == Attribution {
			return c
		}
	}
	return None
}

// ClausesOf returns the clauses of an attribution.
func (t *Tree) ClausesOf(attribution ID) []Clause {
	r := t.Nodes[attribution].Clauses
	return t.Clauses[r.Start:r.End]
}

// PartiesOf returns the parties that a clause lists.
func (t *Tree) PartiesOf(c Clause) []party.Item { return t.Parties[c.Parties.Start:c.Parties.End] }

// Walk calls f for id and what is below it, in the order of the text; a branch
// for which f returns false is not entered.
func (t *Tree) Walk(id ID, f func(ID) bool) {
	if !f(id) {
		return
	}
	for c := t.Nodes[id].First; c != None; c = t.Nodes[c].Next {
		t.Walk(c, f)
	}
}

// Print puts the leaves together again: the text of the block, byte for byte.
func (t *Tree) Print() string {
	var b strings.Builder
	b.Grow(len(t.Source.Text))
	t.Walk(0, func(id ID) bool {
		if n := &t.Nodes[id]; n.Kind > Group {
			b.WriteString(t.Text(id))
		}
		return true
	})
	return b.String()
}
