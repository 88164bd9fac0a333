package check

import (
	"errors"
	"fmt"
	"slices"
	"sort"

	"github.com/draftdiff/draftdiff/pkg/config"
	"github.com/draftdiff/draftdiff/pkg/snapshot"
	"github.com/draftdiff/draftdiff/pkg/source"
)

// A Fixed is what [Fix] made of a text.
type Fixed struct {
	Bytes []byte
	Done  []Finding // the findings whose fixes were carried out, in the order of the text
}

// ErrNotText is why a text cannot be fixed: its spans count in what was
// extracted from it, not in the file.
var ErrNotText = errors.New("only Markdown and plain text can be fixed; correct the original")

// Fix carries out the fixes of findings on a document that read turns bytes
// into. A fix that overlaps another one waits for the next time, and one that
// would change a word of the base text, by whatever it does to the marks around,
// is left out.
func Fix(doc *source.Document, findings []Finding, read func([]byte) (*source.Document, error)) (*Fixed, error) {
	if doc == nil || string(doc.File.Bytes) != string(doc.Raw) {
		return nil, ErrNotText
	}
	todo := compatible(findings)
	before := base(snapshot.Build(doc, ""))
	keeps := func(fs []Finding) ([]byte, error) {
		b, err := apply(doc.Raw, fs)
		if err != nil {
			return nil, err
		}
		fixed, err := read(b)
		if err != nil {
			return nil, err
		}
		if !slices.Equal(before, base(snapshot.Build(fixed, ""))) {
			return nil, nil
		}
		return b, nil
	}
	b, err := keeps(todo)
	if err == nil && b == nil {
		todo, b, err = bisect(nil, todo, keeps)
	}
	if err != nil {
		return nil, err
	}
	return &Fixed{b, todo}, nil
}

// Cure checks and fixes until no fix is left, because one may come to light
// through another. It returns what the text became and what was put right; the
// places are those of the round in which it was. A fix that does not cure, so
// that the same would be reported again, is taken back.
func Cure(doc *source.Document, cfg *config.Config, opt Options, read func([]byte) (*source.Document, error)) ([]byte, []Finding, error) {
	check := func(doc *source.Document) ([]Finding, error) {
		r, err := Run(NewPass(NewText(doc, snapshot.Build(doc, "")), nil, cfg), opt)
		if err != nil {
			return nil, err
		}
		return r.Findings, nil
	}
	found, err := check(doc)
	if err != nil {
		return nil, nil, err
	}
	var done []Finding
	useless := map[site]bool{}
	const rounds = 64 // real texts need two
	for range rounds {
		fixed, err := Fix(doc, slices.DeleteFunc(slices.Clone(found), func(f Finding) bool { return useless[siteOf(f)] }), read)
		if err != nil {
			return nil, nil, err
		}
		if len(fixed.Done) == 0 {
			return doc.Raw, done, nil
		}
		next, err := read(fixed.Bytes)
		if err != nil {
			return nil, nil, err
		}
		left, err := check(next)
		if err != nil {
			return nil, nil, err
		}
		if again := uncured(found, fixed.Done, left); len(again) > 0 {
			for _, s := range again {
				useless[s] = true
			}
			continue
		}
		doc, found, done = next, left, append(done, fixed.Done...)
	}
	return doc.Raw, done, nil
}

// A site is a rule and a line. Fixes stay in their lines, so that it outlasts
// them.
type site struct {
	rule *Rule
	line int
}

func siteOf(f Finding) site { return site{f.Rule, f.Place.Line} }

// uncured lists the sites of fixes at which more is left than the fixes should
// have left.
func uncured(before, done, left []Finding) []site {
	n := map[site]int{}
	for _, f := range before {
		n[siteOf(f)]++
	}
	for _, f := range done {
		n[siteOf(f)]--
	}
	for _, f := range left {
		n[siteOf(f)]--
	}
	var sites []site
	for _, f := range done {
		if s := siteOf(f); n[s] < 0 && !slices.Contains(sites, s) {
			sites = append(sites, s)
		}
	}
	return sites
}

// bisect adds to done as many of todo as keep the base text, and returns them
// with the bytes that they make.
func bisect(done, todo []Finding, keeps func([]Finding) ([]byte, error)) ([]Finding, []byte, error) {
	all := append(slices.Clone(done), todo...)
	b, err := keeps(all)
	switch {
	case err != nil || b != nil:
		return all, b, err
	case len(todo) <= 1:
		b, err = keeps(done)
		return done, b, err
	}
	half := len(todo) / 2
	done, _, err = bisect(done, todo[:half], keeps)
	if err != nil {
		return nil, nil, err
	}
	return bisect(done, todo[half:], keeps)
}

// base is what no fix may change: the words of each unit.
func base(s *snapshot.Snapshot) []string {
	texts := make([]string, 0, 2*len(s.Units))
	for i := range s.Units {
		texts = append(texts, fold(s.Units[i].Heading), fold(s.Units[i].Text))
	}
	return texts
}

// compatible keeps the findings whose fixes do not overlap those of an earlier
// one.
func compatible(findings []Finding) []Finding {
	var keep []Finding
	var taken []Edit // in order
	for _, f := range findings {
		if len(f.Fixes) == 0 || slices.ContainsFunc(f.Fixes, func(e Edit) bool { return f.Place.Line != f.Place.EndLine || overlaps(taken, e) }) {
			continue
		}
		for _, e := range f.Fixes {
			taken = slices.Insert(taken, after(taken, e), e)
		}
		keep = append(keep, f)
	}
	return keep
}

// after is where e belongs among taken.
func after(taken []Edit, e Edit) int {
	return sort.Search(len(taken), func(i int) bool { return taken[i].Span.Start > e.Span.Start })
}

func overlaps(taken []Edit, e Edit) bool {
	k := after(taken, e)
	return k > 0 && (taken[k-1].Span.End > e.Span.Start || taken[k-1].Span == e.Span) || k < len(taken) && taken[k].Span.Start < e.Span.End
}

// apply carries out the edits of findings, which do not overlap.
func apply(b []byte, findings []Finding) ([]byte, error) {
	var edits []Edit
	for _, f := range findings {
		edits = append(edits, f.Fixes...)
	}
	slices.SortStableFunc(edits, func(x, y Edit) int { return x.Span.Start - y.Span.Start })
	out := make([]byte, 0, len(b)+len(edits))
	at := 0
	for _, e := range edits {
		if e.Span.Start < at || e.Span.End > len(b) {
			return nil, fmt.Errorf("two fixes overlap at byte %d", e.Span.Start)
		}
		out = append(append(out, b[at:e.Span.Start]...), e.New...)
		at = e.Span.End
	}
	return append(out, b[at:]...), nil
}
