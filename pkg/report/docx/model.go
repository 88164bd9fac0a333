package docx

// A Change says who made a tracked change, and when. Word shows no date if there
// is none.
type Change struct {
	Author, Date string
}

// A paragraph of the document to be written.
type paragraph struct {
	heading  int // its level, 0 for none
	runs     []run
	inserted *Change // of its mark
	deleted  *Change
	moved    string // the name of the move that the changes are a part of
	note     bool
}

// A run is a stretch of words with one look.
type run struct {
	words             string
	struck, emphasis  bool
	inserted, deleted *Change
	comments          []comment // on the run
}

// A comment is what somebody says of a run.
type comment struct {
	author, words string
}

// resolved returns the words of paragraphs with all changes accepted or rejected. A
// paragraph whose mark is gone goes on into the next one.
func resolved(ps []paragraph, accept bool) []string {
	var out []string
	line := ""
	for i := range ps {
		p := &ps[i]
		for _, r := range p.runs {
			if gone := r.deleted; accept && gone != nil || !accept && r.inserted != nil {
				continue
			}
			line += r.words
		}
		if accept && p.deleted != nil || !accept && p.inserted != nil {
			continue
		}
		out = append(out, line)
		line = ""
	}
	if line != "" {
		out = append(out, line)
	}
	return out
}
