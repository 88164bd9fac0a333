package diff

import "slices"

// overlap is what two party lists have in common, in thousandths; order means
// nothing.
func overlap(a, b []string) int {
	if len(a)+len(b) == 0 {
		return 1000
	}
	n := 0
	for _, p := range a {
		if slices.Contains(b, p) {
			n++
		}
	}
	return 2000 * n / (len(a) + len(b))
}

// without returns the parties of a that are not in b, each once, in order.
func without(a, b []string) []string {
	var list []string
	for _, p := range a {
		if !slices.Contains(b, p) && !slices.Contains(list, p) {
			list = append(list, p)
		}
	}
	return list
}

// sideOf tells where a party stands. A party that is named twice stands where
// it resists: whoever joins an opposition has left the sponsors.
func sideOf(party string, p *proposal) Side {
	switch {
	case slices.Contains(p.Against, party):
		return SideAgainst
	case slices.Contains(p.Retain, party):
		return SideRetain
	case slices.Contains(p.Sponsors, party):
		return SideSponsor
	}
	return SideNone
}

// stances lists the parties that began or ceased to be against or for
// retention, in the order of the new lists and then of the old.
func stances(o, n *proposal) []Stance {
	if equalLists(o.Against, n.Against) && equalLists(o.Retain, n.Retain) {
		return nil
	}
	var list []Stance
	for _, parties := range [][]string{n.Against, n.Retain, o.Against, o.Retain} {
		for _, p := range parties {
			from, to := sideOf(p, o), sideOf(p, n)
			if from != to && !slices.ContainsFunc(list, func(s Stance) bool { return s.Party == p }) {
				list = append(list, Stance{p, from, to})
			}
		}
	}
	return list
}
