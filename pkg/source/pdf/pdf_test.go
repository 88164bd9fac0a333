package pdf

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/draftdiff/draftdiff/pkg/source"
)

// A writer sets lines on a page, ten points high, each character five wide.
type writer struct {
	pages []Page
}

func (w *writer) page() *Page {
	w.pages = append(w.pages, Page{Width: 600, Height: 800})
	return &w.pages[len(w.pages)-1]
}

func set(p *Page, x, y, size float32, s string) {
	for _, r := range s {
		p.Chars = append(p.Chars, Char{R: r, X: x, X0: x, X1: x + size/2, Y: y, Size: size})
		x += size / 2
	}
}

func read(t *testing.T, pages []Page) string {
	t.Helper()
	doc, err := Understand(pages, nil)
	if err != nil {
		t.Fatal(err)
	}
	var s strings.Builder
	for i := range doc.Blocks {
		b := &doc.Blocks[i]
		if b.Layout == source.LayoutNote {
			s.WriteString("^ ")
		}
		at := 0
		for _, m := range b.Marks {
			s.WriteString(b.Text[at:m.Span.Start] + "«" + b.Text[m.Span.Start:m.Span.End] + "»")
			at = m.Span.End
		}
		s.WriteString(b.Text[at:] + "\n")
	}
	for _, n := range doc.Notes {
		s.WriteString("! " + n.Rule + "\n")
	}
	return s.String()
}

const full = "States Parties shall cooperate with one another in accordance with this Convention and with their own"

// TestUnderstand reads three pages with running heads, a sentence over a page
// break, a hyphen, strikes and footnotes.
func TestUnderstand(t *testing.T) {
	t.Parallel()
	var w writer
	for n := range 3 {
		p := w.page()
		set(p, 50, 770, 10, "A/AC.291/22")
		set(p, 50, 30, 10, "V.23-07132")
		set(p, 500, 30, 10, string(rune('1'+n))+"/3")
		switch n {
		case 0:
			set(p, 50, 700, 10, "1. "+full[:97])
			set(p, 50, 688, 10, "laws and shall not refuse it.")
			p.Rules = append(p.Rules, Rule{X0: 50 + 9*5, X1: 50 + 14*5, Y0: 690.5, Y1: 691.5}, Rule{X0: 20, X1: 580, Y0: 691, Y1: 691.5})
			set(p, 50, 664, 10, "2. "+full[:97])
			set(p, 50, 80, 10, "they may do so in their own interest, which is as long a line as those before it and as full, non-")
		case 1:
			set(p, 50, 700, 10, "governmental bodies and interna-")
			set(p, 50, 688, 10, "tional ones.")
			set(p, 210, 703, 5, "1")
			set(p, 50, 60, 5, "1")
			set(p, 53, 56, 10, "See resolution 75/282.")
		case 2:
			set(p, 50, 700, 10, "International bodies.")
		}
	}
	want := "1. " + full[:97] + " laws and «shall» not refuse it.\n" +
		"2. " + full[:97] + "\n" +
		"they may do so in their own interest, which is as long a line as those before it and as full, non-governmental bodies and interna-\n"
	got := read(t, w.pages)
	if !strings.HasPrefix(got, want[:len(want)-len(" and interna-\n")]) || !strings.Contains(got, "^ See resolution 75/282.\n") || strings.Contains(got, "A/AC") || strings.Contains(got, "07132") {
		t.Errorf("got:\n%s", got)
	}
}

// TestColumns reads a page in two columns one after the other, and says so.
func TestColumns(t *testing.T) {
	t.Parallel()
	var w writer
	p := w.page()
	for i := range 10 {
		y := float32(700 - 12*i)
		set(p, 50, y, 10, "left left left left left left left left left")
		set(p, 330, y, 10, "right right right right right right right r")
	}
	got := read(t, w.pages)
	if strings.Contains(got, "right left") || !strings.Contains(got, "! columns") || !strings.HasPrefix(got, "left") {
		t.Errorf("got:\n%s", got)
	}
}

// TestScan refuses pictures of pages.
func TestScan(t *testing.T) {
	t.Parallel()
	_, err := Understand([]Page{{Width: 600, Height: 800, Images: 1}}, nil)
	if err == nil || !strings.Contains(err.Error(), "(a scan); it has to go through text recognition") {
		t.Errorf("got %v", err)
	}
}

// TestJoint joins lines at hyphens and dashes.
func TestJoint(t *testing.T) {
	t.Parallel()
	v := vocabulary{hyphenated: true, words: map[string]bool{"assistance": true, "case-by": true, "law": true, "making": true, "by-case": true, "caricom": true}}
	for _, c := range []struct{ a, b, want string }{
		{"mutual legal", "assistance", "mutual legal assistance"},
		{"legal assist-", "ance", "legal assistance"},
		{"a case-", "by case", "a case-by case"},
		{"law-", "making", "law-making"},
		{"non-", "binding", "non-binding"},
		{"[the-", "theirs: US]", "[the-theirs: US]"},
		{"fulfil-", "ling", "fulfilling"},
		{"US, CARI-", "COM", "US, CARICOM"},
		{"against –", "AU", "against – AU"},
		{"against -", "AU", "against - AU"},
		{"shall—", "may", "shall—may"},
		{"illicitly/", "illegally", "illicitly/illegally"},
		{"EU-", "LAC", "EU-LAC"},
	} {
		space, drop := v.joint(c.a, c.b)
		got := c.a[:len(c.a)-drop]
		if space {
			got += " "
		}
		if diff := cmp.Diff(c.want, got+c.b); diff != "" {
			t.Errorf("%q and %q (-want +got):\n%s", c.a, c.b, diff)
		}
	}
}

// FuzzUnderstand checks that no page breaks the layout, whatever stands on it.
func FuzzUnderstand(f *testing.F) {
	f.Add("1. States Parties", float32(50), float32(700), float32(10))
	f.Fuzz(func(t *testing.T, s string, x, y, size float32) {
		p := Page{Width: 600, Height: 800}
		set(&p, x, y, size, s)
		set(&p, y, x, size, s)
		p.Rules = []Rule{{X0: x, X1: y, Y0: y, Y1: y + 1}, {X0: x, X1: x + size, Y0: y, Y1: y, Strike: true, Author: s}}
		doc, err := Understand([]Page{p, p, p}, nil)
		if err != nil {
			return
		}
		for i := range doc.Blocks {
			if b := &doc.Blocks[i]; string(doc.File.Bytes[b.Span.Start:b.Span.End]) != b.Text {
				t.Fatalf("block %d at %v: %q", i, b.Span, b.Text)
			}
		}
	})
}
