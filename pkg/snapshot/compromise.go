package snapshot

// NewCompromise returns the reading of s as [Base] or as a party, changed to
// try a compromise: with every proposal applied besides that one of accept
// sponsors, and without any that one of reject does, whoever else wants it. An
// entry may also be the id of a proposal.
func NewCompromise(s *Snapshot, as string, accept, reject []string) *Reader {
	r := NewReader(s, as)
	r.mark(accept, true)
	r.mark(reject, false)
	r.leaveOut()
	return r
}

// mark makes the proposals that one of who sponsors wanted or not.
func (r *Reader) mark(who []string, wanted bool) {
	for _, id := range who {
		side := sideOf(id)
		for i := range r.s.Proposals {
			p := &r.s.Proposals[i]
			if p.ID == id {
				r.wanted[i] = wanted
				continue
			}
			for _, sponsor := range p.Sponsors {
				if side(sponsor) {
					r.wanted[i] = wanted
				}
			}
		}
	}
}
