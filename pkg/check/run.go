package check

import (
	"cmp"
	"hash/fnv"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/draftdiff/draftdiff/pkg/config"
	"github.com/draftdiff/draftdiff/pkg/snapshot"
	"github.com/draftdiff/draftdiff/pkg/text"
)

// Options choose rules and findings. The zero Options keep everything.
type Options struct {
	Only, Except []string // codes, names or classes of rules
	Severity     Severity // findings of this severity and worse
	// New leaves out the findings on notation that the older text has too.
	New bool
}

// A Result is what a pass found.
type Result struct {
	Findings []Finding // in the order of the text
	Accepted int       // findings that the configuration accepts
	Known    int       // findings that the older text has too, left out by Options.New
}

// Run runs the rules. An error is a rule that does not exist: one of the options
// or, as a [config.Error], one of the configuration.
func Run(p *Pass, opt Options) (*Result, error) {
	rules, err := choose(p, opt)
	if err != nil {
		return nil, err
	}
	r := &Result{}
	fs := p.run(rules, ClassInvalid)
	fs, r.Accepted = p.accepted(fs)
	if opt.New && p.Old != nil {
		before := &Pass{New: p.Old, Config: p.Config, groups: p.groups, settings: p.settings}
		known := before.run(rules, Notation)
		n := len(fs)
		fs = unknown(fs, known)
		r.Known = n - len(fs)
	}
	r.Findings = slices.DeleteFunc(fs, func(f Finding) bool { return f.Severity < opt.Severity })
	return r, nil
}

// choose returns the rules that the options and the configuration leave.
func choose(p *Pass, opt Options) ([]*Rule, error) {
	var err error
	if p.settings, err = settings(p.Config); err != nil {
		return nil, err
	}
	on := map[*Rule]bool{}
	for _, r := range Rules {
		on[r] = len(opt.Only) == 0 && !p.settings[r].Off
	}
	for i, names := range [][]string{opt.Only, opt.Except} {
		for _, name := range names {
			found, err := Find(name)
			if err != nil {
				return nil, err
			}
			for _, r := range found {
				on[r] = i == 0
			}
		}
	}
	return slices.DeleteFunc(slices.Clone(Rules), func(r *Rule) bool { return !on[r] }), nil
}

// settings is what the configuration says of each rule: of its code, or else of
// its name, or else of its class.
func settings(cfg *config.Config) (map[*Rule]config.Setting, error) {
	names := slices.SortedFunc(maps.Keys(cfg.Rules), func(x, y string) int { return cfg.Rules[x].Line - cfg.Rules[y].Line })
	set, rank := map[*Rule]config.Setting{}, map[*Rule]int{}
	for _, name := range names {
		found, err := Find(name)
		if err != nil {
			return nil, &config.Error{File: cfg.File, Line: cfg.Rules[name].Line, Message: err.Error()}
		}
		for _, r := range found {
			at := 1 + slices.IndexFunc([]string{r.Class.String(), r.Name, r.Code}, func(s string) bool { return strings.EqualFold(s, name) })
			if at >= rank[r] {
				set[r], rank[r] = cfg.Rules[name], at
			}
		}
	}
	return set, nil
}

// run runs the rules of one class, or of all, and finishes their findings.
func (p *Pass) run(rules []*Rule, class Class) []Finding {
	p.findings = nil
	for _, r := range rules {
		if r.Class == Silent && p.Old == nil || class != ClassInvalid && r.Class != class {
			continue
		}
		p.rule = r
		n := len(p.findings)
		r.Run(p)
		for i := range p.findings[n:] {
			p.reweigh(&p.findings[n+i])
		}
	}
	fs := p.findings
	slices.SortStableFunc(fs, func(x, y Finding) int {
		return cmp.Or(x.Span.Start-y.Span.Start, cmp.Compare(x.Rule.Code, y.Rule.Code), x.Span.End-y.Span.End)
	})
	seen := map[string]int{}
	for i := range fs {
		p.finish(&fs[i], seen)
	}
	return fs
}

