package snapshot

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"math/rand/v2"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/santhosh-tekuri/jsonschema/v6"
)

// TestCodecRoundTrip checks on random snapshots that decoding what was encoded
// gives the same snapshot, that encoding it again gives the same bytes, that
// the bytes are those of encoding/json and that they fit the published schema.
func TestCodecRoundTrip(t *testing.T) {
	t.Parallel()
	schema, err := jsonschema.NewCompiler().Compile("../../docs/snapshot.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	for seed := range uint64(200) {
		want := randomSnapshot(rand.New(rand.NewPCG(seed, 1)))
		b := encode(t, want)
		got, err := Decode(bytes.NewReader(b))
		if err != nil {
			t.Fatalf("seed %d: %v\n%s", seed, err, b)
		}
		if diff := cmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" {
			t.Fatalf("seed %d: decode(encode(s)) (-want +got):\n%s", seed, diff)
		}
		if diff := cmp.Diff(string(b), string(encode(t, got))); diff != "" {
			t.Fatalf("seed %d: encode(decode(b)) (-want +got):\n%s", seed, diff)
		}
		var plain bytes.Buffer
		if err := json.Indent(&plain, b, "", "  "); err != nil || plain.String() != string(b) {
			t.Fatalf("seed %d: not in the form of encoding/json (%v)", seed, err)
		}
		value, err := jsonschema.UnmarshalJSON(bytes.NewReader(b))
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(value); err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
	}
}

// TestCodecEveryName proves that every kind, origin and action has a name that
// survives the way to a file and back.
func TestCodecEveryName(t *testing.T) {
	t.Parallel()
	var s Snapshot
	for k := KindInvalid + 1; int(k) < len(kindNames); k++ {
		for o := OriginInvalid + 1; int(o) < len(originNames); o++ {
			s.Units = append(s.Units, Unit{ID: k.String() + o.String(), Kind: k, Origin: o})
		}
	}
	for a := ActionInvalid + 1; int(a) < len(actionNames); a++ {
		s.Proposals = append(s.Proposals, Proposal{ID: a.String(), Action: a})
	}
	got, err := Decode(bytes.NewReader(encode(t, &s)))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(&s, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestDecodeErrors(t *testing.T) {
	t.Parallel()
	s := randomSnapshot(rand.New(rand.NewPCG(7, 7)))
	s.Units = []Unit{{ID: "art_1", Kind: KindArticle, Origin: OriginBase}, {ID: "art_2", Kind: KindArticle, Origin: OriginBase, Parent: "art_1"}}
	s.Proposals = []Proposal{{ID: "p1", Unit: "art_1", Action: Insert}}
	good := string(encode(t, s))
	for _, c := range []struct{ old, new, want string }{
		{`"draftdiff.snapshot/v1"`, `"draftdiff.snapshot/v9"`, `line 2: schema: the format is "draftdiff.snapshot/v9", and this program reads "draftdiff.snapshot/v1"`},
		{`"kind": "article"`, `"kind": "arcticle"`, `units[0].kind: "arcticle" is none of preamble, chapter, cluster`},
		{`"action": "insert"`, `"action": "invalid"`, `proposals[0].action: "invalid" is none of`},
		{`"certain": false`, `"certain": "no"`, `proposals[0].certain: expected true or false, found a string`},
		{`"id": "art_2"`, `"id": "art_1"`, `units[1].id: the identifier "art_1" is there twice`},
		{`"id": "art_2"`, `"id": ""`, `units[1].id: the identifier is empty`},
		{`"id": "art_2",`, ``, `units[1]: "id" is missing`},
		{`"parent": "art_1"`, `"parent": "art_7"`, `units[1].parent: no unit "art_7" stands before "art_2"`},
		{`"unit": "art_1"`, `"unit": "art_7"`, `proposals[0].unit: there is no unit "art_7"`},
		{`"within": ""`, `"within": "p9"`, `proposals[0].within: there is no proposal "p9"`},
		{`"at": {
        "offset": 0,
        "end_offset": 0`, `"at": {
        "offset": 0,
        "end_offset": 9`, `proposals[0].at: byte 9 lies behind the end of the text, which has 0`},
		{`"offset": 0`, `"offset": -1`, `expected a whole number, found -1`},
		{`"offset": 0`, `"offset": 1.5`, `expected a whole number, found 1.5`},
		{`"line": 0`, `"line": 3`, `the end stands before the beginning`},
		{`"units": [`, `"units": {`, `units: expected a list, found an object`},
		{`"art_2"`, "\"art\xff2\"", `the file is damaged`},
		{`"diagnostics"`, `"units"`, `units: is there twice`},
		{`"schema"`, `"x": [1, {"y": null}, true, "z"], "schema"`, ``},
		{`"schema"`, `"x": ` + strings.Repeat("[", 1e6) + `, "schema"`, `values are nested too deeply`},
	} {
		changed := strings.Replace(good, c.old, c.new, 1)
		if changed == good {
			t.Errorf("%s is not in the document", c.old)
		}
		_, err := Decode(strings.NewReader(changed))
		if c.want == "" && err != nil || c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)) {
			t.Errorf("%s for %s: got %v, want %s", c.new[:min(40, len(c.new))], c.old, err, c.want)
		}
	}
	for n := range len(good) - 1 {
		if _, err := Decode(strings.NewReader(good[:n])); err == nil {
			t.Fatalf("a document cut at byte %d was read", n)
		}
	}
	if _, err := Decode(strings.NewReader(good + "{}")); err == nil {
		t.Error("a document with something behind it was read")
	}
	broken := errors.New("broken disk")
	if _, err := Decode(iotest.ErrReader(broken)); !errors.Is(err, broken) {
		t.Errorf("got %v from a failing reader", err)
	}
}

