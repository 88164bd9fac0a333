package store

import (
	"context"
	"database/sql"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"

	"github.com/draftdiff/draftdiff/pkg/history"
)

// A Query asks for words, all of which have to be there. Empty fields ask for
// nothing.
type Query struct {
	Words   []string
	Parties []string // of proposals on which one of them takes a side
	Unit    string   // an identifier: of the unit and what stands under it
	Action  string   // of proposals
	Limit   int      // of the phrases that are looked at, 0 for all
}

// A Hit is a wording of a unit or of a proposal, with the sessions from which it
// stood so.
type Hit struct {
	Sessions []int    `json:"sessions"` // in which it came to stand so; a change of sponsors counts
	Kind     string   `json:"kind"`     // "unit" or "proposal"
	Thread   int      `json:"thread"`
	Unit     string   `json:"unit"` // identifier, in the last of these sessions
	Action   string   `json:"action,omitempty"`
	Parties  []string `json:"parties,omitempty"`
	Words    string   `json:"words"`
}

// Search finds words in all sessions, in the order of the sessions.
func (s *Store) Search(ctx context.Context, query Query) ([]Hit, error) {
	if len(query.Words) == 0 {
		return nil, &Error{Kind: KindRefused, Message: "which words are looked for?"}
	}
	words := searchable(strings.Join(query.Words, " "))
	if len(words) == 0 {
		return nil, nil // nothing but marks
	}
	statement := `SELECT phrase.session, phrase.kind, phrase.thread, phrase.unit, phrase.action, phrase.parties, phrase.words FROM ` + s.dialect.from + ` WHERE ` + s.dialect.match
	args := []any{strings.Join(words, s.dialect.and)}
	arg := func(v any) string {
		args = append(args, v)
		return "$" + strconv.Itoa(len(args))
	}
	var sides []string
	for _, p := range query.Parties {
		sides = append(sides, `phrase.parties LIKE `+arg("%|"+pattern(p)+"|%")+` ESCAPE '!'`)
	}
	if len(sides) > 0 {
		statement += ` AND (` + strings.Join(sides, ` OR `) + `)`
	}
	if query.Unit != "" {
		statement += ` AND (phrase.unit = ` + arg(query.Unit) + ` OR phrase.unit LIKE ` + arg(pattern(query.Unit)+"!_!_%") + ` ESCAPE '!')`
	}
	if query.Action != "" {
		statement += ` AND phrase.action = ` + arg(query.Action)
	}
	statement += ` ORDER BY phrase.id`
	if query.Limit > 0 {
		statement += ` LIMIT ` + arg(query.Limit)
	}
	rows, err := s.db.QueryContext(ctx, s.q(statement), args...)
	if err != nil {
		return nil, s.explain(err)
	}
	defer rows.Close()
	list, err := hits(rows)
	return list, s.explain(err)
}

// pattern writes a string so that LIKE takes it as it is.
func pattern(s string) string { return strings.NewReplacer("!", "!!", "%", "!%", "_", "!_").Replace(s) }

// hits reads phrases; those of one thread in the same words are one hit.
func hits(rows *sql.Rows) (list []Hit, err error) {
	type key struct {
		kind, words string
		thread      int
	}
	at := map[key]int{}
	for rows.Next() {
		var h Hit
		var session int
		var parties string
		if err := rows.Scan(&session, &h.Kind, &h.Thread, &h.Unit, &h.Action, &parties, &h.Words); err != nil {
			return nil, err
		}
		if parties = strings.Trim(parties, "|"); parties != "" {
			h.Parties = strings.Split(parties, "|")
		}
		k := key{h.Kind, h.Words, h.Thread}
		i, ok := at[k]
		if !ok {
			i = len(list)
			at[k] = i
			list = append(list, Hit{})
		}
		h.Sessions = append(list[i].Sessions, session)
		list[i] = h
	}
	return list, rows.Err()
}

// A phrase is a row of the table that is searched.
type phrase struct {
	session              int
	kind                 string
	thread               int
	unit, action, people string
	words                string
}

// phrases are the wordings that a session brought.
func phrases(d *history.Delta) (list []phrase) {
	for i := range d.Units {
		if u := &d.Units[i]; !u.Gone && u.Text != "" {
			list = append(list, phrase{d.Session, "unit", u.Thread, clean(u.ID), "", "", clean(u.Text)})
		}
	}
	for i := range d.Proposals {
		p := &d.Proposals[i]
		words := p.Words()
		if p.Fate != history.Open || words == "" {
			continue
		}
		unit, _, _ := strings.Cut(p.ID, "~")
		people := ""
		if all := slices.Concat(p.Sponsors, p.Against, p.Retain); len(all) > 0 {
			people = "|" + strings.Join(all, "|") + "|"
		}
		list = append(list, phrase{d.Session, "proposal", p.Thread, clean(unit), p.Action, clean(people), clean(words)})
	}
	return list
}

func (s *Store) insertPhrases(ctx context.Context, tx *sql.Tx, d *history.Delta) error {
	id := 0
	if err := tx.QueryRowContext(ctx, `SELECT coalesce(max(id), 0) FROM phrase`).Scan(&id); err != nil {
		return err
	}
	var statements []*sql.Stmt
	for _, q := range s.dialect.insertPhrase {
		st, err := tx.PrepareContext(ctx, s.q(q))
		if err != nil {
			return err
		}
		defer st.Close()
		statements = append(statements, st)
	}
	for _, p := range phrases(d) {
		id++
		args := []any{id, p.session, p.kind, p.thread, p.unit, p.action, p.people, p.words}
		if s.dialect.vector {
			args = append(args, strings.Join(searchable(p.words), " "))
		}
		for _, st := range statements {
			if _, err := st.ExecContext(ctx, args...); err != nil {
				return err
			}
		}
	}
	return nil
}

// What a full-text index takes at most of one wording, in bytes: of a word, and
// of all together. The engines refuse more than two thousand and a million.
const (
	longestWord = 500
	mostWords   = 250_000
)

// searchable lists the words of a text, each once, without capitals and accents.
// The engines cut texts into words each in its own way; letters and digits
// between blanks are words to all of them.
func searchable(text string) (list []string) {
	seen := map[string]bool{}
	size := 0
	plain, _, err := transform.String(transform.Chain(norm.NFD, runes.Remove(runes.In(unicode.Mn)), norm.NFC), text)
	if err != nil {
		plain = text
	}
	for word := range strings.FieldsFuncSeq(strings.ToLower(plain), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) }) {
		if seen[word] || len(word) > longestWord || size > mostWords {
			continue
		}
		seen[word] = true
		size += len(word)
		list = append(list, word)
	}
	return list
}
