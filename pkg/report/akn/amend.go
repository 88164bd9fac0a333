package akn

import (
	"fmt"
	"strconv"

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
	uri := "/akn/un/doc/" + slug(d.Old.Document.Source.Name) + "/eng"
	old := register{}.units(d.Old)
	for i := range d.Units {
		u := &d.Units[i]
		kind := modification[u.Change]
		if kind == "" {
			continue
		}
		if n == 0 {
			fmt.Fprintf(&t.b, "<analysis source=\"#%s\">\n<activeModifications>\n", t.self)
		}
		n++
		id := t.ids.add("pmod_" + strconv.Itoa(n))
		fmt.Fprintf(&t.b, `<textualMod type="%s" eId="%s">`, kind, id)
		source := t.self
		if len(u.New) > 0 {
			source = t.units[u.New[0]]
		}
		fmt.Fprintf(&t.b, `<source eId="%s" href="#%s"/>`, t.ids.add(id+"__source"), source)
		for k, o := range u.Old {
			fmt.Fprintf(&t.b, `<destination eId="%s" href="%s#%s"/>`, t.ids.add(id+"__destination_"+strconv.Itoa(k+1)), uri, old[o])
		}
		if len(u.Old) == 0 {
			fmt.Fprintf(&t.b, `<destination eId="%s" href="%s"/>`, t.ids.add(id+"__destination_1"), uri)
		}
		for k, o := range u.Old {
			if s := d.Old.Units[o].Text; s != "" && kind != "renumbering" {
				fmt.Fprintf(&t.b, `<old eId="%s"><p xmlns="http://www.w3.org/1999/xhtml">%s</p></old>`, t.ids.add(id+"__old_"+strconv.Itoa(k+1)), escape(s))
			}
		}
		for k, o := range u.New {
			fmt.Fprintf(&t.b, `<new eId="%s" href="#%s"/>`, t.ids.add(id+"__new_"+strconv.Itoa(k+1)), t.units[o])
		}
		t.b.WriteString("</textualMod>\n")
	}
	if n > 0 {
		t.b.WriteString("</activeModifications>\n</analysis>\n")
	}
}
