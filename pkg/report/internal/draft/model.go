package draft

import "github.com/draftdiff/draftdiff/pkg/text"

// A Change says who made a tracked change, and when. Word shows no date if there
// is none.
type Change struct {
	Author, Date string
}

// A Paragraph of a document with tracked changes.
type Paragraph struct {
	Unit     int    // in the snapshot; -1 for none
	Label    string // what the words begin with, of a unit
	Heading  int    // its level, 0 for none
	Level    int    // how deep it stands in its article: 1 for a sub-paragraph, 2 for an item
	Runs     []Run
	Inserted *Change // of its mark
	Deleted  *Change
	Moved    string // the name of the move that the changes are a part of
	Note     bool
}

// A Run is a stretch of words with one look.
type Run struct {
	Words             string
	Struck            bool
	Emphasis          text.Emphasis
	Inserted, Deleted *Change
	Comments          []Comment // on the run
}

// A Comment is what somebody says of a run.
type Comment struct {
	Author, Words string
}

// Resolve returns the words of paragraphs with all changes accepted or rejected. A
// paragraph whose mark is gone goes on into the next one.
func Resolve(ps []Paragraph, accept bool) []string {
	var out []string
	line := ""
	for i := range ps {
		p := &ps[i]
		for _, r := range p.Runs {
			if gone := r.Deleted; accept && gone != nil || !accept && r.Inserted != nil {
				continue
			}
			line += r.Words
		}
		if accept && p.Deleted != nil || !accept && p.Inserted != nil {
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
