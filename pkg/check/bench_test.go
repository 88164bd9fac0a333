package check_test

import (
	"fmt"
	"os"
	"strings"
	"sync"
	"testing"

	"github.com/draftdiff/draftdiff/pkg/check"
)

func BenchmarkRun(b *testing.B) {
	src, err := os.ReadFile(fifth)
	if err != nil {
		b.Fatal(err)
	}
	text := markdownText(src)
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		run(b, check.NewText(text.Document, text.Snapshot), nil, nil)
	}
}

// BenchmarkRule measures each rule by itself; what all share is in “none”.
func BenchmarkRule(b *testing.B) {
	old, now := fileText(b, fifth), fileText(b, "../../fixtures/ahc-6th-session-constructed.md")
	pass := check.NewPass(now, old, nil)
	for _, r := range check.Rules {
		b.Run(r.Code+"-"+r.Name, func(b *testing.B) {
			for b.Loop() {
				if _, err := check.Run(pass, check.Options{Only: []string{r.Code}}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkTwentyDrafts checks twenty drafts of 300 KB against their older
// texts, as a commit of all of them does; the goal is 1.5 seconds on two cores.
func BenchmarkTwentyDrafts(b *testing.B) {
	old, err := os.ReadFile(fifth)
	if err != nil {
		b.Fatal(err)
	}
	now, err := os.ReadFile("../../fixtures/ahc-6th-session-constructed.md")
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		var wg sync.WaitGroup
		slots := make(chan struct{}, 2)
		for range 20 {
			slots <- struct{}{}
			wg.Go(func() {
				run(b, markdownText(now), markdownText(old), nil)
				<-slots
			})
		}
		wg.Wait()
	}
}

// BenchmarkHostile is on texts of one block, in which a rule that compares
// everything with everything would show: eight times the text must not take
// much more than eight times as long.
func BenchmarkHostile(b *testing.B) {
	for _, unit := range []string{"[a: US; against – CA] ", "~~[a~~: US] ", "[a] [b] ", "[a: US, CA, MX] article 9, ", "(a: US [", "x] ", "~~: US~~ ", "[~~a~~ b: US] [a-b: CA] ", "1. a\n\n", "[(a) b: US]\n\n", "a and paragraph 7 of this article "} {
		for _, n := range []int{1 << 13, 1 << 16} {
			s := []byte("Article 1. Scope\n\n1. " + strings.Repeat(unit, n/len(unit)))
			b.Run(fmt.Sprintf("%q/%dKB", unit, n>>10), func(b *testing.B) {
				b.SetBytes(int64(len(s)))
				for b.Loop() {
					run(b, markdownText(s), markdownText(s), nil)
				}
			})
		}
	}
}

// BenchmarkEdits is on one long paragraph in which every line was edited: ten
// times the edits must not take much more than ten times as long.
func BenchmarkEdits(b *testing.B) {
	for _, edit := range []struct{ name, old, new string }{
		{"words", "word%d and other words stand here old%[1]d ", "word%d and other words stand here new%[1]d "},
		{"brackets", "word%d [old%[1]d] [young%[1]d] ", "word%d old%[1]d "},
		{"proposals", "word%d [old%[1]d: US, CA] ", "word%d [old%[1]d: US] "},
	} {
		for _, n := range []int{300, 3000} {
			b.Run(fmt.Sprintf("%s/%d", edit.name, n), func(b *testing.B) {
				text := func(line string) []byte {
					s := []byte("Article 1. Scope\n\n1. ")
					for i := range n {
						s = fmt.Appendf(s, line, i)
					}
					return s
				}
				old, now := text(edit.old), text(edit.new)
				for b.Loop() {
					run(b, markdownText(now), markdownText(old), nil)
				}
			})
		}
	}
}
