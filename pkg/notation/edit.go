package notation

import "github.com/draftdiff/draftdiff/pkg/text"

// The tree is linked, so that a group can be found to reach further, or to
// begin earlier, than its brackets said.

// add appends a node to the children of parent.
func (t *Tree) add(parent ID, n Node) ID {
	id := ID(len(t.Nodes))
	n.Parent, n.First, n.Last, n.Next = parent, None, None, None
	n.Prev = None
	if parent != None {
		p := &t.Nodes[parent]
		n.Prev = p.Last
		if p.Last == None {
			p.First = id
		} else {
			t.Nodes[p.Last].Next = id
		}
		p.Last = id
	}
	t.Nodes = append(t.Nodes, n)
	return id
}

// leaf appends a leaf, unless it would be empty.
func (t *Tree) leaf(parent ID, kind Kind, start, end int) ID {
	if start >= end {
		return None
	}
	return t.add(parent, Node{Kind: kind, Span: text.Span{Start: start, End: end}})
}

// takeFollowing makes the siblings behind id its last children.
func (t *Tree) takeFollowing(id ID) {
	first := t.Nodes[id].Next
	if first == None {
		return
	}
	parent := t.Nodes[id].Parent
	last := t.Nodes[parent].Last
	t.Nodes[id].Next = None
	t.Nodes[parent].Last = id
	for c := first; c != None; c = t.Nodes[c].Next {
		t.Nodes[c].Parent = id
	}
	if tail := t.Nodes[id].Last; tail == None {
		t.Nodes[id].First, t.Nodes[first].Prev = first, None
	} else {
		t.Nodes[tail].Next, t.Nodes[first].Prev = first, tail
	}
	t.Nodes[id].Last = last
	t.Nodes[id].Span.End = t.Nodes[last].Span.End
}

// wrap puts a new, unopened group in the place of first and all its following
// siblings and makes them its children.
func (t *Tree) wrap(first ID, bracket byte) ID {
	parent := t.Nodes[first].Parent
	id := ID(len(t.Nodes))
	t.Nodes = append(t.Nodes, Node{
		Kind: Group, Flags: Unopened, Bracket: bracket,
		Span:   text.Span{Start: t.Nodes[first].Span.Start, End: t.Nodes[t.Nodes[parent].Last].Span.End},
		Parent: parent, First: first, Last: t.Nodes[parent].Last, Prev: t.Nodes[first].Prev, Next: None,
	})
	if prev := t.Nodes[first].Prev; prev != None {
		t.Nodes[prev].Next = id
	} else {
		t.Nodes[parent].First = id
	}
	t.Nodes[parent].Last = id
	t.Nodes[first].Prev = None
	for c := first; c != None; c = t.Nodes[c].Next {
		t.Nodes[c].Parent = id
	}
	return id
}

// split cuts a leaf in two at offset at and returns the second part.
func (t *Tree) split(id ID, at int) ID {
	n := t.Nodes[id]
	if at <= n.Span.Start || at >= n.Span.End {
		return id
	}
	second := ID(len(t.Nodes))
	t.Nodes = append(t.Nodes, Node{
		Kind: n.Kind, Span: text.Span{Start: at, End: n.Span.End},
		Parent: n.Parent, First: None, Last: None, Prev: id, Next: n.Next,
	})
	t.Nodes[id].Span.End = at
	t.Nodes[id].Next = second
	if n.Next != None {
		t.Nodes[n.Next].Prev = second
	} else {
		t.Nodes[n.Parent].Last = second
	}
	return second
}

// dissolve puts the children of a group in its place; its opener is Bad.
func (t *Tree) dissolve(id ID) {
	g := t.Nodes[id]
	for c := g.First; c != None; c = t.Nodes[c].Next {
		t.Nodes[c].Parent = g.Parent
		if t.Nodes[c].Kind == Open {
			t.Nodes[c].Kind = Bad
		}
	}
	t.Nodes[g.First].Prev, t.Nodes[g.Last].Next = g.Prev, g.Next
	if g.Prev != None {
		t.Nodes[g.Prev].Next = g.First
	} else {
		t.Nodes[g.Parent].First = g.First
	}
	if g.Next != None {
		t.Nodes[g.Next].Prev = g.Last
	} else {
		t.Nodes[g.Parent].Last = g.Last
	}
}

// drop cuts the last child of parent off, if nothing but it lies behind at.
func (t *Tree) dropFrom(parent, first ID) {
	prev := t.Nodes[first].Prev
	t.Nodes[parent].Last = prev
	if prev == None {
		t.Nodes[parent].First = None
	} else {
		t.Nodes[prev].Next = None
	}
}
