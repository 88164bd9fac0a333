package format

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/draftdiff/draftdiff/pkg/snapshot"
)

// Lines writes a text with one line for each unit and each proposal, for line
// diffs. Headings of articles and what stands above stand at the beginning of
// their lines, where a diff program finds them for the heads of its hunks.
//
//	Article 56. General principles
//	  1. States Parties shall cooperate to the fullest extent possible …
//	    + insert “with each other”: CARICOM, TO
//	    - delete “to the fullest extent possible”: IL; retain: CO
func Lines(w io.Writer, s *snapshot.Snapshot) error {
	b := bufio.NewWriter(w)
	of := map[string][]*snapshot.Proposal{}
	for i := range s.Proposals {
		of[s.Proposals[i].Unit] = append(of[s.Proposals[i].Unit], &s.Proposals[i])
	}
	for i := range s.Units {
		u := &s.Units[i]
		parts := []string{}
		for _, part := range []string{u.Label, u.Heading, u.Text} {
			if part != "" {
				parts = append(parts, part)
			}
		}
		line := strings.Join(parts, " ")
		switch u.Kind {
		case snapshot.KindChapter, snapshot.KindCluster, snapshot.KindArticle, snapshot.KindPreamble:
			line = strings.TrimSpace(u.Label + ". " + strings.TrimSpace(u.Heading+" "+u.Text))
			if u.Label == "" {
				line = strings.ToUpper(u.Kind.String()[:1]) + u.Kind.String()[1:] + strings.TrimSuffix(" "+u.Heading, " ")
			}
		case snapshot.KindItem:
			line = "      " + line
		case snapshot.KindSubparagraph:
			line = "    " + line
		default:
			line = "  " + line
		}
		if u.Origin == snapshot.OriginProposed {
			line += " (proposed)"
		}
		fmt.Fprintln(b, line)
		for _, p := range of[u.ID] {
			fmt.Fprintf(b, "    %s\n", proposal(p))
		}
	}
	return b.Flush()
}

// proposal says in one line who wants what.
func proposal(p *snapshot.Proposal) string {
	sign := "*"
	switch p.Action {
	case snapshot.Insert, snapshot.Add:
		sign = "+"
	case snapshot.Delete, snapshot.DeleteUnit:
		sign = "-"
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s %s", sign, p.Action)
	switch {
	case p.Action.OfUnit():
	case p.Old != "" && p.New != "":
		fmt.Fprintf(&b, " “%s” by “%s”", p.Old, p.New)
	case p.Old+p.New+p.Target != "":
		fmt.Fprintf(&b, " “%s”", p.Old+p.New+p.Target)
	}
	b.WriteString(": " + strings.Join(p.Sponsors, ", "))
	if len(p.Against) > 0 {
		b.WriteString("; against: " + strings.Join(p.Against, ", "))
	}
	if len(p.Retain) > 0 {
		b.WriteString("; retain: " + strings.Join(p.Retain, ", "))
	}
	return strings.TrimSuffix(b.String(), ": ")
}
