package snapshot_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/draftdiff/draftdiff/pkg/snapshot"
)

// TestBytesDoNotMatter checks that the same words give the same units and
// proposals in whatever bytes an editor or a conversion saved them.
func TestBytesDoNotMatter(t *testing.T) {
	t.Parallel()
	src := readFile(t, fixture)
	want := buildFixture(t)
	for name, as := range map[string]func(string) string{
		"line endings of another system": func(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") },
		"byte order mark":                func(s string) string { return "\ufeff" + s },
		"newlines at the end":            func(s string) string { return s + "\n\n\n" },
		"more blank lines":               func(s string) string { return "\n" + strings.ReplaceAll(s, "\n\n", "\n\n\n\n") },
		"blanks on blank lines":          func(s string) string { return strings.ReplaceAll(s, "\n\n", "\n \t\n") },
		"front matter":                   func(s string) string { return "---\nlayout: post\n---\n" + s },
		"non-breaking spaces":            func(s string) string { return strings.ReplaceAll(s, "paragraph 1", "paragraph\u00a01") },
		"soft hyphens":                   func(s string) string { return strings.ReplaceAll(s, "ommunication", "ommu\u00adnication") },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			changed := as(src)
			if changed == src {
				t.Fatal("the bytes are the same")
			}
			got := buildMarkdown(changed)
			checkSnapshot(t, got, changed)
			places := cmpopts.IgnoreTypes(snapshot.Place{})
			if diff := cmp.Diff(want.Units, got.Units, places); diff != "" {
				t.Errorf("units (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(want.Proposals, got.Proposals, places); diff != "" {
				t.Errorf("proposals (-want +got):\n%s", diff)
			}
		})
	}
}