// TestEncodeWriteError checks that the first error of a writer is returned,
// whenever it comes, and that nothing is written after it.
func TestEncodeWriteError(t *testing.T) {
	t.Parallel()
	s := randomSnapshot(rand.New(rand.NewPCG(1, 1)))
	for range 2000 {
		s.Diagnostics = append(s.Diagnostics, Diagnostic{Message: strings.Repeat("x", 100), Severity: "info"})
	}
	for n := range 4 {
		w := &failingWriter{after: n}
		if err := Encode(w, s); !errors.Is(err, io.ErrClosedPipe) {
			t.Errorf("failing at write %d: got %v", n, err)
		}
		if w.after < -1 {
			t.Errorf("failing at write %d: written to again", n)
		}
	}
}

type failingWriter struct{ after int }

func (w *failingWriter) Write(b []byte) (int, error) {
	w.after--
	if w.after < 0 {
		return 0, io.ErrClosedPipe
	}
	return len(b), nil
}

// TestEncodeInvalidUTF8 checks that bytes that are no text are replaced.
func TestEncodeInvalidUTF8(t *testing.T) {
	t.Parallel()
	b := encode(t, &Snapshot{Document: Document{Title: "a\xffb\xe2\x80c"}})
	s, err := Decode(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	if want := "a\uFFFDb\uFFFD\uFFFDc"; s.Document.Title != want {
		t.Errorf("got %q, want %q", s.Document.Title, want)
	}
	if !bytes.Equal(b, encode(t, s)) {
		t.Error("encoding again gives other bytes")
	}
}

// FuzzDecode checks that what can be decoded comes back the same.
func FuzzDecode(f *testing.F) {
	for seed := range uint64(4) {
		f.Add(encode(f, randomSnapshot(rand.New(rand.NewPCG(seed, 2)))))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		s, err := Decode(bytes.NewReader(b))
		if err != nil {
			return
		}
		first := encode(t, s)
		again, err := Decode(bytes.NewReader(first))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(s, again); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
		if !bytes.Equal(first, encode(t, again)) {
			t.Error("encoding again gives other bytes")
		}
	})
}

func BenchmarkCodec(b *testing.B) {
	s := randomSnapshot(rand.New(rand.NewPCG(1, 3)))
	for len(s.Diagnostics) < 20000 {
		s.Diagnostics = append(s.Diagnostics, Diagnostic{Rule: "unclosed", Severity: "warning", Message: "the bracket that opens here is never closed: “[shall”"})
	}
	data := encode(b, s)
	b.Run("encode", func(b *testing.B) {
		b.SetBytes(int64(len(data)))
		b.ReportAllocs()
		for b.Loop() {
			_ = Encode(io.Discard, s)
		}
	})
	b.Run("decode", func(b *testing.B) {
		b.SetBytes(int64(len(data)))
		b.ReportAllocs()
		for b.Loop() {
			if _, err := Decode(bytes.NewReader(data)); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func encode(t testing.TB, s *Snapshot) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Encode(&b, s); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// randomSnapshot makes a snapshot that holds together, with words that are hard
// to encode.
func randomSnapshot(r *rand.Rand) *Snapshot {
	pick := func(list ...string) string { return list[r.IntN(len(list))] }
	word := func() string {
		var b strings.Builder
		for range r.IntN(5) {
			b.WriteString(pick("shall", " ", "may [be: US]", "\"", "\\", "\n", "\x00", "\x1f", "\x7f", "\t", "\b\f\r", "<&>", "é", "\u2028", "\u2029", "\uFFFD", "😀", "中"))
		}
		return b.String()
	}
	words := func() (list []string) {
		for range r.IntN(4) {
			list = append(list, word())
		}
		return list
	}
	place := func() Place {
		line, off := r.IntN(1000), r.IntN(1e6)
		return Place{line, line + r.IntN(9), off, off + r.IntN(1000)}
	}
	s := &Snapshot{Document: Document{word(), word(), word(), word(), word(), word(),
		Source{word(), "markdown", r.IntN(1e6), ParsedHash(strings.Repeat("0a", 32))}}}
	for i := range r.IntN(4) {
		s.Parties = append(s.Parties, Party{string(rune('A' + i)), word(), word(), pick(partyKindNames...), words()})
	}
	for i := range r.IntN(9) {
		u := Unit{"art_" + string(rune('a'+i)), UnitKind(1 + r.IntN(len(kindNames)-1)), Origin(1 + r.IntN(2)), word(), word(), "", word(), place()}
		if i > 0 && r.IntN(2) == 0 {
			u.Parent = s.Units[r.IntN(i)].ID
		}
		s.Units = append(s.Units, u)
	}
	for i := range r.IntN(9) {
		p := Proposal{ID: "p" + string(rune('a'+i)), Action: Action(1 + r.IntN(len(actionNames)-1)), Old: word(), New: word(), Target: word(),
			Sponsors: words(), Against: words(), Retain: words(), Certain: r.IntN(2) == 0, Source: place()}
		if len(s.Units) > 0 {
			u := s.Units[r.IntN(len(s.Units))]
			p.Unit = u.ID
			p.At.End = r.IntN(len(u.Text) + 1)
			p.At.Start = r.IntN(p.At.End + 1)
		}
		if i > 0 && r.IntN(3) == 0 {
			p.Within, p.At = s.Proposals[0].ID, Anchor{}
		}
		s.Proposals = append(s.Proposals, p)
	}
	for range r.IntN(4) {
		s.Diagnostics = append(s.Diagnostics, Diagnostic{word(), pick(severityNames...), word(), place()})
	}
	return s
}