// reweigh gives a finding the severity that the configuration wants.
func (p *Pass) reweigh(f *Finding) {
	if s, err := ParseSeverity(p.settings[f.Rule].Severity); err == nil {
		f.Severity = s
	}
}

// finish fills in what follows from the span of a finding.
func (p *Pass) finish(f *Finding, seen map[string]int) {
	f.Place, f.Column, f.EndCol = p.New.place(f.Span)
	if u := p.New.unitAt(f.Span.Start); f.Unit == "" && u >= 0 {
		f.Unit = p.New.Snapshot.Units[u].ID
	}
	if f.Rule.Class == Silent && f.Unit != "" {
		f.Hint = strings.Replace(f.Hint, "in draftdiff.yaml", "in draftdiff.yaml (unit: "+f.Unit+")", 1)
	}
	for i := range f.Related {
		r := &f.Related[i]
		t := p.New
		if r.Old {
			t = p.Old
		}
		r.Place, r.Column, _ = t.place(r.Span)
	}
	h := fnv.New64a()
	_, _ = h.Write([]byte(f.Rule.Code + "\x00" + f.Message + "\x00" + f.Words + "\x00" + plain(p.New.at(f.Span))))
	key := strconv.FormatUint(h.Sum64(), 36)
	if seen[key]++; seen[key] > 1 {
		f.Fingerprint = key + "-" + strconv.Itoa(seen[key])
	} else {
		f.Fingerprint = key
	}
}

// at is what the file has at a span.
func (t *Text) at(sp text.Span) string {
	if t.Document == nil {
		return ""
	}
	return string(t.Document.File.Bytes[sp.Start:sp.End])
}

// place finds the line and the columns of a span. Of a saved snapshot only the
// line of the unit there is known.
func (t *Text) place(sp text.Span) (at snapshot.Place, column, end int) {
	at = snapshot.Place{Line: 1, EndLine: 1, Offset: sp.Start, EndOffset: sp.End}
	if t.Document == nil {
		if u := t.unitAt(sp.Start); u >= 0 {
			at.Line = t.Snapshot.Units[u].Source.Line
			at.EndLine = at.Line
		}
		return at, 0, 0
	}
	f := t.Document.File
	at.Line = f.Line(sp.Start)
	at.EndLine = at.Line
	if sp.End > sp.Start {
		at.EndLine = f.LineNear(at.Line, sp.End-1)
	}
	return at, t.column(sp.Start), t.column(sp.End)
}

// stride is how many bytes lie between two places where the characters before
// are counted once and for all.
const stride = 1 << 10

// column is the position of an offset in its line, in characters, from 1. A text
// may be one line as a whole: the line is not counted from its beginning.
func (t *Text) column(off int) int {
	f := t.Document.File
	if t.chars == nil {
		t.chars = make([]int, 1, len(f.Bytes)/stride+2)
		for k := 0; k+stride <= len(f.Bytes); k += stride {
			t.chars = append(t.chars, t.chars[len(t.chars)-1]+characters(f.Bytes[k:k+stride]))
		}
	}
	before := func(off int) int { return t.chars[off/stride] + characters(f.Bytes[off/stride*stride:off]) }
	return before(off) - before(f.LineSpan(f.Line(off)).Start) + 1
}

// characters counts the bytes that begin a character.
func characters(b []byte) int {
	n := 0
	for _, c := range b {
		if c&0xC0 != 0x80 {
			n++
		}
	}
	return n
}

// unknown leaves out the findings on notation that the older text has too, as
// often as it has them.
func unknown(fs, known []Finding) []Finding {
	have := make(map[string]bool, len(known))
	for i := range known {
		have[known[i].Fingerprint] = true
	}
	return slices.DeleteFunc(fs, func(f Finding) bool { return f.Rule.Class == Notation && have[f.Fingerprint] })
}
