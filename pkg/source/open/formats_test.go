package open

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/charmap"

	"github.com/draftdiff/draftdiff/pkg/source/internal/damage"
)

func format(t testing.TB, name string) []byte {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("..", "..", "..", "fixtures", "formats", name))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// TestReadFormats finds the format of each file from its content: every file has
// a name that says something else.
func TestReadFormats(t *testing.T) {
	t.Parallel()
	for file, want := range map[string]string{
		"excerpt.docx": "docx", "excerpt-tracked.docx": "docx", "excerpt.html": "html", "excerpt-gdocs.html": "html",
		"excerpt.akn.xml": "akn", "excerpt.truth.md": "markdown", "excerpt.pdf": "pdf",
	} {
		doc, err := Read("report.txt", format(t, file), Limits{})
		if err != nil || doc.Format != want {
			t.Errorf("%s: %v, %v; want %s", file, doc, err, want)
			continue
		}
		for i := range doc.Blocks {
			if b := &doc.Blocks[i]; doc.Format != "markdown" && string(doc.File.Bytes[b.Span.Start:b.Span.End]) != b.Text {
				t.Fatalf("%s: block %d is not where it says", file, i)
			}
		}
	}
}

// TestReadHostile checks that hostile files end with one line that says why.
func TestReadHostile(t *testing.T) {
	t.Parallel()
	for file, want := range map[string]string{
		"deep.docx":  "nested deeper than the limit of 256; if you trust it, raise the limit with --limit depth=…",
		"laugh.docx": "declares entities of its own",
		"xxe.docx":   "declares entities of its own",
		"ent.xml":    "an XML file of a kind",
		"pages.pdf":  "holds no text",
	} {
		if _, err := Read(file, format(t, file), Limits{}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: got %v, want %s", file, err, want)
		}
	}
	deep := strings.Repeat("<b><i>", 200_000)
	if _, err := Read("", []byte("<html>"+deep), Limits{}); err == nil || !strings.Contains(err.Error(), "--limit depth") {
		t.Errorf("deep HTML: %v", err)
	}
	if _, err := Read("", format(t, "excerpt.docx"), Limits{Inflated: 1000}); err == nil || !strings.Contains(err.Error(), "--limit inflated") {
		t.Errorf("a part over its limit: %v", err)
	}
	if _, err := Read("", format(t, "excerpt.docx"), Limits{Nodes: 1000}); err == nil || !strings.Contains(err.Error(), "--limit nodes") {
		t.Errorf("elements over their limit: %v", err)
	}
	if _, err := Read("", format(t, "excerpt.docx"), Limits{Parts: 3}); err == nil || !strings.Contains(err.Error(), "--limit parts") {
		t.Errorf("parts over their limit: %v", err)
	}
	if _, err := Read("", format(t, "excerpt.pdf"), Limits{Pages: 3}); err == nil || !strings.Contains(err.Error(), "--limit pages") {
		t.Errorf("pages over their limit: %v", err)
	}
}

// TestReadDamagedFormats reads 300 damaged copies of each format: a document or
// one line, never a panic.
func TestReadDamagedFormats(t *testing.T) {
	t.Parallel()
	n := 300
	if testing.Short() {
		n = 30
	}
	for file, copies := range map[string]int{"excerpt-tracked.docx": n, "excerpt-autonum-lo.docx": n, "excerpt-gdocs.html": n, "excerpt.akn.xml": n, "excerpt.pdf": n / 30} {
		b := format(t, file)
		for i := range copies {
			if _, err := Read(file, damage.Copy(b, i), Limits{}); err != nil && strings.ContainsAny(err.Error(), "\n\r") {
				t.Errorf("%s, copy %d: %v", file, i, err)
			}
		}
	}
}

// TestReadEncodings reads old encodings as the text that they hold.
func TestReadEncodings(t *testing.T) {
	t.Parallel()
	english := string(format(t, "excerpt.truth.md"))
	for name, enc := range map[string]*charmap.Charmap{"windows-1252": charmap.Windows1252, "macintosh": charmap.Macintosh} {
		b, err := enc.NewEncoder().String(english)
		if err != nil {
			t.Fatal(err)
		}
		doc, err := Read("a.txt", []byte(b), Limits{})
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(english, string(doc.File.Bytes)); diff != "" {
			t.Errorf("%s (-want +got):\n%.2000s", name, diff)
		}
	}
	doc, err := Read("a.txt", format(t, "e.cp1251.txt"), Limits{})
	if err != nil || !strings.HasPrefix(string(doc.File.Bytes), "1. Государства-участники договариваются [о принятии мер: RU]") {
		t.Errorf("windows-1251: %.100q, %v", doc.File.Bytes, err)
	}
	page := []byte("<html><meta charset=iso-8859-2><p>\xb1 1.</p></html>")
	if doc, err := Read("", page, Limits{}); err != nil || doc.Blocks[0].Text != "ą 1." {
		t.Errorf("an encoding that the page declares: %+v, %v", doc, err)
	}
}
