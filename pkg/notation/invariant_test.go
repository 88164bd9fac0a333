package notation_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/draftdiff/draftdiff/pkg/notation"
	"github.com/draftdiff/draftdiff/pkg/party"
	"github.com/draftdiff/draftdiff/pkg/text"
)

// FuzzParse holds the tree of any block against what a Parser promises.
func FuzzParse(f *testing.F) {
	for _, forms := range [][]form{attributionsForms, actionsForms, labelsForms} {
		for _, c := range forms {
			f.Add(c.in)
		}
	}
	for _, c := range damaged {
		f.Add(c.in)
	}
	for _, c := range labels {
		f.Add("[" + c.in + ": US]")
	}
	for _, block := range fixture(f) {
		f.Add(block)
	}
	p, used := notation.NewParser(party.Default()), &notation.Tree{}
	f.Fuzz(func(t *testing.T, s string) {
		m := struck(s)
		tree := notation.NewParser(party.Default()).Parse(m)
		if got := tree.Print(); got != m.Text {
			t.Fatalf("Print(Parse(%q)) = %q", m.Text, got)
		}
		checkTree(t, tree)
		p.ParseInto(used, m)
		if !sameTree(tree, used) {
			t.Fatalf("%q: a parser and a tree used before give\n%s\nnew ones give\n%s", m.Text, dump(used), dump(tree))
		}
	})
}

func sameTree(a, b *notation.Tree) bool {
	return a.Source == b.Source && slices.Equal(a.Nodes, b.Nodes) && slices.Equal(a.Clauses, b.Clauses) &&
		slices.Equal(a.Parties, b.Parties) && slices.Equal(a.Labels, b.Labels) && slices.Equal(a.Diagnostics, b.Diagnostics)
}

// checkTree checks that each branch is covered by its children, in order, that
// the links agree with each other, that Walk comes by every node once, and
// that what a node refers to lies in its span.
func checkTree(t *testing.T, tree *notation.Tree) {
	t.Helper()
	s := tree.Source.Text
	if root := tree.Nodes[0]; root.Kind != notation.Root || root.Span != (text.Span{End: len(s)}) || root.Parent != notation.None {
		t.Fatalf("%q: root is %+v", s, root)
	}
	seen := make([]bool, len(tree.Nodes))
	at := 0 // where the next leaf must begin
	tree.Walk(0, func(id notation.ID) bool {
		n := &tree.Nodes[id]
		if seen[id] {
			t.Fatalf("%q: Walk comes twice by node %d, %s %q", s, id, n.Kind, tree.Text(id))
		}
		seen[id] = true
		checkLinks(t, tree, id)
		switch n.Kind {
		case notation.Root, notation.Group:
			return true
		case notation.Invalid:
			t.Fatalf("%q: node %d has no kind", s, id)
		}
		if n.Span.Start != at || n.Span.Len() <= 0 {
			t.Fatalf("%q: leaf %d, %s, is at %v; the one before it ends at %d", s, id, n.Kind, n.Span, at)
		}
		at = n.Span.End
		checkLeaf(t, tree, id)
		return true
	})
	if at != len(s) {
		t.Fatalf("%q: the leaves end at %d", s, at)
	}
	for _, d := range tree.Diagnostics {
		if d.Rule == "" || d.Span.Start < 0 || d.Span.End > len(s) {
			t.Fatalf("%q: diagnostic %+v", s, d)
		}
	}
}

// checkLinks checks the children of a node: double links, one parent, spans
// that lie end to end and cover the branch.
func checkLinks(t *testing.T, tree *notation.Tree, id notation.ID) {
	t.Helper()
	n := &tree.Nodes[id]
	s := tree.Source.Text
	if (n.First == notation.None) != (n.Last == notation.None) {
		t.Fatalf("%q: node %d has first child %d and last %d", s, id, n.First, n.Last)
	}
	if n.First == notation.None {
		if n.Kind == notation.Group {
			t.Fatalf("%q: group %d is empty", s, id)
		}
		return
	}
	if n.Kind > notation.Group {
		t.Fatalf("%q: leaf %d, %s, has children", s, id, n.Kind)
	}
	prev, at := notation.None, n.Span.Start
	for c := n.First; c != notation.None; c = tree.Nodes[c].Next {
		child := &tree.Nodes[c]
		if child.Parent != id || child.Prev != prev {
			t.Fatalf("%q: node %d behind %d in %d has parent %d and prev %d", s, c, prev, id, child.Parent, child.Prev)
		}
		if child.Span.Start != at {
			t.Fatalf("%q: child %d of %d begins at %d, want %d", s, c, id, child.Span.Start, at)
		}
		prev, at = c, child.Span.End
	}
	if prev != n.Last || at != n.Span.End {
		t.Fatalf("%q: the children of %d end with %d at %d, want %d at %d", s, id, prev, at, n.Last, n.Span.End)
	}
	if n.Kind == notation.Group {
		checkGroup(t, tree, id)
	}
}

