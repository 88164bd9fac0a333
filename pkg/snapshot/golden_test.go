package snapshot_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"github.com/draftdiff/draftdiff/pkg/snapshot"
)

var update = flag.Bool("update", false, "write the golden files")

// TestGolden reads the hardest paragraphs of the real text. Each file says why
// it is there and which units it is about ("units": each with what is in it);
// "source" is what the file has there, "want" how it must be read.
func TestGolden(t *testing.T) {
	t.Parallel()
	names, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatalf("no golden files (%v)", err)
	}
	lines := strings.Split(readFile(t, fixture), "\n")
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			t.Parallel()
			a, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			if len(strings.Fields(string(a.Comment))) < 10 {
				t.Error("the file does not say why it is there")
			}
			units := strings.Fields(member(a, "units"))
			want := &txtar.Archive{Comment: a.Comment, Files: []txtar.File{
				{Name: "units", Data: []byte(strings.Join(units, "\n") + "\n")},
				{Name: "source", Data: []byte(sourceOf(buildFixture(t), lines, units))},
				{Name: "want", Data: []byte(describe(buildFixture(t), units))},
			}}
			if *update {
				if err := os.WriteFile(name, txtar.Format(want), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			for _, part := range []string{"source", "want"} {
				if diff := cmp.Diff(member(a, part), member(want, part)); diff != "" {
					t.Errorf("%s (-want +got):\n%s", part, diff)
				}
			}
		})
	}
}

func member(a *txtar.Archive, name string) string {
	for _, f := range a.Files {
		if f.Name == name {
			return string(f.Data)
		}
	}
	return ""
}

// sourceOf returns the lines of the file that units come from.
func sourceOf(s *snapshot.Snapshot, lines, units []string) string {
	var b strings.Builder
	for _, id := range units {
		for _, u := range s.Units {
			if u.ID == id {
				b.WriteString(strings.Join(lines[u.Source.Line-1:u.Source.EndLine], "\n") + "\n")
			}
		}
	}
	return b.String()
}

// describe writes units, with what is in them, and what is proposed on each:
// the action, with "?" if it is not certain; the words; who wants it.
func describe(s *snapshot.Snapshot, units []string) string {
	var b strings.Builder
	for i := range s.Units {
		u := &s.Units[i]
		for _, id := range units {
			if u.ID != id && !strings.HasPrefix(u.ID, id+"__") {
				continue
			}
			fmt.Fprintf(&b, "%s: %s %s %q\n%s", u.ID, u.Origin, u.Kind, u.Label, folded("  ", u.Text))
			describeProposals(&b, s, u, "", "  ")
		}
	}
	return b.String()
}

// describeProposals writes the proposals on a unit that stand within another
// one, or in none.
func describeProposals(b *strings.Builder, s *snapshot.Snapshot, u *snapshot.Unit, within, indent string) {
	around := u.Text
	for i := range s.Proposals {
		if s.Proposals[i].ID == within {
			around = s.Proposals[i].New
		}
	}
	for i := range s.Proposals {
		p := &s.Proposals[i]
		if p.Unit != u.ID || p.Within != within {
			continue
		}
		what := p.Action.String()
		if !p.Certain {
			what += "?"
		}
		if p.Action.OnWords() {
			what += " " + place(around, p)
		}
		if p.Target != "" {
			what += fmt.Sprintf(" %q", p.Target)
		}
		b.WriteString(folded(indent+"* ", what))
		for _, who := range []struct {
			stance  string
			parties []string
		}{{"for", p.Sponsors}, {"against", p.Against}, {"retain", p.Retain}} {
			if len(who.parties) > 0 {
				b.WriteString(folded(indent+"    ", who.stance+": "+strings.Join(who.parties, ", ")))
			}
		}
		describeProposals(b, s, u, p.ID, indent+"    ")
	}
}

// place writes the words of a proposal in what stands around them: old words
// in "{-…-}", new ones in "{+…+}".
func place(around string, p *snapshot.Proposal) string {
	const reach = 24
	before, after := around[:p.At.Start], around[p.At.End:]
	if len(before) > reach {
		before = "…" + strings.ToValidUTF8(before[len(before)-reach:], "")
	}
	if len(after) > reach {
		after = strings.ToValidUTF8(after[:reach], "") + "…"
	}
	words := ""
	if old := around[p.At.Start:p.At.End]; old != "" {
		words = "{-" + old + "-}"
	}
	if p.New != "" {
		words += "{+" + p.New + "+}"
	}
	return before + words + after
}

// folded writes s in lines of a readable length.
func folded(indent, s string) string {
	const width = 100
	var b strings.Builder
	line := indent
	for _, word := range strings.Fields(s) {
		if len(line)+len(word) > width && strings.TrimSpace(line) != "" {
			b.WriteString(strings.TrimRight(line, " ") + "\n")
			line = strings.Repeat(" ", len(indent))
		}
		line += word + " "
	}
	if strings.TrimSpace(line) != "" {
		b.WriteString(strings.TrimRight(line, " ") + "\n")
	}
	return b.String()
}
