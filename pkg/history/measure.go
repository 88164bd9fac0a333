package history

import (
	"bytes"
	"regexp"
	"strings"

	"github.com/draftdiff/draftdiff/pkg/align/words"
	"github.com/draftdiff/draftdiff/pkg/snapshot"
)

// A Measure says how much of a part of a text is still open.
type Measure struct {
	Section      string `json:"section"`      // "Article 6"
	Proposals    int    `json:"proposals"`    // with somebody's name
	Brackets     int    `json:"brackets"`     // opening brackets, with a name or without
	Alternatives int    `json:"alternatives"` // options, units that stand for others, brackets side by side
	Words        int    `json:"words"`
	Contested    int    `json:"contested"` // words in brackets or of proposed units, names of parties among them
}

// Add adds up two measures.
func (m Measure) Add(n Measure) Measure {
	m.Proposals += n.Proposals
	m.Brackets += n.Brackets
	m.Alternatives += n.Alternatives
	m.Words += n.Words
	m.Contested += n.Contested
	return m
}

// Clean is the share of the words that nothing is written around, from 0 to 1.
func (m Measure) Clean() float64 {
	if m.Words == 0 {
		return 1
	}
	return 1 - float64(m.Contested)/float64(m.Words)
}

// Measured measures a text, section by section. The text is that in which the
// places of the snapshot count; without it brackets without a name, which a
// snapshot does not keep, are not counted.
func Measured(s *snapshot.Snapshot, text []byte) []Measure {
	c := newCiter(s)
	m := &measurer{at: map[string]int{}, links: linksOf(text)}
	index := s.ByID()
	for i := range s.Units {
		u := &s.Units[i]
		from, to := u.Source.Offset, u.Source.EndOffset
		if i+1 < len(s.Units) && s.Units[i+1].Source.Offset < to {
			to = s.Units[i+1].Source.Offset // what follows belongs to the sub-unit
		}
		section := c.sections[i]
		if u.Kind == snapshot.KindNote && u.Parent == "" {
			if text == nil || !m.bracketed(text, from, to) {
				continue // the title page
			}
			section = "before the first article"
		}
		part := m.section(section)
		if u.Kind == snapshot.KindOption {
			part.Alternatives++
		}
		if text == nil {
			n := m.count(u.Text)
			part.Words += n
			if u.Origin == snapshot.OriginProposed {
				part.Contested += n
			}
			continue
		}
		if 0 <= from && from < to && to <= len(text) {
			m.scan(part, string(text[from:to]), u.Origin == snapshot.OriginProposed)
		}
	}
	for i := range s.Proposals {
		p := &s.Proposals[i]
		u, ok := index[p.Unit]
		if !ok {
			continue
		}
		part := m.section(c.sections[u])
		part.Proposals++
		if p.Action == snapshot.Alternative {
			part.Alternatives++
		}
		if text == nil {
			part.Brackets++
			if p.Action.OnWords() {
				part.Contested += m.count(p.Old) + m.count(p.New)
				part.Words += m.count(p.New)
			}
		}
	}
	return m.list
}

// A measurer adds up by section.
type measurer struct {
	list    []Measure
	at      map[string]int  // in list, by section
	links   map[string]bool // labels for which the text has an address or a footnote
	lexicon words.Lexicon
	ids     []uint32
}

func (m *measurer) section(name string) *Measure {
	i, ok := m.at[name]
	if !ok {
		i = len(m.list)
		m.at[name] = i
		m.list = append(m.list, Measure{Section: name})
	}
	return &m.list[i]
}

func (m *measurer) count(s string) int {
	m.ids = m.lexicon.IDs(m.ids[:0], s)
	return len(m.ids)
}

// scan counts the brackets of a unit and the words inside and outside. A blank
// line closes what is open, because a bracket that a conversion lost must not
// make the rest of the text contested.
func (m *measurer) scan(part *Measure, text string, proposed bool) {
	for block := range strings.SplitSeq(text, "\n\n") {
		depth, from, last := 0, 0, byte(0)
		for i := 0; i < len(block); i++ {
			switch c := block[i]; c {
			case '[', ']':
				m.words(part, block[from:i], depth > 0 || proposed)
				from = i + 1
				switch {
				case c == '[' && !m.link(block[i:]):
					part.Brackets++
					if last == ']' {
						part.Alternatives++
					}
					depth++
				case c == ']' && depth > 0:
					depth--
				}
				last = c
			case ' ', '/', '*', '~', '\\':
			default:
				last = c
			}
		}
		m.words(part, block[from:], depth > 0 || proposed)
	}
}

func (m *measurer) words(part *Measure, s string, contested bool) {
	n := m.count(s)
	part.Words += n
	if contested {
		part.Contested += n
	}
}

// bracketed reports whether a part of the text has a bracket that is none of
// Markdown's.
func (m *measurer) bracketed(text []byte, from, to int) bool {
	if from < 0 || to > len(text) {
		return false
	}
	for i := from; i < to; i++ {
		if text[i] == '[' && !m.link(string(text[i:to])) {
			return true
		}
	}
	return false
}

// link reports whether a bracket is one of Markdown's: of a link, an image, a
// footnote, or where the address of one is given.
func (m *measurer) link(s string) bool {
	shut := strings.IndexByte(s, ']')
	if shut < 0 {
		return false
	}
	if rest := s[shut+1:]; strings.HasPrefix(rest, "(") || m.links[s[1:shut]] {
		return true
	} else if strings.HasPrefix(rest, "[") {
		next := strings.IndexByte(rest, ']')
		return next > 0 && m.links[rest[1:next]]
	}
	return false
}

// definition begins a line that gives the address of a link or has the words of a
// footnote.
var definition = regexp.MustCompile(`(?m)^\[(\^[^\[\]]+\]:|[^\[\]]+\]: *(?:/|#|<|\w+:))`)

// linksOf finds the labels of links and footnotes.
func linksOf(text []byte) map[string]bool {
	links := map[string]bool{}
	for _, m := range definition.FindAllSubmatch(text, -1) {
		label, _, _ := bytes.Cut(m[1], []byte("]:"))
		links[string(label)] = true
	}
	return links
}

// Total adds up the measures of a session.
func (s *Session) Total() (sum Measure) {
	for _, m := range s.Sections {
		sum = sum.Add(m)
	}
	return sum
}
