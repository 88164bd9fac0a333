package party

import (
	"slices"
	"strings"
	"time"
)

// group is a negotiating group of the table.
type group struct {
	party  int
	prose  bool     // its id is a word of the texts too
	tables []string // its members as the table writes them
}

// membership is a stretch of days in which a party belongs to a group, both
// ends included; an empty end is open. Days are compared as the table writes
// them, "2006-01-02", which sorts as time does.
type membership struct {
	party    int
	from, to string
}

// parseMembers reads the members of all groups. A program that only reads lists
// never comes here.
func (r *Registry) parseMembers() [][]membership {
	all := make([][]membership, len(r.groups))
	for i, g := range r.groups {
		for _, table := range g.tables {
			for entry := range strings.FieldsSeq(table) {
				iso, days, _ := strings.Cut(entry, ":")
				from, to, _ := strings.Cut(days, "..")
				all[i] = append(all[i], membership{r.codeIndex(iso), from, to})
			}
		}
	}
	return all
}

// Member reports whether a party belonged to a group on the day of at, in UTC.
// The zero time asks for the latest state that the table knows.
func (r *Registry) Member(group, party string, at time.Time) bool {
	p, ok := r.find(party)
	return ok && r.inGroup(r.groupIndex(group), p, day(at))
}

// Groups gives the groups that a party belonged to on the day of at, sorted.
func (r *Registry) Groups(party string, at time.Time) []string {
	p, ok := r.find(party)
	if !ok {
		return nil
	}
	var ids []string
	for g := range r.groups {
		if r.inGroup(g, p, day(at)) {
			ids = append(ids, r.parties[r.groups[g].party].ID)
		}
	}
	slices.Sort(ids)
	return ids
}

// Members gives the parties that belonged to a group on the day of at, sorted.
// It gives none for a group without a public list of members.
func (r *Registry) Members(group string, at time.Time) []string {
	g := r.groupIndex(group)
	if g < 0 {
		return nil
	}
	var ids []string
	for _, m := range r.members()[g] {
		if m.covers(day(at)) {
			ids = append(ids, r.parties[m.party].ID)
		}
	}
	slices.Sort(ids)
	return ids
}

// groupIndex finds a group of the table by any form of its name, or gives -1.
func (r *Registry) groupIndex(name string) int {
	p, ok := r.find(name)
	if !ok {
		return -1
	}
	return slices.IndexFunc(r.groups, func(g group) bool { return g.party == p })
}

func (r *Registry) inGroup(g, party int, day string) bool {
	return g >= 0 && slices.ContainsFunc(r.members()[g], func(m membership) bool {
		return m.party == party && m.covers(day)
	})
}

// covers reports whether day lies within the membership.
func (m membership) covers(day string) bool {
	if day == "" {
		return m.to == ""
	}
	return m.from <= day && (m.to == "" || day <= m.to)
}

// day is the day of t as the table writes it, "" for the zero time.
func day(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.DateOnly)
}
