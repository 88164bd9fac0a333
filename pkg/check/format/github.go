package format

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/draftdiff/draftdiff/pkg/check"
)

// GitHub writes the findings as commands of a GitHub workflow, which shows them
// beside the lines of a pull request.
func GitHub(w io.Writer, r *Report) error {
	b := bufio.NewWriter(w)
	for i := range r.Files {
		file := &r.Files[i]
		for j := range file.Findings {
			f := &file.Findings[j]
			message := f.Message
			if f.Hint != "" {
				message += "\n" + f.Hint
			}
			fmt.Fprintf(b, "::%s file=%s,line=%d,endLine=%d", commands[f.Severity], property(file.Name), f.Place.Line, f.Place.EndLine)
			if f.Column > 0 && f.Place.Line == f.Place.EndLine {
				fmt.Fprintf(b, ",col=%d,endColumn=%d", f.Column, f.EndCol)
			}
			fmt.Fprintf(b, ",title=%s::%s\n", property(f.Rule.Code+" "+f.Rule.Name), data(message))
		}
	}
	return b.Flush()
}

var commands = [...]string{check.Info: "notice", check.Warning: "warning", check.Error: "error"}

// data and property escape as the workflow commands want it.
func data(s string) string {
	return strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A").Replace(s)
}

func property(s string) string {
	return strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C").Replace(s)
}
