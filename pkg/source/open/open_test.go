package open

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"
)

const text = "Article 1\n\n1. States Parties [shall: US] cooperate – “fully”.\n\n2. Done.\n"

func TestReadFormat(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ why, name, text, want string }{
		{"no marks", "a.txt", text, "plain"},
		{"no marks, but a name and paragraphs between blank lines", "a.MD", text, "markdown"},
		{"strikes are enough", "a.txt", "1. States ~~shall~~ [may: US] cooperate.\n", "markdown"},
		{"emphasis", "a", "**Article 1**\n\n*Scope*\n\n1\\. Words.\n", "markdown"},
		{"headings and links", "-", "# One\n\n## Two\n\n[a](b)\n", "markdown"},
		{"footnote stars of a UN document", "a.txt", "A/CONF.1*\n\n* Reissued for technical reasons.\n\n** Second note.\n", "plain"},
		{"one paragraph a line", "a.txt", "*\n1. Words.\n2. Words.\n3. *Words*.\n4. W.\n5. W.\n6. W.\n7. W.\n8. W.\n9. W.\n", "plain"},
		{"front matter", "a.md", "---\ntitle: x\n---\nWords.\n", "markdown"},
	} {
		doc, err := Read(c.name, []byte(c.text), Limits{})
		if err != nil || doc.Format != c.want {
			t.Errorf("%s: got %+v, %v; want %s", c.why, doc, err, c.want)
		}
	}
}

func TestReadFixture(t *testing.T) {
	t.Parallel()
	b, err := os.ReadFile(filepath.Join("..", "..", "..", "fixtures", "ahc-5th-session.md"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"ahc-5th-session.md", "-", "x.txt"} {
		if doc, err := Read(name, b, Limits{Bytes: int64(len(b))}); err != nil || doc.Format != "markdown" {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestReadUTF16 checks that a text is the same in every encoding, and that the
// bytes as they were are kept.
func TestReadUTF16(t *testing.T) {
	t.Parallel()
	for _, bom := range []string{"", "\ufeff"} {
		for _, big := range []int{0, 1} {
			var b []byte
			for _, u := range utf16.Encode([]rune(bom + text)) {
				pair := [2]byte{byte(u), byte(u >> 8)}
				b = append(b, pair[big], pair[1-big])
			}
			doc, err := Read("a.txt", b, Limits{})
			if err != nil {
				t.Fatalf("bom %q, big %d: %v", bom, big, err)
			}
			if diff := cmp.Diff(text, string(doc.File.Bytes)); diff != "" {
				t.Errorf("bom %q, big %d (-want +got):\n%s", bom, big, diff)
			}
			if diff := cmp.Diff(b, doc.Raw); diff != "" {
				t.Errorf("the bytes as they were (-want +got):\n%s", diff)
			}
		}
	}
}

func TestReadRefuses(t *testing.T) {
	t.Parallel()
	random := make([]byte, 5000)
	_, _ = rand.NewChaCha8([32]byte{1}).Read(random)
	for _, c := range []struct{ data, want string }{
		{"", "the file is empty"},
		{"\ufeff \r\n\t", "the file holds no words"},
		{"\x89PNG\r\n\x1a\n", "this is an image (PNG), not a text; a scan has to go"},
		{"\xff\xd8\xff\xe0\x00\x10JFIF", "this is an image (JPEG)"},
		{"RIFF\x00\x00\x00\x00WEBPVP8 ", "this is an image (WebP)"},
		{"\x7fELF\x02\x01\x01", "this is a program, not a text"},
		{"MZ\x90\x00\x03", "this is a program (Windows)"},
		{"PK\x03\x04....[Content_Types].xml word/document.xml", "this Word document is damaged: its archive is not complete"},
		{"PK\x03\x04....xl/workbook.xml", "this is a spreadsheet (.xlsx), which draftdiff does not read; save the document"},
		{"PK\x03\x04....mimetypeapplication/vnd.oasis.opendocument.text", "this is an OpenDocument text"},
		{"PK\x03\x04....a.txt", "this is an archive (ZIP); unpack it"},
		{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....W\x00o\x00r\x00d", "old Office program"},
		{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1..E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00", "protected by a password"},
		{"%PDF-1.7\n", "this PDF is damaged"},
		{"<!DOCTYPE html><html>", "the file holds no words"},
		{"\ufeff<?xml version='1.0'?>\n<akomaNtoso>", "this Akoma Ntoso document is damaged"},
		{"<!DOCTYPE x [<!ENTITY a \"b\">]><akomaNtoso><p>&a;</p></akomaNtoso>", "declares entities of its own"},
		{"<?xml version='1.0'?><svg/>", "XML file of a kind"},
		{"{\\rtf1\\ansi", "Rich Text"},
		{"-----BEGIN PGP MESSAGE-----\n", "encrypted"},
		{string(random), "this is not a text"},
		{"\xff\xfe" + string(random), "this is not a text"},
		{strings.Repeat("x", 2049), "the file is larger than the limit of 2 KiB; raise it with --max-bytes"},
	} {
		_, err := Read("x.md", []byte(c.data), Limits{Bytes: 2048 * max(1, int64(len(c.data)/4096)*4)})
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%.20q: got %v, want %s", c.data, err, c.want)
		}
	}
}

// TestReadDamaged checks that damage does not make a text into something else.
func TestReadDamaged(t *testing.T) {
	t.Parallel()
	for _, s := range []string{
		"States Parties shall \xff\xfe cooperate.",
		"\x00 States Parties shall cooperate, and \x01 so on and so forth for ever and ever in good faith.",
		"Les \xc9tats parties coop\xe8rent.",
		"%PD", "<p>", "P", "{",
	} {
		doc, err := Read("x.txt", []byte(s), Limits{})
		if err != nil {
			t.Errorf("%q: %v", s, err)
		} else if string(doc.Raw) != s {
			t.Errorf("%q: the bytes changed", s)
		}
	}
}

// FuzzRead checks that a document keeps the bytes that it was read from.
func FuzzRead(f *testing.F) {
	f.Add("a.md", []byte(text))
	f.Add("a.txt", []byte("\xff\xfea\x00"))
	f.Add("", []byte("PK\x03\x04"))
	f.Fuzz(func(t *testing.T, name string, b []byte) {
		doc, err := Read(name, b, Limits{Bytes: 1 << 20})
		if err == nil && string(doc.Raw) != string(b) {
			t.Error("the bytes changed")
		}
	})
}
