package config

import (
	"errors"
	"fmt"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"
)

// An Error is a mistake in a configuration.
type Error struct {
	File    string
	Line    int // from 1
	Message string
}

// Error gives the place, then what was expected.
func (e *Error) Error() string {
	return filepath.Base(e.File) + ":" + strconv.Itoa(e.Line) + ": " + e.Message
}

// Parse reads a configuration. The error is an *Error: the first mistake.
func Parse(file string, b []byte) (*Config, error) {
	var doc yaml.Node
	if err := yaml.Unmarshal(b, &doc); err != nil {
		return nil, syntaxError(file, err)
	}
	p := &parser{file: file, cfg: &Config{File: file, Rules: map[string]Setting{}}}
	if len(doc.Content) > 0 {
		p.fields(doc.Content[0], "", map[string]func(*yaml.Node){
			"parties": p.parties, "groups": p.groups, "rules": p.rules, "accept": p.accept, "drafts": p.drafts,
		})
	}
	if p.err != nil {
		return nil, p.err
	}
	return p.cfg, nil
}

var lineOf = regexp.MustCompile(`^yaml: (?:line (\d+): )?`)

// hints are what most likely is wrong when the YAML reader says so.
var hints = []struct{ said, meant string }{
	{"cannot start any token", "indent with blanks, not with tabs"},
	{"expected alphabetic or numeric character", `put what begins with * or & in quotation marks: "*.md"`},
	{"mapping values are not allowed", "put what has a colon in it in quotation marks"},
}

// syntaxError takes the line out of what the YAML reader says, and adds a hint.
func syntaxError(file string, err error) error {
	m := lineOf.FindStringSubmatch(err.Error())
	line := 1
	if m != nil && m[1] != "" {
		line, _ = strconv.Atoi(m[1])
	}
	message := lineOf.ReplaceAllString(err.Error(), "")
	for _, h := range hints {
		if strings.Contains(message, h.said) {
			message += "; " + h.meant
		}
	}
	return &Error{file, line, "this is not YAML: " + message}
}

// A parser walks over the nodes and keeps the first mistake.
type parser struct {
	file string
	cfg  *Config
	err  error
}

func (p *parser) failf(n *yaml.Node, format string, args ...any) {
	if p.err == nil {
		p.err = &Error{p.file, n.Line, fmt.Sprintf(format, args...)}
	}
}

// fields hands the values of a mapping to those who know them by name.
func (p *parser) fields(n *yaml.Node, of string, known map[string]func(*yaml.Node)) {
	if of != "" {
		of = " of " + of
	}
	names := make([]string, 0, len(known))
	for name := range known {
		names = append(names, name)
	}
	slices.Sort(names)
	if n.Kind != yaml.MappingNode {
		if n.Tag != "!!null" {
			p.failf(n, "fields%s are expected here (%s), not %s", of, strings.Join(names, ", "), kind(n))
		}
		return
	}
	p.once(n)
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		read, ok := known[key.Value]
		switch {
		case !ok:
			p.failf(key, "there is no field %q%s; expected one of %s", key.Value, of, strings.Join(names, ", "))
		default:
			read(value)
		}
	}
}

// once checks that no field stands twice: of two, one would count for nothing.
func (p *parser) once(n *yaml.Node) {
	lines := map[string]int{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := n.Content[i]
		if line, ok := lines[key.Value]; ok {
			p.failf(key, "%s stands in line %d already; one of the two is expected", key.Value, line)
		}
		lines[key.Value] = key.Line
	}
}

// list calls f for each element of a sequence.
func (p *parser) list(n *yaml.Node, of string, f func(*yaml.Node)) {
	if n.Tag == "!!null" {
		return
	}
	if n.Kind != yaml.SequenceNode {
		p.failf(n, "a list of %s is expected here, each behind a dash, not %s", of, kind(n))
		return
	}
	for _, e := range n.Content {
		f(e)
	}
}

