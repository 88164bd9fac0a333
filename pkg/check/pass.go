package check

import (
	"cmp"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/draftdiff/draftdiff/pkg/config"
	"github.com/draftdiff/draftdiff/pkg/diff"
	"github.com/draftdiff/draftdiff/pkg/party"
	"github.com/draftdiff/draftdiff/pkg/text"
)

// A Pass is what rules are run on: a text and, where there is one, the older
// text with the difference.
type Pass struct {
	New    *Text
	Old    *Text      // nil: no silent rule runs
	Diff   *diff.Diff // nil if Old is
	Config *config.Config

	groups   map[string][]string // members of the configured groups
	settings map[*Rule]config.Setting
	moved    map[string]string // see renumbered
	renewed  map[int]*renewal  // by unit of the older text
	stayed   []int             // by unit of the older text: the last one before it that stayed, as it is now
	rule     *Rule
	findings []Finding
}

// NewPass prepares a text, and an older one if old is not nil, for the rules.
// Both are prepared at once.
func NewPass(new, old *Text, cfg *config.Config) *Pass {
	if cfg == nil {
		cfg = &config.Config{}
	}
	if old == new && old != nil {
		old = NewText(new.Document, new.Snapshot)
	}
	p := &Pass{New: new, Old: old, Config: cfg, groups: map[string][]string{}}
	decls := Declared(cfg)
	for _, e := range cfg.Groups {
		p.groups[e.ID] = e.Members
	}
	var wg sync.WaitGroup
	if old != nil {
		wg.Go(func() { old.prepare(decls) })
		wg.Go(func() { p.Diff = diff.Compare(old.Snapshot, new.Snapshot) })
	}
	new.prepare(decls)
	wg.Wait()
	return p
}

// Declared are the parties and the groups that a configuration has, to be read
// in a text as if its legend declared them. A document should have them as its
// Parties when its snapshot is built.
func Declared(cfg *config.Config) []party.Declaration {
	var decls []party.Declaration
	for _, e := range cfg.Parties {
		decls = append(decls, party.Declaration{Code: e.ID, Name: cmp.Or(e.Name, e.ID)})
	}
	for _, e := range cfg.Groups {
		decls = append(decls, party.Declaration{Code: e.ID, Name: cmp.Or(e.Name, e.ID)})
	}
	return decls
}

// member reports whether a party belongs to a group, by the configuration or
// else by the public lists.
func (p *Pass) member(group, id string) bool {
	if members, ok := p.groups[group]; ok {
		return slices.Contains(members, id)
	}
	return p.New.registry.Member(group, id, time.Time{})
}

// report adds a finding of the rule that runs, with its usual severity, and
// returns it to be filled in.
func (p *Pass) report(sp text.Span, message string) *Finding {
	p.findings = append(p.findings, Finding{Rule: p.rule, Severity: p.rule.Severity, Span: sp, Message: message})
	return &p.findings[len(p.findings)-1]
}

// list joins names as a sentence does: "A, B and C".
func list(names []string) string {
	if n := len(names); n > 1 {
		return strings.Join(names[:n-1], ", ") + " and " + names[n-1]
	}
	return strings.Join(names, "")
}

// quote puts words into quotation marks, cut if they are many.
func quote(s string) string { return "“" + short(s) + "”" }
