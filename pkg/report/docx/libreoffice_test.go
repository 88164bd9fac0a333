package docx

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/draftdiff/draftdiff/pkg/snapshot"
	"github.com/draftdiff/draftdiff/pkg/source"
	"github.com/draftdiff/draftdiff/pkg/source/docx"
	"github.com/draftdiff/draftdiff/pkg/source/markdown"
	"github.com/draftdiff/draftdiff/pkg/text"
)

// TestLibreOffice has LibreOffice open documents, save them as Word documents
// again and print them: every letter that somebody inserted or deleted, and every
// comment, is still there by its author.
func TestLibreOffice(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("LibreOffice takes seconds")
	}
	office, err := exec.LookPath("soffice")
	switch {
	case err != nil && os.Getenv("DRAFTDIFF_NO_SKIP") != "":
		t.Fatal(err)
	case err != nil:
		t.Skip("there is no LibreOffice: ", err)
	}
	folder := t.TempDir()
	b, err := os.ReadFile(filepath.Join("..", "..", "..", "fixtures", "formats", "excerpt.truth.md"))
	if err != nil {
		t.Fatal(err)
	}
	old, new := markdown.Read(b), markdown.Read(bytes.ReplaceAll(b, []byte("shall"), []byte("may")))
	nested := markdown.Read([]byte("[1 bis. States shall act (promptly: delete – JP): PK]\n\n2. So they shall.\n"))
	written := map[string]map[string]int{}
	for name, write := range map[string]func(*bytes.Buffer) error{
		"redline.docx": func(w *bytes.Buffer) error { return Redline(w, old, new, Change{Author: "x"}) },
		"session.docx": func(w *bytes.Buffer) error { return Session(w, snapshot.Build(old, ""), old) },
		"nested.docx":  func(w *bytes.Buffer) error { return Session(w, snapshot.Build(nested, ""), nested) },
	} {
		var b bytes.Buffer
		if err := write(&b); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(folder, name), b.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
		written[name] = changes(t, b.Bytes())
	}
	run := func(to, dir string) {
		files, _ := filepath.Glob(filepath.Join(folder, "*.docx"))
		args := append([]string{"-env:UserInstallation=file://" + filepath.ToSlash(folder) + "/office", "--headless", "--convert-to", to, "--outdir", filepath.Join(folder, dir)}, files...)
		if out, err := exec.CommandContext(t.Context(), office, args...).CombinedOutput(); err != nil {
			t.Fatalf("%v: %s", err, out)
		}
	}
	run("docx", "again")
	run("pdf", "print")
	for name, want := range written {
		b, err := os.ReadFile(filepath.Join(folder, "again", name))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, changes(t, b)); diff != "" {
			t.Errorf("%s (-written +saved):\n%.2000s", name, diff)
		}
		if len(want) == 0 {
			t.Errorf("%s holds no change", name)
		}
		if info, err := os.Stat(filepath.Join(folder, "print", name[:len(name)-len("docx")]+"pdf")); err != nil || info.Size() < 1000 {
			t.Errorf("%s cannot be printed: %v", name, err)
		}
	}
}

// changes counts the letters that each author inserted or deleted, spaces left
// out, and the comments.
func changes(t *testing.T, b []byte) map[string]int {
	t.Helper()
	doc, err := docx.Read(b, source.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	n := map[string]int{}
	for i := range doc.Blocks {
		blk := &doc.Blocks[i]
		if blk.Layout == source.LayoutNote {
			n["comment: "+blk.Text]++
		}
		for _, m := range blk.Marks {
			if m.Kind == text.MarkInserted || m.Kind == text.MarkDeleted {
				n[string("+-"[m.Kind-text.MarkInserted])+m.Author] += len(bytes.ReplaceAll([]byte(blk.Text[m.Span.Start:m.Span.End]), []byte(" "), nil))
			}
		}
	}
	return n
}
