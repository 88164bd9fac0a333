package party

import (
	_ "embed"
	"strings"
	"sync"
)

//go:generate go -C internal/gen run . -o ../../data/states.txt

// The tables are text that people can review and correct. Reading them takes
// less time than a page of a document, so nothing is generated from them.
var (
	//go:embed data/states.txt
	statesTable string
	//go:embed data/names.txt
	namesTable string
	//go:embed data/groups.txt
	groupsTable string
)

// Room for the tables as they are: growing a map costs more than filling it.
const (
	roomParties = 320
	roomForms   = 900
)

// load builds the registry from the embedded tables.
func load() *Registry {
	r := &Registry{
		parties: make([]Party, 0, roomParties),
		groups:  make([]group, 0, 48),
		forms:   make([]form, 0, roomForms),
		heads:   make(map[string]int32, roomForms),
	}
	for line := range lines(statesTable) {
		alpha2, rest, _ := strings.Cut(line, " ")
		alpha3, name, _ := strings.Cut(rest, " ")
		i := r.addParty(Party{ID: alpha2, Name: name, ISO: alpha2, Kind: State})
		r.setCode(alpha2, i)
		r.addForm(alpha3, i, classAlpha)
		r.addForm(name, i, className)
	}
	for line := range lines(namesTable) {
		r.loadNames(line)
	}
	for line := range lines(groupsTable) {
		r.loadGroup(line)
	}
	forms := r.forms
	r.folded = sync.OnceValue(func() map[string]int32 { return foldForms(forms) })
	r.members = sync.OnceValue(r.parseMembers)
	return r
}

// loadNames reads a line of names.txt: "GB=UK: United Kingdom | Great Britain".
func (r *Registry) loadNames(line string) {
	key, names, _ := strings.Cut(line, ":")
	iso, id, renamed := strings.Cut(key, "=")
	i := r.codeIndex(iso)
	p := &r.parties[i]
	if renamed {
		p.ID = id
		r.setCode(id, i)
	}
	shown, others, _ := strings.Cut(names, "|")
	p.Name = strings.TrimSpace(shown)
	r.addForm(p.Name, i, className)
	r.addForms(others, i, className)
}

// loadGroup reads a line of groups.txt, which belongs to the group begun last.
func (r *Registry) loadGroup(line string) {
	key, value, _ := strings.Cut(line, " ")
	if key == "group" {
		i := r.addParty(Party{ID: value, Kind: Group})
		r.groups = append(r.groups, group{party: i})
		r.addForm(value, i, classID)
		return
	}
	g := &r.groups[len(r.groups)-1]
	p := &r.parties[g.party]
	switch key {
	case "name":
		p.Name = value
		r.addForm(value, g.party, className)
	case "iso":
		p.ISO = value
		r.setCode(value, g.party)
	case "prose":
		g.prose = true
	case "aka":
		for name := range strings.SplitSeq(value, " | ") {
			r.addForm(name, g.party, aliasClass(name))
		}
	case "typo":
		r.addForms(value, g.party, classTypo)
	case "members", "": // a line that begins with a space goes on with them
		g.tables = append(g.tables, value)
	}
}

// aliasClass tells forms such as "G77 and China", which no prose has, from
// those such as "Arab States", which it has.
func aliasClass(name string) class {
	first := name[:wordEnd(name, 0)]
	for i := range len(first) {
		if first[i] < '0' || first[i] > 'Z' {
			return className
		}
	}
	return classID
}

func (r *Registry) addParty(p Party) int {
	r.parties = append(r.parties, p)
	return len(r.parties) - 1
}

func (r *Registry) addForms(list string, party int, c class) {
	if list == "" {
		return
	}
	for name := range strings.SplitSeq(list, "|") {
		r.addForm(strings.TrimSpace(name), party, c)
	}
}

// addForm enters a form under its first word. Forms of two capital letters are
// in the table of codes already.
func (r *Registry) addForm(name string, party int, c class) {
	if isCode(name) && r.codeIndex(name) >= 0 {
		return
	}
	first := name[:wordEnd(name, 0)]
	if isCode(first) {
		r.codes[codeKey(first)].long = true
	}
	head, ok := r.heads[first]
	if !ok {
		head = -1
	}
	r.heads[first] = int32(len(r.forms))
	r.forms = append(r.forms, form{text: name, party: int32(party), next: head, class: c})
}

// lines gives the lines of a table that are neither empty nor comments.
func lines(table string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for len(table) > 0 {
			var line string
			line, table, _ = strings.Cut(table, "\n")
			if line != "" && line[0] != '#' && !yield(line) {
				return
			}
		}
	}
}