// checkGroup checks that a group has the brackets that it says it has.
func checkGroup(t *testing.T, tree *notation.Tree, id notation.ID) {
	t.Helper()
	n := &tree.Nodes[id]
	first, closes := &tree.Nodes[n.First], false
	for c := n.First; c != notation.None; c = tree.Nodes[c].Next {
		closes = closes || tree.Nodes[c].Kind == notation.Close
	}
	if n.Flags&notation.Unopened == 0 && (first.Kind != notation.Open || tree.Source.Text[first.Span.Start] != n.Bracket) {
		t.Fatalf("%q: group %d begins with %s %q and is not flagged", tree.Source.Text, id, first.Kind, tree.Text(n.First))
	}
	if !closes && n.Flags&(notation.Unclosed|notation.Reopened) == 0 {
		t.Fatalf("%q: group %d, %q, has no closer and is not flagged", tree.Source.Text, id, tree.Text(id))
	}
}

// checkLeaf checks that what a leaf refers to lies within it.
func checkLeaf(t *testing.T, tree *notation.Tree, id notation.ID) {
	t.Helper()
	n := &tree.Nodes[id]
	s := tree.Source.Text
	if word := tree.Text(id); n.Kind == notation.Open || n.Kind == notation.Close || n.Kind == notation.Bad {
		if len(word) != 1 || !strings.Contains("[](){}", word) {
			t.Fatalf("%q: %s is %q", s, n.Kind, word)
		}
	}
	if (n.Kind == notation.Attribution) != (n.Clauses.Len() > 0) || (n.Kind == notation.Label) != (n.Label.Len() > 0) {
		t.Fatalf("%q: %s %q has %d clauses and %d labels", s, n.Kind, tree.Text(id), n.Clauses.Len(), n.Label.Len())
	}
	for _, l := range tree.Labels[n.Label.Start:n.Label.End] {
		if !n.Span.Contains(l.Span) || l.Class == notation.NoLabel {
			t.Fatalf("%q: label %+v of the node at %v", s, l, n.Span)
		}
	}
	for _, c := range tree.ClausesOf(id) {
		// Of parties behind the closer the target stands before it.
		group := tree.Nodes[n.Parent].Span
		if c.Verb == notation.NoVerb || !n.Span.Contains(c.Span) || c.Target.Len() > 0 && !group.Contains(c.Target) {
			t.Fatalf("%q: clause %+v of the attribution at %v", s, c, n.Span)
		}
		from := c.Span.Start
		for _, it := range tree.PartiesOf(c) {
			if it.Span.Start < from || it.Span.End > c.Span.End || it.Span.Len() <= 0 || it.ID == "" {
				t.Fatalf("%q: party %+v of the clause at %v", s, it, c.Span)
			}
			from = it.Span.End
		}
	}
}

// TestMaxDepth checks that brackets nest as deep as promised, and that deeper
// ones are read as text with a diagnostic.
func TestMaxDepth(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ depth, bad int }{
		{notation.MaxDepth, 0},
		{notation.MaxDepth + 1, 2}, // the opener, and the closer that is then one too many
		{60_000, 2 * (60_000 - notation.MaxDepth)},
	} {
		tree := parse(strings.Repeat("[", c.depth) + "a" + strings.Repeat("]", c.depth))
		checkTree(t, tree)
		bad, nesting := 0, 0
		for _, n := range tree.Nodes {
			if n.Kind == notation.Bad {
				bad++
			}
		}
		for _, d := range tree.Diagnostics {
			if d.Rule == "nesting" {
				nesting++
			}
		}
		if bad != c.bad || (nesting > 0) != (c.bad > 0) {
			t.Errorf("%d brackets: %d bad, want %d; %d diagnostics say why", c.depth, bad, c.bad, nesting)
		}
	}
}

// TestWalkStops checks that a branch for which the function says no is not
// entered, and that what follows it is.
func TestWalkStops(t *testing.T) {
	t.Parallel()
	tree := parse("a [b (c: US): RU] d")
	var got []string
	tree.Walk(0, func(id notation.ID) bool {
		got = append(got, tree.Nodes[id].Kind.String())
		return tree.Nodes[id].Kind != notation.Group
	})
	if want := []string{"Root", "Text", "Group", "Text"}; !slices.Equal(got, want) {
		t.Errorf("Walk came by %v, want %v", got, want)
	}
}
