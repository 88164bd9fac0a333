package history

import "slices"

// The sides that a party can take on a proposal.
const (
	sideNone    = "none"
	sideSponsor = "sponsor"
	sideAgainst = "against"
	sideRetain  = "retain"
)

// Side tells where a party stands on a proposal: "sponsor", "against", "retain"
// or "none".
func (p *ProposalState) Side(party string) string {
	switch {
	case slices.Contains(p.Sponsors, party):
		return sideSponsor
	case slices.Contains(p.Against, party):
		return sideAgainst
	case slices.Contains(p.Retain, party):
		return sideRetain
	}
	return sideNone
}

// A shift is parties that changed side together.
type shift struct {
	Parties  []string
	From, To string
}

// stances tells who is against a proposal, or for the text as it stands, and
// was not, and the other way round; what sponsors do is told elsewhere, unless
// they changed to another side.
func stances(was, now ProposalState) (list []shift) {
	seen := map[string]bool{}
	for _, parties := range [][]string{now.Against, now.Retain, was.Against, was.Retain} {
		for _, p := range parties {
			from, to := was.Side(p), now.Side(p)
			if seen[p] || from == to {
				continue
			}
			seen[p] = true
			k := slices.IndexFunc(list, func(s shift) bool { return s.From == from && s.To == to })
			if k < 0 {
				k = len(list)
				list = append(list, shift{From: from, To: to})
			}
			list[k].Parties = append(list[k].Parties, p)
		}
	}
	return list
}
