package party

import (
	"cmp"
	"slices"
	"strings"
)

// Costs of the slips that make one form out of another. Fingers change places
// or hit the key beside the right one far more often than a wrong key.
const (
	costSwap     = 2 // "UR" for "RU"
	costNeighbor = 3 // "EY" for "EG": Y and G touch
	costGap      = 4 // "CARCOM" for "CARICOM", "GHA" for "GH"
	costWrong    = 6
)

// Suggest gives the ids that an unknown code most likely stands for, best
// first, at most three. Parties that belong to a group, as all those that
// negotiate do, go before territories; then the alphabet decides. A single
// letter is too little to suggest anything from.
func (r *Registry) Suggest(code string) []string {
	const most = 3
	want := strings.ToUpper(fold(strings.Trim(code, " .,;:*~_")))
	if len(want) < 2 || len(want) > 64 {
		return nil
	}
	ranked := r.rank(want)
	ids := make([]string, 0, most)
	for _, c := range ranked[:min(most, len(ranked))] {
		ids = append(ids, r.parties[c.party].ID)
	}
	return ids
}

// candidate is a party that a code may stand for.
type candidate struct {
	party, cost int
	outside     int // 1 if the party belongs to no group
	id          string
}

// rank gives the parties with a form near enough to want, best first.
func (r *Registry) rank(want string) []candidate {
	best := make(map[int]int)
	limit := costLimit(want)
	offer := func(form string, party int) {
		if d := slipCost(want, form, limit); d <= limit {
			if old, ok := best[party]; !ok || d < old {
				best[party] = d
			}
		}
	}
	for i, p := range r.parties {
		offer(strings.ToUpper(p.ID), i)
		offer(p.ISO, i)
	}
	for _, forms := range [][]form{r.declared, r.forms} {
		for _, f := range forms {
			if len(want) > 3 && f.class&(classID|className) != 0 {
				offer(strings.ToUpper(fold(f.text)), int(f.party))
			}
		}
	}
	inside := r.inSomeGroup()
	ranked := make([]candidate, 0, len(best))
	for p, d := range best {
		c := candidate{party: p, cost: d, id: r.parties[p].ID}
		if r.parties[p].Kind == State && !inside[p] {
			c.outside = 1
		}
		ranked = append(ranked, c)
	}
	slices.SortFunc(ranked, func(a, b candidate) int {
		return cmp.Or(a.cost-b.cost, a.outside-b.outside, strings.Compare(a.id, b.id))
	})
	return ranked
}

// costLimit is the cost up to which a form is near: one likely slip in a short
// code, more in a long name.
func costLimit(want string) int {
	switch {
	case len(want) <= 3:
		return costGap
	case len(want) <= 6:
		return costWrong
	}
	return 2 * costWrong
}

func (r *Registry) inSomeGroup() map[int]bool {
	inside := make(map[int]bool, len(r.parties))
	for _, group := range r.members() {
		for _, m := range group {
			inside[m.party] = true
		}
	}
	return inside
}

// slipCost is the cost of the cheapest slips that make a out of b (the optimal
// string alignment distance with the costs above), or more than limit.
func slipCost(a, b string, limit int) int {
	if gap := len(a) - len(b); max(gap, -gap)*costGap > limit || b == "" {
		return limit + 1
	}
	width := len(b) + 1
	cells := make([]int, 3*width)
	before, last, row := cells[:width], cells[width:2*width], cells[2*width:]
	for i := range len(a) + 1 {
		before, last, row = last, row, before
		for j := range row {
			switch {
			case i == 0:
				row[j] = j * costGap
			case j == 0:
				row[j] = i * costGap
			default:
				row[j] = min(last[j]+costGap, row[j-1]+costGap, last[j-1]+keyCost(a[i-1], b[j-1]))
				if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
					row[j] = min(row[j], before[j-2]+costSwap)
				}
			}
		}
	}
	return row[len(b)]
}

// keyCost is the cost of hitting key a for key b.
func keyCost(a, b byte) int {
	switch {
	case a == b:
		return 0
	case isUpper(a) && strings.IndexByte(neighbors[b&0x1F], a) >= 0 && isUpper(b):
		return costNeighbor
	}
	return costWrong
}

// neighbors lists the keys that touch each letter's key on a QWERTY keyboard,
// A at 1.
var neighbors = [32]string{
	"", "QWSZ", "VGHN", "XDFV", "SERFCX", "WSDR", "DRTGVC", "FTYHBV", "GYUJNB", "UJKO", "HUIKMN",
	"JIOLM", "KOP", "NJK", "BHJM", "IKLP", "OL", "WA", "EDFT", "AWEDXZ", "RFGY", "YHJI", "CFGB",
	"QASE", "ZSDC", "TGHU", "ASX",
}
