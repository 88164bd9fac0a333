package text

import "sort"

// Strikes are the struck stretches of a marked text, in order and apart from
// each other.
type Strikes []Span

// AppendStrikes appends what is struck or deleted in m to dst.
func AppendStrikes(dst Strikes, m *Marked) Strikes {
	first := len(dst)
	for _, mark := range m.Marks {
		if mark.Kind != MarkStruck && mark.Kind != MarkDeleted {
			continue
		}
		if n := len(dst); n > first && mark.Span.Start <= dst[n-1].End {
			dst[n-1].End = max(dst[n-1].End, mark.Span.End)
			continue
		}
		dst = append(dst, mark.Span)
	}
	return dst
}

// From returns the strikes that end behind off.
func (st Strikes) From(off int) Strikes {
	if len(st) < 8 || st[0].End > off {
		return st
	}
	return st[sort.Search(len(st), func(i int) bool { return st[i].End > off }):]
}

// In returns how many bytes of sp are struck.
func (st Strikes) In(sp Span) int {
	n := 0
	for _, s := range st.From(sp.Start) {
		if s.Start >= sp.End {
			break
		}
		n += s.Overlap(sp)
	}
	return n
}
