package main

import (
	"bytes"
	"io"
	"runtime"
	"strings"
	"testing"
)

// TestPage sends pages through $PAGER, and around it where there is none.
func TestPage(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("needs the tools of a Unix shell")
	}
	long := strings.Repeat("words\n", 1<<16)
	for pager, want := range map[string]string{"": long, "cat": long, "tr a-z A-Z": strings.ToUpper(long), "head -n 1": "words\n"} {
		t.Setenv("PAGER", pager)
		var b bytes.Buffer
		err := page(t.Context(), &b, func(w io.Writer) error {
			_, err := io.WriteString(w, long)
			return err
		})
		if err != nil || b.String() != want {
			t.Errorf("PAGER=%q: %d bytes, %v; want %d", pager, b.Len(), err, len(want))
		}
	}
}

func TestWantsColor(t *testing.T) {
	for _, c := range []struct {
		no, force, term string
		watched, want   bool
	}{
		{"", "", "xterm", true, runtime.GOOS != "windows"},
		{"", "", "xterm", false, false},
		{"", "", "dumb", true, false},
		{"1", "", "xterm", true, false},
		{"1", "1", "xterm", true, false},
		{"", "1", "", false, true},
		{"", "0", "xterm", true, false},
	} {
		t.Setenv("NO_COLOR", c.no)
		t.Setenv("FORCE_COLOR", c.force)
		t.Setenv("TERM", c.term)
		t.Setenv("WT_SESSION", "")
		if got := wantsColor(c.watched); got != c.want {
			t.Errorf("%+v: got %v", c, got)
		}
	}
}
