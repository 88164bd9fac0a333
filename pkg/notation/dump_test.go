package notation_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/draftdiff/draftdiff/pkg/notation"
	"github.com/draftdiff/draftdiff/pkg/party"
	"github.com/draftdiff/draftdiff/pkg/text"
)

// struck turns "~~x~~" into an x with a strike on it. An odd "~~" strikes to
// the end.
func struck(s string) *text.Marked {
	m := &text.Marked{Runs: []text.Run{{}}}
	for i, part := range strings.Split(s, "~~") {
		start := len(m.Text)
		m.Text += part
		if i%2 == 1 && part != "" {
			m.Marks = append(m.Marks, text.Mark{Kind: text.MarkStruck, Span: text.Span{Start: start, End: len(m.Text)}})
		}
	}
	return m
}

func parse(s string) *notation.Tree {
	return notation.NewParser(party.Default()).Parse(struck(s))
}

// fixture returns the paragraphs of the real text as they stand in the file,
// so that package notation is tested without the reader of a format.
func fixture(tb testing.TB) []string {
	tb.Helper()
	b, err := os.ReadFile("../../fixtures/ahc-5th-session.md")
	if err != nil {
		tb.Fatal(err)
	}
	return strings.Split(strings.TrimSpace(string(b)), "\n\n")
}

// dump writes what a block holds as an s-expression: words in quotes, labels
// as <…>, groups as (group …) or, in parentheses, (paren …), with flags behind
// a colon, and the clauses of an attribution as (verb object parties "target").
// The brackets of a whole group go without saying.
func dump(t *notation.Tree) string {
	var b strings.Builder
	for c := t.Nodes[0].First; c != notation.None; c = t.Nodes[c].Next {
		dumpNode(&b, t, c)
	}
	return strings.TrimSpace(b.String())
}

func dumpNode(b *strings.Builder, t *notation.Tree, id notation.ID) {
	n := &t.Nodes[id]
	switch n.Kind {
	case notation.Text:
		fmt.Fprintf(b, " %q", t.Text(id))
	case notation.Bad:
		fmt.Fprintf(b, " (bad %s)", t.Text(id))
	case notation.Label:
		for _, l := range t.Labels[n.Label.Start:n.Label.End] {
			b.WriteString(" " + dumpLabel(l))
		}
	case notation.Open:
		if n.Prev != notation.None {
			b.WriteString(" open")
		}
	case notation.Close:
		if n.Next != notation.None {
			b.WriteString(" close")
		}
	case notation.Attribution:
		for _, c := range t.ClausesOf(id) {
			b.WriteString(" " + dumpClause(t, c))
		}
	case notation.Group:
		b.WriteString(" (" + map[byte]string{'[': "group", '(': "paren", '{': "brace"}[n.Bracket] + flagsOf(n.Flags))
		for c := n.First; c != notation.None; c = t.Nodes[c].Next {
			dumpNode(b, t, c)
		}
		b.WriteByte(')')
	default:
		fmt.Fprintf(b, " (%s?)", n.Kind)
	}
}

func flagsOf(f notation.Flags) string {
	s := ""
	for _, k := range []struct {
		flag notation.Flags
		name string
	}{
		{notation.Unclosed, "unclosed"}, {notation.Unopened, "unopened"}, {notation.Reopened, "reopened"},
		{notation.Trailing, "trailing"}, {notation.NoColon, "nocolon"},
	} {
		if f&k.flag != 0 {
			s += ":" + k.name
		}
	}
	return s
}

func dumpLabel(l notation.LabelText) string {
	words := []string{l.Word, l.Number, l.Latin}
	if l.Alt {
		words = append(words, "alt")
	}
	if l.Noisy {
		words = append(words, "noisy")
	}
	return "<" + strings.Join(strings.Fields(strings.Join(words, " ")), " ") + ">"
}

var verbNames = [...]string{"?", "for", "against", "retain", "delete", "support", "move", "merge", "align", "wish"}
var objectNames = [...]string{"", " paragraph", " subparagraph", " article", " chapeau", " cluster", " original", " sentence", " other"}

func dumpClause(t *notation.Tree, c notation.Clause) string {
	s := "(" + verbNames[c.Verb] + objectNames[c.Object]
	for _, it := range t.PartiesOf(c) {
		s += " " + strings.ReplaceAll(it.ID, " ", "_")
		if !it.Known {
			s += "?"
		}
	}
	if target := t.Source.Text[c.Target.Start:c.Target.End]; target != "" {
		s += fmt.Sprintf(" %q", target)
	}
	return s + ")"
}
