package store_test

import (
	"bytes"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/draftdiff/draftdiff/pkg/history"
	"github.com/draftdiff/draftdiff/pkg/snapshot"
	"github.com/draftdiff/draftdiff/pkg/source/open"
	"github.com/draftdiff/draftdiff/pkg/store"
)

// suite is what every store has to do. Create makes a new one and returns its
// name.
func suite(t *testing.T, create func(t *testing.T) string) {
	for name, test := range map[string]func(*testing.T, string){
		"Sessions": testSessions, "Order": testOrder, "History": testHistory, "Search": testSearch, "Rebuild": testRebuild,
		"Together": testTogether, "Created": testCreated, "Hostile": testHostile, "Flipped": testFlipped, "Reread": testReread, "Archive": testArchive, "Missing": testMissing,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			test(t, create(t))
		})
	}
}

const negotiation = "../../fixtures/negotiation/"

// entry reads a text of the constructed negotiation.
func entry(t testing.TB, name string) *store.Entry {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(negotiation, name))
	if err != nil {
		t.Fatal(err)
	}
	return entryOf(t, name, b)
}

func entryOf(t testing.TB, name string, b []byte) *store.Entry {
	t.Helper()
	doc, err := open.Read(name, b, open.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	return &store.Entry{File: name, Format: doc.Format, Reader: "test", Original: b, Snapshot: snapshot.Build(doc, name), Text: doc.File.Bytes}
}

func sessionFile(n int) string { return fmt.Sprintf("session-%d.md", n) }

func reopened(t testing.TB, where string) *store.Store {
	t.Helper()
	s, err := store.Open(t.Context(), where)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s
}

// filled opens a store and adds the negotiation to it.
func filled(t testing.TB, where string) *store.Store {
	t.Helper()
	s := reopened(t, where)
	for n := 1; n <= 5; n++ {
		number, added, err := s.Add(t.Context(), entry(t, sessionFile(n)))
		if err != nil || number != n || !added {
			t.Fatalf("session %d: number %d, added %v, %v", n, number, added, err)
		}
	}
	return s
}

func clean(t testing.TB, s *store.Store) {
	t.Helper()
	faults, err := s.Verify(t.Context())
	if err != nil || len(faults) > 0 {
		t.Errorf("verify: %v %v", faults, err)
	}
}

// testSessions checks that what comes out is what went in.
func testSessions(t *testing.T, where string) {
	filled(t, where)
	s := reopened(t, where)
	clean(t, s)
	list, err := s.Sessions(t.Context())
	if err != nil || len(list) != 5 {
		t.Fatalf("%d sessions, %v", len(list), err)
	}
	if got := list[2]; got.Name != "Third session" || got.Date != "2023-01-20" || got.File != "session-3.md" || got.Format != "markdown" {
		t.Errorf("got %+v", got)
	}
	for _, e := range list {
		want := entry(t, e.File)
		original, err := s.Original(t.Context(), e.Number)
		if err != nil || !bytes.Equal(original, want.Original) {
			t.Errorf("@%d: the original is another one: %v", e.Number, err)
		}
		snap, err := s.Snapshot(t.Context(), e.Number)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(encoded(t, want.Snapshot), encoded(t, snap)); diff != "" {
			t.Errorf("@%d (-want +got):\n%s", e.Number, diff)
		}
	}
	if number, added, err := s.Add(t.Context(), entry(t, sessionFile(2))); number != 2 || added || err != nil {
		t.Errorf("the same bytes again: @%d, added %v, %v", number, added, err)
	}
}

func encoded(t testing.TB, s *snapshot.Snapshot) string {
	t.Helper()
	var b bytes.Buffer
	if err := snapshot.Encode(&b, s); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// testOrder checks that sessions are added in their order, and that a text that
// is refused leaves nothing behind.
func testOrder(t *testing.T, where string) {
	s := reopened(t, where)
	e := entry(t, sessionFile(2))
	e.Name, e.Date = "Round two", "2022-06-11"
	if _, _, err := s.Add(t.Context(), e); err != nil {
		t.Fatal(err)
	}
	refused(t, s, entry(t, sessionFile(1)), store.KindRefused)
	e = entry(t, sessionFile(3))
	e.Date = "next week"
	refused(t, s, e, store.KindRefused)
	list, err := s.Sessions(t.Context())
	if err != nil || len(list) != 1 || list[0].Name != "Round two" || list[0].Date != "2022-06-11" {
		t.Errorf("got %+v, %v", list, err)
	}
	clean(t, s)
}

func refused(t *testing.T, s *store.Store, e *store.Entry, want store.Kind) {
	t.Helper()
	_, added, err := s.Add(t.Context(), e)
	if got, ok := errors.AsType[*store.Error](err); !ok || got.Kind != want || added {
		t.Errorf("added %v, %v", added, err)
	}
}

// testHistory checks that what is kept is what package history says of all texts
// at once.
func testHistory(t *testing.T, where string) {
	s := filled(t, where)
	got, err := s.History(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var texts []*snapshot.Snapshot
	for n := 1; n <= 5; n++ {
		texts = append(texts, entry(t, sessionFile(n)).Snapshot)
	}
	want := history.Build(texts, nil)
	for i := range got.Sessions {
		got.Sessions[i].Sections, want.Sessions[i].Sections = nil, nil // without the text brackets are not counted
	}
	if diff := cmp.Diff(want, got, sameHistory); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// sameHistory compares what is to be seen of histories; a list without elements
// and no list are the same.
var sameHistory = cmp.Options{
	cmpopts.IgnoreUnexported(history.History{}),
	cmp.FilterValues(func(a, b []string) bool { return len(a) == 0 && len(b) == 0 }, cmp.Comparer(func(a, b []string) bool { return true })),
}

func testSearch(t *testing.T, where string) {
	s := filled(t, where)
	for _, c := range []struct {
		query store.Query
		want  []string
	}{
		{store.Query{Words: []string{"MEDIATOR"}}, []string{"unit art_16__para_1_2 [2]", "proposal art_16__para_1_2 [2]"}},
		{store.Query{Words: []string{"culvert"}, Parties: []string{"XX", "NZ"}}, []string{"proposal art_2__para__subpara_b [4]"}},
		{store.Query{Words: []string{"culvert"}}, []string{"proposal art_2__para__subpara_b [1 4]", "unit art_2__para__subpara_b [5]"}},
		{store.Query{Words: []string{"rivers"}, Action: "replace"}, []string{"proposal art_3__para_1 [1 2]", "proposal art_3__para_1 [3 4]"}},
		{store.Query{Words: []string{"data", "hydrological"}, Unit: "art_11"}, []string{"proposal art_11__para_1 [1]", "proposal art_11__para_1 [3]"}},
		{store.Query{Words: []string{"culvert"}, Unit: "art_1"}, nil},
		{store.Query{Words: []string{`") OR x`}}, nil},
		{store.Query{Words: []string{`'; --`}}, nil},
		{store.Query{Words: []string{"CÚLVERT-", "(road)"}}, []string{"proposal art_2__para__subpara_b [1 4]", "unit art_2__para__subpara_b [5]"}},
	} {
		list, err := s.Search(t.Context(), c.query)
		if err != nil {
			t.Errorf("%+v: %v", c.query, err)
		}
		var got []string
		for _, h := range list {
			got = append(got, fmt.Sprint(h.Kind, " ", h.Unit, " ", h.Sessions))
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%+v (-want +got):\n%s", c.query, diff)
		}
	}
}

// testRebuild checks that a correction is obeyed, now and when sessions are
// added later, and that without it everything is as it was.
func testRebuild(t *testing.T, where string) {
	s := filled(t, where)
	before, err := s.History(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	back := before.FindProposal("art_2__para__subpara_b~"+suffix(t, before, "art_2__para__subpara_b"), 4)
	if len(before.Proposals[back].States) < 3 {
		t.Fatalf("culverts did not sleep: %+v", before.Proposals[back].States)
	}
	name := before.Last(back).ID
	if err := s.Rebuild(t.Context(), "differ "+name+"@1 "+name+"@4  other culverts\n"); err != nil {
		t.Fatal(err)
	}
	after, err := s.History(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if len(after.Proposals) != len(before.Proposals)+1 {
		t.Errorf("%d proposals, want one more than %d", len(after.Proposals), len(before.Proposals))
	}
	clean(t, s)
	if err := s.Rebuild(t.Context(), "perhaps a b"); err == nil {
		t.Error("a lock file that says nothing is taken")
	}
	if err := s.Rebuild(t.Context(), ""); err != nil {
		t.Fatal(err)
	}
	again, err := s.History(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(before, again, sameHistory); diff != "" {
		t.Errorf("(-before +after):\n%s", diff)
	}
	clean(t, s)
}

// testReread makes the snapshots again: the same reader makes the same, another
// one changes them, and one that fails changes nothing.
func testReread(t *testing.T, where string) {
	s := filled(t, where)
	before, err := s.History(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	again := func(e store.Session, b []byte) (*store.Entry, error) { return entryOf(t, e.File, b), nil }
	if err := s.Reread(t.Context(), again); err != nil {
		t.Fatal(err)
	}
	after, err := s.History(t.Context())
	if diff := cmp.Diff(before, after, sameHistory); err != nil || diff != "" {
		t.Errorf("%v (-before +after):\n%s", err, diff)
	}
	failing := func(e store.Session, b []byte) (*store.Entry, error) {
		if e.Number == 4 {
			return nil, io.ErrUnexpectedEOF
		}
		entry := entryOf(t, e.File, b)
		entry.Reader = "better"
		return entry, nil
	}
	if err := s.Reread(t.Context(), failing); !errors.Is(err, io.ErrUnexpectedEOF) {
		t.Errorf("got %v", err)
	}
	list, err := s.Sessions(t.Context())
	if err != nil || list[0].Reader != "test" {
		t.Errorf("got %+v, %v", list[0], err)
	}
	clean(t, s)
}

// suffix returns the end of the identifier of the proposal at a unit.
func suffix(t *testing.T, h *history.History, unit string) string {
	t.Helper()
	for i := 1; i < len(h.Proposals); i++ {
		if id := h.Proposals[i].States[0].ID; len(id) > len(unit) && id[:len(unit)+1] == unit+"~" {
			return id[len(unit)+1:]
		}
	}
	t.Fatalf("nothing is proposed at %s", unit)
	return ""
}

// testTogether adds the same texts from several sides at once.
func testTogether(t *testing.T, where string) {
	var wait sync.WaitGroup
	for range 4 {
		s := reopened(t, where)
		wait.Go(func() {
			for n := 1; n <= 3; n++ {
				e := entry(t, sessionFile(n))
				e.Date = "2022-01-01" // so that any order will do
				if _, _, err := s.Add(t.Context(), e); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wait.Wait()
	s := reopened(t, where)
	list, err := s.Sessions(t.Context())
	if err != nil || len(list) != 3 {
		t.Errorf("%d sessions, %v", len(list), err)
	}
	clean(t, s)
}

// testCreated makes a store that is there already, from several sides at once,
// and one of which only a part was made: as an engine leaves it that makes tables
// outside of transactions.
func testCreated(t *testing.T, where string) {
	db := raw(t, where)
	for _, statement := range []string{`DROP TABLE phrase`, `DROP TABLE tip`, `DELETE FROM meta`} {
		if _, err := db.Exec(statement); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := store.Open(t.Context(), where); err == nil {
		t.Error("a part of a store is opened")
	}
	var wait sync.WaitGroup
	for range 4 {
		wait.Go(func() {
			s, err := store.Create(t.Context(), where)
			if err == nil {
				err = s.Close()
			}
			if err != nil {
				t.Error(err)
			}
		})
	}
	wait.Wait()
	clean(t, filled(t, where))
}

// testHostile adds what a full-text index does not take: words without end, and
// more of them than it has room for.
func testHostile(t *testing.T, where string) {
	s := reopened(t, where)
	var b strings.Builder
	b.WriteString("## Article 1. Scope\n\n1. Beginning ")
	for n := range 200_000 {
		fmt.Fprintf(&b, "w%d ", n)
	}
	b.WriteString("\n\n2. " + strings.Repeat("long", 100_000) + " end\x00ing\n")
	if _, _, err := s.Add(t.Context(), entryOf(t, "draft.md", []byte(b.String()))); err != nil {
		t.Fatal(err)
	}
	for _, word := range []string{"beginning", "w9"} {
		if hits, err := s.Search(t.Context(), store.Query{Words: []string{word}}); err != nil || len(hits) != 1 {
			t.Errorf("%s: %d found, %v", word, len(hits), err)
		}
	}
	clean(t, s)
}

// testArchive takes a negotiation out and puts it into another store.
func testArchive(t *testing.T, where string) {
	s := filled(t, where)
	var first, second bytes.Buffer
	if err := s.Export(t.Context(), &first); err != nil {
		t.Fatal(err)
	}
	other, err := store.Create(t.Context(), filepath.Join(t.TempDir(), "other.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	if n, err := other.Import(t.Context(), bytes.NewReader(first.Bytes()), int64(first.Len())); n != 5 || err != nil {
		t.Fatalf("imported %d, %v", n, err)
	}
	if n, err := other.Import(t.Context(), bytes.NewReader(first.Bytes()), int64(first.Len())); n != 0 || err != nil {
		t.Errorf("imported again %d, %v", n, err)
	}
	clean(t, other)
	if err := other.Export(t.Context(), &second); err != nil || !bytes.Equal(first.Bytes(), second.Bytes()) {
		t.Errorf("what is exported of what was imported is something else: %v", err)
	}
	for _, bad := range [][]byte{nil, []byte("no archive"), first.Bytes()[:first.Len()/2]} {
		if _, err := other.Import(t.Context(), bytes.NewReader(bad), int64(len(bad))); err == nil {
			t.Errorf("%d bytes are taken for an archive", len(bad))
		}
	}
}

// testFlipped changes one bit of every third byte that is kept of a session and
// of the history, and looks whether that is found.
func testFlipped(t *testing.T, where string) {
	s := reopened(t, where)
	for _, text := range []string{"## Article 1. Scope\n\n1. The work shall be careful [and fast: US].\n", "## Article 1. Scope\n\n1. The work shall be careful and fast.\n"} {
		e := entryOf(t, "draft.md", []byte(text))
		e.Name, e.Date = "A session", "2022-01-14"
		if _, _, err := s.Add(t.Context(), e); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Rebuild(t.Context(), "differ art_1__para_1@1 art_1__para_1@2 another one\n"); err != nil {
		t.Fatal(err)
	}
	clean(t, s)
	db := raw(t, where)
	step := 3
	if testing.Short() {
		step = 31
	}
	flips := 0
	for _, column := range []struct{ table, key, name string }{
		{"session", "number = 1", "original"}, {"session", "number = 1", "snapshot"}, {"session", "number = 2", "measures"}, {"session", "number = 2", "reader"},
		{"session", "number = 2", "sha256"}, {"session", "number = 2", "digest"}, {"delta", "session = 1", "content"}, {"delta", "session = 2", "digest"},
		{"tip", "session = 2", "content"}, {"phrase", "id = 1", "words"}, {"meta", "name = 'lock'", "value"},
	} {
		var value any // bytes, or a text
		if err := db.QueryRow(`SELECT ` + column.name + ` FROM ` + column.table + ` WHERE ` + column.key).Scan(&value); err != nil {
			t.Fatal(err)
		}
		text, isText := value.(string)
		kept, _ := value.([]byte)
		if isText {
			kept = []byte(text)
		}
		put := func(b []byte) error {
			var v any = b
			if isText {
				v = string(b)
			}
			_, err := db.Exec(`UPDATE `+column.table+` SET `+column.name+` = $1 WHERE `+column.key, v)
			return err
		}
		for i := 0; i < len(kept); i += step {
			b := bytes.Clone(kept)
			b[i] ^= 1 << (i % 8)
			if err := put(b); err != nil {
				continue // the database does not take such a text
			}
			flips++
			if faults, err := s.Verify(t.Context()); err == nil && len(faults) == 0 {
				t.Errorf("%s.%s, byte %d: a flipped bit is not found", column.table, column.name, i)
			}
		}
		if err := put(kept); err != nil {
			t.Fatal(err)
		}
	}
	clean(t, s)
	t.Logf("%d flipped bits found", flips)
}

// raw opens the database of a store.
func raw(t *testing.T, where string) *sql.DB {
	t.Helper()
	driver := "sqlite"
	if store.Remote(where) {
		driver = "pgx"
	}
	db, err := sql.Open(driver, where)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	return db
}

func testMissing(t *testing.T, where string) {
	s := reopened(t, where)
	if h, err := s.History(t.Context()); err != nil || h.Latest() != 0 {
		t.Errorf("an empty store: %v", err)
	}
	clean(t, s)
	_, err := s.Original(t.Context(), 7)
	if e, ok := errors.AsType[*store.Error](err); !ok || e.Kind != store.KindMissing {
		t.Errorf("got %v", err)
	}
}