// text reads a string into s.
func (p *parser) text(s *string, what string) func(*yaml.Node) {
	return func(n *yaml.Node) {
		if n.Kind != yaml.ScalarNode || n.Tag == "!!null" {
			p.failf(n, "%s is expected here, not %s", what, kind(n))
			return
		}
		*s = strings.TrimSpace(n.Value)
	}
}

// kind says in plain words what a node is.
func kind(n *yaml.Node) string {
	switch {
	case n.Kind == yaml.MappingNode:
		return "fields"
	case n.Kind == yaml.SequenceNode:
		return "a list"
	case n.Tag == "!!null":
		return "nothing"
	}
	return strconv.Quote(n.Value)
}

func (p *parser) parties(n *yaml.Node) {
	p.list(n, "parties", func(n *yaml.Node) {
		var e Party
		p.fields(n, "a party", map[string]func(*yaml.Node){"id": p.text(&e.ID, "the code of a party"), "name": p.text(&e.Name, "the name of a party")})
		if e.ID == "" {
			p.failf(n, "this party has no id: the code that the texts write is expected, such as id: FAO")
		}
		p.cfg.Parties = append(p.cfg.Parties, e)
	})
}

func (p *parser) groups(n *yaml.Node) {
	p.list(n, "groups", func(n *yaml.Node) {
		var e Group
		p.fields(n, "a group", map[string]func(*yaml.Node){
			"id": p.text(&e.ID, "the name of a group"), "name": p.text(&e.Name, "the full name of a group"),
			"members": func(n *yaml.Node) {
				p.list(n, "members", func(n *yaml.Node) {
					var id string
					p.text(&id, "the code of a party")(n)
					e.Members = append(e.Members, id)
				})
			},
		})
		if e.ID == "" {
			p.failf(n, "this group has no id: the name that the texts write is expected, such as id: Rio Group")
		}
		p.cfg.Groups = append(p.cfg.Groups, e)
	})
}

// settings are the values of a rule; YAML reads a bare off as a word.
var settings = map[string]Setting{
	"on": {}, "true": {}, "off": {Off: true}, "false": {Off: true},
	"error": {Severity: "error"}, "warning": {Severity: "warning"}, "info": {Severity: "info"},
}

func (p *parser) rules(n *yaml.Node) {
	if n.Kind != yaml.MappingNode {
		if n.Tag != "!!null" {
			p.failf(n, "rules with their settings are expected here, such as DD015: off, not %s", kind(n))
		}
		return
	}
	p.once(n)
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		s, ok := settings[strings.ToLower(value.Value)]
		if !ok || value.Kind != yaml.ScalarNode {
			p.failf(value, "on, off, error, warning or info is expected for %s, not %s", key.Value, kind(value))
			return
		}
		s.Line = key.Line
		p.cfg.Rules[key.Value] = s
	}
}

func (p *parser) accept(n *yaml.Node) {
	p.list(n, "accepted edits", func(n *yaml.Node) {
		a := Accept{Source: Name, Line: n.Line}
		p.fields(n, "an accepted edit", map[string]func(*yaml.Node){
			"unit": p.text(&a.Unit, "the identifier of a unit"), "words": p.text(&a.Words, "words"),
			"reason": func(n *yaml.Node) {
				if n.Tag != "!!null" { // no reason is a finding, not a mistake
					p.text(&a.Reason, "a reason")(n)
				}
			},
		})
		if a.Unit == "" {
			p.failf(n, "this accepted edit has no unit: an identifier is expected, such as unit: art_56__para_2")
		}
		p.cfg.Accept = append(p.cfg.Accept, a)
	})
}

var errPattern = errors.New("this is no pattern of file names")

func (p *parser) drafts(n *yaml.Node) {
	p.list(n, "patterns of file names", func(n *yaml.Node) {
		var s string
		p.text(&s, "a pattern of file names")(n)
		if _, err := path.Match(s, ""); err != nil {
			p.failf(n, "%v: %s; expected something like texts/*.md", errPattern, s)
		}
		p.cfg.Drafts = append(p.cfg.Drafts, s)
	})
}
