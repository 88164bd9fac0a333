package akn

import (
	"fmt"

	"github.com/draftdiff/draftdiff/pkg/align"
	"github.com/draftdiff/draftdiff/pkg/diff"
)

// modification is the type of a textualMod for each change of a unit; what is
// not here is no modification.
var modification = map[align.Change]string{
	align.Reworded: "substitution", align.Added: "insertion", align.Removed: "repeal", align.Renumbered: "renumbering",
	align.Moved: "substitution", align.Split: "split", align.Merged: "join",
}

// amendments writes what changed as modifications that the new text makes to the
// old one. Old words are HTML: the schema lets no words of its own stand there.
func (t *writer) amendments(d *diff.Diff) {
	n := 0
	old := "/akn/un/doc/" + slug(d.Old.Document.Source.Name) + "/eng"
	for i := range d.Units {
		u := &d.Units[i]
		kind := modification[u.Change]
		if kind == "" {
			continue
		}
		if n == 0 {
			t.b.WriteString(`<analysis source="#draftdiff">` + "\n<activeModifications>\n")
		}
		n++
		fmt.Fprintf(&t.b, `<textualMod type="%s" eId="pmod_%d">`, kind, n)
		source := "#draftdiff"
		if len(u.New) > 0 {
			source = "#" + d.New.Units[u.New[0]].ID
		}
		fmt.Fprintf(&t.b, `<source eId="pmod_%d__source" href="%s"/>`, n, escape(source))
		for k, o := range u.Old {
			fmt.Fprintf(&t.b, `<destination eId="pmod_%d__destination_%d" href="%s#%s"/>`, n, k+1, old, escape(d.Old.Units[o].ID))
		}
		if len(u.Old) == 0 {
			fmt.Fprintf(&t.b, `<destination eId="pmod_%d__destination_1" href="%s"/>`, n, old)
		}
		for k, o := range u.Old {
			if s := d.Old.Units[o].Text; s != "" && kind != "renumbering" {
				fmt.Fprintf(&t.b, `<old eId="pmod_%d__old_%d"><p xmlns="http://www.w3.org/1999/xhtml">%s</p></old>`, n, k+1, escape(s))
			}
		}
		for k, o := range u.New {
			fmt.Fprintf(&t.b, `<new eId="pmod_%d__new_%d" href="#%s"/>`, n, k+1, escape(d.New.Units[o].ID))
		}
		t.b.WriteString("</textualMod>\n")
	}
	if n > 0 {
		t.b.WriteString("</activeModifications>\n</analysis>\n")
	}
}
