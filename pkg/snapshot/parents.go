package snapshot

// nearby is how many units before a unit its parent is looked for before all are
// indexed by name.
const nearby = 64

// Parents returns the index of the parent of each unit, -1 at the top. A parent
// nearly always is the unit before or one above it; where a proposed unit stands
// between, it is not far.
func (s *Snapshot) Parents() []int32 {
	var byID map[string]int
	parent := make([]int32, len(s.Units))
	for i := range s.Units {
		p, id := int32(i)-1, s.Units[i].Parent
		if id == "" {
			p = -1
		}
		for p >= 0 && s.Units[p].ID != id {
			p = parent[p]
		}
		for q := int32(i) - 1; p < 0 && id != "" && q >= max(0, int32(i)-nearby); q-- {
			if s.Units[q].ID == id {
				p = q
			}
		}
		if p < 0 && id != "" {
			if byID == nil {
				byID = s.ByID()
			}
			if q, ok := byID[id]; ok && q < i {
				p = int32(q)
			}
		}
		parent[i] = p
	}
	return parent
}
