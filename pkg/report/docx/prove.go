package docx

import (
	"bytes"
	"errors"
	"slices"
	"strings"

	"github.com/draftdiff/draftdiff/pkg/report/internal/draft"
	"github.com/draftdiff/draftdiff/pkg/source"
	"github.com/draftdiff/draftdiff/pkg/source/docx"
)

// errProof is the error for a document that does not say what it should.
var errProof = errors.New("the Word document does not give back both texts when its changes are accepted and rejected; it was not written")

// proved writes a document and reads it back.
func proved(ps []draft.Paragraph, old, new []string) ([]byte, error) {
	var b bytes.Buffer
	if err := write(&b, ps); err != nil {
		return nil, err
	}
	for _, side := range []struct {
		accept bool
		want   []string
	}{{false, old}, {true, new}} {
		got, err := docx.Resolve(b.Bytes(), side.accept, source.Limits{Inflated: 1 << 30, Nodes: 1 << 30})
		if err != nil {
			return nil, err
		}
		if !slices.Equal(got, worded(side.want)) {
			return nil, errProof
		}
	}
	return b.Bytes(), nil
}

// worded are the paragraphs that have words, without the blanks around them.
func worded(in []string) []string {
	var out []string
	for _, s := range in {
		if s = strings.Trim(clean(s), " \n\u00a0"); s != "" {
			out = append(out, s)
		}
	}
	return out
}
