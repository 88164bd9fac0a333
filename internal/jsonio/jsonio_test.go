package jsonio

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"
)

// TestString compares every character and every pair of bytes with what
// encoding/json reads back.
func TestString(t *testing.T) {
	t.Parallel()
	check := func(s string) {
		var w Writer
		w.String(s)
		want := string([]rune(s)) // a byte that is not UTF-8 becomes U+FFFD
		var got string
		if err := json.Unmarshal(w.Buf, &got); err != nil || got != want {
			t.Fatalf("%q is written as %s, which reads as %q (%v)", s, w.Buf, got, err)
		}
		r := NewReader(string(w.Buf))
		if got := r.String(); r.End() != nil || got != want {
			t.Fatalf("%s reads as %q, %v", w.Buf, got, r.Err())
		}
	}
	for c := rune(0); c < 0x11000; c++ {
		check("a" + string(c) + "b")
	}
	for a := range 256 {
		for b := range 256 {
			check(string([]byte{byte(a), byte(b)}))
		}
	}
}

func TestReadString(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		`"\u00e9\/\ud83d\ude00"`: "é/😀",
		`"\ud83d"`:               "\uFFFD",
		`"\ud83dx"`:              "\uFFFDx",
		`"\ud83d\u0041"`:         "\uFFFDA",
		` "a"`:                   "a",
	} {
		r := NewReader(in)
		if got := r.String(); got != want || r.End() != nil {
			t.Errorf("%s: got %q, %v", in, got, r.Err())
		}
	}
	for _, in := range []string{`"`, `"a`, `"\`, `"\u12"`, `"\u+123"`, `"\x"`, "\"\n\"", `a`, ``, "\"\xff\""} {
		r := NewReader(in)
		if got := r.String(); r.End() == nil {
			t.Errorf("%s was read as %q", in, got)
		}
	}
}

func TestFloat(t *testing.T) {
	t.Parallel()
	for f, want := range map[float64]string{0: "0", 1: "1", 0.5: "0.5", 0.876: "0.88", 0.999: "1", 10: "10", 100: "100"} {
		var w Writer
		w.Float(f)
		if got := string(w.Buf); got != want {
			t.Errorf("%v: got %s, want %s", f, got, want)
		}
	}
}

func TestError(t *testing.T) {
	t.Parallel()
	r := NewReader("{\n \"list\": [1,\n 2,\n true]}")
	r.Object([]string{"list"}, func(string) { r.Array(func() { r.Int() }) })
	e, ok := errors.AsType[*Error](r.End())
	if !ok || e.Path != "list[2]" || e.Line != 4 || !strings.Contains(e.Error(), "expected a whole number, found true or false") {
		t.Errorf("got %v", r.Err())
	}
}
