package pdf

import "github.com/draftdiff/draftdiff/internal/lazyre"

// A row is a line with its words.
type row struct {
	line
	words string
	paper float32 // how wide the page is
	of    []int   // the letter of each byte
	entry bool    // it is one of a table
}

// label is how a numbered unit begins.
var label = lazyre.New(`^[\[({~ ]*(?:\d{1,3}(?: (?:bis|ter|quater|quinquies|sexies|septies|octies|alt))*[.)\]]|\([a-z]{1,4}(?: [a-z]+)?\)|(?:Article|ARTICLE|Chapter|CHAPTER|Cluster|CLUSTER|Option|Part|Section) +[0-9IVXA-Z]+)`)

// bare is a label that is no reference, whatever stands before it.
var bare = lazyre.New(`^(?:\d{1,3}\.|\([a-z]{1,4}\)) `)

// firstWord is how wide the first word of a row is, with what a space that does
// not break holds to it.
func (r *row) firstWord() float32 {
	for i := range r.words {
		if r.words[i] == ' ' && (r.of[i] < 0 || r.letters[r.of[i]].R != '\u00a0') {
			for k := i - 1; k >= 0; k-- {
				if r.of[k] >= 0 {
					return r.letters[r.of[k]].X1 - r.x0
				}
			}
		}
	}
	return r.x1 - r.x0
}
