package check_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/draftdiff/draftdiff/pkg/check"
	"github.com/draftdiff/draftdiff/pkg/config"
	"github.com/draftdiff/draftdiff/pkg/snapshot"
	"github.com/draftdiff/draftdiff/pkg/source"
	"github.com/draftdiff/draftdiff/pkg/source/markdown"
	"github.com/draftdiff/draftdiff/pkg/source/plain"
)

const fifth = "../../fixtures/ahc-5th-session.md"

// markdownText reads a text in Markdown.
func markdownText(b []byte) *check.Text {
	doc := markdown.Read(b)
	return check.NewText(doc, snapshot.Build(doc, "draft.md"))
}

// fileText reads a file, by its name as Markdown or plain text.
func fileText(t testing.TB, file string) *check.Text {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if filepath.Ext(file) == ".txt" {
		doc := plain.Read(b)
		return check.NewText(doc, snapshot.Build(doc, file))
	}
	return markdownText(b)
}

// run checks a text with all rules.
func run(t testing.TB, new, old *check.Text, cfg *config.Config) []check.Finding {
	t.Helper()
	r, err := check.Run(check.NewPass(new, old, cfg), check.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return r.Findings
}

func readMarkdown(b []byte) (*source.Document, error) { return markdown.Read(b), nil }
