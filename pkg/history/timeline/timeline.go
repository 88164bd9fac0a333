package timeline

import (
	"bytes"
	"crypto/sha256"
	_ "embed" // for the style and the template
	"encoding/base64"
	"errors"
	"html/template"
	"io"
	"strconv"
	"strings"
	"sync"

	"github.com/draftdiff/draftdiff/pkg/history"
	"github.com/draftdiff/draftdiff/pkg/history/plot"
)

//go:embed timeline.css
var style string

//go:embed timeline.html
var source string

var shell = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("timeline").Funcs(template.FuncMap{
		"join":    func(list []string) string { return strings.Join(list, ", ") },
		"percent": func(share float64) string { return strconv.FormatFloat(100*share, 'f', 0, 64) + " %" },
	}).Parse(source))
})

// Render writes the sessions from since on as a page.
func Render(w io.Writer, h *history.History, since int) error {
	if since < 1 || since > h.Latest() {
		return errors.New("there is no such session")
	}
	var drawing bytes.Buffer
	if err := plot.Draw(&drawing, "svg", h.Sessions[since-1:]); err != nil {
		return err
	}
	svg := drawing.String()
	svg = svg[max(0, strings.Index(svg, "<svg")):] // without the declaration of XML
	sum := sha256.Sum256([]byte(style))
	type mark struct{ Mark, Says string }
	var legend []mark
	for _, m := range marks {
		legend = append(legend, mark{m.mark, m.says})
	}
	return shell().Execute(w, struct {
		*page
		Style  template.CSS
		Hash   string
		Chart  template.URL
		Legend []mark
	}{build(h, since), template.CSS(style), "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'",
		template.URL("data:image/svg+xml;base64," + base64.StdEncoding.EncodeToString([]byte(svg))), legend})
}
