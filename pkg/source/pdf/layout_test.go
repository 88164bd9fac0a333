package pdf

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// para sets a paragraph of lines from y down, the last one cut off as the words
// say, and returns where the next line would stand.
func para(p *Page, x, y, leading float32, rows ...string) float32 {
	for _, s := range rows {
		set(p, x, y, 10, s)
		y -= leading
	}
	return y
}

// TestLayouts reads texts that are set in other ways: each case is a way that was
// misread once.
func TestLayouts(t *testing.T) {
	t.Parallel()
	const short = "own laws."
	line := full[:97] // "… and with their"
	end := full[:87] + "the laws."
	narrow := full[:39]
	for why, c := range map[string]struct {
		set  func(w *writer)
		want string
	}{
		"numbered lines": {func(w *writer) {
			p := w.page()
			n := 0
			for y := float32(700); y > 500; y -= 36 {
				para(p, 50, y, 12, full, full, short)
				for k := range 3 {
					n++
					set(p, 22, y-12*float32(k), 10, fmt.Sprintf("%2d", n))
				}
			}
		}, strings.Repeat(full+" "+full+" "+short+"\n", 6)},
		"every fifth line numbered, at the other margin, where paragraphs have numbers": {func(w *writer) {
			p := w.page()
			for k := range 24 {
				y := 700 - 12*float32(k)
				if k%2 == 0 {
					set(p, 50, y, 10, fmt.Sprintf("%d. %s", k/2+1, line))
				} else {
					set(p, 50, y, 10, short)
				}
				if k%5 == 4 {
					set(p, 580, y, 10, fmt.Sprint(k+1))
				}
			}
		}, func() (s string) {
			for k := range 12 {
				s += fmt.Sprintf("%d. %s %s\n", k+1, line, short)
			}
			return s
		}()},
		"margins of odd and even pages": {func(w *writer) {
			for n := range 6 {
				p := w.page()
				x := float32(40 + 40*(n%2))
				y := float32(700)
				for range 6 {
					y = para(p, x, y, 12, full, full, short) - 12
				}
			}
		}, strings.Repeat(full+" "+full+" "+short+"\n", 36)},
		"indents and no gaps": {func(w *writer) {
			p := w.page()
			y := float32(700)
			for range 6 {
				set(p, 70, y, 10, line)
				set(p, 50, y-12, 10, full)
				set(p, 50, y-24, 10, end)
				set(p, 70, y-36, 10, line)
				set(p, 50, y-48, 10, short)
				y -= 60
			}
		}, strings.Repeat(line+" "+full+" "+end+"\n"+line+" "+short+"\n", 6)},
		"slight gaps between sentences": {func(w *writer) {
			p := w.page()
			y := float32(700)
			for range 8 {
				y = para(p, 50, y, 12, full, end) - 1.5
			}
		}, strings.Repeat(full+" "+end+"\n", 8)},
		"double spacing": {func(w *writer) {
			p := w.page()
			y := float32(700)
			for range 5 {
				y = para(p, 50, y, 24, full, full, short) - 12
			}
		}, strings.Repeat(full+" "+full+" "+short+"\n", 5)},
		"articles at the top of pages": {func(w *writer) {
			for n := range 4 {
				p := w.page()
				set(p, 50, 750, 10, fmt.Sprintf("Article %d", n+1))
				para(p, 50, 725, 12, full, short)
				set(p, 50, 40, 10, "Page "+fmt.Sprint(n+1))
			}
		}, func() (s string) {
			for n := range 4 {
				s += fmt.Sprintf("Article %d\n%s %s\n", n+1, full, short)
			}
			return s
		}()},
		"a line spread over a narrow column, and a table": {func(w *writer) {
			p := w.page()
			y := para(p, 50, 700, 12, narrow)
			for i, s := range []string{"adopt", "such", "laws"} {
				set(p, 50+float32(i)*87, y, 10, s)
			}
			y = para(p, 50, y-12, 12, narrow, short) - 24
			for _, s := range []string{"States", "Groups"} {
				set(p, 50, y, 10, s)
				set(p, 130, y, 10, "for")
				set(p, 190, y, 10, "against")
				y -= 12
			}
		}, narrow + " adopt such laws " + narrow + " " + short + "\n^ States for against\n^ Groups for against\n"},
		"ligatures and letters drawn twice": {func(w *writer) {
			p := w.page()
			set(p, 50, 700, 10, "office")
			for k := range p.Chars[2:4] { // one box that holds three letters
				p.Chars[2+k].X, p.Chars[2+k].X0, p.Chars[2+k].X1 = p.Chars[1].X, p.Chars[1].X0, p.Chars[1].X1
			}
			p.Chars[4].X, p.Chars[5].X = 60, 65
			for k := range p.Chars[4:] {
				p.Chars[4+k].X0, p.Chars[4+k].X1 = p.Chars[4+k].X, p.Chars[4+k].X+5
			}
			set(p, 100, 700, 10, "bold")
			set(p, 100, 700, 10, "bold")
		}, "office bold\n"},
		"a letter whose box fills half of the gap behind it": {func(w *writer) {
			p := w.page()
			set(p, 50, 700, 10, "off fifth")
			var out []Char
			for _, c := range p.Chars {
				if c.R != ' ' {
					out = append(out, c)
				}
			}
			for i := range out {
				if out[i].R == 'f' {
					out[i].X0, out[i].X1 = out[i].X0-2, out[i].X1+2
				}
				if i >= 3 {
					out[i].X, out[i].X0, out[i].X1 = out[i].X-2, out[i].X0-2, out[i].X1-2
				}
			}
			p.Chars = out
		}, "off fifth\n"},
	} {
		t.Run(why, func(t *testing.T) {
			t.Parallel()
			var w writer
			c.set(&w)
			if diff := cmp.Diff(c.want, read(t, w.pages)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// TestHyphens keeps the hyphens of a document that divides no words.
func TestHyphens(t *testing.T) {
	t.Parallel()
	rows := func(words ...string) (out []row) {
		for _, s := range words {
			out = append(out, row{words: s})
		}
		return out
	}
	whole := vocabularyOf([][]row{rows("the cyber-dependent crimes of cyber-", "dependent crimes and gender-", "differentiated ones")})
	if space, drop := whole.joint("gender-", "differentiated ones"); space || drop != 0 {
		t.Errorf("no word is divided: %t, %d", space, drop)
	}
	divided := vocabularyOf([][]row{rows("the assistance and assist-", "ance of interna-", "tional bodies")})
	if space, drop := divided.joint("interna-", "tional bodies"); space || drop != 1 {
		t.Errorf("words are divided: %t, %d", space, drop)
	}
}
